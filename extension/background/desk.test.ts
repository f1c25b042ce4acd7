import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { placeStated } from '../../src/consent/decide-person.ts';
import { makeNotice } from '../../src/consent/notice.ts';
import { openDatabase } from '../../src/database/schema.ts';
import { markDamaged } from '../../src/log/rows.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import type { ParticipantKey } from '../../src/model/id.ts';
import type { Seen } from '../../src/model/observation.ts';
import { SETTINGS, type SettingPath, type Settings } from '../../src/model/settings.ts';
import { random, TERMS } from '../../src/session/testdata/opening.ts';
import { memoryKeyFiles } from '../../src/vault/key-files.ts';
import { memoryLocks } from '../../src/vault/locks.ts';
import { Desk } from './desk.ts';
import type { MeetingTab } from './meeting.ts';
import { answerPanel } from './orders.ts';
import type { Panels } from './panels.ts';
import * as recorder from './recorder.ts';
import * as place from './storage.ts';
import { SAME_MEETING_MS } from './watched.ts';

/** Which log a meeting's link goes on with: the worker's own code over a real database, and a page that says where it is. */

const armed = vi.hoisted(() => new Map<string, unknown>());
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: { session: { get: async () => Object.fromEntries(armed), set: async () => undefined } },
    runtime: { sendMessage: async () => ({ ok: false, code: 'cancelled' }) },
  },
}));

/** What the host has settled, which a test may change. */
const settled = vi.hoisted(() => ({ changes: {} as Partial<Settings>, locked: [] as SettingPath[] }));
vi.mock('./settings.ts', () => ({
  settings: async () => ({ settings: { ...SETTINGS, ...settled.changes }, locked: settled.locked, lockedBy: null }),
}));

const START = 1_800_000_000_000;
const MINUTE = 60_000;
let desk: Desk;
let store: LogStore;
let tabs: number;
let n: number;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'performance'], now: START });
  vi.stubGlobal('chrome', {
    runtime: { getManifest: () => ({ version: '0.0.0' }) },
    offscreen: { hasDocument: async () => true },
    tabCapture: { getMediaStreamId: async () => 'stream' },
  });
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state: 'granted' }) } });
  const keys = memoryKeyFiles();
  const db = await openDatabase(() => undefined);
  store = openLogStore({ db, keys, random });
  const reserve = { ensure: async () => undefined, release: async () => false };
  vi.spyOn(place, 'storage').mockResolvedValue({ db, keys, log: store, reserve, locks: memoryLocks() });
  [tabs, n] = [0, 0];
  settled.changes = {};
  settled.locked = [];
  wake();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A worker that has nothing in memory. */
function wake(): void {
  desk = new Desk(
    () => undefined,
    async () => undefined,
  );
}

/** A page in a tab of its own, in which the toolbar button was pressed. */
async function page(): Promise<MeetingTab> {
  const tab = ++tabs;
  armed.set('armed-tabs', [tab]);
  const meeting = {
    tab,
    port: { postMessage: () => undefined },
    platform: 'sandbox',
    place: 'elsewhere',
    meeting: 'm',
    siteMeeting: 'room',
    stay: 's',
    session: null,
    beatAt: performance.now(),
    watchedSince: Date.now(),
    notedAt: Number.NEGATIVE_INFINITY,
    mute: 'unknown',
  } as unknown as MeetingTab;
  desk.tabs.set(tab, meeting);
  await says(meeting, 'call');
  return meeting;
}

async function says(meeting: MeetingTab, where: 'call' | 'left'): Promise<void> {
  meeting.place = where;
  meeting.beatAt = performance.now();
  await desk.enter(meeting);
  await see(meeting, { what: 'place', place: where });
}

async function see({ session }: MeetingTab, seen: Seen): Promise<void> {
  if (session) await desk.feed(session, { ...seen, key: `k${++n}`, at: Date.now() } as never);
}

/** Ana is here and has agreed by the host's word. */
async function agreed(meeting: MeetingTab): Promise<void> {
  const people = [
    { id: 'h', name: 'Host', self: true },
    { id: 'a', name: 'Ana', self: false },
  ];
  await see(meeting, { what: 'roster', roster: { people, completeness: 'complete', counter: 2, source: 'dom' } });
  await answerPanel(desk, {} as Panels, {
    to: 'worker',
    ask: 'everyone',
    language: 'en',
    also: null,
    tab: meeting.tab,
    terms: { ...TERMS, purposes: [...TERMS.purposes] },
  });
  const ana = [...(meeting.session?.state.people.values() ?? [])].find(({ self }) => !self)?.participant;
  if (!ana) throw new Error('Ana is not here');
  await see(meeting, { what: 'order', order: { do: 'attest', participant: ana, person: 1, how: 'aloud' } });
  expect(answersIn(meeting)).toBe(2);
}

const answersIn = (meeting: MeetingTab) => meeting.session?.state.answers.size;
const logs = async () => (await store.logs()).length;
const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);

test.each(['in the same page', 'in a page that was loaded anew', 'with a worker that was killed meanwhile'])(
  'a host who comes back within ten minutes, %s, goes on in the same log, with every answer in it',
  async (how) => {
    const first = await page();
    await agreed(first);
    await says(first, 'left');
    passes(SAME_MEETING_MS - 1);
    if (how !== 'in the same page') await desk.gone(first);
    if (how.startsWith('with')) wake();
    const again = how === 'in the same page' ? first : await page();
    await says(again, 'call');
    expect(await logs()).toBe(1);
    expect(answersIn(again)).toBe(2);
    expect(again.session?.state.inCall).toBe(true);
  },
);

test.each(['in the same page', 'in a page that was loaded anew', 'with a worker that was killed meanwhile'])(
  'everyone left, and ten minutes later the link is used again, %s: a new meeting, a new log, no answer carried over',
  async (how) => {
    const first = await page();
    await agreed(first);
    const before = first.session;
    await says(first, 'left');
    passes(SAME_MEETING_MS);
    if (how !== 'in the same page') await desk.gone(first);
    if (how.startsWith('with')) wake();
    const again = how === 'in the same page' ? first : await page();
    await says(again, 'call');
    expect(await logs()).toBe(2);
    expect(again.session?.log).not.toBe(before?.log);
    expect(answersIn(again)).toBe(0);
    expect(again.session?.state).toMatchObject({ ask: null, inCall: true, armed: true });
    expect(before?.state).toMatchObject({ inCall: false, epoch: null });
  },
);

test('a page that stays open after the call keeps no meeting alive', async () => {
  const first = await page();
  await says(first, 'left');
  for (let minute = 0; minute < 11; minute++) {
    passes(MINUTE);
    first.beatAt = performance.now();
    await vi.advanceTimersByTimeAsync(1000);
  }
  await says(first, 'call');
  expect(await logs()).toBe(2);
});

test('a long and quiet call is one meeting, also when the page is loaded anew at its end', async () => {
  const first = await page();
  await agreed(first);
  for (let minute = 0; minute < 30; minute++) {
    passes(MINUTE);
    first.beatAt = performance.now() + 1000;
    await vi.advanceTimersByTimeAsync(1000);
  }
  await desk.gone(first);
  const again = await page();
  expect(await logs()).toBe(1);
  expect(answersIn(again)).toBe(2);
});

test('a computer that slept for longer wakes up to another meeting, although the page still shows the call', async () => {
  const first = await page();
  await agreed(first);
  passes(SAME_MEETING_MS);
  first.beatAt = performance.now() + 1000;
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(async () => expect(await logs()).toBe(2));
  await desk.enter(first);
  expect(answersIn(first)).toBe(0);
});

test('where the toolbar button’s leave is gone by then, nobody hosts', async () => {
  const first = await page();
  await says(first, 'left');
  passes(SAME_MEETING_MS);
  armed.clear();
  await says(first, 'call');
  expect(first.session).toBeNull();
  expect(await logs()).toBe(1);
});

test('a disk that is full when the page goes to another meeting does not keep this one from being closed', async () => {
  const first = await page();
  await agreed(first);
  const before = first.session;
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === 'settings') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, given);
  });
  await desk.finish(first);
  expect(first.session).toBeNull();
  expect(before?.state).toMatchObject({ inCall: false, epoch: null });
  expect(warned).toHaveBeenCalled();
});

test('two messages at once make one log', async () => {
  const first = await page();
  await says(first, 'left');
  passes(SAME_MEETING_MS);
  first.place = 'call';
  await Promise.all([desk.enter(first), desk.enter(first)]);
  expect(await logs()).toBe(2);
});

describe('the question in the languages that the host chose', () => {
  const asks = async (language: string, also: string | null) => {
    const meeting = await page();
    const terms = { ...TERMS, purposes: [...TERMS.purposes] };
    const came = await answerPanel(desk, {} as Panels, {
      to: 'worker',
      ask: 'everyone',
      tab: meeting.tab,
      terms,
      language,
      also,
    });
    return { came, ask: meeting.session?.state.ask, meeting };
  };

  test('is in the log with both its texts, and asked again in both', async () => {
    const { came, ask, meeting } = await asks('de', 'uk');
    expect(came).toEqual({ ok: true, value: null });
    const [de, uk] = [await makeNotice(TERMS, 'de'), await makeNotice(TERMS, 'uk')];
    expect(ask).toMatchObject({ notice: de.notice, also: uk.notice });
    const { session } = meeting;
    expect(session?.texts.get(ask?.index ?? -1)?.text).toBe(`${de.words}\n\n${uk.words}`);
    passes(60_000);
    await answerPanel(desk, {} as Panels, { to: 'worker', ask: 'again', tab: meeting.tab });
    expect(session?.state.ask).toMatchObject({ notice: de.notice, also: uk.notice });
    expect(session?.state.ask?.id).not.toBe(ask?.id);
  });

  test.each([
    ['xx', null],
    ['en', 'xx'],
    ['en', 'en'],
  ])('%s and %s cannot be asked in', async (language, also) => {
    const { came, ask } = await asks(language, also);
    expect(came).toEqual({ ok: false, code: 'bad-terms' });
    expect(ask).toBeNull();
  });
});

/** By the law's minimum in Texas: Ana has said where she is, was shown the notice, and writes nothing. */
async function texas(): Promise<{ meeting: MeetingTab; ana: ParticipantKey }> {
  settled.changes = { place: 'US-TX', basis: 'legitimate-interests', floor: 'legal-minimum' };
  const meeting = await page();
  const people = [
    { id: 'h', name: 'Host', self: true },
    { id: 'a', name: 'Ana', self: false },
  ];
  await see(meeting, { what: 'roster', roster: { people, completeness: 'complete', counter: 2, source: 'dom' } });
  const terms = { ...TERMS, purposes: [...TERMS.purposes] };
  await answerPanel(desk, {} as Panels, {
    to: 'worker',
    ask: 'everyone',
    tab: meeting.tab,
    terms,
    language: 'en',
    also: null,
  });
  const { session } = meeting;
  const ana = [...(session?.state.people.values() ?? [])].find(({ self }) => !self)?.participant;
  if (!session || !ana) throw new Error('Ana is not here');
  await session.commit((state) => placeStated(state, inTexas(ana)).drafts);
  for (const said of ['notice', 'going-on']) {
    await vi.waitFor(() => expect([...session.state.posts.values()].at(-1)?.says).toBe(said));
    const post = [...session.state.posts.keys()].at(-1);
    if (post) await see(meeting, { what: 'post', post, outcome: 'echoed' });
  }
  return { meeting, ana };
}
const inTexas = (participant: ParticipantKey) => ({
  participant,
  places: ['US-TX'],
  residence: null,
  known: 'declared' as const,
  by: 'participant' as const,
});

/** Seconds in which the page gives its signs of life. */
async function watched(meeting: MeetingTab, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    meeting.beatAt = performance.now() + 1000;
    const open = meeting.session?.state.epoch?.epoch;
    if (open && meeting.session) await desk.permit(meeting.session.log, open);
    await vi.advanceTimersByTimeAsync(1000);
    // What a tick began ends in the database, which has no clock.
    await meeting.session?.commit(() => []);
  }
}
const gradesIn = ({ session }: MeetingTab) => [...(session?.state.answers.values() ?? [])].map(({ grade }) => grade);

test('by the legal minimum, going on is a yes after the promised time in which the page was watched, and then it records', async () => {
  const { meeting } = await texas();
  await watched(meeting, 14);
  expect(gradesIn(meeting)).toEqual(['signed']);
  await watched(meeting, 2);
  expect(gradesIn(meeting)).toEqual(['signed', 'implied']);
  expect(meeting.session?.state.epoch).not.toBeNull();
});

test('a page that was silent meanwhile is waited for anew', async () => {
  const { meeting } = await texas();
  await watched(meeting, 10);
  for (let second = 0; second < 10; second++) await vi.advanceTimersByTimeAsync(1000);
  await meeting.session?.commit(() => []);
  expect(meeting.session?.state.watching).toBe(false);
  await watched(meeting, 20);
  expect(gradesIn(meeting)).toEqual(['signed']);
});

test('a worker that was killed meanwhile waits anew, by the log’s own times, and forgets nothing', async () => {
  const { meeting } = await texas();
  await watched(meeting, 10);
  vi.clearAllTimers();
  wake();
  const again = await page();
  expect(again.session?.log).toBe(meeting.session?.log);
  await watched(again, 14);
  expect(gradesIn(again)).toEqual(['signed']);
  await watched(again, 2);
  expect(gradesIn(again)).toEqual(['signed', 'implied']);
});

test('settings that are made stricter count at once in the meeting that runs', async () => {
  const { meeting } = await texas();
  await watched(meeting, 16);
  expect(meeting.session?.state.epoch).not.toBeNull();
  settled.changes = { ...settled.changes, floor: 'product' };
  desk.settingsChanged();
  await vi.waitFor(() => expect(meeting.session?.state.epoch).toBeNull());
  expect(meeting.session?.state.requirement).toMatchObject({ floor: 'product', form: 'explicit' });
});

test('where words must be heard on the recording, it ends when they were not said in thirty seconds', async () => {
  vi.spyOn(recorder, 'openSegment').mockResolvedValue([]);
  const { meeting, ana } = await texas();
  const { session } = meeting;
  const washington = { ...inTexas(ana), places: ['US-WA'] };
  await session?.commit((state) => placeStated(state, washington).drafts);
  await see(meeting, { what: 'order', order: { do: 'attest', participant: ana, person: 1, how: 'aloud' } });
  const epoch = session?.state.epoch?.epoch;
  if (!epoch) throw new Error('it is shut');
  await see(meeting, { what: 'capture', report: { capture: 'started', epoch, mime: 'x', microphone: true } });
  await watched(meeting, 29);
  expect(session?.state.unannounced).toBeNull();
  await watched(meeting, 3);
  expect(session?.state).toMatchObject({ unannounced: epoch, epoch: null });
});

test('an ask for what the organisation locked otherwise is refused, and asking again keeps to the lock', async () => {
  const meeting = await page();
  const order = { to: 'worker', tab: meeting.tab } as const;
  const terms = { ...TERMS, purposes: [...TERMS.purposes], media: 'sound+picture' as const };
  await answerPanel(desk, {} as Panels, { ...order, ask: 'everyone', language: 'en', also: null, terms });
  expect(meeting.session?.state.ask?.media).toBe('sound+picture');
  settled.changes = { terms: { ...TERMS, media: 'sound' } };
  settled.locked = ['terms.media'];
  const first = meeting.session?.state.ask?.id;
  expect(
    await answerPanel(desk, {} as Panels, { ...order, ask: 'everyone', language: 'en', also: null, terms }),
  ).toEqual({
    ok: false,
    code: 'setting-refused',
  });
  expect(meeting.session?.state.ask?.id).toBe(first);
  passes(MINUTE);
  expect(await answerPanel(desk, {} as Panels, { ...order, ask: 'again' })).toMatchObject({ ok: true });
  expect(meeting.session?.state.ask?.media).toBe('sound');
});

describe('a log that is found damaged', () => {
  /** An entry in its middle is another one than was written. */
  async function harm(log: string): Promise<void> {
    const { db } = await place.storage();
    const entry = await db.get('entries', [log, 1]);
    await db.put('entries', { log, index: 1, leaf: new Uint8Array(entry?.leaf.length ?? 0) });
  }

  test.each(['while its meeting goes on', 'with a worker that was killed meanwhile'])(
    '%s, is kept as it is, and a new one that names it begins, in which nobody has answered',
    async (how) => {
      const meeting = await page();
      await agreed(meeting);
      const before = meeting.session?.log ?? '';
      await harm(before);
      const rows = async () => (await (await place.storage()).db.getAll('entries')).filter(({ log }) => log === before);
      const kept = await rows();
      if (how.startsWith('while')) {
        const { db } = await place.storage();
        await markDamaged(db, before);
        await see(meeting, { what: 'watch', watching: false });
        await vi.waitFor(() => expect(meeting.session?.log ?? before).not.toBe(before));
      } else {
        desk.tabs.clear();
        wake();
        await says(await page(), 'call');
      }
      const after = [...desk.tabs.values()].find(({ session }) => session)?.session;
      await vi.waitFor(() => expect(after?.state.opened).toMatchObject({ continues: before }));
      expect(after?.state.answers.size).toBe(0);
      expect(after?.state.ask).toBeNull();
      const [opening] = await store.read(after?.log ?? '');
      const damaged = await store.row(before);
      expect(opening?.entry).toMatchObject({ continues: { log: before, size: damaged?.size, head: damaged?.head } });
      // Until it was found, its worker went on with it.
      expect((await rows()).slice(0, kept.length)).toEqual(kept);
      expect(await logs()).toBe(2);
    },
  );
});
