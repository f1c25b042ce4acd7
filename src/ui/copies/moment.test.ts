import { expect, test } from 'vitest';
import { momentIn, momentOf } from './moment.ts';

test.each([
  ['2:05', 125_000],
  ['0:00', 0],
  ['1:02:05', 3_725_000],
  ['75', 75_000],
  [' 3:09 ', 189_000],
])('%s is a moment', (text, ms) => expect(momentIn(text)).toBe(ms));

test.each(['', '1:60', '1:60:00', '-1', '1.5', 'two', '1:2:3:4', '٢:٠٥'])('%s is none', (text) =>
  expect(momentIn(text)).toBeNull(),
);

test('what is written is read again', () => {
  for (const ms of [0, 59_000, 60_000, 3_599_000, 3_600_000, 7_325_000]) expect(momentIn(momentOf(ms))).toBe(ms);
});
