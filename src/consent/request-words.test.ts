import { expect, it } from 'vitest';
import { REQUESTS } from '../model/my-consent.ts';
import { WORDINGS } from './notices/registry.ts';
import { recogniseIn } from './recognise.ts';
import { requestWords } from './request-words.ts';

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
