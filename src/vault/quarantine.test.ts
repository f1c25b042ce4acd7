import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import type { GateRow } from '../model/gate.ts';
import { forgetQuarantine, isQuarantined, type Quarantined, quarantine, quarantined } from './quarantine.ts';

const LOG = 'lAAAAAAAAAAAA';
const [EPOCH, OTHER] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'];
const row: Quarantined = { version: 1, epoch: EPOCH, log: LOG, at: 5, until: 9, why: 'damaged' };
let db: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const gate = (change: Partial<GateRow> = {}) =>
  db.put('gates', { log: LOG, state: 'open', epoch: EPOCH, cutAfter: null, reasons: [], ...change } as GateRow);

test('what is set apart is so by its epoch and by every piece that is left of it, and nothing else is', async () => {
  await db.put('settings', { version: 1 }, `deleting/${OTHER}`);
  await quarantine(db, row);
  expect(await quarantined(db)).toEqual([row]);
  const is = await Promise.all([EPOCH, `${EPOCH}-2`, OTHER].map((name) => isQuarantined(db, name)));
  expect(is).toEqual([true, true, false]);
});

test('set apart once, its promised end is never put off', async () => {
  await quarantine(db, row);
  await quarantine(db, { ...row, until: 99, why: 'no-consent' });
  expect(await quarantined(db)).toEqual([row]);
});

test('the gate is closed with it, and nothing that comes now is kept', async () => {
  await gate();
  await quarantine(db, row);
  expect(await db.get('gates', LOG)).toMatchObject({ state: 'closed', cutAfter: 0, epoch: EPOCH });
});

test('the gate of another epoch is another’s matter, and none is made up', async () => {
  await gate({ epoch: OTHER as GateRow['epoch'] });
  await quarantine(db, row);
  expect(await db.get('gates', LOG)).toMatchObject({ state: 'open', cutAfter: null });
  await quarantine(db, { ...row, log: 'lBBBBBBBBBBBB', epoch: OTHER });
  expect(await db.count('gates')).toBe(1);
});

test('it goes with the epoch, alone', async () => {
  await quarantine(db, row);
  await quarantine(db, { ...row, epoch: OTHER });
  await forgetQuarantine(db, EPOCH);
  expect((await quarantined(db)).map(({ epoch }) => epoch)).toEqual([OTHER]);
});

test('interrupted: neither set apart nor closed, and told', async () => {
  await gate();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === 'gates') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, given);
  });
  await expect(quarantine(db, row)).rejects.toMatchObject({ code: 'disk-full' });
  db.close();
  await expect(quarantine(db, row)).rejects.toMatchObject({ code: 'storage-failed' });
});
