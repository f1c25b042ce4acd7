import type { Database } from '../database/schema.ts';
import type { Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { piecesOf } from '../model/piece.ts';
import { EPOCH_KEYS, KEY_BYTES, type KeyFiles } from '../vault/key-files.ts';
import { markOf, readMark } from '../vault/wrap.ts';
import type { BackedChunk } from './chunk-file.ts';
import { chunkParts, PART_BYTES } from './chunk-file.ts';
import type { Folder } from './folder.ts';
import { type BackedMedia, chunksFile } from './layout.ts';

/** Who can open a backup elsewhere: not this computer's own key, which cannot leave it. */
export interface Elsewhere {
  readonly recipients: readonly string[];
  /** Lists of recipients for whom a key of now may be wrapped. */
  readonly wrappedFor: readonly (readonly string[])[];
  /** Some keys may still be wrapped for others. */
  readonly unsettled: boolean;
}

/** What is recorded under one key: an epoch, a piece of one, or a copy that was made of one. epoch: the name under which it lies. chunks, lastHash: as the log says. */
export type Recorded = Pick<BackedMedia, 'epoch' | 'mime' | 'chunks' | 'lastHash'>;

/** What is left of the epochs of a log: each under its own id, or, after a cut, in pieces under names of their own. */
export function recordedIn(entries: readonly Logged[]): Recorded[] {
  const mimes = new Map<string, string>();
  for (const { entry } of entries) if (entry.kind === 'segment-started') mimes.set(entry.epoch, entry.mime);
  return [...piecesOf(entries)].flatMap(([epoch, { pieces }]) =>
    pieces.map(({ media, chunks, lastHash }) => ({ epoch: media, mime: mimes.get(epoch) ?? '', chunks, lastHash })),
  );
}

/**
 * The wrapped key of an epoch as it lies, or null while it is of no use elsewhere: there is none, it still lies bare, or it is still wrapped
 * for this computer alone.
 */
export async function portableKey(
  keys: KeyFiles,
  epoch: string,
  { wrappedFor, unsettled }: Elsewhere,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await keys.get(EPOCH_KEYS, epoch);
  if (!file || file.length === KEY_BYTES) return null;
  const mark = readMark(file)?.recipients;
  if (!mark) return null;
  if (!unsettled) return file;
  const good = await Promise.all(wrappedFor.map((list) => markOf(epoch, list)));
  return good.some(({ recipients }) => recipients === mark) ? file : null;
}

/** Writes what is missing of an epoch's chunks; gives null while not all of them are where they stay, or one is not what the log says. */
export async function writeChunks(
  db: Database,
  folder: Folder,
  meeting: string,
  { epoch, mime, chunks, lastHash }: Recorded,
  job: { readonly signal: AbortSignal; readonly wrote: (bytes: number) => void },
): Promise<BackedMedia | null> {
  const last = await db.get('chunks', [epoch, chunks - 1]);
  if (
    last?.hash !== lastHash ||
    (await db.count('chunks', IDBKeyRange.bound([epoch, 0], [epoch, chunks - 1]))) < chunks
  )
    return null;
  const there = new Set(await folder.list([meeting, epoch]));
  let part: BackedChunk[] = [];
  let [size, parts] = [0, 0];
  const close = async () => {
    const name = chunksFile(parts);
    // A file is there whole or not at all, and its chunks never change.
    if (!there.has(name)) await folder.write([meeting, epoch, name], part.flatMap(chunkParts));
    job.wrote(size);
    [part, size, parts] = [[], 0, parts + 1];
  };
  for (let seq = 0; seq < chunks; seq++) {
    if (job.signal.aborted) throw new Failure('cancelled');
    const row = await db.get('chunks', [epoch, seq]);
    // Destroyed meanwhile: the next look finds it gone.
    if (!row) return null;
    const { endAt, bytes, sealed, hash } = row;
    part.push({ seq, endAt, bytes, sealed, hash });
    size += sealed.byteLength;
    if (size >= PART_BYTES) await close();
  }
  if (part.length > 0) await close();
  return { epoch, mime, chunks, parts, lastHash };
}

export async function hashOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function hashOfText(text: string): Promise<string> {
  return hashOfBytes(new TextEncoder().encode(text));
}
