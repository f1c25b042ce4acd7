import { expect, test } from 'vitest';
import { recognise } from '../recognise.ts';
import { detailsWantedIn } from './details-word.ts';
import { WORDINGS } from './registry.ts';

test.each(WORDINGS)(
  'the word of $language asks for the whole notice, however it is written',
  ({ language, detailsWord }) => {
    for (const text of [
      detailsWord,
      ` ${detailsWord.toLocaleUpperCase(language)}!`,
      `“${detailsWord}”`,
      `${detailsWord}。`,
    ])
      expect(detailsWantedIn(text, [language])).toBe(language);
    expect(recognise(detailsWord, language).says).toBe('nothing');
    expect(detailsWantedIn(`${detailsWord} ${detailsWord}`, [language])).toBeNull();
  },
);

test('a word that several languages have is first of all that of the question', () => {
  expect(detailsWantedIn('details', ['nl'])).toBe('nl');
  expect(detailsWantedIn('Details', ['de', 'fr'])).toBe('de');
  expect(detailsWantedIn('detaljer', ['da', 'sv'])).toBe('da');
  expect(detailsWantedIn('dettagli', ['da'])).toBe('it');
});

test('talk about details is talk', () => {
  for (const text of ['what details', 'I agree', '', 'x'.repeat(200)]) expect(detailsWantedIn(text, ['en'])).toBeNull();
});
