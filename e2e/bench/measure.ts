import type { Figure } from './figure.ts';

/** One thing that is measured: a file of its own, a name to run it alone by. */
export interface Measure {
  readonly name: string;
  /** Progress, one line each; figures are the only thing on standard output. */
  run(say: (line: string) => void): Promise<Figure[]>;
}
