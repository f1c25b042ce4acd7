import { expect, test } from 'vitest';
import { languagesFor } from './language-of.ts';

test.each([
  [null, null, 'pt-BR', 'pt', null],
  [null, null, 'fi', 'en', null],
  ['de', null, 'fr', 'de', null],
  ['de', 'en', 'fr', 'de', 'en'],
  ['de', 'de', 'fr', 'de', null],
  [null, 'ar', 'ar-EG', 'ar', null],
  ['tlh', 'tlh', 'ja', 'ja', null],
])('settled %s and %s, in a browser of %s: %s and %s', (language, secondLanguage, browser, first, second) => {
  expect(languagesFor({ language, secondLanguage }, browser)).toEqual({ language: first, also: second });
});
