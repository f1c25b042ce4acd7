import { AudioSample, AudioSampleSource, NullTarget, Output, Quality, WebMOutputFormat } from 'mediabunny';
import type { CopyTask } from '../../../src/copies/copy-task.ts';
import { maskCopy } from '../../../src/copies/mask-copy.ts';
import { decoded } from '../../../src/copies/sound.ts';
import { openDatabase } from '../../../src/database/schema.ts';
import { RATE } from '../../../src/mask/formants.ts';
import { readChunks } from '../../../src/vault/chunks.ts';
import { createEpochKey, readEpochKey } from '../../../src/vault/epoch-keys.ts';
import { opfsKeyFiles } from '../../../src/vault/key-files.ts';
import { browserLocks } from '../../../src/vault/locks.ts';
import { forRecipients, identitiesOf } from '../../../src/vault/recipients.ts';
import { readState } from '../../../src/vault/state.ts';

const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
const ground = { database: () => openDatabase(() => undefined), keys, locks: browserLocks };
const MIME = 'video/webm;codecs=vp8,opus';
const LOG = 'lBENCHBENCHBE';

async function opened(epoch: string) {
  const db = await openDatabase(() => undefined);
  return { db, key: await readEpochKey(keys, epoch, await identitiesOf(db, await readState(db), null)) };
}

/** Masks so many seconds of it into a copy, as the thread of the records page does; ms that it took. The copy stays. */
export async function maskedCopy(epoch: string, seconds: number): Promise<{ ms: number; bytes: number }> {
  const { db, key } = await opened(epoch);
  const settled = await chunksOf(db, epoch);
  const id = `c${Math.random().toString(36).slice(2).padEnd(12, '0').slice(0, 12)}`;
  const own = await createEpochKey(keys, id, forRecipients(ground));
  const source = { epoch, mime: MIME, key, kept: settled, from: 0, to: seconds * 1000 };
  const task: CopyTask = { id, log: LOG, sources: [source], key: own, endAt: 0 };
  const voices = [
    { alpha: 0.84, pitch: 1.1 },
    { alpha: 1.15, pitch: 0.9 },
  ] as const;
  const from = performance.now();
  const { bytes } = await maskCopy(db, task, voices, () => undefined, new AbortController().signal);
  const ms = performance.now() - from;
  db.close();
  return { ms, bytes };
}

/** The same way without masking and without keeping: read, decoded to 16 kHz, encoded. */
export async function bareCopy(epoch: string, seconds: number): Promise<{ ms: number }> {
  const { db, key } = await opened(epoch);
  const from = performance.now();
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target: new NullTarget() });
  const source = new AudioSampleSource({ codec: 'opus', quality: new Quality({ bitrate: 40_000 }) });
  output.addAudioTrack(source);
  await output.start();
  let written = 0;
  for await (const [left] of decoded(readChunks(db, key, epoch, MIME, new AbortController().signal), 0, seconds)) {
    if (left.length === 0) continue;
    const data = left.slice();
    const sample = new AudioSample({
      data,
      format: 'f32',
      numberOfChannels: 1,
      sampleRate: RATE,
      timestamp: written / RATE,
    });
    written += left.length;
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
  const ms = performance.now() - from;
  db.close();
  return { ms };
}

async function chunksOf(db: Awaited<ReturnType<typeof openDatabase>>, epoch: string) {
  const all = await db.getAllKeys('chunks', IDBKeyRange.bound([epoch, 0], [epoch, Number.MAX_SAFE_INTEGER]));
  const last = all.at(-1);
  return { chunks: all.length, lastHash: (last && (await db.get('chunks', last))?.hash) ?? '' };
}
