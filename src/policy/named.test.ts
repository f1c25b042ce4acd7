import { describe, expect, test } from 'vitest';
import { codesNamed, placeNamed } from './named.ts';
import { UNKNOWN } from './places/unknown.ts';
import { PLACES, placeOf } from './places.ts';

describe('what somebody wrote of where they are', () => {
  test.each([
    ['CA', ['CA', 'US-CA']],
    ['DE', ['DE', 'US-DE']],
    ['IL', ['IL', 'US-IL']],
    ['IN', ['IN', 'US-IN']],
    ['AR', ['AR', 'US-AR']],
    ['MT', ['MT', 'US-MT']],
    ['wa', ['WA', 'US-WA', 'AU-WA']],
    ['NT', ['NT', 'CA-NT', 'AU-NT']],
    ['GA', ['GA', 'US-GA']],
    ['TX', ['TX', 'US-TX']],
    ['SE', ['SE']],
    ['PR', ['PR', 'US-PR']],
    ['UK', ['UK']],
    ['ZZ', ['ZZ']],
    ['Georgia', ['US-GA', 'GE']],
    ['washington', ['US-WA', 'US-DC']],
    ['Victoria', ['AU-VIC', 'CA-BC']],
    ['California.', ['US-CA']],
    ['  the  netherlands ', ['NL']],
    ['New   York', ['US-NY']],
    ['Germany', ['DE']],
    ['United States', ['US']],
    ['us-ca', ['US-CA']],
    ['US-ZZ', ['US-ZZ']],
    ['NSW', ['AU-NSW']],
    ['ＣＡ', ['CA', 'US-CA']],
    ['somewhere nice', ['SOMEWHERE NICE']],
    ['', ['']],
  ])('%j', (words, codes) => {
    expect(codesNamed(words)).toEqual(codes);
  });

  test('two letters alone are never taken for a state only', () => {
    for (const { code } of PLACES.filter(({ within }) => within !== null)) {
      const letters = code.slice(3);
      if (letters.length !== 2) continue;
      const rows = codesNamed(letters).map(placeOf);
      expect(rows.length, letters).toBeGreaterThan(1);
      expect(rows, letters).toContain(placeOf(letters));
    }
  });

  test('words that are not understood are the unknown place', () => {
    for (const words of ['at home', 'Texass', 'constructor', 'XX', '🇩🇪']) {
      expect(codesNamed(words).map(placeOf)).toEqual([UNKNOWN]);
    }
  });
});

describe('the one place that somebody means', () => {
  test.each([
    ['Germany', 'DE'],
    [' the  Netherlands', 'NL'],
    ['Texas', 'US-TX'],
    ['us-tx', 'US-TX'],
    ['UK', 'GB'],
    ['SE', 'SE'],
  ])('%s', (words, code) => {
    expect(placeNamed(words)).toBe(code);
  });

  test.each(['Georgia', 'Washington', 'DE', 'CA', 'TX', 'ZZ', '', 'Atlantis', 'constructor'])(
    'is not guessed: %j',
    (words) => {
      expect(placeNamed(words)).toBeNull();
    },
  );
});
