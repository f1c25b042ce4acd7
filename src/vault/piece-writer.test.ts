import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import { readChunks } from './chunks.ts';
import { readEpochKey } from './epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from './key-files.ts';
import { PieceWriter } from './piece-writer.ts';
import { forOne, one } from './testdata/one-recipient.ts';

const LOG = 'lAAAAAAAAAAAA';
const MEDIA = 'eAAAAAAAAAAAA-1';
const mime = 'audio/webm;codecs=opus';
const { signal } = new AbortController();
let db: Database;
let keys: KeyFiles;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
});
afterEach(() => vi.restoreAllMocks());

const begin = (media = MEDIA) => PieceWriter.begin(db, keys, { log: LOG, media, mime }, forOne);
const bytes = (...given: number[]) => Uint8Array.from(given);

test('what was written is read back as a recording of its own, in order, as the log will say it', async () => {
  const writer = await begin();
  await writer.put(bytes(1, 2), 100);
  await writer.put(bytes(3), 200);
  const written = writer.finish();
  expect(written).toMatchObject({ chunks: 2, bytes: 3 });
  const got: number[] = [];
  const key = await readEpochKey(keys, MEDIA, one);
  for await (const chunk of readChunks(db, key, MEDIA, mime, signal, written)) got.push(...chunk);
  expect(got).toEqual([1, 2, 3]);
  expect((await db.getAll('chunks')).map(({ log, endAt, bytes: size }) => [log, endAt, size])).toEqual([
    [LOG, 100, 2],
    [LOG, 200, 1],
  ]);
});

test('what a crash left under its name goes first, key and all, and nothing of another', async () => {
  const other = await begin('eAAAAAAAAAAAA-2');
  await other.put(bytes(9), 1);
  const crashed = await begin();
  for (let seq = 0; seq < 3; seq++) await crashed.put(bytes(7), 1);
  const before = await keys.get(EPOCH_KEYS, MEDIA);
  const writer = await begin();
  expect((await db.getAllKeys('chunks')).map(([name]) => name)).toEqual(['eAAAAAAAAAAAA-2']);
  expect(await keys.get(EPOCH_KEYS, MEDIA)).not.toEqual(before);
  await writer.put(bytes(1), 1);
  expect(writer.finish().chunks).toBe(1);
});

test('abandoned, nothing of it lies there', async () => {
  const writer = await begin();
  await writer.put(bytes(1), 1);
  await writer.abandon();
  expect([await db.count('chunks'), await keys.names(EPOCH_KEYS)]).toEqual([0, []]);
});

test('an empty piece is none', async () => {
  const writer = await begin();
  expect(() => writer.finish()).toThrow(expect.objectContaining({ code: 'unexpected' }));
});

test('a chunk that finds no room is told and not counted, and abandoned nothing is left', async () => {
  const writer = await begin();
  await writer.put(bytes(1), 1);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(writer.put(bytes(2), 2)).rejects.toMatchObject({ code: 'disk-full' });
  vi.restoreAllMocks();
  const written = writer.finish();
  expect(written).toMatchObject({ chunks: 1, bytes: 1 });
  expect(written.lastHash).toBe((await db.get('chunks', [MEDIA, 0]))?.hash);
  await writer.abandon();
  expect([await db.count('chunks'), await keys.names(EPOCH_KEYS)]).toEqual([0, []]);
});
