import { describe, expect, test } from 'vitest';
import { placeCalled, placeWords } from './place-words.ts';

const PLACES = [
  { code: 'DE', aliases: [], name: 'Germany' },
  { code: 'US-DE', aliases: [], name: 'Delaware' },
  { code: 'US-GA', aliases: [], name: 'Georgia' },
  { code: 'GB', aliases: ['UK', 'GB-ENG'], name: 'United Kingdom' },
];

describe('a place', () => {
  test.each([
    ['Germany', 'DE'],
    ['  germany ', 'DE'],
    ['Germany (DE)', 'DE'],
    ['Georgia (US-GA)', 'US-GA'],
    ['us-ga', 'US-GA'],
    ['United  Kingdom', 'GB'],
    ['GB-ENG', 'GB'],
  ])('is understood as it is offered, by a country’s name or a part’s code: %s', (words, code) => {
    expect(placeCalled(words, PLACES)).toBe(code);
  });

  test.each(['Georgia', 'DE', 'UK', 'Delaware', 'Germ', '', 'Germany (FR)', 'constructor'])(
    'is not guessed: %j',
    (words) => {
      expect(placeCalled(words, PLACES)).toBeNull();
    },
  );

  test('is shown with its code, by an alias too, and one that nobody knows as it is', () => {
    expect(placeWords('UK', PLACES)).toBe('United Kingdom (GB)');
    expect(placeWords('ZZ', PLACES)).toBe('ZZ');
    expect(placeWords(null, PLACES)).toBe('');
  });

  test('that is shown is understood again', () => {
    for (const { code } of PLACES) expect(placeCalled(placeWords(code, PLACES), PLACES)).toBe(code);
  });
});
