import { describe, expect, test, vi } from 'vitest';
import type { JitsiApp, JitsiState } from './app.ts';
import { ANSWER, ASK_SEND, ASK_STATE, askPage, CHANGED, SENT } from './bridge.ts';
import { serve } from './in-page.ts';
import { parseReading } from './reading.ts';

/** A page with Jitsi's store in it, and the script that serves it. */
function served(chat: object = {}) {
  const page = new EventTarget();
  const hears = new Set<() => void>();
  const state = {
    'features/base/participants': { local: { id: 'a1', name: 'Ada' }, remote: new Map() },
    'features/chat': { messages: [], ...chat },
  } as JitsiState;
  const dispatch = vi.fn();
  const subscribe = vi.fn((changed: () => void) => {
    hears.add(changed);
    return () => undefined;
  });
  const app: JitsiApp = { conference: {}, store: { getState: () => state, dispatch, subscribe } };
  const found: { app: JitsiApp | undefined } = { app };
  serve(page, () => found.app);
  const change = () => {
    for (const hear of hears) hear();
  };
  return { page, found, dispatch, subscribe, change };
}

describe('the script in the page', () => {
  test('answers at once with what the store says now', () => {
    const { page } = served();
    expect(parseReading(askPage(page, ASK_STATE))?.people).toEqual([
      { id: 'a1', name: 'Ada', self: true, host: false },
    ]);
  });

  test('says nothing while the store is not there, or throws', () => {
    const { page, found } = served();
    found.app = undefined;
    expect(askPage(page, ASK_STATE)).toBeNull();
    const getState = () => {
      throw new Error('not yet');
    };
    found.app = { store: { getState, dispatch: vi.fn(), subscribe: vi.fn() } };
    expect(askPage(page, ASK_STATE)).toBeNull();
  });

  test('tells of changes once a microtask, and listens to one store once', async () => {
    const { page, subscribe, change } = served();
    const heard = vi.fn();
    page.addEventListener(CHANGED, heard);
    askPage(page, ASK_STATE);
    askPage(page, ASK_STATE);
    expect(subscribe).toHaveBeenCalledTimes(1);
    change();
    change();
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('put into one page twice, serves it once', () => {
    const { page, found } = served();
    serve(page, () => found.app);
    const answers = vi.fn();
    page.addEventListener(ANSWER, answers);
    askPage(page, ASK_STATE);
    expect(answers).toHaveBeenCalledTimes(1);
  });

  test('sends to everybody', () => {
    const { page, dispatch } = served();
    expect(askPage(page, ASK_SEND, 'May we record?')).toBe(SENT);
    expect(dispatch).toHaveBeenCalledExactlyOnceWith({
      type: 'SEND_MESSAGE',
      message: 'May we record?',
      ignorePrivacy: true,
    });
  });

  test.each([
    ['turned to one person', { privateMessageRecipient: { id: 'b2' } }],
    ['turned to the lobby', { isLobbyChatActive: true }],
  ])('sends nothing while the chat is %s', (_name, chat) => {
    const { page, dispatch } = served(chat);
    expect(askPage(page, ASK_SEND, 'May we record?')).toBeNull();
    expect(dispatch).not.toHaveBeenCalled();
  });
});

describe('what comes from the page', () => {
  const good = {
    place: 'call',
    breakout: null,
    people: [{ id: 'a1', name: 'Ada', self: true, host: null }],
    aside: 0,
    heads: 1,
    visitors: 0,
    lines: [{ id: 'm1', sender: { id: 'a1', name: 'Ada', self: true }, text: 'hello', edited: false, writtenAt: null }],
    composer: 'ready',
    records: false,
    microphone: 'live',
    exposed: ['lobby-list'],
  };
  const person = { id: 'a1', name: 'Ada', self: true, host: true };
  const [line] = good.lines;

  test('is taken when it is exactly a reading', () => {
    const said = { ...good, people: [person] };
    expect(parseReading(JSON.stringify(said))).toEqual(said);
  });

  test.each<[string, unknown]>([
    ['a place that is none', { place: 'here' }],
    ['a list that is none', { people: {} }],
    ['somebody without a name', { people: [{ ...person, name: null }] }],
    ['somebody who may be oneself', { people: [{ ...person, self: 'yes' }] }],
    ['somebody with a number for an id', { people: [{ ...person, id: 7 }] }],
    ['nobody at all in the list', { people: [null] }],
    ['a count below nothing', { visitors: -1 }],
    ['half a person', { heads: 1.5 }],
    ['a count as words', { heads: '2' }],
    ['a line without a sender', { lines: [{ ...line, sender: null }] }],
    ['a line with a time in words', { lines: [{ ...line, writtenAt: '10:00' }] }],
    ['a line without words', { lines: [{ ...line, text: undefined }] }],
    ['an unknown microphone', { microphone: 'on' }],
    ['an unknown exposure', { exposed: ['everything'] }],
    ['a composer that is neither', { composer: 'open' }],
    ['a mark that is neither', { records: null }],
  ])('and not with %s', (_name, wrong) => {
    expect(parseReading(JSON.stringify({ ...good, people: [person], ...(wrong as object) }))).toBeNull();
  });

  test.each([[null], [''], ['{'], ['null'], ['[]'], ['"call"']])('and not when it is %s', (text) => {
    expect(parseReading(text)).toBeNull();
  });
});
