import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOUNDS, type Criterion, isScore, SCALES, type ScoreCard, type Scores, shareOf, totalOf } from './score.ts';

const card = (...criteria: readonly Criterion[]): ScoreCard => ({ name: 'Call', criteria });
const tone: Criterion = { name: 'Tone', scale: '1-5', weight: 1 };
const solved: Criterion = { name: 'Resolution', scale: 'yes-no', weight: 2 };

describe('one criterion', () => {
  test.each([
    ['the smallest is nothing', '1-5', 1, 0],
    ['the middle is half', '1-5', 3, 0.5],
    ['the largest is all', '1-10', 10, 1],
    ['yes is all', 'yes-no', 1, 1],
    ['no is nothing', 'yes-no', 0, 0],
  ] as const)('%s', (_name, scale, score, share) => {
    expect(shareOf({ ...tone, scale }, { Tone: score })).toBe(share);
  });

  test.each([0, 6, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no score of 1 to 5', (score) => {
    expect(isScore('1-5', score)).toBe(false);
    expect(shareOf(tone, { Tone: score })).toBeNull();
  });

  test('a name that every object has is not scored by it', () => {
    expect(shareOf({ ...tone, name: 'constructor' }, {})).toBeNull();
    expect(shareOf({ ...tone, name: '__proto__' }, {})).toBeNull();
  });
});

describe('the total', () => {
  test('weighs', () => expect(totalOf(card(tone, solved), { Tone: 1, Resolution: 1 })).toBeCloseTo(2 / 3));
  test('passes over what was not scored', () =>
    expect(totalOf(card(tone, solved), { Tone: 5, Resolution: null })).toBe(1));
  test('is none when nothing was', () => expect(totalOf(card(tone, solved), {})).toBeNull());
});

const criteria = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 10 }),
    scale: fc.constantFrom(...SCALES),
    weight: fc.integer({ min: 1, max: 100 }),
  }),
  { minLength: 1, maxLength: 20, selector: ({ name }) => name },
);
const filled = criteria.chain((all) =>
  fc
    .tuple(
      ...all.map(({ scale }) => fc.option(fc.integer({ min: BOUNDS[scale][0], max: BOUNDS[scale][1] }), { nil: null })),
    )
    .map((values) => ({ all, scores: Object.fromEntries(all.map(({ name }, at) => [name, values[at] ?? null])) })),
);

describe('whatever the card', () => {
  test('the total lies between the worst and the best of its criteria', () => {
    fc.assert(
      fc.property(filled, ({ all, scores }) => {
        const total = totalOf(card(...all), scores);
        const shares = all.map((one) => shareOf(one, scores)).filter((share) => share !== null);
        if (shares.length === 0) return total === null;
        return total !== null && total >= Math.min(...shares) - 1e-9 && total <= Math.max(...shares) + 1e-9;
      }),
    );
  });

  test('neither the order nor the unit of the weights matters', () => {
    fc.assert(
      fc.property(filled, fc.integer({ min: 2, max: 9 }), ({ all, scores }, times) => {
        const total = totalOf(card(...all), scores) ?? -1;
        const turned = totalOf(card(...all.toReversed()), scores) ?? -1;
        const heavier = totalOf(card(...all.map((one) => ({ ...one, weight: one.weight * times }))), scores) ?? -1;
        return Math.abs(total - turned) < 1e-9 && Math.abs(total - heavier) < 1e-9;
      }),
    );
  });

  test('a better score never makes it worse', () => {
    fc.assert(
      fc.property(filled, ({ all, scores }) => {
        const before = totalOf(card(...all), scores);
        return all.every(({ name, scale }) => {
          const score = scores[name] ?? null;
          if (score === null || score >= BOUNDS[scale][1]) return true;
          const better: Scores = { ...scores, [name]: score + 1 };
          return (totalOf(card(...all), better) ?? -1) >= (before ?? 0) - 1e-9;
        });
      }),
    );
  });
});
