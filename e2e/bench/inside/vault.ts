import { openDatabase } from '../../../src/database/schema.ts';
import { saveWebm } from '../../../src/export/webm.ts';
import type { LogId } from '../../../src/model/id.ts';
import { ID_BYTES, idOf } from '../../../src/model/id.ts';
import { sealChunk } from '../../../src/vault/chunk-cipher.ts';
import { promote, putLive, readChunks, settle } from '../../../src/vault/chunks.ts';
import { createEpochKey, readEpochKey } from '../../../src/vault/epoch-keys.ts';
import { EPOCH_KEYS, opfsKeyFiles } from '../../../src/vault/key-files.ts';
import { browserLocks } from '../../../src/vault/locks.ts';
import { forRecipients, identitiesOf } from '../../../src/vault/recipients.ts';
import { readState } from '../../../src/vault/state.ts';
import { type Picture, recordingOf } from './film.ts';

const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
const database = () => openDatabase(() => undefined);
const ground = { database, keys, locks: browserLocks };
export const LOG = 'lBENCHBENCHBE' as LogId;
export const MIME = 'video/webm;codecs=vp8,opus';
/** Chunks that wait in `live`: the sandbox's lag of 2 s, and the one that is just coming. */
const LAG_MS = 3000;

export interface Filled {
  readonly epoch: string;
  readonly chunks: number;
  readonly bytes: number;
  /** Of the last chunk. */
  readonly lastHash: string;
}

/** Puts so many seconds through the vault as the recorder's document does: seal, store under the gate, promote, settle. */
export async function fillVault(picture: Picture, seconds: number): Promise<Filled> {
  const db = await openDatabase(() => undefined);
  const epoch = idOf('epoch', random(ID_BYTES));
  await db.put('gates', { log: LOG, state: 'open', epoch, cutAfter: null, reasons: [] });
  const key = await createEpochKey(keys, epoch, forRecipients(ground));
  const began = Date.now();
  const sizes: number[] = [];
  let prev = '';
  for await (const bytes of recordingOf(picture, seconds)) {
    const seq = sizes.push(bytes.length) - 1;
    const { sealed, hash } = await sealChunk(key, { log: LOG, epoch, seq, mime: MIME, prev }, bytes);
    const endAt = began + seq * 1000;
    const kept = await putLive(db, { epoch, seq, log: LOG, endAt, bytes: bytes.length, sealed, hash });
    if (kept !== 'kept') throw new Error('a chunk was thrown away');
    prev = hash;
    await promote(db, epoch, endAt - LAG_MS);
    tell('filling', sizes.length);
  }
  const { chunks, bytes, lastHash } = await settle(db, epoch, null, sizes);
  db.close();
  return { epoch, chunks, bytes, lastHash };
}

/**
 * So many chunks of a second at 2.5 Mbit/s, as they come from the recorder, into the database and to where they stay; sealed, or bare as they are.
 * They are removed afterwards.
 */
export async function storeChunks(how: 'sealed' | 'bare', seconds: number): Promise<void> {
  const db = await openDatabase(() => undefined);
  const epoch = idOf('epoch', random(ID_BYTES));
  await db.put('gates', { log: LOG, state: 'open', epoch, cutAfter: null, reasons: [] });
  const key = await createEpochKey(keys, epoch, forRecipients(ground));
  // WebCrypto gives 65,536 random bytes at a time; what cannot be compressed is what a recording is.
  const second = new Uint8Array(312_500);
  for (let at = 0; at < second.length; at += 65_536) crypto.getRandomValues(second.subarray(at, at + 65_536));
  let prev = '';
  for (let seq = 0; seq < seconds; seq++) {
    const bytes = second.slice();
    const made =
      how === 'sealed'
        ? await sealChunk(key, { log: LOG, epoch, seq, mime: MIME, prev }, bytes)
        : { sealed: bytes.buffer, hash: '' };
    const endAt = seq * 1000;
    await putLive(db, { epoch, seq, log: LOG, endAt, bytes: bytes.length, ...made });
    prev = made.hash;
    await promote(db, epoch, endAt - LAG_MS);
    tell(`storing ${how}`, seq);
  }
  await settle(db, epoch, 0);
  await keys.destroy(EPOCH_KEYS, epoch);
  db.close();
}

/** Saves the recording into one seekable file, as the records page does, and throws the file away; ms that it took. */
export async function saveVault(epoch: string, sound: 'apart' | 'mixed'): Promise<{ ms: number; bytes: number }> {
  const db = await openDatabase(() => undefined);
  const key = await readEpochKey(keys, epoch, await identitiesOf(db, await readState(db), null));
  const { signal } = new AbortController();
  const root = await navigator.storage.getDirectory();
  const file = await root.getFileHandle('bench.webm', { create: true });
  const from = performance.now();
  await saveWebm({
    segments: [{ epoch, mime: MIME, recordedAtMs: 0, chunks: () => readChunks(db, key, epoch, MIME, signal) }],
    sound,
    write: await file.createWritable(),
    progress: (ms) => tell('saving', ms / 1000),
    signal,
  });
  const ms = performance.now() - from;
  const { size } = await file.getFile();
  await root.removeEntry('bench.webm');
  db.close();
  return { ms, bytes: size };
}

/** How far it is, for whoever samples the memory beside it. */
function tell(what: string, seconds: number): void {
  Object.assign(globalThis, { insideProgress: { what, seconds } });
}
