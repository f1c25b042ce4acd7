import { expect, test } from 'vitest';
import type { EpochId } from '../model/id.ts';
import { NEXT_KEY, nextRow, soonIn } from './next-row.ts';
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

test('the soonest first, and no more than a page can say', () => {
  const many = Array.from({ length: 101 }, (_, i) => meeting((101 - i) * DAY));
  const { version, media } = nextRow(many, new Set());
  expect(version).toBe(1);
  expect(media).toEqual(Array.from({ length: 100 }, (_, i) => (i + 1) * DAY));
});

test('a week is seven days: what goes at its very end is of the next one', () => {
  const row = nextRow([meeting(7 * DAY)], new Set());
  expect([soonIn(row, 0), soonIn(row, 1)]).toEqual([0, 1]);
});

test('lies where a version before this one kept it: no second row says something else', () => {
  expect(NEXT_KEY).toBe('next-to-go');
});
