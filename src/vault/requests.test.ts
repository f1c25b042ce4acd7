import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase, type RequestRow } from '../database/schema.ts';
import { keepRequests, markDoing, requestRows } from './requests.ts';

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
});

const request = (change: Partial<RequestRow> = {}): RequestRow => ({
  id: 'lAAAAAAAAAAAA 4',
  log: 'lAAAAAAAAAAAA',
  index: 4,
  participant: 'pAAAAAAAAAAAA' as RequestRow['participant'],
  what: 'erase' as RequestRow['what'],
  way: 'chat' as RequestRow['way'],
  at: 100,
  state: 'open',
  why: null,
  endedAt: null,
  longer: null,
  profiles: [],
  ...change,
});
const state = async () => (await requestRows(db)).map((row) => row.state);

test('the newest first; of the same moment, the later one in the log', async () => {
  await keepRequests(db, [
    request({ id: 'a', at: 100, index: 1 }),
    request({ id: 'b', at: 300, index: 2 }),
    request({ id: 'c', at: 100, index: 9 }),
  ]);
  expect((await requestRows(db)).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

test('one that was begun stays begun until the log says that it has ended: a crash does not forget it', async () => {
  await keepRequests(db, [request()]);
  expect(await state()).toEqual(['open']);
  await markDoing(db, request().id);
  await keepRequests(db, [request({ participant: 'pBBBBBBBBBBBB' as RequestRow['participant'] })]);
  expect(await requestRows(db)).toEqual([
    request({ state: 'doing', participant: 'pBBBBBBBBBBBB' as RequestRow['participant'] }),
  ]);
  await keepRequests(db, [request({ state: 'done' as RequestRow['state'], endedAt: 200 })]);
  expect(await state()).toEqual(['done']);
  await keepRequests(db, [request()]);
  expect(await state()).toEqual(['open']);
});

test('one that could not be done is open again', async () => {
  await keepRequests(db, [request()]);
  await markDoing(db, request().id);
  await markDoing(db, request().id, false);
  expect(await state()).toEqual(['open']);
});

test('one that has ended is not begun again, and what is none is not made up', async () => {
  const done = request({ state: 'done' as RequestRow['state'], endedAt: 200 });
  await keepRequests(db, [done]);
  await markDoing(db, done.id);
  await markDoing(db, 'another');
  expect(await requestRows(db)).toEqual([done]);
});

test('a store that cannot be used is a failure, and never an empty list', async () => {
  db.close();
  const failed = { code: 'storage-failed' };
  await expect(requestRows(db)).rejects.toMatchObject(failed);
  await expect(keepRequests(db, [request()])).rejects.toMatchObject(failed);
  await expect(markDoing(db, 'a')).rejects.toMatchObject(failed);
  await keepRequests(db, []);
});
