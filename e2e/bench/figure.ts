/** One line of the bench: a figure beside the baseline that was measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'bytes' | 'ratio' | 'rows/s';
  readonly baseline: number | null;
  /** Smallest and largest single measurement. */
  readonly spread: readonly [number, number];
  readonly n: number;
}

/** Median of several measurements, or another quantile. */
export function figure(
  name: string,
  unit: Figure['unit'],
  values: readonly number[],
  baseline: readonly number[] | null,
  at = 0.5,
): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    name,
    value: round(quantile(values, at)),
    unit,
    baseline: baseline ? round(quantile(baseline, at)) : null,
    spread: [round(sorted[0] ?? 0), round(sorted.at(-1) ?? 0)],
    n: values.length,
  };
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
