/** Told how much of a piece of work is done, 0..1, whenever some of it is. What it throws ends the work: that is how it is given up. */
export type Step = (share: number) => void;

export const UNTOLD: Step = () => undefined;

/** Of a longer work that step tells of, the part from `from` to `to`. */
export function part(step: Step, from: number, to: number): Step {
  return (share) => step(from + (to - from) * share);
}
