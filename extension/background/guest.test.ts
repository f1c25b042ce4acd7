import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { invited } from '../../src/consent/invitations.ts';
import type { Reserve } from '../../src/database/reserve.ts';
import { type Database, openDatabase } from '../../src/database/schema.ts';
import type { BannerPress, BannerView } from '../../src/model/banner.ts';
import type { SendOutcome } from '../../src/model/chat.ts';
import type { Invitation } from '../../src/model/invitation.ts';
import { encodeTag } from '../../src/model/tag-format.ts';
import { joinPost, splitPost } from '../../src/model/tag-post.ts';
import { makeAsk } from '../../src/session/testdata/opening.ts';
import { Guest } from './guest.ts';
import type { MeetingTab } from './meeting.ts';
import * as place from './storage.ts';

/** What a participant answers while the disk is full from one write on. */
let db: Database;
let left: number;
let kept: boolean;
let said: { say: string; text?: string }[];
let ask: Invitation['terms'];

const full = () => new DOMException('no room', 'QuotaExceededError');
const reserve: Reserve = {
  async ensure() {
    if (!kept) throw full();
  },
  async release() {
    const had = kept;
    if (had) left = Number.POSITIVE_INFINITY;
    kept = false;
    return had;
  },
};
const meeting = () =>
  ({
    meeting: 'm',
    stay: 's',
    session: null,
    port: { postMessage: (message: (typeof said)[number]) => said.push(message) },
  }) as unknown as MeetingTab;
/** Places that were remembered, and the one that is. */
let keptPlaces: string[];
const own = {
  place: async () => keptPlaces.at(-1) ?? null,
  async keep(place: string) {
    keptPlaces.push(place);
  },
};
let opened: number;
const openConsents = async () => {
  opened++;
};
const row = async () => (await db.getAll('invitations'))[0];
const press = (what: 'withdraw' | 'decline' | 'agree') => {
  const pressed: BannerPress =
    what === 'agree' ? { press: what, ask: ask.id, purposes: [], people: 1 } : { press: what, ask: ask.id };
  return new Guest('de-AT', own, openConsents).press(meeting(), pressed);
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  [left, kept, said] = [Number.POSITIVE_INFINITY, true, []];
  keptPlaces = [];
  opened = 0;
  vi.spyOn(place, 'storage').mockResolvedValue({ db, reserve } as unknown as place.Storage);
  const made = await makeAsk();
  const { words } = made;
  ask = made.ask;
  const line = { id: '1', sender: { id: 'h', name: 'Host', self: false }, text: words, edited: false };
  const at = Date.now();
  const first = invited(null, {
    meeting: 'm',
    stay: 's',
    at,
    line,
    terms: ask,
    words,
    shown: ask.notice,
    unverified: false,
    anew: null,
  });
  if (first) await db.put('invitations', { ...first, state: 'agreed', agreed: 1 });
  const real = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (left-- <= 0) throw full();
    return real.apply(this, given);
  });
});
afterEach(() => vi.restoreAllMocks());

describe('what we write in the chat ourselves', () => {
  const write = (text: string, how: { replayed?: boolean; edited?: boolean; self?: boolean } = {}) =>
    new Guest('de-AT', own, openConsents).observe(meeting(), {
      what: 'chat',
      key: 'k',
      at: Date.now() + 5000,
      replayed: how.replayed ?? false,
      line: { id: '2', sender: { id: 'me', name: null, self: how.self ?? true }, text, edited: how.edited ?? false },
    });
  const asked = async () => {
    const before = await row();
    if (before) await db.put('invitations', { ...before, state: 'requested', agreed: 0 });
  };

  test('a clear answer settles our own banner, and nothing is posted for it', async () => {
    await write('stop recording');
    expect((await row())?.state).toBe('withdrawn');
    await write('I agree');
    expect((await row())?.state).toBe('agreed');
    expect(said.map(({ say }) => say)).toEqual(['mode', 'banner', 'mode', 'banner']);
  });

  test.each<[string, string, Parameters<typeof write>[1]]>([
    ['talk', 'I agree with Bob', {}],
    ['an unclear yes', 'ok', {}],
    ['somebody else’s words', 'I agree', { self: false }],
    ['history', 'I agree', { replayed: true }],
    ['an edited line', 'I agree', { edited: true }],
    ['half a tag', 'I agree [atr1 answer', {}],
  ])('%s does not', async (_what, text, how) => {
    await asked();
    await write(text, how);
    expect((await row())?.state).toBe('requested');
  });
});

describe('the same question again', () => {
  const hears = async (key: string, how: { again?: true; replayed?: boolean }) => {
    const { id, notice, ...terms } = ask;
    const tag = { kind: 'ask', ask: id, terms, notice, ...(how.again && { again: how.again }) } as const;
    const { words } = (await row()) as Invitation;
    return new Guest('en', own, openConsents).observe(meeting(), {
      what: 'chat',
      key,
      at: Date.now(),
      replayed: how.replayed ?? false,
      line: { id: key, sender: { id: 'h', name: 'Host', self: false }, text: joinPost(words, tag), edited: false },
    });
  };
  /** Public keys of our answers, as they were posted. */
  const keys = () =>
    said.flatMap((message) => {
      const { parts = [] } = message as { parts?: string[] };
      const { tag } = splitPost(parts[0] ?? '');
      return tag?.kind === 'answer' ? [`${tag.key} ${tag.counter}`] : [];
    });

  test('for latecomers changes nothing, nor does history', async () => {
    await hears('1', {});
    await hears('2', { again: true, replayed: true });
    expect(await row()).toMatchObject({ state: 'agreed', agreed: 1 });
  });

  test('for whoever cannot be told from a newcomer shows it again, and the new yes has a key of its own', async () => {
    await press('agree');
    await hears('1', { again: true });
    expect(await row()).toMatchObject({ state: 'requested', agreed: 0, anew: '1' });
    await press('agree');
    // Brought again by a page whose worker had died: it was heard.
    await hears('1', { again: true });
    expect((await row())?.state).toBe('posting');
    await press('agree');
    const [first, second, third] = keys().map((one) => one.split(' '));
    expect([second?.[0] === first?.[0], third?.[0] === second?.[0]]).toEqual([false, true]);
    expect([first?.[1], second?.[1], third?.[1]]).toEqual(['1', '1', '2']);
  });
});

test('what the reader agreed to is opened by one press, and nothing is answered by it', async () => {
  const before = await row();
  await new Guest('en', own, openConsents).press(meeting(), { press: 'mine', ask: ask.id });
  await new Guest('en', own, openConsents).press(meeting(), { press: 'mine', ask: 'aAAAAAAAAAAAA' as typeof ask.id });
  expect([opened, said, await row()]).toEqual([1, [], before]);
});

describe('the whole notice', () => {
  test('is asked for in the chat by one press, in the word that the notice names', async () => {
    await new Guest('de-AT', own, openConsents).press(meeting(), { press: 'details', ask: ask.id });
    expect(said).toMatchObject([{ say: 'post', parts: ['details'] }]);
    expect((await row())?.state).toBe('agreed');
  });

  test('stands in the banner when the asker has posted it', async () => {
    const tag = (part: number) =>
      `[atr1 details ${encodeTag({ kind: 'end', ask: ask.id }).split(/[ \]]/)[2]} ${part} 2]`;
    const hears = (id: string, part: number, words: string) =>
      new Guest('de-AT', own, openConsents).observe(meeting(), {
        what: 'chat',
        key: `k${id}${part}`,
        at: Date.now(),
        replayed: false,
        line: {
          id: `d${id}${part}`,
          sender: { id, name: 'Host', self: false },
          text: `Recording? ${part}/2: ${words}\n${tag(part)}`,
          edited: false,
        },
      });
    await hears('h', 1, 'Responsible: Acme.');
    await hears('x', 2, 'Not the host’s.');
    const views = () => said.filter(({ say }) => say === 'banner') as unknown as { view: BannerView }[];
    expect(views().at(-1)?.view.asks[0]).toMatchObject({
      whole: false,
      notice: expect.stringMatching(/\nResponsible: Acme\.$/),
    });
    await hears('h', 2, 'Rights: many.');
    expect(views().at(-1)?.view.asks[0]).toMatchObject({
      whole: true,
      notice: expect.stringMatching(/\nResponsible: Acme\.\nRights: many\.$/),
    });
    expect(views().at(-1)?.view).toMatchObject({ language: 'de', direction: 'ltr' });
  });
});

/** The key's counter, and the row that asks for the words to be written. */
describe.each([0, 1])('full from write %d on', (nth) => {
  test.each([
    ['withdraw', 'withdrawn'],
    ['decline', 'declined'],
  ] as const)('“%s” is stored and goes to the chat, with the room of the reserve', async (what, becomes) => {
    left = nth;
    await press(what);
    expect(kept).toBe(false);
    expect((await row())?.pending).toMatchObject({ becomes });
    expect(said.filter(({ say }) => say === 'post')).toHaveLength(1);
  });

  test('a yes is neither stored nor said, and leaves the reserve alone', async () => {
    left = nth;
    await expect(press('agree')).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(kept).toBe(true);
    expect((await row())?.pending).toBeNull();
    expect(said.filter(({ say }) => say === 'post')).toEqual([]);
  });
});

test('where there is no reserve, no yes is given that could not be taken back', async () => {
  kept = false;
  await expect(press('agree')).rejects.toMatchObject({ name: 'QuotaExceededError' });
  expect(said).toEqual([]);
});

describe('where we are', () => {
  const told = (place: string, { keep = false, allow = false, on = 'sandbox', lives = false } = {}) =>
    new Guest('en', own, openConsents).press(
      { ...meeting(), platform: on },
      { press: 'place', ask: ask.id, place, keep, allow, ...(lives && { lives }) },
    );
  const view = () =>
    (said.findLast(({ say }) => say === 'banner') as unknown as { view: BannerView } | undefined)?.view;
  const echoed = async (outcome: SendOutcome) => {
    const post = (await row())?.placed?.post;
    if (post)
      await new Guest('en', own, openConsents).observe(meeting(), {
        what: 'post',
        key: 'p',
        at: Date.now(),
        post,
        outcome,
      });
  };

  test('is said in the chat in words, beside the answer, which stays as it is', async () => {
    await told('US-CA');
    const posts = said.filter(({ say }) => say === 'post');
    expect(posts).toMatchObject([{ parts: ['My place: California (US-CA)'] }]);
    expect(await row()).toMatchObject({ state: 'agreed', pending: null, placed: { place: 'US-CA', state: 'posting' } });
    expect(view()?.where).toMatchObject({ busy: true, chosen: 'US-CA' });
    await echoed('echoed');
    expect(view()?.where).toMatchObject({ busy: false, note: '', line: 'You are in: California' });
    await echoed('unsure');
    expect(view()?.where.note).toBe('');
  });

  test('that did not come through is told, and can be said again', async () => {
    await told('DE');
    await echoed('refused');
    expect(view()?.where).toMatchObject({ busy: false, note: 'Not sent. Write it in the chat yourself.' });
    await echoed('echoed');
    expect(view()?.where.line).toBe('You are in: Germany');
  });

  test('is remembered only when the reader wants that, and chosen beforehand then', async () => {
    await told('DE');
    expect(keptPlaces).toEqual([]);
    await told('US-TX', { keep: true });
    expect(keptPlaces).toEqual(['US-TX']);
    const before = await row();
    if (before) {
      const { placed: _, ...rest } = before;
      await db.put('invitations', rest);
    }
    await new Guest('en', own, openConsents).enter(meeting());
    expect(view()?.where).toMatchObject({ chosen: 'US-TX', line: 'Where are you?', places: null });
  });

  test('may be remembered by the host when the reader says so, where the site shows who is the same next time', async () => {
    await told('DE', { allow: true });
    expect(said.findLast(({ say }) => say === 'post')).toMatchObject({
      parts: ['My place: Germany (DE), please remember it'],
    });
    expect(keptPlaces).toEqual([]);
    await told('DE', { allow: true, on: 'meet' });
    expect(said.findLast(({ say }) => say === 'post')).toMatchObject({ parts: ['My place: Germany (DE)'] });
    const allowed = async (platform: string) => {
      await new Guest('en', own, openConsents).enter({ ...meeting(), platform });
      return view()?.where.allow;
    };
    expect(await allowed('sandbox')).toBe('The host may remember it for our next meetings');
    expect(await allowed('zoom')).toBe('');
  });

  test('is chosen from a list that comes when it is asked for', async () => {
    await new Guest('en', own, openConsents).press(meeting(), { press: 'where', ask: ask.id });
    expect(view()?.where.places).toContainEqual(['DE', 'Germany']);
  });

  test('where they live is the second step, and posted beside where they are', async () => {
    await new Guest('en', own, openConsents).enter(meeting());
    expect(view()?.where).toMatchObject({ live: '' });
    await told('DE');
    await echoed('echoed');
    expect(view()?.where).toMatchObject({ live: 'I live there' });
    await told('FR', { keep: true, lives: true });
    expect(said.filter(({ say }) => say === 'post')).toMatchObject([
      { parts: ['My place: Germany (DE)'] },
      { parts: ['My residence: France (FR)'] },
    ]);
    expect(keptPlaces).toEqual([]);
    const post = (await row())?.lives?.post;
    if (post)
      await new Guest('en', own, openConsents).observe(meeting(), {
        what: 'post',
        key: 'q',
        at: Date.now(),
        post,
        outcome: 'echoed',
      });
    expect(view()?.where.line).toBe('You are in: Germany · You live in: France');
  });

  test('is not posted for a place that no reader would understand', async () => {
    await told('QQ');
    expect(said).toEqual([]);
    expect((await row())?.placed).toBeUndefined();
  });
});
