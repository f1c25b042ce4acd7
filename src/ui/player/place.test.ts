import { expect, test } from 'vitest';
import type { RecordedEpoch } from '../../model/record.ts';
import type { Stretch } from '../records/stretches.ts';
import { clockAt, gapBefore, playedAt } from './place.ts';

const part = (from: number, ms: number, offset: number): Stretch => ({
  kind: 'recorded',
  epoch: { ms } as RecordedEpoch,
  ms,
  start: 0,
  last: true,
  from,
  to: from + ms + 40,
  offset,
});
/** 100 to 200 and 500 to 800 were recorded. */
const stretches: readonly Stretch[] = [
  { kind: 'gap', from: 0, to: 100, reasons: ['waiting'] },
  part(100, 100, 0),
  { kind: 'gap', from: 240, to: 500, reasons: ['paused'] },
  part(500, 300, 100),
];

test('recorded time is told by the clock, and back', () => {
  for (const [at, clock] of [
    [0, 100],
    [50, 150],
    [100, 500],
    [399, 799],
  ] as const) {
    expect(clockAt(stretches, at)).toBe(clock);
    expect(playedAt(stretches, clock)).toBe(at);
  }
});

test('of what was not recorded, what comes next is played, and after the end the end', () => {
  expect(playedAt(stretches, 0)).toBe(0);
  expect(playedAt(stretches, 300)).toBe(100);
  expect(playedAt(stretches, 5000)).toBe(400);
  expect(playedAt([], 5000)).toBe(0);
});

test('a gap is told right after it, not before the first part, and not for long', () => {
  expect(gapBefore(stretches, 100, 50)).toMatchObject({ reasons: ['paused'] });
  expect(gapBefore(stretches, 150, 50)).toMatchObject({ reasons: ['paused'] });
  expect(gapBefore(stretches, 151, 50)).toBeNull();
  expect(gapBefore(stretches, 0, 50)).toBeNull();
  expect(gapBefore([], 0, 50)).toBeNull();
});
