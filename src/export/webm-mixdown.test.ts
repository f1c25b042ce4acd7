import { expect, test } from 'vitest';
import { limit } from './webm-mixdown.ts';

test('leaves what is quiet alone, and never lets the sum of two full sides clip', () => {
  expect(limit(0.5)).toBe(0.5);
  expect(limit(-0.8)).toBe(-0.8);
  for (let x = -Math.SQRT2; x <= Math.SQRT2; x += 0.01) expect(Math.abs(limit(x))).toBeLessThan(1);
});

test('louder in is louder out', () => {
  for (let x = 0; x < Math.SQRT2; x += 0.01) expect(limit(x + 0.01)).toBeGreaterThan(limit(x));
});
