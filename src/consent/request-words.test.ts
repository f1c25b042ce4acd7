import { expect, it } from 'vitest';
import { REQUESTS } from '../model/my-consent.ts';
import { WORDINGS } from './notices/registry.ts';
import { recogniseIn } from './recognise.ts';
import { isRequestWords, requestWords } from './request-words.ts';

it.each(WORDINGS.flatMap(({ language }) => REQUESTS.map((what) => [language, what] as const)))(
  '%s: what is asked for as a %s is no answer to anything',
  (language, what) => {
    const words = requestWords(language, what);
    expect(words).not.toBe(language === 'en' ? '' : requestWords('en', what));
    expect(recogniseIn(words, [language, 'en']).says).toBe('nothing');
  },
);

it('is in the base language, and in English where there is none', () => {
  expect(requestWords('pt-BR', 'copy')).toBe(requestWords('pt', 'copy'));
  expect(requestWords('xx', 'erasure')).toBe(requestWords('en', 'erasure'));
});

it('is a sentence of its own in every language, and for each request another one', () => {
  const all = WORDINGS.flatMap(({ language }) => REQUESTS.map((what) => requestWords(language, what)));
  expect(new Set(all).size).toBe(all.length);
  for (const words of all) expect(words.length).toBeGreaterThan(20);
  expect(requestWords('en', 'copy')).toContain('copy');
  expect(requestWords('en', 'erasure')).toContain('erase');
});

it('is known again however the site sets its blanks, and never for the other request', () => {
  for (const { language } of WORDINGS) {
    const words = requestWords(language, 'copy');
    expect(isRequestWords(words.replaceAll(' ', '\u00a0\n'), 'copy')).toBe(true);
    expect(isRequestWords(words.replaceAll(' ', ''), 'copy')).toBe(true);
    expect(isRequestWords(words, 'erasure')).toBe(false);
  }
  expect(isRequestWords('a copy, please', 'copy')).toBe(false);
});
