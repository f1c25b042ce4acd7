import type { ChunkRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { epochOfMedia } from '../model/piece.ts';
import { hashOf, openChunk } from '../vault/chunk-cipher.ts';
import { reviewKeyName } from '../vault/reviews.ts';
import { type Identities, unwrapKey } from '../vault/wrap.ts';
import { chunksIn } from './chunk-file.ts';
import type { Folder, Path } from './folder.ts';
import { type BackedMedia, chunksFile, KEY, NOTES } from './layout.ts';

/** A key as it lies in a backup. raw: the 32 bytes, null when it was wrapped for others than whoever opened the backup. */
export interface BackedKey {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly raw: Uint8Array<ArrayBuffer> | null;
}

/** Failure('damaged') when it is not there or not whole. who: null when nobody has opened the backup. */
export async function readKey(folder: Folder, name: string, epoch: string, who: Identities | null): Promise<BackedKey> {
  const key = await keyAt(folder, [name, epoch, KEY], epoch, who);
  if (!key) throw new Failure('damaged', `the key of ${epoch}`);
  return key;
}

/** The key of what reviewers wrote about it; null where they wrote nothing. */
export function readNotesKey(
  folder: Folder,
  name: string,
  epoch: string,
  who: Identities | null,
): Promise<BackedKey | null> {
  return keyAt(folder, [name, epoch, NOTES], reviewKeyName(epochOfMedia(epoch)), who);
}

async function keyAt(folder: Folder, path: Path, of: string, who: Identities | null): Promise<BackedKey | null> {
  const blob = await folder.read(path);
  if (!blob) return null;
  const file = new Uint8Array(await blob.arrayBuffer());
  if (!who) return { file, raw: null };
  try {
    return { file, raw: await unwrapKey(who, of, file) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-recipient') return { file, raw: null };
    throw error;
  }
}

/**
 * The chunks of an epoch in order, each held against its hash, its place and the one before, and opened where the key is at hand. Failure('damaged')
 * at the first that is not what was sealed, or is not there, and when the last is not the one that the log names.
 */
export async function* readMedia(
  folder: Folder,
  name: string,
  log: string,
  { epoch, mime, chunks, parts, lastHash }: BackedMedia,
  raw: Uint8Array<ArrayBuffer> | null,
  signal: AbortSignal,
): AsyncGenerator<ChunkRow, void, undefined> {
  const key = raw && (await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']));
  let [prev, seq] = ['', 0];
  for (let part = 0; part < parts; part++) {
    const file = await folder.read([name, epoch, chunksFile(part)]);
    if (!file) throw new Failure('damaged', `part ${part} of ${epoch}`);
    for await (const chunk of chunksIn(file)) {
      if (signal.aborted) throw new Failure('cancelled');
      const same = chunk.seq === seq && (await hashOf(chunk.sealed)) === chunk.hash;
      if (!same) throw new Failure('damaged', `chunk ${seq} of ${epoch}`);
      if (key) await openChunk(key, { log, epoch, seq, mime, prev }, chunk.sealed);
      yield { log, epoch, ...chunk };
      prev = chunk.hash;
      seq++;
    }
  }
  if (seq !== chunks || prev !== lastHash) throw new Failure('damaged', `the end of ${epoch}`);
}
