import { AudioSample, AudioSampleSource, Output, Quality, StreamTarget, WebMOutputFormat } from 'mediabunny';
import type { Database } from '../database/schema.ts';
import { RATE } from '../mask/formants.ts';
import { Failure } from '../model/failure.ts';
import { readChunks } from '../vault/chunks.ts';
import { COPY_TITLE, type CopyTask, type MadeCopy, type Voices } from './copy-task.ts';
import { SealedChunks } from './sealed-chunks.ts';
import { decoded } from './sound.ts';
import { TwoVoices } from './two-voices.ts';

/** bits a second, of one channel of speech at 16 kHz. */
const BITS = 40_000;

/**
 * Reads the stretches, masks what is heard in them and keeps it as the copy's chunks. Pictures are never looked at. Stretches follow each other as in a
 * saved recording: what lies between them is left out. at: told how many ms were read. Failure: cancelled, disk-full, nothing-recorded, damaged, key-missing.
 */
export async function maskCopy(
  db: Database,
  task: CopyTask,
  voices: Voices,
  at: (ms: number) => void,
  signal: AbortSignal,
): Promise<MadeCopy> {
  const kept = new SealedChunks(db, task);
  const output = new Output({
    format: new WebMOutputFormat({ appendOnly: true }),
    target: new StreamTarget(kept.stream),
  });
  const source = new AudioSampleSource({ codec: 'opus', quality: new Quality({ bitrate: BITS }) });
  output.addAudioTrack(source);
  output.setMetadataTags({ title: COPY_TITLE });
  const masks = new TwoVoices(voices);
  let written = 0;
  const write = async (block: Float32Array) => {
    if (signal.aborted) throw new Failure('cancelled');
    if (block.length === 0) return;
    const sample = sampleOf(block.slice(), written / RATE);
    written += block.length;
    try {
      await source.add(sample);
    } finally {
      sample.close();
    }
  };
  try {
    await output.start();
    let read = 0;
    for (const { key, epoch, mime, kept: expected, from, to } of task.sources) {
      const chunks = readChunks(db, key, epoch, mime, signal, expected);
      for await (const block of decoded(chunks, from / 1000, to / 1000)) {
        await write(masks.push(block));
        read += block[0].length;
        at(Math.round((read / RATE) * 1000));
      }
    }
    await write(masks.end());
    if (written === 0) throw new Failure('nothing-recorded');
    await output.finalize();
  } catch (error) {
    if (output.state !== 'finalized') await output.cancel();
    throw error instanceof Failure ? error : new Failure('unexpected', 'the copy could not be made', { cause: error });
  }
  const { chunks, bytes, lastHash } = kept;
  return { chunks, bytes, ms: Math.round((written / RATE) * 1000), lastHash };
}

function sampleOf(data: Float32Array<ArrayBuffer>, timestamp: number): AudioSample {
  return new AudioSample({ data, format: 'f32', numberOfChannels: 1, sampleRate: RATE, timestamp });
}
