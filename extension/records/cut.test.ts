import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DATABASE_NAME, type Database, openDatabase } from '../../src/database/schema.ts';
import type { Entry, Logged } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId } from '../../src/model/id.ts';
import { cutsTold, isCutOf, piecesOf } from '../../src/model/piece.ts';
import { sealChunk } from '../../src/vault/chunk-cipher.ts';
import { cutStretches, finishCutsOf, meanCut, meantCuts } from '../../src/vault/destroy-stretch.ts';
import { createEpochKey, readEpochKey } from '../../src/vault/epoch-keys.ts';
import { setHold } from '../../src/vault/holds.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from '../../src/vault/key-files.ts';
import { memoryLocks } from '../../src/vault/locks.ts';
import { PieceWriter } from '../../src/vault/piece-writer.ts';
import { SealedMedia } from '../../src/vault/sealed-media.ts';
import { forOne, one } from '../../src/vault/testdata/one-recipient.ts';
import { planCut, writeCut } from './cut.ts';
import type { OpenPart } from './library.ts';

const LOG = 'lAAAAAAAAAAAA';
const FIRST = 'eAAAAAAAAAAAA' as EpochId;
const SECOND = 'eBBBBBBBBBBBB' as EpochId;
const MS = 10_000;
const going = new AbortController().signal;
const locks = memoryLocks();

let db: Database;
let keys: KeyFiles;
let entries: Logged[];
const ground = () => ({ db, keys, locks });
const append = (entry: Entry) => void entries.push({ index: entries.length, at: Date.now(), seen: '', entry });

/** What is said at a moment: no other bytes of a recording have it in them. */
const said = (epoch: string, ms: number) => `[${epoch} says ${ms}]`;

/** Ten seconds, a word each 100 ms, a whole picture each 2 s; in chunks as a recorder makes them. */
async function recorded(epoch: EpochId, picture: boolean): Promise<Uint8Array<ArrayBuffer>[]> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target });
  const pictures = new EncodedVideoPacketSource('vp8');
  const sounds = new EncodedAudioPacketSource('opus');
  if (picture) output.addVideoTrack(pictures);
  output.addAudioTrack(sounds);
  await output.start();
  for (let ms = 0; ms < MS; ms += 100) {
    const packet = (type: 'key' | 'delta') =>
      new EncodedPacket(new TextEncoder().encode(said(epoch, ms)), type, ms / 1000, 0.1);
    if (picture)
      await pictures.add(packet(ms % 2000 === 0 ? 'key' : 'delta'), {
        decoderConfig: { codec: 'vp8', codedWidth: 320, codedHeight: 180 },
      });
    await sounds.add(packet('key'), { decoderConfig: { codec: 'opus', sampleRate: 48_000, numberOfChannels: 2 } });
  }
  await output.finalize();
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  const length = Math.ceil(bytes.length / 10);
  return Array.from({ length: 10 }, (_, seq) => bytes.slice(seq * length, (seq + 1) * length));
}

async function keep(epoch: EpochId, picture: boolean): Promise<void> {
  const mime = picture ? 'video/webm;codecs=vp8,opus' : 'audio/webm;codecs=opus';
  append({ kind: 'segment-started', epoch, mime, microphone: true, cipher: 'A256GCM' });
  const key = await createEpochKey(keys, epoch, forOne);
  let prev = '';
  let bytes = 0;
  const chunks = await recorded(epoch, picture);
  for (const [seq, chunk] of chunks.entries()) {
    const { sealed, hash } = await sealChunk(key, { log: LOG, epoch, seq, mime, prev }, chunk);
    await db.put('chunks', { log: LOG, epoch, seq, endAt: seq, bytes: chunk.length, sealed, hash });
    prev = hash;
    bytes += chunk.length;
  }
  append({ kind: 'segment-sealed', epoch, cause: 'ordered', chunks: 10, bytes, ms: MS, dropped: 0, lastHash: prev });
}

async function parts(): Promise<OpenPart[]> {
  let offset = 0;
  return [...piecesOf(entries)].flatMap(([epoch, { pieces }]) =>
    pieces.map((piece) => {
      const at = offset;
      offset += piece.ms;
      const started = entries.find(({ entry }) => entry.kind === 'segment-started' && entry.epoch === epoch);
      const mime = started?.entry.kind === 'segment-started' ? started.entry.mime : '';
      const open = () => SealedMedia.open(db, () => readEpochKey(keys, piece.media, one), piece.media, mime, piece);
      return { ...piece, epoch, offset: at, mime, recordedAtMs: 0, open };
    }),
  );
}

const begin = async (media: string, mime: string) => PieceWriter.begin(db, keys, { log: LOG, media, mime }, forOne);

/** As the page and the worker do it, one after the other. */
async function cut(
  from: number,
  to: number,
  options: { readonly signal?: AbortSignal; readonly begin?: typeof begin } = {},
) {
  const before = piecesOf(entries);
  await meanCut(db, LOG);
  const plan = await planCut(await parts(), { from, to }, going);
  const share = () => undefined;
  const cuts = await writeCut(plan, { before, begin, share, signal: going, ...options });
  for (const one of cuts) expect(isCutOf(before.get(one.epoch), one)).toBe(true);
  const stretches = cuts.map((one) => ({ ...one, left: one.pieces.map(({ media }) => media) }));
  await cutStretches(ground(), LOG, stretches, async () => {
    for (const one of cuts) append(one);
    return Date.now();
  });
  return { plan, cuts };
}
const finish = () => finishCutsOf(ground(), LOG, async () => cutsTold(entries));

/** Everything that can be read of what lies there with the keys that lie there, whatever the log says. */
async function readable(): Promise<string> {
  let text = '';
  for (const media of new Set((await db.getAllKeys('chunks')).map(([name]) => name))) {
    const key = await readEpochKey(keys, media, one);
    if (!key) continue;
    let prev = '';
    for (const row of await db.getAll('chunks', IDBKeyRange.bound([media, 0], [media, Number.MAX_SAFE_INTEGER]))) {
      const mime = media.startsWith(FIRST) ? 'video/webm;codecs=vp8,opus' : 'audio/webm;codecs=opus';
      const iv = new Uint8Array(12);
      new DataView(iv.buffer).setBigUint64(4, BigInt(row.seq));
      const bound = JSON.stringify({ epoch: media, log: LOG, mime, prev, seq: row.seq });
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) },
        key,
        row.sealed,
      );
      text += new TextDecoder('latin1').decode(plain);
      prev = row.hash;
    }
    text += '\n';
  }
  return text;
}

/** Moments of an epoch, ms, at which something can still be heard. */
async function heard(epoch: EpochId): Promise<number[]> {
  const text = await readable();
  return Array.from({ length: MS / 100 }, (_, n) => n * 100).filter((ms) => text.includes(said(epoch, ms)));
}
const moments = (...spans: readonly (readonly [number, number])[]) =>
  spans.flatMap(([from, to]) => Array.from({ length: (to - from) / 100 }, (_, n) => from + n * 100));

/** Chunks and keys that lie there, by name. */
async function lying(): Promise<string[]> {
  const chunks = new Set((await db.getAllKeys('chunks')).map(([name]) => `chunks ${name}`));
  return [...chunks, ...(await keys.names(EPOCH_KEYS)).map((name) => `key ${name}`)].sort();
}
const names = (...media: string[]) => media.flatMap((name) => [`chunks ${name}`, `key ${name}`]).sort();

beforeEach(async () => {
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
  entries = [];
  await keep(FIRST, true);
  await keep(SECOND, false);
});
afterEach(async () => {
  vi.restoreAllMocks();
  db.close();
  await deleteDB(DATABASE_NAME);
});

test('before anything is cut, all of it can be heard', async () => {
  expect(await heard(FIRST)).toEqual(moments([0, MS]));
  expect(await heard(SECOND)).toEqual(moments([0, MS]));
});

describe('what is cut is gone from everything that lies there, and the rest stays', () => {
  test('in sound, to the packet', async () => {
    await cut(MS + 3000, MS + 4500);
    expect(await heard(SECOND)).toEqual(moments([0, 3000], [4500, MS]));
    expect(await heard(FIRST)).toEqual(moments([0, MS]));
    expect(await lying()).toEqual(names(FIRST, `${SECOND}-1`, `${SECOND}-2`));
  });

  test('between packets, never less than was marked', async () => {
    await cut(MS + 3050, MS + 4450);
    expect(await heard(SECOND)).toEqual(moments([0, 3000], [4500, MS]));
  });

  test('with a picture, up to the next whole one, and it is said before', async () => {
    const { plan } = await cut(3000, 4500);
    expect(plan).toMatchObject({ gone: { from: 3000, to: 6000 }, ms: 3000 });
    expect(await heard(FIRST)).toEqual(moments([0, 3000], [6000, MS]));
  });

  test.each([
    ['its beginning', 0, 2000, moments([2000, MS])],
    ['its end', 8000, MS, moments([0, 8000])],
    ['what comes after the last whole picture', 8500, 9000, moments([0, 8500])],
    ['a whole part', 0, MS, []],
  ] as const)('%s', async (_what, from, to, left) => {
    await cut(from, to);
    expect(await heard(FIRST)).toEqual(left);
    expect(await heard(SECOND)).toEqual(moments([0, MS]));
  });

  test('over the gap between two parts: an entry for each', async () => {
    const { cuts } = await cut(8000, MS + 1000);
    expect(cuts.map(({ epoch, from, to }) => [epoch, from, to])).toEqual([
      [FIRST, 8000, MS],
      [SECOND, 0, 1000],
    ]);
    expect(await heard(FIRST)).toEqual(moments([0, 8000]));
    expect(await heard(SECOND)).toEqual(moments([1000, MS]));
  });

  test('all there is', async () => {
    await cut(0, 2 * MS);
    expect(await readable()).toBe('');
    expect(await lying()).toEqual([]);
  });

  test('twice, the second time over where the first was', async () => {
    await cut(MS + 3000, MS + 4000);
    // Recorded time is shorter now: 2000 to 5000 of it is 2000 to 6000 of the part.
    await cut(MS + 2000, MS + 5000);
    expect(await heard(SECOND)).toEqual(moments([0, 2000], [6000, MS]));
    expect(await lying()).toEqual(names(FIRST, `${SECOND}-3`, `${SECOND}-4`));
    const [, last] = [...piecesOf(entries).values()];
    expect(last?.pieces.map(({ from, ms }) => [from, ms])).toEqual([
      [0, 2000],
      [6000, 4000],
    ]);
  });

  test('once more in one of the pieces: the other stays as it is', async () => {
    await cut(MS + 3000, MS + 4000);
    await cut(MS + 5000, MS + 6000);
    expect(await heard(SECOND)).toEqual(moments([0, 3000], [4000, 6000], [7000, MS]));
    expect(await lying()).toEqual(names(FIRST, `${SECOND}-1`, `${SECOND}-3`, `${SECOND}-4`));
  });

  test('at the edge of every chunk', async () => {
    for (let at = 1000; at < MS; at += 1000) {
      entries = [];
      await db.clear('chunks');
      keys = memoryKeyFiles();
      await keep(SECOND, false);
      await cut(at - 100, at + 100);
      expect(await heard(SECOND), `${at}`).toEqual(moments([0, at - 100], [at + 100, MS]));
    }
  });
});

describe('notes and copies of what is cut', () => {
  const at = (ms: number | null, epoch: string = SECOND) =>
    ({ log: LOG, id: `r${ms}${epoch}`, epoch, ms, iv: new Uint8Array(12), sealed: new Uint8Array(1) }) as never;
  const copy = (id: string, from: number, to: number, epoch: string = SECOND) =>
    ({ id, log: LOG, epochs: [epoch], of: [{ epoch, from, to }], createdAt: 1 }) as never;

  test('go, those beside it stay', async () => {
    for (const row of [at(2999), at(3000), at(4499), at(4500), at(null), at(3500, FIRST)]) await db.put('reviews', row);
    for (const row of [copy('cA', 0, 3000), copy('cB', 0, 3001), copy('cC', 4500, 5000), copy('cD', 3000, 4500, FIRST)])
      await db.put('copies', row);
    await keys.put(EPOCH_KEYS, 'cB', new Uint8Array(32));
    await cut(MS + 3000, MS + 4500);
    expect((await db.getAll('reviews')).map(({ epoch, ms }) => [epoch, ms])).toEqual(
      expect.arrayContaining([
        [SECOND, 2999],
        [SECOND, 4500],
        [SECOND, null],
        [FIRST, 3500],
      ]),
    );
    expect(await db.count('reviews')).toBe(4);
    expect(await db.getAllKeys('copies')).toEqual(['cA', 'cC', 'cD']);
    expect(await keys.get(EPOCH_KEYS, 'cB')).toBeNull();
  });
});

describe('what stands in its way leaves everything as it was', () => {
  const untouched = async () => {
    await finish();
    expect(await lying()).toEqual(names(FIRST, SECOND));
    expect(await heard(FIRST)).toEqual(moments([0, MS]));
    expect(await heard(SECOND)).toEqual(moments([0, MS]));
    expect(entries.some(({ entry }) => entry.kind === 'cut')).toBe(false);
    expect(await meantCuts(db)).toEqual([]);
  };

  test('a legal hold', async () => {
    await setHold(ground(), {
      id: 'hAAAAAAAAAAAA',
      over: 'recording',
      matter: '',
      who: 'Ana',
      why: 'a dispute',
      setAt: 1,
      liftedAt: null,
      parts: [{ log: LOG, epochs: null, people: null, person: [] }],
      untold: [],
    });
    await expect(cut(3000, MS + 2000)).rejects.toMatchObject({ code: 'held' });
    await db.delete('holds', 'hAAAAAAAAAAAA');
    await untouched();
  });

  test('cancelled before each piece', async () => {
    for (let nth = 0; nth < 2; nth++) {
      const stop = new AbortController();
      let begun = 0;
      const until = async (media: string, mime: string) => {
        if (begun++ === nth) stop.abort();
        return begin(media, mime);
      };
      await expect(cut(3000, MS + 2000, { signal: stop.signal, begin: until })).rejects.toMatchObject({
        code: 'cancelled',
      });
      await untouched();
    }
  });

  test('a full disk at each chunk that is written', async () => {
    const real = PieceWriter.prototype.put;
    for (let nth = 0; nth < 2; nth++) {
      let written = 0;
      vi.spyOn(PieceWriter.prototype, 'put').mockImplementation(async function (this: PieceWriter, ...given) {
        if (written++ === nth) throw new Failure('disk-full');
        await real.apply(this, given);
      });
      await expect(cut(3000, MS + 2000)).rejects.toMatchObject({ code: 'disk-full' });
      vi.restoreAllMocks();
      await untouched();
    }
  });

  test('a log that cannot be written', async () => {
    await meanCut(db, LOG);
    const refused = cutStretches(ground(), LOG, [{ epoch: FIRST, from: 0, to: 1, left: [] }], async () => {
      throw new Failure('storage-failed');
    });
    await expect(refused).rejects.toMatchObject({ code: 'storage-failed' });
    await untouched();
  });
});

test('broken off at every step, it is whole or it never was; nobody can read what was cut once the log says so', async () => {
  class Crash extends Error {}
  for (let nth = 0; nth < 60; nth++) {
    db.close();
    await deleteDB(DATABASE_NAME);
    db = await openDatabase(() => undefined);
    keys = memoryKeyFiles();
    entries = [];
    await keep(SECOND, false);
    const whole = { db, keys };
    let steps = 0;
    const step = () => {
      if (steps++ >= nth) throw new Crash('gone');
    };
    keys = {
      ...whole.keys,
      put: async (...given) => {
        step();
        return whole.keys.put(...given);
      },
      destroy: async (...given) => {
        step();
        return whole.keys.destroy(...given);
      },
    };
    db = new Proxy(whole.db, {
      get(target, name) {
        const found = Reflect.get(target, name) as unknown;
        if (typeof found !== 'function') return found;
        return (...given: unknown[]) => {
          if (name === 'put' || name === 'delete') step();
          return Reflect.apply(found, target, given);
        };
      },
    });
    const done = await cut(3000, 4500).then(
      () => true,
      () => false,
    );
    [db, keys] = [whole.db, whole.keys];
    const told = entries.some(({ entry }) => entry.kind === 'cut');
    await finish();
    expect(await heard(SECOND), `after ${nth} writes`).toEqual(
      told ? moments([0, 3000], [4500, MS]) : moments([0, MS]),
    );
    expect(await lying()).toEqual(told ? names(`${SECOND}-1`, `${SECOND}-2`) : names(SECOND));
    expect(await meantCuts(db)).toEqual([]);
    if (done) {
      expect(nth).toBeGreaterThan(9);
      return;
    }
  }
  throw new Error('it never came to an end');
});
