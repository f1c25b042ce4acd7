import type { Figure } from './figure.ts';

/** The figures as README.md shows them. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, baseline, target, met, spread, n }) => [
    name,
    `${short(value)} ${unit}`,
    baseline === null ? '' : short(baseline),
    target === null ? '' : short(target),
    met === null ? '' : met ? 'yes' : '**missed**',
    `${short(spread[0])} to ${short(spread[1])}, n = ${n}`,
  ]);
  const head = ['figure', 'measured', 'beside', 'target', 'met', 'spread'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Three digits that mean something. */
function short(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
