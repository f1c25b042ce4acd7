import { expect, it } from 'vitest';
import { WORDINGS } from '../../consent/notices/registry.ts';
import { recogniseIn } from '../../consent/recognise.ts';
import { receiptWords, statementIn } from './registry.ts';

/** The words that the receipt tells its reader to write in the chat. */
const QUOTED = /[«“„”「»]([^«»“”„「」]+)[»”“」«]|‘([^’]+)’/;

it.each(WORDINGS.map(({ language, direction }) => [language, direction] as const))(
  '%s: there are words, and what they say to write is read as taking a yes back',
  (language, direction) => {
    const words = receiptWords(language);
    expect([words.language, words.direction]).toEqual([language, direction]);
    const [, marked, single] = QUOTED.exec(words.takeBack) ?? [];
    const phrase = (marked ?? single ?? '').trim();
    expect(recogniseIn(phrase, [language]), phrase).toMatchObject({ says: 'withdrawn', sure: true });
    expect(statementIn(language, true).text).toContain(words.added);
    expect(statementIn(language, false).text).not.toContain(words.added);
  },
);

const places = (words: string) => (words.match(/\{\w+\}/g) ?? []).sort().join(' ');

it.each(WORDINGS.map(({ language }) => language))(
  '%s: the page to print is all in it, with everything filled in',
  (language) => {
    const [own, english] = [receiptWords(language), receiptWords('en')];
    for (const part of ['heads', 'answers', 'grades', 'page'] as const) {
      const [said, meant] = [Object.entries(own[part]), new Map(Object.entries(english[part]))];
      expect(said.map(([key]) => key)).toEqual([...meant.keys()]);
      for (const [key, words] of said) {
        expect(places(words), key).toBe(places(meant.get(key) ?? ''));
        if (language !== 'en') expect(words, key).not.toBe(meant.get(key));
      }
    }
  },
);

it('falls back to the base language, and then to English', () => {
  expect(receiptWords('pt-BR').language).toBe('pt');
  expect(receiptWords('xx').language).toBe('en');
});
