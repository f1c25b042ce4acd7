import { type AudioSample, AudioSampleSink } from 'mediabunny';
import { openSegment } from '../export/webm-source.ts';
import { RATE } from '../mask/formants.ts';
import { Resampler } from '../mask/resample.ts';
import { Failure } from '../model/failure.ts';

/** Sound at 16 kHz: as many samples on the left (the meeting) as on the right (the host's microphone). */
export type Stereo = readonly [Float32Array, Float32Array];

/** In which a cut begins and ends, 10 ms: shorter would click. */
const FADE = RATE / 100;
/** A WebM time is whole ms: what is further off is a gap, and becomes silence. */
const SLACK_S = 0.04;
/** At once, however long a gap is. */
const SILENCE_S = 0.5;

/**
 * A stretch of a recorded epoch, decoded. from, to: seconds from its first sound. Mono is the meeting alone. What ends early, ends early.
 * Failure('nothing-recorded') when nothing in it can be decoded; what the chunks throw.
 */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  from: number,
  to: number,
): AsyncGenerator<Stereo, void, undefined> {
  const open = await openSegment(chunks);
  if (!open) throw new Failure('nothing-recorded');
  try {
    if (!open.sound) throw new Failure('nothing-recorded');
    const cut = new Cut();
    let first: number | null = null;
    for await (const sample of new AudioSampleSink(open.sound).samples()) {
      try {
        first ??= sample.timestamp;
        const at = sample.timestamp - first;
        if (at >= to) break;
        if (at + sample.duration <= from) continue;
        yield* cut.add(sample, at - from, from - at, to - at);
      } finally {
        sample.close();
      }
    }
    if (open.failed()) throw open.failed();
    yield cut.end();
  } catch (error) {
    throw open.failed() ?? error;
  } finally {
    open.close();
  }
}

/** Samples of one stretch on their way to 16 kHz. */
class Cut {
  #rate = 0;
  #sides: readonly [Resampler, Resampler] | null = null;
  /** Seconds of the stretch so far. */
  #at = 0;
  #out = 0;
  #held: Stereo = [new Float32Array(0), new Float32Array(0)];

  /** at: where the sample begins in the stretch, s; skip, stop: which part of it belongs there, s from its beginning. */
  *add(sample: AudioSample, at: number, skip: number, stop: number): Generator<Stereo> {
    const { sampleRate, numberOfFrames, numberOfChannels } = sample;
    // A decoder gives one rate from beginning to end; another one would be heard as another speed.
    if (this.#rate !== 0 && this.#rate !== sampleRate)
      throw new Failure('unexpected', 'the rate of a recording changed');
    this.#rate = sampleRate;
    for (let gap = Math.max(0, at) - this.#at; gap > SLACK_S; gap = Math.max(0, at) - this.#at)
      yield this.#push([silence(gap, sampleRate), silence(gap, sampleRate)]);
    const first = Math.max(0, Math.round(skip * sampleRate));
    const last = Math.min(numberOfFrames, Math.round(stop * sampleRate));
    if (last <= first) return;
    const side = (planeIndex: number) => {
      const whole = new Float32Array(numberOfFrames);
      if (planeIndex < numberOfChannels) sample.copyTo(whole, { planeIndex, format: 'f32-planar' });
      return whole.subarray(first, last);
    };
    yield this.#push([side(0), side(1)]);
  }

  #push(block: Stereo): Stereo {
    this.#at += block[0].length / this.#rate;
    const step = this.#rate / RATE;
    this.#sides ??= [new Resampler(step), new Resampler(step)];
    return this.#faded([this.#sides[0].push(block[0]), this.#sides[1].push(block[1])], FADE);
  }

  /** The rest, fading out. */
  end(): Stereo {
    if (!this.#sides) return [new Float32Array(0), new Float32Array(0)];
    const rest = this.#faded([this.#sides[0].end(), this.#sides[1].end()], 0);
    const { length } = rest[0];
    for (let i = Math.max(0, length - FADE); i < length; i++)
      for (const side of rest) side[i] = ((side[i] ?? 0) * (length - i)) / FADE;
    return rest;
  }

  /** Faded in at the beginning; `back` samples are held back, because they may turn out to be the last. */
  #faded(block: Stereo, back: number): Stereo {
    const all = [joined(this.#held[0], block[0]), joined(this.#held[1], block[1])] as const;
    const ready = Math.max(0, all[0].length - back);
    for (let i = 0; i < ready && this.#out + i < FADE; i++)
      for (const side of all) side[i] = ((side[i] ?? 0) * (this.#out + i)) / FADE;
    this.#out += ready;
    this.#held = [all[0].slice(ready), all[1].slice(ready)];
    return [all[0].subarray(0, ready), all[1].subarray(0, ready)];
  }
}

export function joined(first: Float32Array, second: Float32Array): Float32Array {
  const both = new Float32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function silence(gap: number, rate: number): Float32Array {
  return new Float32Array(Math.round(Math.min(gap, SILENCE_S) * rate));
}
