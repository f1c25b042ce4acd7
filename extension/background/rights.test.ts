import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../src/database/schema.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import type { Entry, EntryOf } from '../../src/model/entry.ts';
import { type EpochId, ID_BYTES, idOf, type LogId, type ParticipantKey } from '../../src/model/id.ts';
import { SETTINGS } from '../../src/model/settings.ts';
import { requestRowsOf } from '../../src/session/requests.ts';
import { Session } from '../../src/session/session.ts';
import { askEveryone, openMeeting, random, seeing } from '../../src/session/testdata/opening.ts';
import { putLive, settle } from '../../src/vault/chunks.ts';
import { createEpochKey } from '../../src/vault/epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from '../../src/vault/key-files.ts';
import { memoryLocks } from '../../src/vault/locks.ts';
import { keepRequests, requestRows } from '../../src/vault/requests.ts';
import { forOne } from '../../src/vault/testdata/one-recipient.ts';
import type { Desk } from './desk.ts';
import { answerRights, resumeRights } from './rights.ts';
import * as place from './storage.ts';

vi.mock('./settings.ts', () => ({ settings: async () => ({ settings: SETTINGS }) }));

let db: Database;
let store: LogStore;
let keys: KeyFiles;
let at: number;
let desk: Desk;
let hosted: boolean;
let forgotten: ParticipantKey[];

beforeEach(() => begin());
afterEach(() => vi.restoreAllMocks());

async function begin(): Promise<void> {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  at = 1_800_000_000_000;
  hosted = false;
  forgotten = [];
  vi.spyOn(Date, 'now').mockImplementation(() => at);
  live(memoryKeyFiles());
}

/** A worker that has nothing in memory. */
function live(files: KeyFiles): void {
  keys = files;
  store = openLogStore({ db, keys, random });
  const sessions = new Map<LogId, Promise<Session>>();
  desk = {
    session: (log: LogId) => {
      const known = sessions.get(log) ?? load(log);
      sessions.set(log, known);
      return known;
    },
    follow: (_session: Session, observed: unknown) => observed,
    keepRequests: (session: Session) => keepRequests(db, requestRowsOf(session.log, session.state)),
    forgetMet: async (_session: Session, participant: ParticipantKey) => void forgotten.push(participant),
    forget: (log: LogId) => sessions.delete(log),
    tabOf: () => (hosted ? {} : null),
  } as unknown as Desk;
  const made = { db, keys, log: store, locks: memoryLocks() };
  vi.spyOn(place, 'storage').mockResolvedValue(made as unknown as place.Storage);
}

const load = (log: LogId) =>
  Session.load(log, {
    log: store,
    hear: () => Promise.reject(new Error('nobody speaks here')),
    revoke: () => undefined,
    now: () => at,
    random,
  });

interface Met {
  readonly log: LogId;
  readonly epoch: EpochId;
  readonly ana: ParticipantKey;
}

const DESCRIBED: Entry = {
  kind: 'meeting-described',
  basis: 'consent',
  controller: null,
  organisation: false,
  biometrics: false,
  specialCategory: false,
  nonPartyRecorder: false,
  floor: 'product',
  impliedAfterMs: 15_000,
  atLeast: null,
};

/** Ana said yes aloud, and a second of the meeting was recorded. places: where everybody is. */
async function recorded(...places: string[]): Promise<Met> {
  const log = idOf('log', random(ID_BYTES));
  await store.create({ log, platform: 'sandbox', meeting: log, at });
  const session = await desk.session(log);
  const see = seeing(session, () => at);
  await openMeeting(session, see);
  const people = [
    { id: 'h', name: 'Host', self: true },
    { id: 'a', name: 'Ana Beispiel', self: false },
  ];
  await see({ what: 'roster', roster: { people, completeness: 'complete', counter: 2, source: 'dom' } });
  if (places.length > 0) await session.commit(() => [{ entry: DESCRIBED, subject: null, disclosures: {} }]);
  for (const { participant } of places.length > 0 ? session.state.people.values() : [])
    await see({ what: 'order', order: { do: 'state-place', participant, places, residence: null } });
  await askEveryone(session);
  const ana = [...session.state.people.values()].find(({ self }) => !self)?.participant as ParticipantKey;
  at += 10_000;
  const yes = await see({ what: 'order', order: { do: 'attest', participant: ana, person: 1, how: 'aloud' } });
  if (yes.ok !== true || !yes.open) throw new Error('the gate did not open');
  const { epoch } = yes.open;
  await session.commit(({ asks }) => [
    {
      entry: {
        kind: 'post-ordered',
        post: idOf('post', random(ID_BYTES)),
        says: 'attested',
        ask: [...asks.keys()][0] as never,
        people: [ana],
      },
      subject: [...session.state.people.values()].find(({ self }) => self)?.participant ?? null,
      disclosures: { text: 'Host notes that Ana Beispiel agreed' },
    },
  ]);
  await createEpochKey(keys, epoch, forOne);
  await see({ what: 'capture', report: { capture: 'started', epoch, mime: 'audio/webm', microphone: false } });
  await putLive(db, { log, epoch, seq: 0, endAt: at + 1000, bytes: 1, sealed: new ArrayBuffer(8), hash: 'h' });
  await see({ what: 'order', order: { do: 'stop' } });
  const kept = { chunks: 1, bytes: 1, ms: 1000, dropped: 0, lastHash: 'h' };
  await settle(db, epoch, null);
  await see({ what: 'capture', report: { capture: 'sealed', epoch, cause: 'ordered', ...kept } });
  await see({ what: 'place', place: 'elsewhere' });
  return { log, epoch, ana };
}

const said = async <K extends Entry['kind']>(log: LogId, kind: K) =>
  (await store.read(log)).flatMap(({ entry }) => (entry.kind === kind ? [entry as EntryOf<K>] : []));
const words = async (log: LogId) => JSON.stringify([...(await store.disclosures(log)).values()]);
const states = async () => (await requestRows(db)).map(({ what, state }) => `${what} ${state}`);
const erase = ({ log, ana }: Met) => answerRights(desk, { to: 'worker', ask: 'erase-person', log, participant: ana });
const hold = (log: LogId) =>
  db.put('holds', {
    id: 'hAAAAAAAAAAAA',
    over: 'recording',
    matter: '',
    who: '',
    why: '',
    setAt: 1,
    liftedAt: null,
    parts: [{ log, epochs: null, people: null, person: [] }],
    untold: [],
  });

async function expectErased({ log, epoch, ana }: Met, where = ''): Promise<void> {
  expect(await keys.get(EPOCH_KEYS, epoch), where).toBeNull();
  expect(await keys.get(log, ana), where).toBeNull();
  expect(await db.count('chunks'), where).toBe(0);
  expect(await words(log), where).not.toContain('Ana');
  expect(await words(log), where).toContain('Host');
  expect(await said(log, 'deleted'), where).toEqual([
    { kind: 'deleted', epoch, why: 'erased' },
    { kind: 'deleted', epoch: null, why: 'erased', participant: ana },
  ]);
  expect(await said(log, 'request-received'), where).toHaveLength(1);
  expect(await said(log, 'request-answered'), where).toHaveLength(1);
  expect(await states(), where).toEqual(['erasure answered']);
  // Whoever agreed and when stands there as before.
  expect(
    (await said(log, 'answered')).filter(({ participant }) => participant === ana),
    where,
  ).toHaveLength(1);
}

/** The worker ends within the step after `nth` writes, of keys or of the database. */
function dyingAfter(nth: number, files: KeyFiles): { died: () => boolean } {
  let left = nth;
  let died = false;
  const step = () => {
    if (left-- > 0) return;
    died = true;
    throw new DOMException('no worker any more', 'AbortError');
  };
  live({
    ...files,
    async replace(...given) {
      step();
      return files.replace(...given);
    },
    async destroy(...given) {
      step();
      return files.destroy(...given);
    },
  });
  for (const method of ['put', 'add', 'delete'] as const) {
    const real = IDBObjectStore.prototype[method] as (...given: unknown[]) => unknown;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      step();
      return real.apply(this, given) as never;
    });
  }
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  return { died: () => died };
}

describe('erasure', () => {
  test('takes recording, names and words, also where the host’s own words name them, and leaves the proof', async () => {
    const met = await recorded();
    expect(await words(met.log)).toContain('Host notes that Ana Beispiel agreed');
    expect(await erase(met)).toEqual({ ok: true, value: null });
    await expectErased(met);
    expect(forgotten).toEqual([met.ana]);
  });

  test('asked for in two windows at once is done once', async () => {
    const met = await recorded();
    expect(await Promise.all([erase(met), erase(met)])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    await expectErased(met);
  });

  test('is refused under a legal hold: nothing goes, and the request stays open', async () => {
    const met = await recorded();
    await hold(met.log);
    expect(await erase(met)).toEqual({ ok: false, code: 'held' });
    expect(await words(met.log)).toContain('Ana');
    expect(await keys.get(EPOCH_KEYS, met.epoch)).not.toBeNull();
    expect(await said(met.log, 'deleted')).toEqual([]);
    expect(await states()).toEqual(['erasure open']);
    await db.delete('holds', 'hAAAAAAAAAAAA');
    expect(await erase(met)).toEqual({ ok: true, value: null });
    await expectErased(met);
  });

  test('and a hold at the same moment: either all of it is gone, or all of it is there', async () => {
    const met = await recorded();
    const [done] = await Promise.all([erase(met), hold(met.log)]);
    if (done.ok) return expectErased(met);
    expect(await words(met.log)).toContain('Ana');
    expect(await keys.get(EPOCH_KEYS, met.epoch)).not.toBeNull();
  });

  test('waits for the end of a meeting that a page is in, and is nothing for the host', async () => {
    const met = await recorded();
    hosted = true;
    expect(await erase(met)).toEqual({ ok: false, code: 'meeting-runs' });
    hosted = false;
    const host = [...(await desk.session(met.log)).state.people.values()].find(({ self }) => self)?.participant;
    expect(await erase({ ...met, ana: host as ParticipantKey })).toEqual({ ok: false, code: 'unknown-participant' });
    expect(await requestRows(db)).toEqual([]);
  });

  test('cut in two after any of its steps, another life of the worker ends it, or nothing had begun', async () => {
    for (let nth = 0; ; nth++) {
      await begin();
      const met = await recorded();
      const files = keys;
      const { died } = dyingAfter(nth, files);
      const { ok } = await erase(met);
      vi.restoreAllMocks();
      vi.spyOn(Date, 'now').mockImplementation(() => at);
      live(files);
      await resumeRights(desk);
      // Where not even the request was noted, or only that, nothing was touched: it is pressed again.
      const begun = (await states()).includes('erasure answered');
      if (!begun) {
        expect(await words(met.log), `step ${nth}`).toContain('Ana');
        expect((await erase(met)).ok).toBe(true);
      }
      await expectErased(met, `step ${nth}`);
      if (!died()) {
        expect([ok, nth > 12]).toEqual([true, true]);
        return;
      }
    }
  }, 60_000);
});

describe('a correction', () => {
  const correct = ({ log, ana }: Met, name: string) =>
    answerRights(desk, { to: 'worker', ask: 'correct-name', log, participant: ana, name });

  test('gives the new name everywhere, and the old one is nowhere', async () => {
    const met = await recorded();
    expect(await correct(met, '  Anna Beispiel ')).toEqual({ ok: true, value: null });
    const session = await desk.session(met.log);
    expect(session.directory.people.get(met.ana)?.name).toBe('Anna Beispiel');
    const names = [...(await store.disclosures(met.log)).values()].flatMap(({ name }) => (name ? [name] : []));
    expect(names).toEqual(['Host', 'Anna Beispiel']);
    expect(await states()).toEqual(['correction answered']);
  });

  test('cut in two after any of its steps, another life of the worker ends it, or the host says the name once more', async () => {
    for (let nth = 0; ; nth++) {
      await begin();
      const met = await recorded();
      const files = keys;
      const { died } = dyingAfter(nth, files);
      const { ok } = await correct(met, 'Zora Muster');
      vi.restoreAllMocks();
      vi.spyOn(Date, 'now').mockImplementation(() => at);
      live(files);
      await resumeRights(desk);
      const done = (await states()).includes('correction answered');
      if (!done) {
        // Whatever was cut off: they are never without a name.
        expect(await words(met.log), `step ${nth}`).toMatch(/Ana|Zora/);
        expect((await correct(met, 'Zora Muster')).ok, `step ${nth}`).toBe(true);
      }
      const session = await desk.session(met.log);
      expect(session.directory.people.get(met.ana)?.name, `step ${nth}`).toBe('Zora Muster');
      const names = [...(await store.disclosures(met.log)).values()].flatMap(({ name }) => (name ? [name] : []));
      expect(new Set(names), `step ${nth}`).toEqual(new Set(['Host', 'Zora Muster']));
      expect(await states(), `step ${nth}`).toEqual(['correction answered']);
      expect(await said(met.log, 'request-received'), `step ${nth}`).toHaveLength(1);
      expect(await said(met.log, 'request-answered'), `step ${nth}`).toHaveLength(1);
      if (!died()) {
        expect([ok, nth > 8]).toEqual([true, true]);
        return;
      }
    }
  }, 60_000);

  test('of nothing, or while the meeting runs, changes nothing', async () => {
    const met = await recorded();
    expect(await correct(met, '   ')).toEqual({ ok: false, code: 'name-empty' });
    hosted = true;
    expect(await correct(met, 'Anna')).toEqual({ ok: false, code: 'meeting-runs' });
    expect(await requestRows(db)).toEqual([]);
  });
});

test('a withdrawal by the host’s word closes what was open for that yes, once', async () => {
  const met = await recorded();
  const order = { to: 'worker', ask: 'withdraw-for', log: met.log, participant: met.ana } as const;
  expect((await answerRights(desk, order)).ok).toBe(true);
  expect((await answerRights(desk, order)).ok).toBe(true);
  const answers = (await said(met.log, 'answered')).filter(({ participant }) => participant === met.ana);
  expect(answers.map(({ answer, grade }) => `${answer} ${grade}`)).toEqual([
    'consented attested',
    'withdrawn attested',
  ]);
});

test('what came in another way is noted once, refused with its reason, and can come again', async () => {
  const { log, ana } = await recorded();
  const note = { to: 'worker', ask: 'note-request', log, participant: ana, what: 'copy' } as const;
  await answerRights(desk, note);
  await answerRights(desk, note);
  const [request] = await requestRows(db);
  const refuse = { to: 'worker', ask: 'refuse-request', log, request: request?.index ?? -1, why: 'not-them' } as const;
  expect((await answerRights(desk, refuse)).ok).toBe(true);
  expect(await requestRows(db)).toMatchObject([{ state: 'refused', why: 'not-them', way: 'host' }]);
  await answerRights(desk, note);
  expect((await states()).sort()).toEqual(['copy open', 'copy refused']);
});

describe('more time for an answer', () => {
  const DAY = 86_400_000;
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const noted = async (place: string) => {
    const met = await recorded(place);
    const what = { to: 'worker', ask: 'note-request', log: met.log, participant: met.ana, what: 'erasure' } as const;
    expect((await answerRights(desk, what)).ok).toBe(true);
    const [row] = await requestRows(db);
    const request = row?.index ?? -1;
    const extend = (told: string) =>
      answerRights(desk, { to: 'worker', ask: 'extend-request', log: met.log, request, why: 'complex', told });
    return { ...met, request, extend };
  };

  test('is noted once, by the law that allows it, with the day on which they were told', async () => {
    const { log, request, extend } = await noted('DE');
    const told = dayOf(at);
    expect(await extend(dayOf(at + 3 * DAY))).toEqual({ ok: false, code: 'told-not-yet' });
    expect(await extend(dayOf(at - 5 * DAY))).toEqual({ ok: false, code: 'told-not-yet' });
    expect(await extend(told)).toEqual({ ok: true, value: null });
    const [entry] = await said(log, 'request-extended');
    expect(entry).toMatchObject({ request, why: 'complex', law: 'gdpr', told });
    expect(await requestRows(db)).toMatchObject([{ state: 'open', longer: { law: 'gdpr', told } }]);
    expect(await extend(told)).toEqual({ ok: false, code: 'request-not-longer' });
    expect(await said(log, 'request-extended')).toHaveLength(1);
  });

  test('is not there for whom the law gives none, who was told too late, or whose request has ended', async () => {
    const swiss = await noted('CH');
    expect(await swiss.extend(dayOf(at))).toEqual({ ok: false, code: 'request-not-longer' });
    await begin();
    const late = await noted('DE');
    at += 40 * DAY;
    expect(await late.extend(dayOf(at))).toEqual({ ok: false, code: 'request-not-longer' });
    await answerRights(desk, { to: 'worker', ask: 'end-request', log: late.log, request: late.request });
    expect(await late.extend(dayOf(at - 30 * DAY))).toEqual({ ok: false, code: 'request-not-longer' });
    expect(await said(late.log, 'request-extended')).toEqual([]);
  });
});

test('that whoever got something was told is noted of what really left, and of a day that has been', async () => {
  const { log, ana } = await recorded();
  await (await desk.session(log)).commit(() => [
    { entry: { kind: 'exported', format: 'json' }, subject: null, disclosures: {} },
  ]);
  const exported = (await store.read(log)).findIndex(({ entry }) => entry.kind === 'exported');
  const tell = (of: number, on: string | null) =>
    answerRights(desk, { to: 'worker', ask: 'recipient-told', log, participant: ana, exported: of, on });
  const today = new Date(at).toISOString().slice(0, 10);
  expect(await tell(0, today)).toEqual({ ok: false, code: 'told-not-yet' });
  expect(await tell(exported, '2999-01-01')).toEqual({ ok: false, code: 'told-not-yet' });
  expect(await tell(exported, today)).toEqual({ ok: true, value: null });
  expect(await tell(exported, null)).toEqual({ ok: true, value: null });
  expect((await said(log, 'recipient-told')).map(({ on }) => on)).toEqual([today, null]);
});

test('a copy that leaves answers who asked for one, but not while something is missing that they can still get', async () => {
  const { log, ana } = await recorded();
  await answerRights(desk, { to: 'worker', ask: 'note-request', log, participant: ana, what: 'copy' });
  const leaves = (whole: boolean) =>
    answerRights(desk, { to: 'worker', ask: 'copy-leaves', log, participant: ana, whole });
  expect(await leaves(false)).toEqual({ ok: true, value: null });
  expect(await states()).toEqual(['copy open']);
  expect(await leaves(true)).toEqual({ ok: true, value: null });
  expect(await states()).toEqual(['copy answered']);
  expect(await said(log, 'exported')).toEqual([
    { kind: 'exported', format: 'zip', participant: ana },
    { kind: 'exported', format: 'zip', participant: ana },
  ]);
});

describe('what reviewers wrote about them', () => {
  const open = ({ log, ana, epoch }: Met, purpose: 'quality' | 'training', epochs = [epoch]) =>
    answerRights(desk, { to: 'worker', ask: 'open-notes', log, participant: ana, epochs, purpose });

  test('is opened for a copy only after that is in the log, for what everybody in it agreed to', async () => {
    const met = await recorded();
    expect(await open(met, 'quality')).toEqual({ ok: true, value: null });
    expect(await said(met.log, 'accessed')).toEqual([
      { kind: 'accessed', epochs: [met.epoch], purpose: 'quality', how: 'reviewed' },
    ]);
    expect(await open(met, 'training')).toEqual({ ok: false, code: 'purpose-refused' });
    expect(await said(met.log, 'accessed')).toHaveLength(1);
  });

  test('stays closed for a stretch that is none, and for whoever is not in the meeting', async () => {
    const met = await recorded();
    expect(await open(met, 'quality', ['eZZZZZZZZZZZZ' as EpochId])).toEqual({ ok: false, code: 'purpose-refused' });
    const nobody = { ...met, ana: 'pZZZZZZZZZZZZ' as ParticipantKey };
    expect(await open(nobody, 'quality')).toEqual({ ok: false, code: 'unknown-participant' });
    expect(await said(met.log, 'accessed')).toEqual([]);
  });

  test('is not opened when the log cannot be written', async () => {
    const met = await recorded();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { died } = dyingAfter(0, keys);
    const { ok } = await open(met, 'quality');
    expect([ok, died()]).toEqual([false, true]);
  });
});
