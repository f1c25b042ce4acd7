import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChunkRow, DATABASE_NAME, type Database, openDatabase } from '../database/schema.ts';
import { sealChunk } from './chunk-cipher.ts';
import { quarantine } from './quarantine.ts';
import { SealedMedia } from './sealed-media.ts';

const log = 'lAAAAAAAAAAAA';
const epoch = 'eAAAAAAAAAAAA';
const mime = 'audio/webm;codecs=opus';
const LAST = 9;
let db: Database;
let key: CryptoKey;
let lastHash: string;
let reads: number;

async function seal(id: string, words: string, of = key): Promise<string> {
  let prev = '';
  for (let seq = 0; seq <= LAST; seq++) {
    const bytes = new TextEncoder().encode(`${words} ${seq}`);
    const { sealed, hash } = await sealChunk(of, { log, epoch: id, seq, mime, prev }, bytes);
    await db.put('chunks', { epoch: id, seq, log, endAt: seq, bytes: bytes.length, sealed, hash });
    prev = hash;
  }
  return prev;
}

beforeEach(async () => {
  db = await openDatabase(() => undefined);
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  lastHash = await seal(epoch, 'word');
  reads = 0;
});
afterEach(async () => {
  db.close();
  await deleteDB(DATABASE_NAME);
});

const open = (expected = { chunks: LAST + 1, lastHash }) =>
  SealedMedia.open(
    db,
    async () => {
      reads++;
      return key;
    },
    epoch,
    mime,
    expected,
  );
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const change = async (seq: number, part: (row: ChunkRow) => Partial<ChunkRow>) => {
  const row = (await db.get('chunks', [epoch, seq])) as ChunkRow;
  await db.put('chunks', { ...row, ...part(row) });
};
const flipped = ({ sealed }: ChunkRow) => {
  const bytes = new Uint8Array(sealed.slice(0));
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  return { sealed: bytes.buffer };
};

test('chunks are read in any order, and the key once, when the first is', async () => {
  const media = await open();
  expect(reads).toBe(0);
  expect(media.chunks).toBe(10);
  for (const seq of [7, 2, 3, 9, 1, 0, 7, 1]) expect(text(await media.chunk(seq))).toBe(`word ${seq}`);
  expect(reads).toBe(1);
});

describe('what is not as it was sealed is damaged', () => {
  test('a chunk that was changed, and the one after it', async () => {
    const media = await open();
    await change(4, flipped);
    expect(text(await media.chunk(3))).toBe('word 3');
    await expect(media.chunk(4)).rejects.toMatchObject({ code: 'damaged' });
    await expect(media.chunk(5)).rejects.toMatchObject({ code: 'damaged' });
    expect(text(await media.chunk(6))).toBe('word 6');
  });

  test('its row’s own word for its hash is not believed', async () => {
    const media = await open();
    await change(4, (row) => ({ ...flipped(row), hash: row.hash }));
    await expect(media.chunk(5)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('one that was cut off, anywhere', async () => {
    for (const length of [0, 1, 15, 16, -1]) {
      const { sealed } = (await db.get('chunks', [epoch, 4])) as ChunkRow;
      const media = await open();
      await change(4, () => ({ sealed: sealed.slice(0, length) }));
      await expect(media.chunk(4), `${length}`).rejects.toMatchObject({ code: 'damaged' });
      await change(4, () => ({ sealed }));
    }
  });

  test('two that changed places, and one that lies there twice', async () => {
    const [four, five] = [
      (await db.get('chunks', [epoch, 4])) as ChunkRow,
      (await db.get('chunks', [epoch, 5])) as ChunkRow,
    ];
    await db.put('chunks', { ...four, seq: 5 });
    for (const seq of [4, 5, 6]) {
      if (seq === 4) expect(text(await (await open()).chunk(4))).toBe('word 4');
      else await expect((await open()).chunk(seq)).rejects.toMatchObject({ code: 'damaged' });
    }
    await db.put('chunks', { ...five, seq: 4 });
    for (const seq of [4, 5, 6]) await expect((await open()).chunk(seq)).rejects.toMatchObject({ code: 'damaged' });
    expect(text(await (await open()).chunk(3))).toBe('word 3');
  });

  test('another log in its row, though all of it was sealed there', async () => {
    await change(4, () => ({ log: 'lBBBBBBBBBBBB' }));
    await expect((await open()).chunk(4)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('what was read before is not believed for what lies there since', async () => {
    const media = await open();
    await media.chunk(4);
    await change(4, flipped);
    await expect(media.chunk(4)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('one that is not there at all, before the first or after the last', async () => {
    const media = await open();
    await expect(media.chunk(LAST + 1)).rejects.toMatchObject({ code: 'damaged' });
    await db.delete('chunks', [epoch, 0]);
    await expect(media.chunk(1)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('one that was put in another’s place', async () => {
    const other = (await db.get('chunks', [epoch, 6])) as ChunkRow;
    await change(4, () => ({ sealed: other.sealed }));
    await expect((await open()).chunk(4)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('one of another recording, even with the same key', async () => {
    await seal('eBBBBBBBBBBBB', 'other');
    const other = (await db.get('chunks', ['eBBBBBBBBBBBB', 4])) as ChunkRow;
    await change(4, () => ({ sealed: other.sealed }));
    await expect((await open()).chunk(4)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a tail that is missing, or another one', async () => {
    await expect(open({ chunks: LAST, lastHash })).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({ chunks: LAST + 1, lastHash: 'other' })).rejects.toMatchObject({ code: 'damaged' });
    await db.delete('chunks', [epoch, LAST]);
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a hole, which the count tells', async () => {
    await db.delete('chunks', [epoch, 4]);
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({ chunks: LAST, lastHash }).then((media) => media.chunk(4))).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  test('all of it sealed anew by somebody who has the key: the log knows another last hash', async () => {
    await seal(epoch, 'made up');
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
  });
});

test('without a key it stays closed', async () => {
  const media = await SealedMedia.open(db, async () => null, epoch, mime, { chunks: LAST + 1, lastHash });
  await expect(media.chunk(0)).rejects.toMatchObject({ code: 'key-missing' });
});

test('a recording of which nothing was kept is none that is damaged', async () => {
  const media = await SealedMedia.open(db, async () => key, 'eDDDDDDDDDDDD', mime, { chunks: 0, lastHash: '' });
  expect([media.chunks, media.id, media.mime]).toEqual([0, 'eDDDDDDDDDDDD', mime]);
  await expect(
    SealedMedia.open(db, async () => key, 'eDDDDDDDDDDDD', mime, { chunks: 0, lastHash: 'some' }),
  ).rejects.toMatchObject({ code: 'damaged' });
});

test('what is in quarantine is not opened', async () => {
  await quarantine(db, { version: 1, epoch, log, at: 0, until: 1, why: 'damaged' });
  await expect(open()).rejects.toMatchObject({ code: 'quarantined' });
});
