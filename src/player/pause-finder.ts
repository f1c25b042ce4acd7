import { type AudioSample, AudioSampleSink } from 'mediabunny';
import { openSegment } from '../export/webm-source.ts';
import type { Span } from '../model/player.ts';
import { levelOf, Pauses } from './levels.ts';
import { whileOr } from './part-stream.ts';
import { type PartFile, readFrom } from './reading.ts';

/** How far ahead of the player it listens, ms: the next jump is known before it comes. */
const AHEAD_MS = 60_000;
const LOOK_MS = 500;
/** ms of sound that are judged at a time. */
const PIECE_MS = 20;

/** Listens ahead in one part from `fromMs` on and tells each pause as it is found; all times are ms of the part. */
export async function findPauses(
  { file, ms }: { readonly file: PartFile; readonly ms: number },
  fromMs: number,
  now: () => number,
  found: (pause: Span) => void,
  signal: AbortSignal,
): Promise<void> {
  const open = await openSegment(readFrom(file, fromMs, ms));
  try {
    if (!open?.sound) return;
    const pauses = new Pauses();
    let end = fromMs;
    for await (const sample of new AudioSampleSink(open.sound).samples()) {
      const told = tell(sample, pauses);
      end = told.end;
      for (const pause of told.pauses) found(pause);
      while (!signal.aborted && end - now() > AHEAD_MS) await whileOr(LOOK_MS, signal);
      if (signal.aborted) return;
    }
    if (open.failed()) throw open.failed();
    const last = pauses.end(end);
    if (last) found(last);
  } finally {
    open?.close();
  }
}

function tell(sample: AudioSample, pauses: Pauses): { readonly pauses: Span[]; readonly end: number } {
  const found: Span[] = [];
  const start = sample.timestamp * 1000;
  const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const data = new Float32Array(sample.numberOfFrames);
    sample.copyTo(data, { planeIndex, format: 'f32-planar' });
    return data;
  });
  const step = Math.max(1, Math.round((sample.sampleRate * PIECE_MS) / 1000));
  for (let frame = 0; frame < sample.numberOfFrames; frame += step) {
    const level = levelOf(channels.map((channel) => channel.subarray(frame, frame + step)));
    const pause = pauses.hear(start + (frame / sample.sampleRate) * 1000, level);
    if (pause) found.push(pause);
  }
  const end = start + sample.duration * 1000;
  sample.close();
  return { pauses: found, end };
}
