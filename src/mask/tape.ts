/**
 * Samples of an endless stream, by their number from its beginning. What is before the beginning, and after the end once there is one, is
 * silence; what was let go of must not be asked for again.
 */
export class Tape {
  #samples = new Float32Array(4096);
  /** Number of the first one that is kept. */
  #from = 0;
  #to = 0;

  /** How many there were so far. */
  get length(): number {
    return this.#to;
  }

  append(block: Float32Array): void {
    const kept = this.#to - this.#from;
    if (kept + block.length > this.#samples.length) {
      const larger = new Float32Array(2 * (kept + block.length));
      larger.set(this.#samples.subarray(0, kept));
      this.#samples = larger;
    }
    this.#samples.set(block, kept);
    this.#to += block.length;
  }

  at(number: number): number {
    return number < this.#from || number >= this.#to ? 0 : (this.#samples[number - this.#from] ?? 0);
  }

  /** Samples from `number` on, into `out`. */
  read(number: number, out: Float32Array | Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = this.at(number + i);
  }

  /** Nobody will ask for what is before it any more. Moved rarely, so that a long stream costs no more than a short one. */
  forget(before: number): void {
    const gone = Math.min(before, this.#to) - this.#from;
    if (gone < 2 * 4096) return;
    this.#samples.copyWithin(0, gone, this.#to - this.#from);
    this.#from += gone;
  }
}
