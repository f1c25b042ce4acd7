import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { closeGate, DEVICE_KEY, deviceKey, markDamaged, newestOf, removeDisclosures } from './rows.ts';
import {
  ANA,
  type Bench,
  countedBytes,
  EPOCH,
  HOST,
  LOG,
  MEETING,
  NINE,
  openBench,
  write,
} from './testdata/meeting.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

describe('the newest log of a meeting', () => {
  const row = (log: string, openedAt: number, lastAt: number, meeting = 'one') =>
    ({ log, meeting, openedAt, lastAt }) as LogRow;
  const rows = [row('a', 1, 50), row('b', 3, 40), row('c', 2, 60), row('d', 9, 99, 'two')];
  it.each([
    [40, 'b'],
    [41, 'c'],
    [60, 'c'],
    [61, undefined],
  ])('written to at %i or later', (since, log) => expect(newestOf(rows, 'one', since)?.log).toBe(log));
});

describe('the device’s key for meetings', () => {
  it('is made once, and is the same from then on', async () => {
    const random = countedBytes();
    const first = await deviceKey(bench.db, random);
    expect(first).toHaveLength(32);
    expect(await deviceKey(bench.db, random)).toEqual(first);
    expect(await bench.db.get('settings', 'meeting-hash-key')).toEqual(first);
  });

  it.each([null, new Uint8Array(31), new Array(32).fill(1), 'x'.repeat(32), { length: 32 }])(
    'is damaged where what lies there is %j, and no other takes its place',
    async (damaged) => {
      await bench.db.put('settings', damaged, DEVICE_KEY);
      await expect(deviceKey(bench.db, countedBytes())).rejects.toMatchObject({ code: 'damaged' });
      expect(await bench.db.get('settings', DEVICE_KEY)).toEqual(damaged);
    },
  );
});

describe('closing a gate', () => {
  it('is stored, with or without a row before', async () => {
    const reasons = ['waiting'] as const;
    const row = { log: LOG, state: 'closed', epoch: null, cutAfter: 70, reasons };
    // Nothing runs that could drain.
    expect(await closeGate(bench.db, LOG, { cutAfter: 70, reasons, draining: true })).toEqual(row);
    expect(await bench.db.get('gates', LOG)).toEqual(row);
  });

  it('drains the epoch that runs where that is asked for, and closes it else', async () => {
    await bench.db.put('gates', { log: LOG, state: 'open', epoch: EPOCH, cutAfter: null, reasons: [] });
    const draining = await closeGate(bench.db, LOG, { cutAfter: null, reasons: ['stopped'], draining: true });
    expect(draining).toMatchObject({ state: 'draining', epoch: EPOCH });
    expect(await bench.db.get('gates', LOG)).toEqual(draining);
    const closed = await closeGate(bench.db, LOG, { cutAfter: 50, reasons: ['refused'] });
    expect(closed).toMatchObject({ state: 'closed', epoch: EPOCH, cutAfter: 50 });
  });
});

it('only that person’s disclosures are removed, and counted', async () => {
  await write(bench.store, MEETING);
  const rows = await bench.db.getAllFromIndex('disclosures', 'subject', [LOG, HOST]);
  expect(await removeDisclosures(bench.db, LOG, ANA)).toBe(6);
  expect(await removeDisclosures(bench.db, LOG, ANA)).toBe(0);
  expect(await bench.db.getAll('disclosures')).toEqual(rows);
});

it('a damaged log is marked and loses nothing, and a log that is not there is not made', async () => {
  const { row } = await write(bench.store, MEETING);
  await markDamaged(bench.db, LOG);
  expect(await bench.db.getAll('logs')).toEqual([{ ...row, damaged: true }]);
  await markDamaged(bench.db, LOG);
  await markDamaged(bench.db, 'none');
  expect(await bench.db.getAll('logs')).toEqual([{ ...row, damaged: true }]);
  expect(row.lastAt).toBe(NINE + 60_000);
});
