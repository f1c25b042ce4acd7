import type { Span } from '../model/player.ts';

/** Root mean square below which nobody speaks, of full scale: -44 dB. */
const QUIET = 0.006;
/** A pause that is worth jumping over, and what is left of it at either end so that no word is cut into, ms. */
export const PAUSE_MS = 1000;
const MARGIN_MS = 200;

/** Finds pauses in sound that is told piece by piece, in order. Times: ms. */
export class Pauses {
  #from: number | null = null;
  readonly #found: Span[] = [];

  /** level: root mean square over both channels, 0..1. Returns a pause that has just ended, and is long enough. */
  hear(at: number, level: number): Span | null {
    if (level < QUIET) {
      this.#from ??= at;
      return null;
    }
    return this.end(at);
  }

  /** The sound is over, or goes on elsewhere. */
  end(at: number): Span | null {
    const from = this.#from;
    this.#from = null;
    if (from === null || at - from < PAUSE_MS) return null;
    const span = { from: from + MARGIN_MS, to: at - MARGIN_MS };
    this.#found.push(span);
    return span;
  }

  get found(): readonly Span[] {
    return this.#found;
  }
}

export function levelOf(channels: readonly Float32Array[]): number {
  let sum = 0;
  let n = 0;
  for (const channel of channels) {
    for (const value of channel) sum += value * value;
    n += channel.length;
  }
  return n === 0 ? 0 : Math.sqrt(sum / n);
}
