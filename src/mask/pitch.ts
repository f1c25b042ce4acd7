import { Resampler } from './resample.ts';
import { Tape } from './tape.ts';

/** Of 16 kHz: pieces of 30 ms, half over each other. */
const HOP = 240;
/** How far a piece is looked for, each way: one period of a voice of 67 Hz in all. */
const REACH = 120;

/**
 * Moves the pitch by a factor and keeps the time: pieces are laid where they go on as the one before would have (WSOLA; Verhelst and
 * Roelands, ICASSP 1993), which makes it longer, and the longer one is read faster. Resonances move by the same factor.
 */
export class Pitch {
  readonly #tape = new Tape();
  readonly #faster: Resampler;
  readonly #goesOn = new Float64Array(HOP);
  readonly #near = new Float64Array(2 * REACH + HOP);
  /** Where the last piece was taken from; the first one goes on from the beginning. */
  #from = -HOP;
  #pieces = 0;
  #given = 0;

  constructor(private readonly factor: number) {
    this.#faster = new Resampler(factor);
  }

  push(block: Float32Array): Float32Array {
    this.#tape.append(block);
    const out = this.#faster.push(this.#longer(this.#tape.length));
    this.#given += out.length;
    return out;
  }

  end(): Float32Array {
    const whole = this.#tape.length;
    // As much silence behind it as the last sample needs to come out.
    const last = this.#faster.push(this.#longer(whole + 8 * HOP + REACH));
    const rest = this.#faster.end();
    const out = new Float32Array(whole - this.#given);
    out.set(last.subarray(0, out.length));
    if (last.length < out.length) out.set(rest.subarray(0, out.length - last.length), last.length);
    return out;
  }

  #longer(upTo: number): Float32Array {
    const blocks: Float32Array[] = [];
    for (let target = this.#target(); target + REACH + 2 * HOP <= upTo; target = this.#target()) {
      this.#tape.read(this.#from + HOP, this.#goesOn);
      const from = this.#likest(target);
      blocks.push(this.#across(from));
      this.#from = from;
      this.#pieces++;
    }
    this.#tape.forget(Math.min(this.#from, this.#target()) - REACH - HOP);
    const out = new Float32Array(blocks.length * HOP);
    for (const [i, block] of blocks.entries()) out.set(block, i * HOP);
    return out;
  }

  #target(): number {
    return Math.round((this.#pieces * HOP) / this.factor);
  }

  /** Near `target`, the place that is most like what goes on from the last piece: `target` itself where none is more so. */
  #likest(target: number): number {
    this.#tape.read(target - REACH, this.#near);
    let found = REACH;
    let most = this.#likeness(REACH);
    for (let at = 0; at <= 2 * REACH; at++) {
      const likeness = this.#likeness(at);
      if (likeness > most) [found, most] = [at, likeness];
    }
    return target - REACH + found;
  }

  #likeness(at: number): number {
    let product = 0;
    let energy = 0;
    for (let i = 0; i < HOP; i++) {
      const sample = this.#near[at + i] ?? 0;
      product += sample * (this.#goesOn[i] ?? 0);
      energy += sample * sample;
    }
    return energy > 0 ? product / Math.sqrt(energy) : 0;
  }

  /** From what goes on into the new piece. */
  #across(from: number): Float32Array {
    const block = new Float32Array(HOP);
    for (let i = 0; i < HOP; i++) {
      const share = 0.5 - 0.5 * Math.cos((Math.PI * (i + 0.5)) / HOP);
      block[i] = (this.#goesOn[i] ?? 0) * (1 - share) + this.#tape.at(from + i) * share;
    }
    return block;
  }
}
