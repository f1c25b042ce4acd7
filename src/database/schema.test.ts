import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { DATABASE_NAME, DATABASE_VERSION, openDatabase } from './schema.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
const nobody = () => undefined;
const row = { log: 'l', state: 'closed', epoch: null, cutAfter: null, reasons: [] } as const;

test('a database that somebody else holds in an older version is a failure, and not a wait without end', async () => {
  const holder = await openDB(DATABASE_NAME, DATABASE_VERSION);
  await expect(openDatabase(nobody, DATABASE_VERSION + 1)).rejects.toMatchObject({ code: 'storage-failed' });
  holder.close();
  const db = await openDatabase(nobody, DATABASE_VERSION + 1);
  expect(db.version).toBe(DATABASE_VERSION + 1);
  db.close();
});

test('our own handle lets go of the database when a newer version wants it, and says so', async () => {
  const lost: string[] = [];
  const old = await openDatabase((why) => lost.push(why));
  const newer = await openDatabase(nobody, DATABASE_VERSION + 1);
  expect(lost).toEqual(['newer-version']);
  await expect(old.put('gates', row)).rejects.toMatchObject({ name: 'InvalidStateError' });
  await newer.put('gates', row);
  newer.close();
});

test('a database from before people were remembered keeps all that it has, and can remember them', async () => {
  const before = await openDB(DATABASE_NAME, 3, {
    upgrade(db) {
      db.createObjectStore('gates', { keyPath: 'log' });
    },
  });
  await before.put('gates', row);
  before.close();
  const db = await openDatabase(nobody);
  const met = { person: 'hash', places: ['DE'], day: 20_000 };
  await db.put('met', met);
  expect(await db.get('gates', 'l')).toEqual(row);
  expect(await db.get('met', 'hash')).toEqual(met);
  db.close();
});
