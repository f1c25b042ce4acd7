import { expect, test } from 'vitest';
import type { EpochId } from '../model/id.ts';
import { nextRow, soonIn } from './next-row.ts';
import type { Promises } from './promises.ts';

const DAY = 86_400_000;
const meeting = (...dates: (number | null)[]): Promises => ({
  epochs: dates.map((until, n) => ({
    epoch: `e${until}-${n}` as EpochId,
    endedAt: 0,
    until,
    shortened: false,
    lengthened: false,
  })),
  names: null,
  binding: null,
});

test('a meeting counts once, by what goes first of it, and not by what a hold keeps', () => {
  const row = nextRow(
    [meeting(9 * DAY, 3 * DAY), meeting(2 * DAY), meeting(null), meeting()],
    new Set([`e${2 * DAY}-0`]),
  );
  expect(row.media).toEqual([3 * DAY]);
  expect(soonIn(row, 0)).toBe(1);
  expect(soonIn(row, -5 * DAY)).toBe(0);
  // What is over already goes within a week, too.
  expect(soonIn(row, 4 * DAY)).toBe(1);
});
