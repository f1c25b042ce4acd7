import { expect, test } from 'vitest';
import { part } from './step.ts';

test('a part of a work fills its share of the whole, and parts of parts theirs', () => {
  const told: number[] = [];
  const half = part((share) => told.push(share), 0.5, 1);
  half(0);
  half(1);
  part(half, 0, 0.5)(0.5);
  expect(told).toEqual([0.5, 1, 0.625]);
});

test('what a step throws ends the work', () => {
  const stop = part(
    () => {
      throw new Error('enough');
    },
    0,
    1,
  );
  expect(() => stop(0)).toThrow('enough');
});
