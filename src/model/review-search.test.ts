import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpochId, LogId } from './id.ts';
import type { Review } from './review.ts';
import { hitIn } from './review-search.ts';

const note = (text: string, ...tags: string[]): Review => ({
  log: 'lAAAAAAAAAAAA' as LogId,
  id: 'rAAAAAAAAAAAA',
  epoch: 'eAAAAAAAAAAAA' as EpochId,
  body: { v: 1, is: 'note', ms: 0, text, tags, by: 'Rosa', at: 0 },
});
const reviews = [note('The price was named\nfar too late', 'Price'), note('Calm and kind')];

describe('notes are found', () => {
  test.each([
    ['by a word, whatever its capitals', 'PRICE', 'The price was named far too late Price Rosa'],
    ['by all words, in any order', 'late price', 'The price was named far too late Price Rosa'],
    ['by who wrote them', 'rosa kind', 'Calm and kind Rosa'],
  ])('%s', (_name, query, hit) => expect(hitIn(reviews, query)).toBe(hit));

  test.each(['', '  ', 'price calm', 'weather'])('not by “%s”', (query) => expect(hitIn(reviews, query)).toBeNull());
});

test('a long note gives a piece around the word, and never half a letter', () => {
  const long = note(`${'😀 '.repeat(200)}needle ${'x'.repeat(300)}`);
  const hit = hitIn([long], 'needle') ?? '';
  expect(hit).toContain('needle');
  expect([...hit].length).toBeLessThanOrEqual(92);
  expect(hit.isWellFormed()).toBe(true);
});

test('whatever is searched in whatever, a hit is well formed and short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 3 }), (text, query) => {
      const hit = hitIn([note(text)], query);
      return hit === null || (hit.isWellFormed() && [...hit].length <= 92);
    }),
  );
});
