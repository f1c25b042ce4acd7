/** Chance that can be had again: the same seed gives the same line, on any machine (mulberry32). */
export interface Chance {
  /** 0 ≤ n < 1 */
  readonly next: () => number;
  /** A whole number, 0 ≤ n < below. */
  readonly below: (n: number) => number;
  readonly one: <Value>(of: readonly Value[]) => Value;
  /** Between `least` and `most` of them, repeats allowed. */
  readonly some: <Value>(of: readonly Value[], least: number, most: number) => Value[];
  readonly happens: (share: number) => boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const one = <Value>(of: readonly Value[]): Value => {
    if (of.length === 0) throw new RangeError('there is nothing to choose from');
    return of[below(of.length)] as Value;
  };
  return {
    next,
    below,
    one,
    some: (of, least, most) => Array.from({ length: least + below(most - least + 1) }, () => one(of)),
    happens: (share) => next() < share,
  };
}
