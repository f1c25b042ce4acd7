import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ChunkRow, DATABASE_NAME, type Database, openDatabase } from '../database/schema.ts';
import type { GateRow } from '../model/gate.ts';
import type { EpochId } from '../model/id.ts';
import { sealChunk } from './chunk-cipher.ts';
import { endedAt, epochsOf, promote, putLive, readChunks, settle } from './chunks.ts';
import { createEpochKey, readEpochKey } from './epoch-keys.ts';
import { memoryKeyFiles } from './key-files.ts';
import { quarantine } from './quarantine.ts';
import { forOne, one } from './testdata/one-recipient.ts';

const log = 'lAAAAAAAAAAAA';
const epoch = 'eAAAAAAAAAAAA' as EpochId;
const mime = 'audio/webm;codecs=opus';
const signal = new AbortController().signal;
let db: Database;

beforeEach(async () => {
  db = await openDatabase(() => undefined);
});
afterEach(async () => {
  db.close();
  await deleteDB(DATABASE_NAME);
});

const gate = (row: Partial<GateRow>) =>
  db.put('gates', { log, state: 'open', epoch, cutAfter: null, reasons: [], ...row } as GateRow);
const chunk = (seq: number, endAt: number): ChunkRow => ({
  epoch,
  seq,
  log,
  endAt,
  bytes: 10 + seq,
  sealed: new ArrayBuffer(4),
  hash: `h${seq}`,
});
const numbers = async (store: 'live' | 'chunks') => (await db.getAllKeys(store)).map(([, seq]) => seq);

describe('putLive asks the gate row again', () => {
  test.each<[string, Partial<GateRow>, 'kept' | 'thrown-away']>([
    ['open', {}, 'kept'],
    ['open, with the moment of a cut before it', { cutAfter: 999 }, 'kept'],
    ['open for another epoch', { epoch: 'eBBBBBBBBBBBB' as EpochId }, 'thrown-away'],
    ['draining', { state: 'draining' }, 'kept'],
    ['draining, cut at its end', { state: 'draining', cutAfter: 1000 }, 'kept'],
    ['draining, cut before its end', { state: 'draining', cutAfter: 999 }, 'thrown-away'],
    ['closed', { state: 'closed' }, 'thrown-away'],
    ['closed, cut at its end', { state: 'closed', cutAfter: 1000 }, 'kept'],
    ['closed, cut before its end', { state: 'closed', cutAfter: 999 }, 'thrown-away'],
    ['closed, another epoch', { state: 'closed', cutAfter: 2000, epoch: null }, 'thrown-away'],
  ])('%s', async (_name, row, verdict) => {
    await gate(row);
    expect(await putLive(db, chunk(0, 1000))).toBe(verdict);
    expect(await numbers('live')).toEqual(verdict === 'kept' ? [0] : []);
  });

  test('no gate row at all', async () => {
    expect(await putLive(db, chunk(0, 1000))).toBe('thrown-away');
  });

  test('a full disk has its own code', async () => {
    await gate({});
    const full = new DOMException('no room', 'QuotaExceededError');
    const transaction = () => {
      throw full;
    };
    await expect(putLive({ ...db, transaction } as unknown as Database, chunk(0, 1))).rejects.toMatchObject({
      code: 'disk-full',
    });
  });
});

async function four(): Promise<void> {
  await gate({});
  for (let seq = 0; seq < 4; seq++) await putLive(db, chunk(seq, 1000 * (seq + 1)));
}

test('promote moves what is old enough, and can be repeated', async () => {
  await four();
  expect(await promote(db, epoch, 2000)).toBe(2);
  expect(await promote(db, epoch, 2000)).toBe(0);
  expect([await numbers('chunks'), await numbers('live')]).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('a crash between the two stores of promote changes nothing', async () => {
  await four();
  await db.put('chunks', chunk(0, 1000));
  expect(await settle(db, epoch, null)).toEqual({ chunks: 4, bytes: 46, dropped: 0, lastHash: 'h3', endAt: 4000 });
  expect([await numbers('chunks'), await numbers('live')]).toEqual([[0, 1, 2, 3], []]);
});

test('settle drops the tail, also what was promoted already, and can be repeated with an earlier cut', async () => {
  await four();
  await promote(db, epoch, 3000);
  expect(await settle(db, epoch, 2999)).toEqual({ chunks: 2, bytes: 21, dropped: 2, lastHash: 'h1', endAt: 2000 });
  expect(await settle(db, epoch, 1000)).toMatchObject({ chunks: 1, dropped: 1 });
  expect(await settle(db, epoch, 0)).toEqual({ chunks: 0, bytes: 0, dropped: 1, lastHash: '', endAt: null });
});

test('settle obeys the gate row when its cut is the earlier one', async () => {
  await four();
  await gate({ state: 'closed', cutAfter: 1500 });
  expect(await settle(db, epoch, 3500, [10, 11, 12, 13])).toMatchObject({ chunks: 1, bytes: 10, dropped: 3 });
});

describe('settle', () => {
  const other = 'eBBBBBBBBBBBB' as EpochId;

  test('cuts by the gate row alone where its caller knows no moment, also when all was promoted already', async () => {
    await four();
    await promote(db, epoch, 4000);
    await gate({ state: 'closed', cutAfter: 2000 });
    expect(await settle(db, epoch, null)).toMatchObject({ chunks: 2, dropped: 2, endAt: 2000 });
  });

  test('keeps to its caller’s moment when that is the earlier one', async () => {
    await four();
    await gate({ state: 'closed', cutAfter: 3000 });
    expect(await settle(db, epoch, 1000)).toMatchObject({ chunks: 1, dropped: 3 });
  });

  test('goes by no gate of another epoch, and by none that has no moment', async () => {
    await four();
    await gate({ state: 'closed', cutAfter: 0, epoch: other });
    expect(await settle(db, epoch, 3000)).toMatchObject({ chunks: 3, dropped: 1 });
    await gate({ state: 'open', cutAfter: null });
    expect(await settle(db, epoch, 2000)).toMatchObject({ chunks: 2, dropped: 1 });
    await db.delete('gates', log);
    expect(await settle(db, epoch, null)).toMatchObject({ chunks: 2, dropped: 0 });
  });

  test('touches no other epoch, nor a piece that was left of one', async () => {
    await four();
    const others = ['e000000000000', `${epoch}-1`, other];
    for (const name of others) await db.put('chunks', { ...chunk(9, 9000), epoch: name });
    expect(await settle(db, epoch, 0)).toMatchObject({ chunks: 0, dropped: 4 });
    expect((await db.getAllKeys('chunks')).map(([name]) => name)).toEqual(others);
  });

  test('counts what is in either store once, by the sizes that its caller knows or by the rows', async () => {
    await four();
    await promote(db, epoch, 2000);
    await db.put('live', chunk(1, 2000));
    expect(await settle(db, epoch, null, [100, 100])).toEqual({
      chunks: 4,
      bytes: 100 + 100 + 12 + 13,
      dropped: 0,
      lastHash: 'h3',
      endAt: 4000,
    });
  });

  test('a store that fails for another reason than room is told, and nothing is counted as kept', async () => {
    await four();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await expect(settle(db, epoch, null)).rejects.toMatchObject({ code: 'storage-failed' });
    vi.restoreAllMocks();
    db.close();
    await expect(settle(db, epoch, null)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(promote(db, epoch, 0)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(putLive(db, chunk(0, 0))).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(endedAt(db, epoch)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(epochsOf(db, log)).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

test('promote stops at the first chunk that is too young: what is kept is never with a hole', async () => {
  await gate({});
  for (const [seq, endAt] of [1000, 5000, 2000].entries()) await putLive(db, chunk(seq, endAt));
  expect(await promote(db, epoch, 2000)).toBe(1);
  expect([await numbers('chunks'), await numbers('live')]).toEqual([[0], [1, 2]]);
});

describe('what lies there, whatever the log says', () => {
  const other = 'eBBBBBBBBBBBB';
  const lie = (store: 'live' | 'chunks', name: string, seq: number, endAt: number, of = log) =>
    db.put(store, { ...chunk(seq, endAt), epoch: name, log: of });

  test('when an epoch ended: by its last chunk in either store, or by that of a piece which is left of it', async () => {
    expect(await endedAt(db, epoch)).toBeNull();
    await lie('chunks', epoch, 0, 1000);
    await lie('chunks', epoch, 1, 2000);
    await lie('chunks', other, 5, 9000);
    expect(await endedAt(db, epoch)).toBe(2000);
    await lie('live', epoch, 2, 3000);
    expect(await endedAt(db, epoch)).toBe(3000);
    await lie('chunks', `${epoch}-1`, 0, 3500);
    await lie('chunks', `${epoch}-2`, 0, 4000);
    await lie('chunks', `${epoch}-2`, 1, 4500);
    expect(await endedAt(db, epoch)).toBe(4500);
    expect(await endedAt(db, other)).toBe(9000);
  });

  test('of which epochs of a log there is anything: each once, with those of which only a piece is left', async () => {
    await lie('chunks', epoch, 0, 1);
    await lie('live', epoch, 1, 1);
    await lie('live', other, 0, 1);
    await lie('chunks', 'eCCCCCCCCCCCC-1', 0, 1);
    await lie('chunks', 'eCCCCCCCCCCCC-2', 0, 1);
    await lie('chunks', 'eDDDDDDDDDDDD', 0, 1, 'lBBBBBBBBBBBB');
    expect((await epochsOf(db, log)).sort()).toEqual([epoch, other, 'eCCCCCCCCCCCC']);
    expect(await epochsOf(db, 'lBBBBBBBBBBBB')).toEqual(['eDDDDDDDDDDDD']);
  });
});

describe('reading', () => {
  const files = memoryKeyFiles();
  let key: CryptoKey | null;

  async function record(pieces: number): Promise<{ chunks: number; lastHash: string }> {
    await files.destroy('epochs', epoch);
    const write = await createEpochKey(files, epoch, forOne);
    key = await readEpochKey(files, epoch, one);
    let prev = '';
    for (let seq = 0; seq < pieces; seq++) {
      const made = await sealChunk(write, { log, epoch, seq, mime, prev }, Uint8Array.of(seq));
      await db.put('chunks', { ...chunk(seq, seq), ...made });
      prev = made.hash;
    }
    return { chunks: pieces, lastHash: prev };
  }
  async function read(expected: { chunks: number; lastHash: string } | null = null): Promise<number[]> {
    const got: number[] = [];
    for await (const bytes of readChunks(db, key, epoch, mime, signal, expected)) got.push(...bytes);
    return got;
  }

  test('gives all chunks in order', async () => {
    expect(await read(await record(3))).toEqual([0, 1, 2]);
  });
  test('finds a hole', async () => {
    await record(3);
    await db.delete('chunks', [epoch, 1]);
    await expect(read()).rejects.toMatchObject({ code: 'damaged' });
  });
  test('finds two chunks that changed places', async () => {
    await record(3);
    const [a, b] = [await db.get('chunks', [epoch, 1]), await db.get('chunks', [epoch, 2])];
    if (!a || !b) throw new Error('no chunks');
    await db.put('chunks', { ...a, seq: 2 });
    await db.put('chunks', { ...b, seq: 1 });
    await expect(read()).rejects.toMatchObject({ code: 'damaged' });
  });
  test('finds a missing tail when the log says what there was', async () => {
    const sealed = await record(3);
    await db.delete('chunks', [epoch, 2]);
    expect(await read()).toEqual([0, 1]);
    await expect(read(sealed)).rejects.toMatchObject({ code: 'damaged' });
  });
  test('finds a first chunk that is missing, and another last one than the log says', async () => {
    const sealed = await record(3);
    expect(await read(sealed)).toEqual([0, 1, 2]);
    await expect(read({ ...sealed, lastHash: 'other' })).rejects.toMatchObject({ code: 'damaged' });
    await expect(read({ ...sealed, chunks: 2 })).rejects.toMatchObject({ code: 'damaged' });
    await db.delete('chunks', [epoch, 0]);
    await expect(read()).rejects.toMatchObject({ code: 'damaged' });
  });
  test('opens nothing of what is set apart, though the key lies there', async () => {
    await record(1);
    await quarantine(db, { version: 1, epoch, log, at: 0, until: 1, why: 'no-consent' });
    await expect(read()).rejects.toMatchObject({ code: 'quarantined' });
  });
  test('stops when told to, and says when the key is gone', async () => {
    await record(3);
    const stop = new AbortController();
    const rows = readChunks(db, key, epoch, mime, stop.signal);
    await rows.next();
    stop.abort();
    await expect(rows.next()).rejects.toMatchObject({ code: 'cancelled' });
    await files.destroy('epochs', epoch);
    key = await readEpochKey(files, epoch, one);
    await expect(read()).rejects.toMatchObject({ code: 'key-missing' });
  });
});

describe('a disk that is full from one write on', () => {
  const full = (nth: number) => {
    let left = nth;
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (left-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
      return real.apply(this, given);
    });
  };
  afterEach(() => vi.restoreAllMocks());

  test('a chunk: it is not there, and has the code by which the recorder ends cleanly', async () => {
    await gate({});
    full(0);
    await expect(putLive(db, chunk(0, 1000))).rejects.toMatchObject({ code: 'disk-full' });
    expect(await numbers('live')).toEqual([]);
  });

  test.each([0, 1, 2, 3])(
    'promotion, at write %d: every chunk is in one of the stores, and it goes on later',
    async (nth) => {
      await four();
      full(nth);
      await expect(promote(db, epoch, 4000)).rejects.toMatchObject({ code: 'disk-full' });
      expect([...(await numbers('chunks')), ...(await numbers('live'))]).toEqual([0, 1, 2, 3]);
      vi.restoreAllMocks();
      expect(await promote(db, epoch, 4000)).toBe(4 - nth);
      expect(await numbers('chunks')).toEqual([0, 1, 2, 3]);
    },
  );

  test.each([0, 1, 2])(
    'settling, at write %d: the tail is cut, what stays is counted, and none of it is lost',
    async (nth) => {
      await four();
      full(nth);
      const first = await settle(db, epoch, 3000);
      expect(first).toMatchObject({ chunks: 3, dropped: 1, endAt: 3000, lastHash: 'h2' });
      vi.restoreAllMocks();
      expect(await settle(db, epoch, 3000)).toEqual({ ...first, dropped: 0 });
      expect(await numbers('chunks')).toEqual([0, 1, 2]);
    },
  );
});
