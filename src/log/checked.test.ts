import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import { checkedOf, DEVICE_LOG, keepChecked, keepStanding, standing } from './checked.ts';
import { CHECK_START } from './full-check.ts';
import { id, LOG, NINE } from './testdata/meeting.ts';

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
});

it('what was found of a log lies in the settings under its own name, and of no other', async () => {
  const found = { at: NINE, size: 8, damage: [] };
  expect(await checkedOf(db, LOG)).toBeNull();
  await keepChecked(db, LOG, found);
  expect(await checkedOf(db, LOG)).toEqual(found);
  expect(await checkedOf(db, id('log', 2))).toBeNull();
  await keepChecked(db, DEVICE_LOG, { ...found, size: 2 });
  expect(await checkedOf(db, LOG)).toEqual(found);
  // An update finds them again.
  expect(await db.getAllKeys('settings')).toEqual(['checked/device', `checked/${LOG}`]);
});

it('where a check stands is told until it stands nowhere, and then nothing is left of it', async () => {
  expect(await standing(db)).toBeNull();
  const place = { log: LOG, place: CHECK_START };
  await keepStanding(db, place);
  expect(await standing(db)).toEqual(place);
  expect(await db.getAllKeys('settings')).toEqual(['checking']);
  await keepStanding(db, null);
  expect(await standing(db)).toBeNull();
  expect(await db.getAllKeys('settings')).toEqual([]);
});
