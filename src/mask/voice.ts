import { Formants } from './formants.ts';
import { Pitch } from './pitch.ts';

/** How a voice is changed. alpha: McAdams coefficient; pitch: factor. Drawn anew for each channel of each copy, never stored and never told. */
export interface Voice {
  readonly alpha: number;
  readonly pitch: number;
}

/**
 * From where words stay words to where a voice is clearly another one. Nearer to 1 nothing is hidden, and farther off words get lost
 * (VoicePrivacy drew α from 0.5 to 0.9). Resonances and pitch go the same way: else one would take back a part of what the other does.
 */
export const UP = { alpha: [0.78, 0.9], pitch: [1.06, 1.15] } as const;
export const DOWN = { alpha: [1.1, 1.2], pitch: [0.87, 0.94] } as const;

/** random: a number of 0 up to 1, each time another one. */
export function drawVoice(random: () => number): Voice {
  const way = random() < 0.5 ? UP : DOWN;
  const between = ([from, to]: readonly [number, number]) => from + (to - from) * random();
  return { alpha: between(way.alpha), pitch: between(way.pitch) };
}

/** One channel at 16 kHz, block by block; out comes as much as went in, a little later. Same voice, same samples: same samples. */
export class VoiceMask {
  readonly #formants: Formants;
  readonly #pitch: Pitch;

  constructor({ alpha, pitch }: Voice) {
    this.#formants = new Formants(alpha);
    this.#pitch = new Pitch(pitch);
  }

  push(block: Float32Array): Float32Array {
    return this.#pitch.push(this.#formants.push(block)).map(limit);
  }

  end(): Float32Array {
    const last = this.#pitch.push(this.#formants.end());
    const rest = this.#pitch.end();
    const out = new Float32Array(last.length + rest.length);
    out.set(last);
    out.set(rest, last.length);
    return out.map(limit);
  }
}

/** Peaks bend instead of clipping; what is quieter stays as it is. Never reaches 1. */
const KNEE = 0.8;
export function limit(x: number): number {
  const over = Math.abs(x) - KNEE;
  return over <= 0 ? x : Math.sign(x) * (KNEE + (1 - KNEE) * Math.tanh(over / (1 - KNEE)));
}
