import { describe, expect, test } from 'vitest';
import { PLACE_LANGUAGES } from '../consent/place-frames.ts';
import { placeSaid } from '../consent/place-words.ts';
import { recognise } from '../consent/recognise.ts';
import { PLACES } from '../policy/places.ts';
import { NAMES_OF_PLACES, nameOfPlace, placesIn, postOfPlace } from './places.ts';

const codes = PLACES.map(({ code }) => code).filter((code) => code !== 'XX');

describe.each(PLACE_LANGUAGES)('the message that says a place in %s', (language) => {
  test('is understood as exactly this place, fits a chat, and is no answer', () => {
    for (const code of codes) {
      for (const remember of [false, true]) {
        const post = postOfPlace(language, code, remember) ?? '';
        expect(placeSaid(post, NAMES_OF_PLACES)).toEqual({ places: [code], remember });
        expect(post.length).toBeLessThanOrEqual(120);
      }
    }
    for (const remember of [false, true])
      for (const code of ['DE', 'US-TX'])
        expect(recognise(postOfPlace(language, code, remember) ?? '', language).says).toBe('nothing');
  });

  test('is offered for every place of the rules, once, and not for the unknown one', () => {
    expect(
      placesIn(language)
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codes].sort());
    const names = placesIn(language).map(([, name]) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator(language).compare));
  });
});

test('places are called as the reader calls them, as far as the browser knows', () => {
  expect(nameOfPlace('de', 'DE')).toBe('Deutschland');
  expect(nameOfPlace('de', 'US-CA')).toBe('California');
  expect(nameOfPlace('en', 'CA-ON')).toBe('Ontario');
  expect(postOfPlace('de-AT', 'DE', false)).toBe('Mein Ort: Deutschland (DE)');
  expect(postOfPlace('fi', 'GE', true)).toBe('My place: Georgia (GE), please remember it');
  expect(postOfPlace('en', 'QQ', false)).toBeNull();
});
