import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NAME_MAX, TEXT_MAX } from '../model/roster.ts';
import { contentToWorker } from './content-to-worker.ts';
import { spoiled } from './testdata/spoiled.ts';

const sender = { id: 'a', name: 'Ana', self: false };
const line = { id: 'm1', sender, text: 'I agree', edited: false };
const observed = (observation: object) => ({ say: 'observed', observations: [{ key: 'k', at: 1, ...observation }] });
const GOOD: Readonly<Record<string, unknown>> = {
  hello: { say: 'hello', platform: 'sandbox', meeting: 'room', stay: 'stay', place: 'call' },
  beat: { say: 'beat', at: 1 },
  nothing: { say: 'observed', observations: [] },
  roster: observed({
    what: 'roster',
    roster: { people: [{ id: 'a', name: 'Ana', self: true }], completeness: 'complete', counter: 1, source: 'dom' },
  }),
  chat: observed({ what: 'chat', line, replayed: false }),
  post: observed({ what: 'post', post: 'mAAAAAAAAAAAA', outcome: 'echoed' }),
  place: observed({ what: 'place', place: 'left' }),
  mute: observed({ what: 'mute', mute: 'muted' }),
  agree: { say: 'pressed', press: { press: 'agree', ask: 'aAAAAAAAAAAAA', purposes: ['notes'], people: 2 } },
  decline: { say: 'pressed', press: { press: 'decline', ask: 'aAAAAAAAAAAAA' } },
  where: { say: 'pressed', press: { press: 'where', ask: 'aAAAAAAAAAAAA' } },
  tellsPlace: {
    say: 'pressed',
    press: { press: 'place', ask: 'aAAAAAAAAAAAA', place: 'US-CA', keep: true, allow: false },
  },
};

/** Not wrong: no id, no name and no count are what some sites show; texts of any words, and a time of 0, are theirs too. */
const FINE =
  /(?:\.(?:id|counter) is null|name is null|\.(?:id|name|text|key|meeting|platform|stay) is "other"|(?:platform|stay|meeting) is "other"|self is|edited is|replayed is|keep is|allow is)/;

describe.each(Object.entries(GOOD))('%s', (_name, message) => {
  test('is taken as it is written', () => {
    expect(v.parse(contentToWorker, message)).toEqual(message);
  });

  test('is dropped with anything wrong in it', () => {
    const taken = spoiled(message).filter((bad) => v.is(contentToWorker, bad.message) && !FINE.test(bad.how));
    expect(taken.map(({ how }) => how)).toEqual([]);
  });
});

describe('a meeting page', () => {
  test.each([
    ['orders nothing', { what: 'order', order: { do: 'resume' } }],
    ['reports no capture', { what: 'capture', report: { capture: 'armed' } }],
    ['does not say whether it is watched', { what: 'watch', watching: true }],
  ])('%s', (_name, observation) => {
    expect(v.is(contentToWorker, observed(observation))).toBe(false);
  });

  test('brings names, words and lists up to their limits, and not a character more', () => {
    const saying = (text: string, name: string) =>
      observed({ what: 'chat', replayed: false, line: { ...line, text, sender: { ...sender, name } } });
    expect(v.is(contentToWorker, saying('x'.repeat(TEXT_MAX), 'n'.repeat(NAME_MAX)))).toBe(true);
    expect(v.is(contentToWorker, saying('x'.repeat(TEXT_MAX + 1), 'n'))).toBe(false);
    expect(v.is(contentToWorker, saying('x', 'n'.repeat(NAME_MAX + 1)))).toBe(false);
    const many = (n: number) => ({
      say: 'observed',
      observations: Array(n).fill({ key: 'k', at: 1, what: 'mute', mute: 'live' }),
    });
    expect(v.is(contentToWorker, many(200))).toBe(true);
    expect(v.is(contentToWorker, many(201))).toBe(false);
  });

  test('cannot name an ask, a post or a purpose that could not be', () => {
    for (const ask of ['eAAAAAAAAAAAA', 'aAAA', 'aAAAAAAAAAAAA\n', '__proto__', 'constructor'])
      expect(v.is(contentToWorker, { say: 'pressed', press: { press: 'decline', ask } })).toBe(false);
    const press = { press: 'agree', ask: 'aAAAAAAAAAAAA', people: 1 };
    expect(v.is(contentToWorker, { say: 'pressed', press: { ...press, purposes: ['toString'] } })).toBe(false);
  });

  test('cannot be anything but a message', () => {
    for (const message of [
      null,
      undefined,
      0,
      'observed',
      [],
      () => 1,
      Symbol.iterator,
      { say: 'constructor' },
      { say: '__proto__' },
    ])
      expect(v.is(contentToWorker, message)).toBe(false);
  });
});
