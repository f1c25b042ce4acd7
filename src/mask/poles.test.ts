import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveAngles } from './formants.ts';
import { polynomialOf, zerosOf } from './poles.ts';
import { ORDER, predict } from './predict.ts';

const frames = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 400, maxLength: 400 }).map((numbers) =>
  // Each sample leans on the one before, as sound does.
  numbers.reduce<Float64Array>((frame, number, i) => {
    frame[i] = 0.8 * (frame[i - 1] ?? 0) + number / 1000;
    return frame;
  }, new Float64Array(400)),
);

describe('for any sound', () => {
  it('the zeros of its prediction are found, lie inside the unit circle, and multiply out to it again', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const a = predict(frame);
        if (!a) return;
        const zeros = zerosOf(a);
        expect(zeros).not.toBeNull();
        if (!zeros) return;
        for (const [k, x] of zeros.re.entries()) expect(Math.hypot(x, zeros.im[k] ?? 0)).toBeLessThan(1);
        const back = polynomialOf(zeros);
        expect(back.length).toBe(ORDER + 1);
        for (const [i, one] of a.entries()) expect(back[i]).toBeCloseTo(one, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('what is left after turning the poles is stable, for every α of the ranges', () => {
    fc.assert(
      fc.property(frames, fc.double({ min: 0.78, max: 1.2, noNaN: true }), (frame, alpha) => {
        const a = predict(frame);
        const moved = a && moveAngles(a, alpha);
        if (!moved) return;
        const zeros = zerosOf(moved);
        for (const [k, x] of zeros?.re.entries() ?? []) expect(Math.hypot(x, zeros?.im[k] ?? 0)).toBeLessThan(0.9999);
      }),
      { numRuns: 100 },
    );
  });
});

it('a resonance of 1000 Hz is turned to where its angle to the power of α is', () => {
  const angle = (2 * Math.PI * 1000) / 16_000;
  const a = Float64Array.of(1, -2 * 0.95 * Math.cos(angle), 0.95 * 0.95);
  const moved = moveAngles(a, 0.8);
  const turned = angle ** 0.8;
  expect(moved?.[1]).toBeCloseTo(-2 * 0.95 * Math.cos(turned), 9);
  expect(moved?.[2]).toBeCloseTo(0.95 * 0.95, 9);
});

it('no α heaps resonances up at the end of the band: what was apart stays apart, in its order', () => {
  for (const alpha of [0.78, 0.9, 1.1, 1.2]) {
    const turned = [500, 1500, 2500, 2600, 4000, 6000, 7000, 7800].map((hz) => {
      const angle = (2 * Math.PI * hz) / 16_000;
      const moved = moveAngles(Float64Array.of(1, -2 * 0.9 * Math.cos(angle), 0.81), alpha);
      return Math.acos(-(moved?.[1] ?? 0) / 1.8);
    });
    for (const [i, angle] of turned.entries()) if (i > 0) expect(angle - (turned[i - 1] ?? 0)).toBeGreaterThan(0.02);
    expect(turned.at(-1)).toBeLessThan(Math.PI);
  }
});

it('real poles stay where they are', () => {
  const moved = moveAngles(Float64Array.of(1, -0.9), 0.8);
  expect(moved?.[0]).toBe(1);
  expect(moved?.[1]).toBeCloseTo(-0.9, 9);
});

it('silence has no prediction', () => {
  expect(predict(new Float64Array(400))).toBeNull();
});
