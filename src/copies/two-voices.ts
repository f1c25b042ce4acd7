import { limit, VoiceMask } from '../mask/voice.ts';
import type { Voices } from './copy-task.ts';
import { joined, type Stereo } from './sound.ts';

/**
 * Both channels masked, each as its own voice, and then mixed: a trainee needs no channel of its own for anybody, and what is mixed is harder to
 * take apart. They come out of their masks at different moments.
 */
export class TwoVoices {
  readonly #masks: readonly [VoiceMask, VoiceMask];
  #waiting: [Float32Array, Float32Array] = [new Float32Array(0), new Float32Array(0)];

  constructor([left, right]: Voices) {
    this.#masks = [new VoiceMask(left), new VoiceMask(right)];
  }

  push([left, right]: Stereo): Float32Array {
    return this.#both(this.#masks[0].push(left), this.#masks[1].push(right));
  }

  end(): Float32Array {
    return this.#both(this.#masks[0].end(), this.#masks[1].end());
  }

  #both(left: Float32Array, right: Float32Array): Float32Array {
    const [a, b] = [joined(this.#waiting[0], left), joined(this.#waiting[1], right)];
    const ready = Math.min(a.length, b.length);
    this.#waiting = [a.slice(ready), b.slice(ready)];
    return a.subarray(0, ready).map((one, i) => limit((one + (b[i] ?? 0)) * Math.SQRT1_2));
  }
}
