import { describe, expect, test } from 'vitest';
import { figure, quantile } from './figure.ts';
import { tableOf } from './table.ts';

const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);

test('a quantile is a value that was measured', () => {
  expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([51, 100, 100]);
  expect(quantile([], 0.5)).toBeNaN();
});

describe('a target', () => {
  test('is a most, a least, or so many times the baseline of the same run', () => {
    expect(figure('a', 'ms', [50], null, { most: 50 })).toMatchObject({ target: 50, met: true });
    expect(figure('a', 'ms', [51], null, { most: 50 })).toMatchObject({ target: 50, met: false });
    expect(figure('a', '× real time', [59], null, { least: 60 })).toMatchObject({ target: 60, met: false });
    expect(figure('a', 'ms', [150], [100], { mostTimes: 1.5 })).toMatchObject({ target: 150, met: true });
    expect(figure('a', 'ms', [151], [100], { mostTimes: 1.5 })).toMatchObject({ baseline: 100, met: false });
  });
  test('that nobody set is neither met nor missed', () => {
    expect(figure('a', 'ms', [1], null)).toMatchObject({ target: null, met: null });
  });
  test('is not met by what could not be measured', () => {
    expect(figure('a', 'ms', [], null, { most: 50 }).met).toBe(false);
    expect(figure('a', 'ms', [], null, { least: 60 }).met).toBe(false);
  });
});

test('the table names what is missed', () => {
  const table = tableOf([figure('slow', 'ms', [80, 90, 1234], [40], { most: 50 })]);
  expect(table.split('\n')[2]).toBe('| slow | 90 ms | 40 | 50 | **missed** | 80 to 1234, n = 3 |');
});
