import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const chunks = (pace: Pace, from: number, n: number, bytes: number) => {
  for (let i = 0; i < n; i++) pace.took(1, { bytes, endAt: from + i * 1000 });
};

test('the rate of the last minute, once there is enough to tell by', () => {
  const pace = new Pace();
  chunks(pace, 0, 10, 1000);
  expect(pace.of(1)).toBeNull();
  chunks(pace, 10_000, 10, 1000);
  expect(pace.of(1)).toBe(1000);
  // Slides become a film: the minute before no longer counts.
  chunks(pace, 20_000, 80, 300_000);
  expect(pace.of(1)).toBe(300_000);
  expect(pace.of(2)).toBeNull();
});

test('a pause, a clock that was put back, and another meeting in the tab begin anew', () => {
  const pace = new Pace();
  chunks(pace, 0, 20, 1000);
  pace.took(1, { bytes: 5, endAt: 100_000 });
  expect(pace.of(1)).toBeNull();
  chunks(pace, 101_000, 20, 2000);
  expect(pace.of(1)).toBe(2000);
  pace.took(1, { bytes: 5, endAt: 50_000 });
  expect(pace.of(1)).toBeNull();
  chunks(pace, 51_000, 20, 2000);
  pace.forget(1);
  expect(pace.of(1)).toBeNull();
});
