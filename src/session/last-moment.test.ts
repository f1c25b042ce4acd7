import { expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import { at, joined, left, logOf, opened } from '../consent/testdata/told.ts';
import { lastMoment } from './last-moment.ts';

test('the meeting ends with its last entry, not with what was done with its records a year later', () => {
  const entries = logOf(
    opened,
    joined(told.ANA),
    at(9000, left(told.ANA)),
    at(90_000_000, { kind: 'exported', format: 'json' }),
    at(99_000_000, { kind: 'deleted', epoch: null, why: 'time-over' }),
  );
  expect(lastMoment(entries)).toBe(told.T0 + 9000);
});

test('and with the latest moment where clocks went back', () => {
  expect(lastMoment(logOf(at(5000, opened), at(2000, joined(told.ANA))))).toBe(told.T0 + 5000);
});

test('of what has no entry of a meeting, there is none', () => {
  expect(lastMoment([])).toBe(0);
  expect(lastMoment(logOf({ kind: 'exported', format: 'json' }))).toBe(0);
});
