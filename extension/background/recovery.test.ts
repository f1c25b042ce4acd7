import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, type LogRow, openDatabase } from '../../src/database/schema.ts';
import { namedIn } from '../../src/log/readable.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import type { Entry } from '../../src/model/entry.ts';
import { type EpochId, ID_BYTES, idOf, type LogId } from '../../src/model/id.ts';
import type { CaptureReport } from '../../src/model/observation.ts';
import { hostOf } from '../../src/session/asking.ts';
import { Session } from '../../src/session/session.ts';
import { askEveryone, openMeeting, random, seeing } from '../../src/session/testdata/opening.ts';
import { sealChunk } from '../../src/vault/chunk-cipher.ts';
import { putLive, readChunks, settle } from '../../src/vault/chunks.ts';
import { createEpochKey, readEpochKey } from '../../src/vault/epoch-keys.ts';
import { memoryKeyFiles } from '../../src/vault/key-files.ts';
import { memoryLocks } from '../../src/vault/locks.ts';
import { quarantined } from '../../src/vault/quarantine.ts';
import { forOne, one } from '../../src/vault/testdata/one-recipient.ts';
import type { Desk, Mended } from './desk.ts';
import { recoverSegments } from './recovery.ts';
import { deleteOverdue } from './retention.ts';
import * as place from './storage.ts';

const mime = 'audio/webm;codecs=opus';
const keys = memoryKeyFiles();
const START = 1_800_000_000_000;
const DAY = 86_400_000;
let db: Database;
let store: LogStore;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  store = openLogStore({ db, keys, random });
  vi.spyOn(place, 'storage').mockResolvedValue({
    db,
    keys,
    log: store,
    locks: memoryLocks(),
  } as unknown as place.Storage);
});
afterEach(() => vi.restoreAllMocks());

const load = (log: LogId) =>
  Session.load(log, {
    log: store,
    hear: () => Promise.reject(new Error('nobody speaks here')),
    revoke: () => undefined,
    now: () => START,
    random,
  });

/** A host alone in a meeting is recorded, five chunks are stored, and then everything is gone in the same moment. */
async function killed(): Promise<{ log: LogId; epoch: EpochId }> {
  const log = idOf('log', random(ID_BYTES));
  await store.create({ log, platform: 'sandbox', meeting: log, at: START });
  const session = await load(log);
  const see = seeing(session, () => START);
  await openMeeting(session, see);
  const people = [{ id: 'h', name: 'Host', self: true }];
  await see({ what: 'roster', roster: { people, completeness: 'complete', counter: 1, source: 'dom' } });
  const { observed } = await askEveryone(session);
  if (observed.ok !== true || !observed.open) throw new Error('the gate did not open');
  const { epoch } = observed.open;
  await see({ what: 'capture', report: { capture: 'started', epoch, mime, microphone: false } });
  const key = await createEpochKey(keys, epoch, forOne);
  let prev = '';
  for (let seq = 0; seq < 5; seq++) {
    const made = await sealChunk(key, { log, epoch, seq, mime, prev }, new Uint8Array([seq]));
    await putLive(db, { log, epoch, seq, endAt: START + 1000 * (seq + 1), bytes: 1, ...made });
    prev = made.hash;
  }
  return { log, epoch };
}

/** As after a restart: nothing is in memory, and no recorder runs. */
async function restart(): Promise<Map<string, CaptureReport>> {
  const reports = new Map<string, CaptureReport>();
  const desk = {
    session: load,
    async mend(session: Session, settle: (epoch: string) => Promise<Mended>) {
      const { segment } = session.state;
      if (segment) reports.set(session.log, (await settle(segment.epoch)).report);
    },
  };
  await recoverSegments(desk, { db, log: store });
  return reports;
}

/** Of how many people names and words are stored. */
const names = async (log: LogId) => (await namedIn(db)).get(log)?.length ?? 0;

async function read(epoch: EpochId): Promise<number[]> {
  const found: number[] = [];
  const { signal } = new AbortController();
  for await (const bytes of readChunks(db, await readEpochKey(keys, epoch, one), epoch, mime, signal))
    found.push(...bytes);
  return found;
}

test('an epoch whose consent is in the log is kept up to its last whole chunk', async () => {
  const { log, epoch } = await killed();
  expect((await restart()).get(log)).toMatchObject({ cause: 'recovered', chunks: 5, dropped: 0 });
  expect(await read(epoch)).toEqual([0, 1, 2, 3, 4]);
  expect(await quarantined(db)).toEqual([]);
});

test('what a newcomer had cut off before the crash stays cut off', async () => {
  const { log, epoch } = await killed();
  await store.closeGate(log, { cutAfter: START + 3500, reasons: ['waiting'], draining: false });
  expect((await restart()).get(log)).toMatchObject({ cause: 'recovered', chunks: 3, dropped: 2 });
  expect(await read(epoch)).toEqual([0, 1, 2]);
});

test.each<[string, 'damaged' | 'no-consent', (log: LogId) => Promise<unknown>]>([
  [
    'a byte of an entry was changed',
    'damaged',
    async (log) => {
      const entry = await db.get('entries', [log, 3]);
      if (entry) await db.put('entries', { ...entry, leaf: entry.leaf.map((byte, i) => (i === 60 ? byte ^ 1 : byte)) });
    },
  ],
  ['an entry is gone', 'damaged', (log) => db.delete('entries', [log, 2])],
  ['the log’s head is gone', 'no-consent', (log) => db.delete('logs', log)],
  [
    'the log never opened this epoch',
    'no-consent',
    async (log) => {
      const gate = await db.get('gates', log);
      const other = idOf('epoch', random(ID_BYTES));
      if (gate) await db.put('gates', { ...gate, epoch: other });
      for (const chunk of await db.getAll('live')) {
        if (chunk.log === log) await db.put('live', { ...chunk, epoch: other });
      }
    },
  ],
])(
  'when %s, the epoch is set apart, for good, and the other meeting is recovered all the same',
  async (_, why, spoil) => {
    const spoilt = await killed();
    const whole = await killed();
    const before = await db.get('entries', [spoilt.log, 2]);
    await spoil(spoilt.log);
    const epoch = (await db.get('gates', spoilt.log))?.epoch as EpochId;
    const reports = await restart();
    const readable = await store.read(spoilt.log).catch(() => []);
    // Where the log can be written, the epoch does not run for ever in it: nothing of it counts as recorded.
    if (readable.length === 0) expect(reports.has(spoilt.log)).toBe(false);
    else expect(reports.get(spoilt.log)).toMatchObject({ cause: 'recorder-failed', chunks: 0, bytes: 0 });
    expect(reports.get(whole.log)).toMatchObject({ cause: 'recovered', chunks: 5 });
    expect(await quarantined(db)).toMatchObject([{ log: spoilt.log, epoch, why }]);
    await expect(read(epoch)).rejects.toMatchObject({ code: 'quarantined' });
    expect(await db.get('gates', spoilt.log)).toMatchObject({ state: 'closed', cutAfter: 0 });
    // Whoever puts the entry back does not undo it.
    if (before) await db.put('entries', before);
    await restart();
    await expect(read(epoch)).rejects.toMatchObject({ code: 'quarantined' });
    // A log that cannot be read is told about, and holds up nothing.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    // It was promised to be kept for a day, and a broken log makes no day longer.
    const end = START + 5000 + DAY;
    await deleteOverdue({ session: load } as unknown as Desk, START + DAY - 1);
    expect(await names(spoilt.log)).toBeGreaterThan(0);
    const stored = async () => (await db.getAllKeys('live')).filter(([of]) => of === epoch).length;
    await deleteOverdue({ session: load } as unknown as Desk, end - 1);
    expect(await stored()).toBe(5);
    await deleteOverdue({ session: load } as unknown as Desk, end);
    expect([await stored(), await names(spoilt.log)]).toEqual([0, 0]);
    expect(await readEpochKey(keys, epoch, one)).toBeNull();
    expect(await quarantined(db)).toEqual([]);
    await restart();
    expect(await quarantined(db)).toEqual([]);
  },
);

test('a recording that was whole when its log was damaged, and the names in it, go on the promised day as well', async () => {
  const { log, epoch } = await killed();
  await store.closeGate(log, { cutAfter: null, reasons: ['stopped'] });
  await settle(db, epoch, null);
  await restart();
  expect(await quarantined(db)).toEqual([]);
  await db.delete('entries', [log, 1]);
  await deleteOverdue({ session: load } as unknown as Desk, START + DAY - 1);
  expect([await read(epoch), await names(log)]).toEqual([[0, 1, 2, 3, 4], 1]);
  // Names from the last entry, the recording from its own end.
  await deleteOverdue({ session: load } as unknown as Desk, START + DAY);
  expect([await read(epoch), await names(log)]).toEqual([[0, 1, 2, 3, 4], 0]);
  await deleteOverdue({ session: load } as unknown as Desk, START + 5000 + DAY);
  expect(await readEpochKey(keys, epoch, one)).toBeNull();
  expect(await db.count('chunks')).toBe(0);
});

test('an entry that claims to be from the future keeps no name longer', async () => {
  const { log } = await killed();
  const session = await load(log);
  const entry: Entry = { kind: 'participant-renamed', participant: hostOf(session.state) };
  await store.append(
    log,
    (await store.row(log)) as LogRow,
    [{ draft: { entry, subject: null, disclosures: {} }, at: START + 99 * DAY, seen: '' }],
    null,
  );
  await db.delete('entries', [log, 1]);
  await deleteOverdue({ session: load } as unknown as Desk, START + DAY);
  expect(await names(log)).toBe(0);
});
