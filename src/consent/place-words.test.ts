import { describe, expect, test } from 'vitest';
import { isListed, PLACES } from '../policy/places.ts';
import { PLACE_LANGUAGES } from './place-frames.ts';
import { placeNames } from './place-names.ts';
import { OTHER_NAMES } from './place-other-names.ts';
import { foldPlace } from './place-spelling.ts';
import { codesOf, placeSaid, type SaidPlace } from './place-words.ts';
import { recognise } from './recognise.ts';
import { SAID_PLACES } from './testdata/said-places.ts';

const countries = new Map(
  PLACE_LANGUAGES.map((language) => [language, new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })]),
);
const names = placeNames((language, code) => countries.get(language)?.of(code));
const lines = Object.entries(SAID_PLACES).flatMap(([language, said]) =>
  Object.entries(said).map(([line, codes]) => [language, line, codes] as const),
);

/** "DE", "DE remember", "DE forget" (which a line of our banner without leave says), "forget". */
function shown(said: SaidPlace | null): string {
  const leave = said?.remember === true ? ['remember'] : said?.remember === false ? ['forget'] : [];
  return [...(said?.places ?? []), ...leave].join(' ');
}

describe('where somebody says that they are', () => {
  test.each(lines)('%s: %s → %s', (_, line, codes) => {
    expect(shown(placeSaid(line, names))).toBe(codes);
  });

  test.each(lines.filter(([, , codes]) => codes !== ''))('%s: %s is no answer to an ask', (language, line) => {
    expect(recognise(line, language).says).toBe('nothing');
  });

  test.each([
    [' I am in Texas. ', 'US-TX'],
    ['I am in Texas!!!', 'US-TX'],
    ['I am in Georgia,USA', 'US-GA'],
    ['I am in Georgia, the USA', 'US-GA'],
    // A second line, a sign that nobody sees, more than fits, and a country too many: it is not simply that.
    ['I am in\nTexas', ''],
    ['I am in Te\u034fxas', ''],
    [`I am in${' '.repeat(120)}Texas`, ''],
    ['I am in Georgia, USA, Europe', ''],
    ['I am in Georgia, Atlantis', ''],
  ])('however it is typed: %j → %j', (line, codes) => {
    expect(shown(placeSaid(line, names))).toBe(codes);
  });

  test('has lines of every language, some of them near misses', () => {
    expect(Object.keys(SAID_PLACES).sort()).toEqual([...PLACE_LANGUAGES].sort());
    for (const said of Object.values(SAID_PLACES)) {
      expect(Object.values(said).filter((codes) => codes !== '').length).toBeGreaterThanOrEqual(2);
      expect(Object.values(said).filter((codes) => codes === '').length).toBeGreaterThanOrEqual(3);
    }
  });

  test('is found for every place of the rules by its English name', () => {
    const missed = PLACES.filter(({ code }) => code !== 'XX').filter(
      ({ name, code }) => !placeSaid(`I am in ${name.replace(/ \(.*$/, '')}`, names)?.places.includes(code),
    );
    expect(missed.map(({ code }) => code)).toEqual([]);
  });

  test.each(PLACE_LANGUAGES.filter((language) => !['pl', 'uk'].includes(language)))(
    'is found for every country of the rules by its name in %s',
    (language) => {
      const missed = PLACES.filter(({ code, within }) => within === null && code !== 'XX').filter(({ code }) => {
        const name = countries.get(language)?.of(code) ?? '';
        return !names(language, foldPlace(name)).includes(code);
      });
      expect(missed.map(({ code }) => code)).toEqual([]);
    },
  );

  test.each(['pl', 'uk'])('is found in %s as it stands after “in”, for every country of the rules', (language) => {
    const lacking = PLACES.filter(({ code, within }) => within === null && code !== 'XX').filter(
      ({ code }) => OTHER_NAMES[language]?.[code] === undefined,
    );
    expect(lacking.map(({ code }) => code)).toEqual([]);
  });

  test('is found among the names of the rules alone where nobody knows what countries are called', () => {
    const few = placeNames(() => undefined);
    expect(placeSaid('I am in California', few)?.places).toEqual(['US-CA']);
    expect(placeSaid('I am in Kenya', few)).toBeNull();
    expect(few('fi', 'texas')).toEqual(['US-TX']);
  });

  test('names only places that there are: of the rules, or countries beside them', () => {
    const codes = Object.values(OTHER_NAMES).flatMap((of) => Object.keys(of));
    expect(codes.filter((code) => !isListed(code) && !/^[A-Z]{2}$/.test(code))).toEqual([]);
  });
});

describe('codes and countries', () => {
  test('a code counts at the end only, and a country before which no article is cut out of its middle', () => {
    expect(codesOf('en', 'georgia (us ga)', names)).toEqual(['US-GA']);
    expect(codesOf('en', 'georgia (us ga) x', names)).toEqual([]);
    expect(codesOf('en', 'georgia, usa', names)).toEqual(['US-GA']);
  });

  test('in a country whose name means several, and in none, nothing is found', () => {
    const several = (_: string, name: string) =>
      ({ here: ['AA-B', 'CC-D'], two: ['AA', 'CC'], one: ['AA'] })[name] ?? [];
    expect(codesOf('en', 'here, one', several)).toEqual(['AA-B']);
    expect(codesOf('en', 'here, two', several)).toEqual([]);
    expect(codesOf('en', 'here, none', several)).toEqual([]);
    const the = (_: string, name: string) => ({ here: ['AA-B'], 'of the one': ['AA'], one: ['AA'] })[name] ?? [];
    expect(codesOf('en', 'here, the one', the)).toEqual(['AA-B']);
    expect(codesOf('en', 'here, of the one', the)).toEqual(['AA-B']);
  });
});
