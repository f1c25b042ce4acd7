import type { ChunkRow, Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { GateRow } from '../model/gate.ts';
import { epochOfMedia } from '../model/piece.ts';
import { hashOf, openChunk } from './chunk-cipher.ts';
import { pieceRange } from './media-names.ts';
import { isQuarantined } from './quarantine.ts';
import { storageFailure } from './storage-error.ts';

/**
 * Where the chunks of an epoch are, and how they get from provisional to kept.
 *
 *   recorder ──putLive──▶ live ──promote (older than the platform's lag)──▶ chunks
 *                          │                                                  │
 *                          └────────settle: drop the tail, promote the rest───┘
 *
 * What is kept of an epoch is always chunks 0..n-1: things are dropped at the tail only. Promote and settle are never run twice at
 * once for an epoch: the offscreen document runs them while it lives, the worker only after it has sealed or is gone.
 */
export type Kept = 'kept' | 'thrown-away';

/**
 * Stores a chunk if the gate lets it through, in one transaction that reads the gate row again.
 * Durability is the browser's default ("relaxed"): it survives a crash of the browser, and after a power cut a second of sound may be
 * missing at the tail, which the chain shows. Strict is for the log, on which the right to have the chunk at all rests.
 */
export async function putLive(db: Database, chunk: ChunkRow): Promise<Kept> {
  try {
    const tx = db.transaction(['gates', 'live'], 'readwrite');
    const gate = await tx.objectStore('gates').get(chunk.log);
    const kept = gate !== undefined && letsThrough(gate, chunk);
    if (kept) await tx.objectStore('live').put(chunk);
    await tx.done;
    return kept ? 'kept' : 'thrown-away';
  } catch (error) {
    throw storageFailure(error, 'chunk could not be stored');
  }
}

function letsThrough(gate: GateRow, chunk: ChunkRow): boolean {
  if (gate.epoch !== chunk.epoch) return false;
  switch (gate.state) {
    case 'open':
      return true;
    case 'draining':
      return gate.cutAfter === null || chunk.endAt <= gate.cutAfter;
    case 'closed':
      return gate.cutAfter !== null && chunk.endAt <= gate.cutAfter;
    default:
      return gate.state satisfies never;
  }
}

const all = (epoch: string) => IDBKeyRange.bound([epoch, 0], [epoch, Number.MAX_SAFE_INTEGER]);

/** Moves chunks that ended at or before `olderThan` (ms UTC) from `live` to `chunks`, the oldest first. Returns how many. */
export async function promote(db: Database, epoch: string, olderThan: number): Promise<number> {
  try {
    let moved = 0;
    for (const key of await db.getAllKeys('live', all(epoch))) {
      const chunk = await db.get('live', key);
      if (!chunk || chunk.endAt > olderThan) break;
      await db.put('chunks', chunk);
      // A crash here leaves the chunk in both stores: the next promote puts the same bytes again and goes on.
      await db.delete('live', key);
      moved++;
    }
    return moved;
  } catch (error) {
    throw storageFailure(error, 'chunks could not be moved');
  }
}

/** What stayed of an epoch. bytes: before encryption; endAt: ms UTC of the last kept chunk; lastHash: '' when nothing was kept. */
export interface Settled {
  readonly chunks: number;
  readonly bytes: number;
  readonly dropped: number;
  readonly lastHash: string;
  readonly endAt: number | null;
}

/**
 * Ends an epoch: every chunk that ended after `cutAfter` (ms UTC; null keeps all) is removed, the rest is kept. The gate row may say
 * an earlier moment than the caller knows (an order that got lost): the earlier one holds. Chunks that were promoted already are
 * cut too, because an observation can arrive later than the lag allows for. Safe to repeat, also with an earlier cut.
 * sizes: bytes of each chunk by number when the caller knows them; without it every row is read, seconds for an hour of picture.
 */
export async function settle(
  db: Database,
  epoch: string,
  cutAfter: number | null,
  sizes: readonly number[] | null = null,
): Promise<Settled> {
  try {
    const cut = await earliestCut(db, epoch, cutAfter);
    const dropped = cut === null ? 0 : await dropTail(db, epoch, cut);
    const counted = await count(db, epoch, sizes);
    await promoteIfRoom(db, epoch);
    return { ...counted, dropped };
  } catch (error) {
    throw storageFailure(error, 'epoch could not be settled');
  }
}

async function count(db: Database, epoch: string, sizes: readonly number[] | null): Promise<Omit<Settled, 'dropped'>> {
  const at = (seq: number) => db.get('live', [epoch, seq]).then((row) => row ?? db.get('chunks', [epoch, seq]));
  const keys = [...(await db.getAllKeys('chunks', all(epoch))), ...(await db.getAllKeys('live', all(epoch)))];
  const seqs = new Set(keys.map(([, seq]) => seq));
  const last = seqs.size > 0 ? await at(Math.max(...seqs)) : undefined;
  let bytes = 0;
  for (const seq of seqs) bytes += sizes?.[seq] ?? (await at(seq))?.bytes ?? 0;
  return { chunks: seqs.size, bytes, lastHash: last?.hash ?? '', endAt: last?.endAt ?? null };
}

/** Moving takes room for one chunk. On a full disk the rest stays in `live`, kept but not yet readable, until settle is repeated. */
async function promoteIfRoom(db: Database, epoch: string): Promise<void> {
  try {
    await promote(db, epoch, Number.POSITIVE_INFINITY);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'disk-full')) throw error;
  }
}

async function earliestCut(db: Database, epoch: string, cutAfter: number | null): Promise<number | null> {
  const first = (await db.get('live', all(epoch))) ?? (await db.get('chunks', all(epoch)));
  const gate = first && (await db.get('gates', first.log));
  if (!gate || gate.epoch !== epoch || gate.cutAfter === null) return cutAfter;
  return cutAfter === null ? gate.cutAfter : Math.min(cutAfter, gate.cutAfter);
}

/** Removes chunks from the last one down while they end too late. A crash in between leaves a shorter tail to remove, never a hole. */
async function dropTail(db: Database, epoch: string, cut: number): Promise<number> {
  const dropped = new Set<number>();
  for (const store of ['live', 'chunks'] as const) {
    for (const key of (await db.getAllKeys(store, all(epoch))).reverse()) {
      const chunk = await db.get(store, key);
      if (chunk && chunk.endAt <= cut) break;
      await db.delete(store, key);
      dropped.add(key[1]);
    }
  }
  return dropped.size;
}

/** What the log says of a sealed epoch: with it, a missing tail is found too. */
export type Expected = Pick<Settled, 'chunks' | 'lastHash'>;

/**
 * The kept chunks of an epoch in order, decrypted, one record a transaction. Verifies the chain as it goes.
 * Failure('quarantined') when its consent cannot be proved, Failure('key-missing') without a key, Failure('damaged') at the first chunk that is not what was sealed, or is not there.
 */
export async function* readChunks(
  db: Database,
  key: CryptoKey | null,
  epoch: string,
  mime: string,
  signal: AbortSignal,
  expected: Expected | null = null,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  if (await isQuarantined(db, epoch)) throw new Failure('quarantined', epoch);
  if (!key) throw new Failure('key-missing', epoch);
  let prev = '';
  let seq = 0;
  for (const [, at] of await db.getAllKeys('chunks', all(epoch))) {
    if (signal.aborted) throw new Failure('cancelled');
    const chunk = at === seq ? await db.get('chunks', [epoch, at]) : undefined;
    if (!chunk) throw new Failure('damaged', `chunk ${seq} of ${epoch} is missing`);
    yield await openChunk(key, { log: chunk.log, epoch, seq, mime, prev }, chunk.sealed);
    prev = await hashOf(chunk.sealed);
    seq++;
  }
  if (expected && (expected.chunks !== seq || expected.lastHash !== prev))
    throw new Failure('damaged', `the end of ${epoch}`);
}

/** ms UTC at which the last stored chunk of an epoch, or of a piece of it, ended; null when none is stored. */
export async function endedAt(db: Database, epoch: string): Promise<number | null> {
  try {
    const ends: number[] = [];
    for (const store of ['chunks', 'live'] as const) {
      const keys = [...(await db.getAllKeys(store, all(epoch))), ...(await db.getAllKeys(store, pieceRange(epoch)))];
      const lasts = new Map(keys.map((key) => [key[0], key]));
      for (const last of lasts.values()) {
        const chunk = await db.get(store, last);
        if (chunk) ends.push(chunk.endAt);
      }
    }
    return ends.length > 0 ? Math.max(...ends) : null;
  } catch (error) {
    throw storageFailure(error, 'the end of an epoch could not be read');
  }
}

/** Epochs of a log of which something is stored, whatever the log says. */
export async function epochsOf(db: Database, log: string): Promise<string[]> {
  try {
    const found = new Set<string>();
    for (const store of ['chunks', 'live'] as const) {
      const firsts = new Map((await db.getAllKeys(store)).map((key) => [key[0], key]));
      for (const [name, key] of firsts) if ((await db.get(store, key))?.log === log) found.add(epochOfMedia(name));
    }
    return [...found];
  } catch (error) {
    throw storageFailure(error, 'the epochs of a log could not be read');
  }
}
