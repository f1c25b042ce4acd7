import { describe, expect, test } from 'vitest';
import { placeCalled, placeWords } from './place-words.ts';

const places = [
  { code: 'DE', aliases: [], name: 'Germany' },
  { code: 'US-GA', aliases: [], name: 'Georgia' },
  { code: 'GB', aliases: ['UK', 'GB-ENG'], name: 'United Kingdom' },
];
const fields = { places, placeNamed: (words: string) => (words === 'Germany' ? 'DE' : null) };

describe('a place', () => {
  test.each([
    ['Germany', 'DE'],
    ['  germany  (de) ', 'DE'],
    ['Georgia (US-GA)', 'US-GA'],
    ['Georgia', null],
    ['Germany (FR)', null],
    ['', null],
  ])('%j is understood as it is offered, or as the rules understand it', (words, code) => {
    expect(placeCalled(words, fields)).toBe(code);
  });

  test('is shown with its code, by an alias too, and one that nobody knows as it is', () => {
    expect(placeWords('UK', places)).toBe('United Kingdom (GB)');
    expect(placeWords('ZZ', places)).toBe('ZZ');
    expect(placeWords(null, places)).toBe('');
  });

  test('that is shown is understood again', () => {
    for (const { code } of places) expect(placeCalled(placeWords(code, places), fields)).toBe(code);
  });
});
