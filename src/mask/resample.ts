import { Tape } from './tape.ts';

/** Zero crossings of the sinc on each side. */
const CROSSINGS = 16;
const PHASES = 256;
/** Of the narrower band, kept: what is above fades out before it would come back as something else. */
const PASS = 0.94;

/**
 * Reads a stream at another speed: one sample for each `step` of it, band-limited (windowed sinc, -70 dB). step 3 makes 16 kHz of 48 kHz.
 * Silence stays silence.
 */
export class Resampler {
  readonly #tape = new Tape();
  readonly #half: number;
  readonly #table: Float64Array;
  #made = 0;

  constructor(private readonly step: number) {
    const band = PASS * Math.min(1, 1 / step);
    this.#half = Math.ceil(CROSSINGS / Math.min(1, 1 / step));
    this.#table = tableOf(this.#half, band);
  }

  push(block: Float32Array): Float32Array {
    this.#tape.append(block);
    return this.#make(Math.ceil((this.#tape.length - this.#half) / this.step));
  }

  /** The rest: as many in all as went in, divided by the step, to the nearest. */
  end(): Float32Array {
    return this.#make(Math.round(this.#tape.length / this.step));
  }

  #make(upTo: number): Float32Array {
    const out = new Float32Array(Math.max(0, upTo - this.#made));
    const width = 2 * this.#half;
    for (let i = 0; i < out.length; i++) {
      const at = (this.#made + i) * this.step;
      const whole = Math.floor(at);
      const phase = (at - whole) * PHASES;
      const row = Math.floor(phase);
      const share = phase - row;
      const first = whole - this.#half + 1;
      let sum = 0;
      for (let j = 0; j < width; j++) {
        const one = this.#table[row * width + j] ?? 0;
        const next = this.#table[(row + 1) * width + j] ?? 0;
        sum += (one + share * (next - one)) * this.#tape.at(first + j);
      }
      out[i] = sum;
    }
    this.#made += out.length;
    this.#tape.forget(Math.floor(this.#made * this.step) - this.#half);
    return out;
  }
}

/** One row for each 256th between two samples, and one more; each adds up to 1, so that no level changes. */
function tableOf(half: number, band: number): Float64Array {
  const width = 2 * half;
  const table = new Float64Array((PHASES + 1) * width);
  for (let row = 0; row <= PHASES; row++) {
    let sum = 0;
    for (let j = 0; j < width; j++) {
      const x = j - half + 1 - row / PHASES;
      const value = sinc(band * x) * window(x / half);
      table[row * width + j] = value;
      sum += value;
    }
    for (let j = 0; j < width; j++) table[row * width + j] = (table[row * width + j] ?? 0) / sum;
  }
  return table;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Blackman's. */
function window(x: number): number {
  return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}
