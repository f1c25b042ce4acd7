import { expect, test } from 'vitest';
import { levelOf, Pauses } from './levels.ts';

const sound = (...spans: readonly (readonly [ms: number, level: number])[]) => {
  const pauses = new Pauses();
  let at = 0;
  for (const [ms, level] of spans) for (let end = at + ms; at < end; at += 20) pauses.hear(at, level);
  pauses.end(at);
  return pauses.found;
};

test('a pause of a second and more is one, without its edges', () => {
  expect(sound([1000, 0.1], [2000, 0.001], [500, 0.1])).toEqual([{ from: 1200, to: 2800 }]);
  expect(sound([1000, 0.1], [980, 0], [500, 0.1])).toEqual([]);
});

test('a single loud moment ends a pause, and the end of the sound does', () => {
  expect(sound([1500, 0], [20, 0.2], [1500, 0])).toEqual([
    { from: 200, to: 1300 },
    { from: 1720, to: 2820 },
  ]);
});

test('whoever speaks softly is not passed over', () => {
  expect(sound([5000, 0.01])).toEqual([]);
});

test('the level is that of both channels together', () => {
  expect(levelOf([])).toBe(0);
  expect(levelOf([new Float32Array(4).fill(0.5), new Float32Array(4)])).toBeCloseTo(Math.sqrt(0.125));
});
