import 'fake-indexeddb/auto';
import canonicalize from 'canonicalize';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../src/database/schema.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import type { Entry, EntryOf } from '../../src/model/entry.ts';
import { type EpochId, type HoldId, ID_BYTES, idOf, type LogId, type ParticipantKey } from '../../src/model/id.ts';
import { CLOCK_KEY, judgeClock } from '../../src/session/clock.ts';
import { Session } from '../../src/session/session.ts';
import { askEveryone, openMeeting, random, seeing, TERMS } from '../../src/session/testdata/opening.ts';
import { putLive, settle } from '../../src/vault/chunks.ts';
import { createEpochKey } from '../../src/vault/epoch-keys.ts';
import { activeHolds, allHolds } from '../../src/vault/holds.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from '../../src/vault/key-files.ts';
import { memoryLocks } from '../../src/vault/locks.ts';
import { forOne } from '../../src/vault/testdata/one-recipient.ts';
import { deleteEpochs, finishWhatWasMeant } from './deletion.ts';
import type { Desk } from './desk.ts';
import { orderHold, orderLift, tellHolds } from './holds.ts';
import { answerKeeping } from './keeping.ts';
import { deleteOverdue } from './retention.ts';
import * as place from './storage.ts';

const START = 1_800_000_000_000;
const DAY = 86_400_000;
const KEEP = DAY;
let db: Database;
let store: LogStore;
let keys: KeyFiles;
let at: number;
let sessions: Map<LogId, Promise<Session>>;
let desk: Desk;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
  at = START;
  sessions = new Map();
  store = openLogStore({ db, keys, random });
  desk = { session: load } as unknown as Desk;
  vi.spyOn(Date, 'now').mockImplementation(() => at);
  const made = { db, keys, log: store, locks: memoryLocks() };
  vi.spyOn(place, 'storage').mockResolvedValue(made as unknown as place.Storage);
});
afterEach(() => vi.restoreAllMocks());

const load = (log: LogId) => {
  const known = sessions.get(log);
  if (known) return known;
  const loading = Session.load(log, {
    log: store,
    hear: () => Promise.reject(new Error('nobody speaks here')),
    revoke: () => undefined,
    now: () => at,
    random,
  });
  sessions.set(log, loading);
  return loading;
};

/** A host alone in a meeting was recorded, for a second, and nothing runs any more. */
async function recorded(terms = TERMS): Promise<{ log: LogId; epoch: EpochId }> {
  const log = idOf('log', random(ID_BYTES));
  await store.create({ log, platform: 'sandbox', meeting: log, at });
  const session = await load(log);
  const see = seeing(session, () => at);
  await openMeeting(session, see);
  const people = [{ id: 'h', name: 'Host', self: true }];
  await see({ what: 'roster', roster: { people, completeness: 'complete', counter: 1, source: 'dom' } });
  const { observed } = await askEveryone(session, terms);
  if (observed.ok !== true || !observed.open) throw new Error('the gate did not open');
  const { epoch } = observed.open;
  await createEpochKey(keys, epoch, forOne);
  await see({ what: 'capture', report: { capture: 'started', epoch, mime: 'audio/webm', microphone: false } });
  await putLive(db, { log, epoch, seq: 0, endAt: at + 1000, bytes: 1, sealed: new ArrayBuffer(8), hash: 'h' });
  await see({ what: 'order', order: { do: 'stop' } });
  const kept = { chunks: 1, bytes: 1, ms: 1000, dropped: 0, lastHash: 'h' };
  await settle(db, epoch, null);
  await see({ what: 'capture', report: { capture: 'sealed', epoch, cause: 'ordered', ...kept } });
  return { log, epoch };
}

const said = async <K extends Entry['kind']>(log: LogId, kind: K) =>
  (await store.read(log)).flatMap(({ entry }) => (entry.kind === kind ? [entry as EntryOf<K>] : []));
const isThere = async (epoch: EpochId) => [(await keys.get(EPOCH_KEYS, epoch)) !== null, await db.count('chunks')];
const words = { who: 'Ana Beispiel', why: 'a dispute about the price', matter: '' };
const id = async () => (await activeHolds(db))[0]?.id as HoldId;

describe('a legal hold', () => {
  test('keeps what is over; lifted, it goes at once, and the log tells all of it with who and why', async () => {
    const { log, epoch } = await recorded();
    await orderHold(desk, { over: 'epoch', log, epoch }, words);
    await deleteOverdue(desk, START + KEEP + 9 * DAY);
    expect(await isThere(epoch)).toEqual([true, 1]);
    await orderLift(desk, await id(), { who: 'Bob', why: 'it is settled' });
    await deleteOverdue(desk, START + KEEP + 9 * DAY);
    expect(await isThere(epoch)).toEqual([false, 0]);
    expect(await said(log, 'hold-set')).toMatchObject([{ over: 'epoch', epochs: [epoch] }]);
    expect(await said(log, 'hold-lifted')).toHaveLength(1);
    expect(await said(log, 'deleted')).toMatchObject([
      { epoch, why: 'time-over' },
      { epoch: null, why: 'time-over' },
    ]);
    // Nothing of the words stays in the clear.
    expect(JSON.stringify(await allHolds(db))).not.toMatch(/Ana|dispute|Bob|settled/);
  });

  test('its words are disclosures in the log, and go with the names', async () => {
    const { log } = await recorded();
    await orderHold(desk, { over: 'matter', logs: [log] }, { ...words, matter: 'Example v. Sample' });
    const [hold] = (await store.read(log)).filter(({ entry }) => entry.kind === 'hold-set');
    const texts = await store.disclosuresOf(log, [hold?.index ?? -1]);
    expect(texts.get(hold?.index ?? -1)).toEqual({
      who: 'Ana Beispiel',
      why: 'a dispute about the price',
      matter: 'Example v. Sample',
    });
    await orderLift(desk, await id(), words);
    await deleteOverdue(desk, START + 9 * DAY);
    expect((await store.disclosuresOf(log, [hold?.index ?? -1])).size).toBe(0);
  });

  test.each(['recording', 'matter', 'person'] as const)('over a %s keeps recording and names', async (over) => {
    const { log, epoch } = await recorded();
    const other = await recorded();
    const participant = [...(await load(log)).state.people.keys()][0] as ParticipantKey;
    const wanted = {
      recording: { over: 'recording', log },
      matter: { over: 'matter', logs: [log] },
      person: { over: 'person', people: [{ log, participant }] },
    } as const;
    await orderHold(desk, wanted[over], words);
    await deleteOverdue(desk, START + 99 * DAY);
    expect(await keys.get(EPOCH_KEYS, epoch)).not.toBeNull();
    expect(await keys.get(EPOCH_KEYS, other.epoch)).toBeNull();
    expect((await keys.names(log)).length).toBe(1);
    expect((await keys.names(other.log)).length).toBe(0);
    expect(await said(log, 'deleted')).toEqual([]);
  });

  test('over a person covers what they are recorded in afterwards', async () => {
    const { log } = await recorded();
    const session = await load(log);
    const participant = [...session.state.people.keys()][0] as ParticipantKey;
    await orderHold(desk, { over: 'person', people: [{ log, participant }] }, words);
    const epoch = idOf('epoch', random(ID_BYTES));
    const ask = session.state.ask?.id;
    if (!ask) throw new Error('nobody was asked');
    await keys.put(EPOCH_KEYS, epoch, new Uint8Array(32).fill(1));
    const opened: Entry = { kind: 'gate-opened', epoch, ask, media: 'sound', roster: [participant], answers: [] };
    vi.spyOn(store, 'gate').mockResolvedValue(null);
    await db.put('entries', { log, index: 9999, leaf: await leafWith(opened) });
    await expect(deleteEpochs(desk, log, [epoch], 'host')).rejects.toMatchObject({ code: 'held' });
    expect(await keys.get(EPOCH_KEYS, epoch)).not.toBeNull();
    async function leafWith(entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
      const row = await db.get('entries', [log, 0]);
      const leaf = JSON.parse(new TextDecoder().decode(row?.leaf));
      return new TextEncoder().encode(canonicalize({ ...leaf, entry }));
    }
  });

  test('over a matter is lifted as a whole, with what was added to it later; another matter stays', async () => {
    const [first, second, third] = [await recorded(), await recorded(), await recorded()];
    const matter = 'Example v. Sample';
    await orderHold(desk, { over: 'matter', logs: [first.log] }, { ...words, matter });
    await orderHold(desk, { over: 'matter', logs: [second.log] }, { ...words, matter });
    await orderHold(desk, { over: 'matter', logs: [third.log] }, { ...words, matter: 'Another' });
    const one = (await activeHolds(db)).find((hold) => hold.parts[0]?.log === first.log);
    await orderLift(desk, one?.id as HoldId, words);
    expect((await activeHolds(db)).map(({ parts }) => parts[0]?.log)).toEqual([third.log]);
    for (const { log } of [first, second]) expect(await said(log, 'hold-lifted')).toHaveLength(1);
    expect(await said(third.log, 'hold-lifted')).toEqual([]);
    await orderLift(desk, one?.id as HoldId, words);
    expect(await said(first.log, 'hold-lifted')).toHaveLength(1);
  });

  test('refuses the host who deletes by hand, until it is lifted', async () => {
    const { log, epoch } = await recorded();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await orderHold(desk, { over: 'recording', log }, words);
    expect(await answerKeeping(desk, { to: 'worker', ask: 'delete-recording', log })).toEqual({
      ok: false,
      code: 'held',
    });
    expect(await isThere(epoch)).toEqual([true, 1]);
    await orderLift(desk, await id(), words);
    expect(await answerKeeping(desk, { to: 'worker', ask: 'delete-recording', log })).toMatchObject({ ok: true });
    expect(await isThere(epoch)).toEqual([false, 0]);
    expect(await said(log, 'deleted')).toEqual([{ kind: 'deleted', epoch, why: 'host' }]);
  });

  test('that stops a deletion between two pieces keeps the rest, and the log tells once which piece is lost', async () => {
    const { log, epoch } = await recorded();
    const [first, second] = [`${epoch}-1`, `${epoch}-2`];
    const piece = (media: string, from: number) => ({ media, from, ms: 400, chunks: 1, bytes: 1, lastHash: 'h' });
    const pieces = [piece(first, 0), piece(second, 600)];
    const entry: Entry = { kind: 'cut', epoch, from: 400, to: 600, pieces };
    await (await load(log)).commit(() => [{ entry, subject: null, disclosures: {} }]);
    await keys.destroy(EPOCH_KEYS, epoch);
    // A crash came after the key of the first.
    await keys.put(EPOCH_KEYS, second, new Uint8Array(32).fill(7));
    await db.put('settings', { version: 1, log, epoch, why: 'erased' }, `deleting/${epoch}`);
    await orderHold(desk, { over: 'recording', log }, words);
    await finishWhatWasMeant(desk);
    expect(await said(log, 'cut')).toEqual([
      entry,
      { kind: 'cut', epoch, from: 0, to: 400, pieces: [piece(second, 600)], why: 'erased' },
    ]);
    expect(await said(log, 'deleted')).toEqual([]);
    expect(await keys.names(EPOCH_KEYS)).toEqual([second]);
    await db.put('settings', { version: 1, log, epoch, why: 'erased' }, `deleting/${epoch}`);
    await finishWhatWasMeant(desk);
    expect(await said(log, 'cut')).toHaveLength(2);
  });

  test('of which nobody can read any more what it is over keeps everything, whoever wants it deleted', async () => {
    const { log, epoch } = await recorded();
    await orderHold(desk, { over: 'epoch', log, epoch }, words);
    const [row] = await allHolds(db);
    await db.put('holds', { ...row, parts: 'all of it' } as never);
    await expect(deleteEpochs(desk, log, [epoch], 'host')).rejects.toMatchObject({ code: 'held' });
    await deleteOverdue(desk, START + KEEP + 9 * DAY);
    expect(await isThere(epoch)).toEqual([true, 1]);
    expect(await said(log, 'deleted')).toEqual([]);
    await orderLift(desk, await id(), words);
    await deleteOverdue(desk, START + KEEP + 9 * DAY);
    expect(await isThere(epoch)).toEqual([false, 0]);
  });

  test('that a log could not tell of is in force, and is told later, once', async () => {
    const { log, epoch } = await recorded();
    const append = vi.spyOn(store, 'append').mockRejectedValue(new Error('the disk is full'));
    await expect(orderHold(desk, { over: 'recording', log }, words)).rejects.toMatchObject({ code: 'unexpected' });
    await expect(deleteEpochs(desk, log, [epoch], 'host')).rejects.toMatchObject({ code: 'held' });
    append.mockRestore();
    await tellHolds(desk);
    await tellHolds(desk);
    expect(await said(log, 'hold-set')).toHaveLength(1);
  });
});

describe('two windows at once', () => {
  test('the same deletions are told once', async () => {
    const { log } = await recorded();
    await Promise.all([deleteOverdue(desk, START + 9 * DAY), deleteOverdue(desk, START + 9 * DAY)]);
    expect(await said(log, 'deleted')).toHaveLength(2);
  });
  test('a hold and an erasure: whichever comes first is whole', async () => {
    const { log, epoch } = await recorded();
    const results = await Promise.allSettled([
      orderHold(desk, { over: 'recording', log }, words),
      deleteEpochs(desk, log, [epoch], 'erased'),
    ]);
    const isGone = (await keys.get(EPOCH_KEYS, epoch)) === null;
    expect(results[0].status).toBe('fulfilled');
    expect(results[1].status).toBe(isGone ? 'fulfilled' : 'rejected');
    expect((await said(log, 'deleted')).length).toBe(isGone ? 1 : 0);
    expect(await db.count('chunks')).toBe(isGone ? 0 : 1);
  });
});

test('alarms that were missed for a month: one look does all that is over by then', async () => {
  const first = await recorded();
  at += 3 * DAY;
  const second = await recorded();
  await deleteOverdue(desk, START + 34 * DAY);
  for (const { log, epoch } of [first, second]) {
    expect(await keys.get(EPOCH_KEYS, epoch)).toBeNull();
    expect(await keys.names(log)).toEqual([]);
  }
  expect(await db.count('chunks')).toBe(0);
});

test('shorter is free, and counts at once; longer is refused', async () => {
  const { log, epoch } = await recorded({ ...TERMS, keepDays: 30, proofDays: 365 });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const shorter = (keepDays: number, proofDays: number) =>
    answerKeeping(desk, { to: 'worker', ask: 'keep-shorter', log, keepDays, proofDays });
  for (const [keep, proof] of [
    [31, 365],
    [30, 366],
    [30, 29],
  ] as const)
    expect(await shorter(keep, proof)).toEqual({ ok: false, code: 'bad-terms' });
  expect(await shorter(30, 365)).toMatchObject({ ok: true });
  expect(await said(log, 'retention-shortened')).toEqual([]);
  expect(await shorter(7, 90)).toMatchObject({ ok: true });
  expect(await shorter(8, 90)).toEqual({ ok: false, code: 'bad-terms' });
  await deleteOverdue(desk, START + 7 * DAY - 1);
  expect(await isThere(epoch)).toEqual([true, 1]);
  await deleteOverdue(desk, START + 7 * DAY + 2000);
  expect(await isThere(epoch)).toEqual([false, 0]);
  expect(await said(log, 'deleted')).toEqual([{ kind: 'deleted', epoch, why: 'shortened' }]);
  await deleteOverdue(desk, START + 91 * DAY);
  expect(await keys.names(log)).toEqual([]);
});

test('a recording that runs is not deleted under its recorder', async () => {
  const { log, epoch } = await recorded();
  await db.put('gates', { log, state: 'open', epoch, cutAfter: null, reasons: [] });
  await expect(deleteEpochs(desk, log, [epoch], 'host')).rejects.toMatchObject({ code: 'still-recording' });
});

test('the clock is judged before anything is deleted, and what is known of it is kept', async () => {
  const { log, epoch } = await recorded();
  const { keepPromises } = await import('./retention.ts');
  const { confirmDate, lookAtClock } = await import('./clock-watch.ts');
  await lookAtClock(START);
  await confirmDate(START);
  expect(await db.get('settings', CLOCK_KEY)).toMatchObject({ believed: START });
  const future = START + 3650 * DAY;
  expect(await keepPromises(desk, future)).toBe('doubted');
  expect(await isThere(epoch)).toEqual([true, 1]);
  expect((await store.read(log)).some(({ entry }) => entry.kind === 'deleted')).toBe(false);
  expect(judgeClock((await db.get('settings', CLOCK_KEY)) as never, { now: future, newest: 0, drift: 0 }).may).toBe(
    'doubted',
  );
  at = future;
  expect(await answerKeeping(desk, { to: 'worker', ask: 'confirm-date' })).toMatchObject({ ok: true });
  expect(await isThere(epoch)).toEqual([false, 0]);
});
