import { isReal, polynomialOf, zerosOf } from './poles.ts';
import { ORDER, predict } from './predict.ts';
import { Tape } from './tape.ts';

/** Samples a second of everything in this folder: speech has what tells words apart below 8 kHz. */
export const RATE = 16_000;
/** 25 ms, half over the next. */
const FRAME = 400;
const HOP = 200;
/** RMS below which a frame is silence, -120 dB. */
const SILENT = 1e-6;
/** How close to the circle a pole may lie. */
const RADIUS_MAX = 0.995;
/** Never louder than this times what was there, however a resonance was moved. */
const GAIN_MAX = 8;
/** Twice over, in and out, it adds up to 1. */
const WINDOW = Float64Array.from({ length: FRAME }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / FRAME));

/**
 * Moves the resonances of a voice: the angle φ of each complex pole of its linear prediction becomes φ^α (McAdams 1984; for hiding a speaker
 * Patino et al., Interspeech 2021). α below 1 brings those below 2.5 kHz up and those above it down, α above 1 the other way round.
 * What excites them, and so the words, stays. A frame of which the poles cannot be found gets those of the one before: nothing is passed through as it was.
 */
export class Formants {
  readonly #tape = new Tape();
  readonly #sum = new Float64Array(FRAME);
  readonly #frame = new Float64Array(FRAME);
  readonly #made = new Float64Array(FRAME);
  #moved: Float64Array | null = null;
  /** Number of the next frame's first sample; the first frame lies half before the beginning. */
  #at = -HOP;
  #given = 0;

  constructor(private readonly alpha: number) {}

  /** What is ready: at the most FRAME samples stay behind for later. */
  push(block: Float32Array): Float32Array {
    this.#tape.append(block);
    const out = this.#take(this.#tape.length);
    this.#given += out.length;
    return out;
  }

  /** The rest: in all, as many samples came out as went in. */
  end(): Float32Array {
    const { length } = this.#tape;
    return this.#take(length + FRAME).subarray(0, length - this.#given);
  }

  #take(upTo: number): Float32Array {
    const frames = Math.max(0, Math.floor((upTo - FRAME - this.#at) / HOP) + 1);
    const out = new Float32Array(frames * HOP);
    let filled = 0;
    for (let i = 0; i < frames; i++) {
      const early = this.#at < 0;
      this.#one();
      // What lies before the beginning is thrown away.
      if (!early) {
        out.set(this.#sum.subarray(0, HOP), filled);
        filled += HOP;
      }
      this.#sum.copyWithin(0, HOP);
      this.#sum.fill(0, FRAME - HOP);
    }
    this.#tape.forget(this.#at);
    return out.subarray(0, filled);
  }

  #one(): void {
    this.#tape.read(this.#at, this.#frame);
    this.#at += HOP;
    for (let i = 0; i < FRAME; i++) this.#frame[i] = (this.#frame[i] ?? 0) * (WINDOW[i] ?? 0);
    const before = energyOf(this.#frame);
    if (before < SILENT * SILENT * FRAME) return;
    const a = predict(this.#frame);
    const moved = a && moveAngles(a, this.alpha);
    this.#moved = moved ?? this.#moved;
    if (!a || !this.#moved) return;
    excite(this.#frame, a, this.#moved, this.#made);
    const gain = Math.min(GAIN_MAX, Math.sqrt(before / Math.max(energyOf(this.#made), Number.MIN_VALUE)));
    if (!Number.isFinite(gain)) return;
    for (let i = 0; i < FRAME; i++) this.#sum[i] = (this.#sum[i] ?? 0) + gain * (this.#made[i] ?? 0) * (WINDOW[i] ?? 0);
  }
}

/** A(z) with every complex zero turned; null when they could not be found. All of it stays inside the unit circle. */
export function moveAngles(a: Float64Array, alpha: number): Float64Array | null {
  const zeros = zerosOf(a);
  if (!zeros) return null;
  for (const [k, x] of zeros.re.entries()) {
    const y = zeros.im[k] ?? 0;
    const radius = Math.min(RADIUS_MAX, Math.hypot(x, y));
    const angle = isReal(y) ? Math.atan2(0, x) : turned(Math.atan2(y, x), alpha);
    zeros.re[k] = radius * Math.cos(angle);
    zeros.im[k] = isReal(y) ? 0 : radius * Math.sin(angle);
  }
  return polynomialOf(zeros);
}

/**
 * φ^α. Above 1 rad with α above 1 that would go past the end of the band, where poles heap up and whistle: there the way from 1 to π is bent by
 * as much instead.
 */
function turned(angle: number, alpha: number): number {
  const size = Math.abs(angle);
  const bent = alpha > 1 && size > 1 ? 1 + (Math.PI - 1) * ((size - 1) / (Math.PI - 1)) ** (1 / alpha) : size ** alpha;
  return Math.sign(angle) * bent;
}

/** The frame through A(z), which leaves its excitation, and that through 1/moved(z). */
function excite(frame: Float64Array, a: Float64Array, moved: Float64Array, out: Float64Array): void {
  for (let n = 0; n < FRAME; n++) {
    let sum = 0;
    for (let i = 0; i <= ORDER && i <= n; i++) sum += (a[i] ?? 0) * (frame[n - i] ?? 0);
    for (let i = 1; i < moved.length && i <= n; i++) sum -= (moved[i] ?? 0) * (out[n - i] ?? 0);
    out[n] = sum;
  }
}

function energyOf(frame: Float64Array): number {
  let sum = 0;
  for (const sample of frame) sum += sample * sample;
  return sum;
}
