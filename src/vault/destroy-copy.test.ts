import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import type { DeletionGround } from './deletion-turn.ts';
import { destroyCopy, removeMedia } from './destroy-copy.ts';
import { setHold } from './holds.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from './key-files.ts';
import { memoryLocks } from './locks.ts';

const LOG = 'lAAAAAAAAAAAA';
const [FIRST, SECOND] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'];
const [COPY, NEXT] = ['cAAAAAAAAAAAA', 'cBBBBBBBBBBBB'];
const KEY = new Uint8Array(32).fill(7);
let db: Database;
let keys: KeyFiles;
let ground: DeletionGround;

beforeEach(lieThere);
afterEach(() => vi.restoreAllMocks());

async function lieThere(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
  ground = { db, keys, locks: memoryLocks() };
  for (const name of [FIRST, SECOND, COPY, NEXT]) {
    await keys.put(EPOCH_KEYS, name, KEY);
    for (const store of ['chunks', 'live'] as const)
      for (const seq of [0, 1, 70_000])
        await db.put(store, { epoch: name, seq, log: LOG, endAt: 1, bytes: 1, sealed: new ArrayBuffer(1), hash: '' });
  }
  for (const id of [COPY, NEXT]) await db.put('copies', { id, log: LOG, epochs: [FIRST, SECOND] } as never);
}

async function left(name: string): Promise<string[]> {
  const rows = (at: readonly [string, number][]) => at.filter(([epoch]) => epoch === name).length;
  return [
    ...((await keys.names(EPOCH_KEYS)).includes(name) ? ['key'] : []),
    `${rows(await db.getAllKeys('chunks'))} chunks`,
    `${rows(await db.getAllKeys('live'))} live`,
    ...((await db.getKey('copies', name)) ? ['row'] : []),
  ];
}
const WHOLE = ['key', '3 chunks', '3 live', 'row'];
const GONE = ['0 chunks', '0 live'];
const hold = (epochs: string[] | null, log = LOG) =>
  setHold(ground, {
    id: 'hAAAAAAAAAAAA',
    over: 'epoch',
    matter: '',
    who: 'Ana',
    why: 'a dispute',
    setAt: 1,
    liftedAt: null,
    parts: [{ log, epochs, people: [], person: [] }],
    untold: [],
  });

test('key, chunks and row of the copy go, and nothing of another or of what it was made of', async () => {
  await destroyCopy(ground, COPY);
  expect(await left(COPY)).toEqual(GONE);
  expect(await left(NEXT)).toEqual(WHOLE);
  for (const epoch of [FIRST, SECOND]) expect(await left(epoch)).toEqual(['key', '3 chunks', '3 live']);
});

describe('a legal hold', () => {
  test.each([
    ['the first stretch', [FIRST]],
    ['the last stretch', [SECOND]],
    ['all of the recording', null],
  ])('over %s that it was made of keeps all of it', async (_name, epochs) => {
    await hold(epochs);
    await expect(destroyCopy(ground, COPY)).rejects.toMatchObject({ code: 'held' });
    expect(await left(COPY)).toEqual(WHOLE);
  });

  test('over another recording keeps nothing of it', async () => {
    await hold(null, 'lBBBBBBBBBBBB');
    await destroyCopy(ground, COPY);
    expect(await left(COPY)).toEqual(GONE);
  });

  test('and the deletion at the same moment: whichever is first is whole', async () => {
    const refused = expect(Promise.all([hold(null), destroyCopy(ground, COPY)])).rejects.toMatchObject({
      code: 'held',
    });
    await refused;
    expect(await left(COPY)).toEqual(WHOLE);
    await db.delete('holds', 'hAAAAAAAAAAAA');
    await Promise.all([destroyCopy(ground, COPY), hold(null)]);
    expect(await left(COPY)).toEqual(GONE);
  });
});

test('in two windows at once it goes once, and the second finds nothing to do', async () => {
  await Promise.all([destroyCopy(ground, COPY), destroyCopy(ground, COPY)]);
  expect(await left(COPY)).toEqual(GONE);
});

test('what a crash left without a row goes as well', async () => {
  await db.delete('copies', COPY);
  await destroyCopy(ground, COPY);
  expect(await left(COPY)).toEqual(GONE);
});

test('interrupted at every step: nobody can open it, its row tells that it is there, and once more ends it', async () => {
  for (let nth = 0; nth < 4; nth++) {
    await lieThere();
    let steps = 0;
    const step = () => {
      if (steps++ >= nth) throw new Error('the power went');
    };
    const { delete: remove } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...given) {
      step();
      return remove.apply(this, given);
    });
    const mortal: KeyFiles = {
      ...keys,
      destroy: async (...given) => {
        step();
        await keys.destroy(...given);
      },
    };
    await expect(destroyCopy({ ...ground, keys: mortal }, COPY), `step ${nth}`).rejects.toMatchObject({
      code: 'storage-failed',
    });
    vi.restoreAllMocks();
    const now = await left(COPY);
    expect(now.includes('key'), `step ${nth}`).toBe(nth === 0);
    expect(now, `step ${nth}`).toContain('row');
    await destroyCopy(ground, COPY);
    expect(await left(COPY), `step ${nth}`).toEqual(GONE);
    expect(await left(NEXT)).toEqual(WHOLE);
  }
});

test('media go from their first chunk to their last, and no neighbour’s', async () => {
  await removeMedia(db, FIRST);
  expect(await left(FIRST)).toEqual(['key', ...GONE]);
  expect(await left(SECOND)).toEqual(['key', '3 chunks', '3 live']);
});
