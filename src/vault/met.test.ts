import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import { forgetLongUnmet, forgetMet, MET_DAYS, recallMet, rememberMet } from './met.ts';

const DAY = 86_400_000;
const NOW = 20_000 * DAY + 5000;
let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
});

test('who let us remember them is known again, by nothing but the hash, the places and the day', async () => {
  await rememberMet(db, 'ana', ['DE'], NOW);
  expect(await db.getAll('met')).toEqual([{ person: 'ana', places: ['DE'], day: 20_000 }]);
  expect(await recallMet(db, 'ana', NOW)).toEqual(['DE']);
  expect(await recallMet(db, 'ben', NOW)).toEqual([]);
});

test('being met again is another year', async () => {
  await rememberMet(db, 'ana', ['DE'], NOW);
  expect(await recallMet(db, 'ana', NOW + 300 * DAY)).toEqual(['DE']);
  expect(await recallMet(db, 'ana', NOW + 600 * DAY)).toEqual(['DE']);
  expect(await recallMet(db, 'ana', NOW + (600 + MET_DAYS + 1) * DAY)).toEqual([]);
});

test('as many places as may be are remembered, all of them', async () => {
  const places = Array(12).fill('DE');
  await rememberMet(db, 'ana', places, NOW);
  expect(await recallMet(db, 'ana', NOW)).toEqual(places);
});

test('who takes it back is unknown', async () => {
  await rememberMet(db, 'ana', ['DE'], NOW);
  await forgetMet(db, 'ana');
  await forgetMet(db, 'ben');
  expect(await db.count('met')).toBe(0);
});

test('after a year unmet it is deleted, and not a day earlier', async () => {
  await rememberMet(db, 'ana', ['DE'], NOW);
  await rememberMet(db, 'ben', ['US-TX'], NOW + DAY);
  await forgetLongUnmet(db, NOW + MET_DAYS * DAY);
  expect(await db.count('met')).toBe(2);
  await forgetLongUnmet(db, NOW + (MET_DAYS + 1) * DAY);
  expect(await db.getAllKeys('met')).toEqual(['ben']);
});

describe.each<[string, object]>([
  ['a day that has not come', { day: 20_001 }],
  ['a day that is none', { day: Number.NaN }],
  ['no day', { day: undefined }],
  ['no places', { places: [] }],
  ['a place that is none', { places: ['DE', 'Atlantis'] }],
  ['a place in a list of its own', { places: [['DE']] }],
  ['places that are no list', { places: 'DE' }],
  ['more places than anybody means', { places: Array(13).fill('DE') }],
])('a row with %s', (_, wrong) => {
  test('says nothing, is not renewed, and is deleted', async () => {
    const row = { person: 'ana', places: ['DE'], day: 20_000, ...wrong };
    await db.put('met', row);
    expect(await recallMet(db, 'ana', NOW)).toEqual([]);
    expect(await db.get('met', 'ana')).toEqual(row);
    await forgetLongUnmet(db, NOW);
    expect(await db.count('met')).toBe(0);
  });
});

test('a store that cannot be used is a failure, and never an answer', async () => {
  await rememberMet(db, 'ana', ['DE'], NOW);
  db.close();
  const code = { code: 'storage-failed' };
  await expect(recallMet(db, 'ana', NOW)).rejects.toMatchObject(code);
  await expect(rememberMet(db, 'ana', ['DE'], NOW)).rejects.toMatchObject(code);
  await expect(forgetMet(db, 'ana')).rejects.toMatchObject(code);
  await expect(forgetLongUnmet(db, NOW)).rejects.toMatchObject(code);
});
