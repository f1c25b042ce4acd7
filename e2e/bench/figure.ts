/** One line of the bench: a figure beside the baseline that was measured in the same run, and beside what it is to reach. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'bytes' | 'ratio' | '%' | '× real time' | 'MB' | 'cores' | 'dB';
  readonly baseline: number | null;
  /** Smallest and largest single measurement. */
  readonly spread: readonly [number, number];
  readonly n: number;
  /** What the issue asks for, in the figure's own unit; null where nothing was promised. */
  readonly target: number | null;
  readonly met: boolean | null;
}

export type Unit = Figure['unit'];

export interface Aim {
  /** The quantile that counts; the median without it. */
  readonly at?: number;
  /** The figure is to be this or less. */
  readonly most?: number;
  /** The figure is to be this or more. */
  readonly least?: number;
  /** The figure is to be at most so many times its baseline. */
  readonly mostTimes?: number;
}

/** Median of several measurements, or another quantile. */
export function figure(
  name: string,
  unit: Unit,
  values: readonly number[],
  baseline: readonly number[] | null,
  aim: Aim = {},
): Figure {
  const at = aim.at ?? 0.5;
  const sorted = [...values].sort((a, b) => a - b);
  const value = quantile(values, at);
  const beside = baseline ? quantile(baseline, at) : null;
  const most = aim.most ?? (aim.mostTimes !== undefined && beside !== null ? aim.mostTimes * beside : null);
  const { least = null } = aim;
  return {
    name,
    value: round(value),
    unit,
    baseline: beside === null ? null : round(beside),
    spread: [round(sorted[0] ?? Number.NaN), round(sorted.at(-1) ?? Number.NaN)],
    n: values.length,
    target: most !== null ? round(most) : least,
    met: most !== null ? value <= most : least !== null ? value >= least : null,
  };
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
