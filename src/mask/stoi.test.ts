import { expect, test } from 'vitest';
import { speak } from './testdata/speaker.ts';
import { stoi } from './testdata/stoi.ts';

/** The measure itself: it must fall as noise rises, or it says nothing about a mask. */
const RATE = 16_000;
const speech = speak({ pitch: 120 }, 3, RATE);
const noise = Float32Array.from(
  { length: speech.length },
  (_, i) => ((i * 7919 + 13 + ((i * i) % 977)) % 2003) / 1001 - 1,
);
const noisy = (level: number) => speech.map((one, i) => one + level * (noise[i] ?? 0));

test('the same sound is 1, however loud', () => {
  expect(stoi(speech, speech, RATE)).toBeCloseTo(1, 6);
  expect(
    stoi(
      speech,
      speech.map((one) => one / 7),
      RATE,
    ),
  ).toBeCloseTo(1, 6);
});

test('falls with every step of noise, and noise alone is about nothing', () => {
  const found = [0.02, 0.1, 0.5].map((level) => stoi(speech, noisy(level), RATE));
  expect(found).toEqual(found.toSorted((a, b) => b - a));
  expect(found[0]).toBeGreaterThan(0.8);
  expect(Math.abs(stoi(speech, noise, RATE))).toBeLessThan(0.25);
});

test('another text is not that text', () => {
  expect(stoi(speech, speak({ pitch: 120 }, 3, RATE, [4, 2, 0, 1, 3, 3, 0]), RATE)).toBeLessThan(0.75);
});

test('silence, and nothing, say nothing', () => {
  expect(stoi(new Float32Array(RATE), new Float32Array(RATE), RATE)).toBe(0);
  expect(stoi(new Float32Array(0), speech, RATE)).toBe(0);
});
