import { AudioSample, AudioSampleSink, AudioSampleSource, type InputAudioTrack, Quality } from 'mediabunny';
import type { Lane } from './webm-source.ts';

/** Opus decodes to this rate whatever it was made from. */
const RATE = 48_000;
/** bits a second for one channel of speech. */
const BITS = 64_000;
/** A WebM time is whole ms: only what is further off than this many frames (40 ms) is a gap. */
const SLACK = 1920;
const SILENCE_FRAMES = RATE / 10;

/**
 * Meeting (left) and microphone (right) in one channel, heard in the middle. Encoded as one stream across all segments, so that its
 * frames lie end to end: what is missing between two of them is silence, what overlaps is cut.
 */
export class Mixdown {
  readonly source = new AudioSampleSource({ codec: 'opus', quality: new Quality({ bitrate: BITS }) });
  #frames = 0;

  async *lane(track: InputAudioTrack): Lane {
    for await (const sample of new AudioSampleSink(track).samples()) {
      try {
        const { timestamp, duration } = sample;
        yield { at: timestamp, end: timestamp + duration, write: (shift) => this.#add(sample, shift) };
      } finally {
        sample.close();
      }
    }
  }

  async #add(sample: AudioSample, shift: number): Promise<void> {
    const mixed = middleOf(sample);
    const start = Math.round((sample.timestamp + shift) * RATE);
    for (let gap = start - this.#frames; gap > SLACK; gap = start - this.#frames) {
      await this.#encode(new Float32Array(Math.min(gap, SILENCE_FRAMES)));
    }
    const overlap = this.#frames - start;
    const fresh = overlap > SLACK ? mixed.subarray(Math.min(overlap, mixed.length)) : mixed;
    if (fresh.length > 0) await this.#encode(fresh.slice());
  }

  async #encode(data: Float32Array<ArrayBuffer>): Promise<void> {
    const timestamp = this.#frames / RATE;
    this.#frames += data.length;
    const sample = new AudioSample({ data, format: 'f32', numberOfChannels: 1, sampleRate: RATE, timestamp });
    try {
      await this.source.add(sample);
    } finally {
      sample.close();
    }
  }
}

function middleOf(sample: AudioSample): Float32Array {
  const mixed = new Float32Array(sample.numberOfFrames);
  const channel = new Float32Array(sample.numberOfFrames);
  for (let planeIndex = 0; planeIndex < sample.numberOfChannels; planeIndex++) {
    sample.copyTo(channel, { planeIndex, format: 'f32-planar' });
    for (let i = 0; i < mixed.length; i++) mixed[i] = (mixed[i] ?? 0) + (channel[i] ?? 0) * Math.SQRT1_2;
  }
  for (let i = 0; i < mixed.length; i++) mixed[i] = limit(mixed[i] ?? 0);
  return mixed;
}

/** Each side at -3 dB; where both are loud at once the top bends instead of clipping. Never reaches 1. */
const KNEE = 0.8;
export function limit(x: number): number {
  const over = Math.abs(x) - KNEE;
  return over <= 0 ? x : Math.sign(x) * (KNEE + (1 - KNEE) * Math.tanh(over / (1 - KNEE)));
}
