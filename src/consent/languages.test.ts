import { describe, expect, it } from 'vitest';
import { outcomeOf, readCorpus } from './corpus/read-corpus.ts';
import type { PhraseBook } from './phrases/phrase-book.ts';
import { plain } from './phrases/plain.ts';
import { recognise } from './recognise.ts';
import { BOOKS, LANGUAGES } from './testdata/books.ts';

/** What every language must do; what English does beyond it is in recognise.test.ts. */
const noes = ({ refused, withdrawn, pause }: PhraseBook) => [...refused.whole, ...withdrawn.whole, ...pause.whole];

describe.each(LANGUAGES)('the corpus of %s', (language) => {
  const corpus = readCorpus(language);

  it('has at least 60 lines, each once, and every outcome', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
    expect(new Set(corpus.map((line) => line.outcome)).size).toBe(11);
    expect(corpus.filter((line) => line.outcome === 'no').length).toBeGreaterThanOrEqual(15);
    expect(corpus.filter((line) => line.outcome === 'withdrawn').length).toBeGreaterThanOrEqual(10);
  });

  it('holds no false yes', () => {
    const wrong = corpus.filter(({ outcome, text }) => !/^yes(-all)?$/.test(outcome) && isSureYes(text, language));
    expect(wrong).toEqual([]);
  });

  it('loses no clear no and no withdrawal', () => {
    const clear = corpus.filter(({ outcome }) => outcome === 'no' || outcome === 'withdrawn');
    expect(clear.filter(({ text }) => !recognise(text, language).sure)).toEqual([]);
  });

  it('is read line by line as it says', () => {
    const misses = corpus.flatMap(({ outcome, text }) => {
      const got = outcomeOf(recognise(text, language));
      return got === outcome ? [] : [`${JSON.stringify(text)} is ${outcome}, read as ${got}`];
    });
    expect(misses).toEqual([]);
  });
});

describe.each(BOOKS.map((book) => [book.language, book] as const))('the book of %s', (language, book) => {
  const listed = [...book.yes, ...book.yesToAll];

  it('has each listed yes once, spelled as it is compared', () => {
    expect(new Set(listed).size).toBe(listed.length);
    for (const phrase of listed) {
      expect(phrase.normalize('NFKC').toLocaleLowerCase(language).replace(/\s+/g, ' ').trim()).toBe(phrase);
      expect(isSureYes(` ${phrase.toLocaleUpperCase(language)}.`, language), phrase).toBe(true);
    }
  });

  it('lists no yes that sounds like a no, or is said for several people', () => {
    for (const phrase of listed) expect(outcomeOf(recognise(`"${phrase}"`, language)), phrase).toBe('perhaps-yes');
  });

  it('is a question for the host where the notice was in another language', () => {
    for (const other of BOOKS.filter((one) => one !== book))
      for (const phrase of listed) {
        const heard = recognise(phrase, other.language);
        const known = [...other.yes, ...other.yesToAll].includes(phrase);
        expect([phrase, other.language, heard.says, heard.sure]).toEqual([phrase, other.language, 'consented', known]);
      }
  });

  it('reads each of its noes as one, for sure', () => {
    for (const phrase of noes(book)) {
      const { says, sure } = recognise(phrase, language);
      expect([phrase, sure, ['refused', 'withdrawn', 'pause'].includes(says)]).toEqual([phrase, true, true]);
    }
  });

  it('is written as plain text is', () => {
    const wholes = [...noes(book), ...book.courtesy, ...book.perhapsYes.whole];
    expect(wholes.filter((phrase) => phrase === '' || plain(phrase, book).trim() !== phrase)).toEqual([]);
  });
});

describe('a word of several languages', () => {
  /** The word, and what it must be read as where the notice was in these languages. */
  const words: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    // A no in three, and in German the short of another one; a yes nowhere.
    ['no', { en: 'no', es: 'no', it: 'no', de: 'no', fr: 'perhaps-no', pt: 'perhaps-no', nl: 'perhaps-no' }],
    // Yes in Spanish and Italian, "on the contrary" in French, "if" in all three.
    ['si', { en: 'perhaps-yes', es: 'perhaps-yes', fr: 'perhaps-yes', it: 'perhaps-yes', de: 'perhaps-yes' }],
    // Yes in German and Dutch; in Portuguese "already", said for "at once".
    ['ja', { en: 'perhaps-yes', de: 'perhaps-yes', nl: 'perhaps-yes', pt: 'perhaps-yes', fr: 'perhaps-yes' }],
    ['já', { pt: 'perhaps-yes', de: 'perhaps-yes' }],
    // Italian "come on", a name, a card game.
    ['dai', { it: 'perhaps-yes', de: 'perhaps-yes', fr: 'perhaps-yes' }],
    // German "or not?" and a short no, Czech no, Turkish "what?".
    ['ne', { de: 'no', en: 'perhaps-no', it: 'perhaps-no', tr: 'perhaps-no' }],
    // Polish yes, Danish and Norwegian thanks.
    ['tak', { pl: 'perhaps-yes', da: 'perhaps-yes', en: 'perhaps-yes' }],
    // Swedish and Danish "now", Romanian no.
    ['nu', { sv: 'perhaps-no', da: 'perhaps-no', nl: 'perhaps-no' }],
    // Hindi no in Latin letters; German "well".
    ['na', { hi: 'no', de: 'perhaps-no', pl: 'perhaps-no' }],
    // Japanese yes in Latin letters is no word of ours; Italian "you have".
    ['hai', { it: 'nothing', ja: 'nothing' }],
    // Romanian and Russian yes; Danish "then", Italian "from", Ukrainian in Russian.
    ['da', { da: 'perhaps-yes', it: 'perhaps-yes', de: 'perhaps-yes' }],
    ['да', { uk: 'perhaps-yes', en: 'perhaps-yes' }],
    // Ukrainian "not", Russian and Bulgarian no.
    ['не', { uk: 'no', en: 'perhaps-no' }],
    // Chinese and Japanese share the word; the no of either is heard in the other.
    ['同意', { zh: 'perhaps-yes', ja: 'perhaps-yes', en: 'perhaps-yes' }],
    ['不同意', { zh: 'no', ja: 'no' }],
    ['同意しません', { ja: 'no', zh: 'perhaps-no' }],
    // Turkish "pause"; nothing in its look-alike.
    ['ara', { tr: 'pause' }],
    ['ага', { uk: 'perhaps-yes', en: 'perhaps-yes' }],
    // Greek yes, which sounds like a no to others.
    ['ναι', { en: 'perhaps-yes', es: 'perhaps-yes', de: 'perhaps-yes' }],
    // Stop, in Spanish, Italian, Portuguese and beyond.
    ['basta', { en: 'perhaps-withdrawn', es: 'withdrawn', it: 'withdrawn', pt: 'withdrawn', de: 'perhaps-withdrawn' }],
    ['stop', { en: 'withdrawn', es: 'withdrawn', fr: 'withdrawn', de: 'withdrawn', it: 'withdrawn', nl: 'withdrawn' }],
    // Spanish stop, and "for"; Portuguese the same.
    ['para', { es: 'withdrawn', pt: 'withdrawn', en: 'perhaps-withdrawn' }],
    // French and Dutch no in other spellings, German "no".
    ['nee', { de: 'no', nl: 'no', fr: 'perhaps-no' }],
    ['non', { fr: 'no', de: 'perhaps-no', it: 'perhaps-no' }],
  ];
  it.each(words)('%s', (word, read) => {
    for (const [language, outcome] of Object.entries(read))
      expect([language, outcomeOf(recognise(word, language))]).toEqual([language, outcome]);
  });

  it('is no sure yes in any language, however it is written', () => {
    for (const [word] of words)
      for (const language of LANGUAGES)
        for (const text of [word, word.toUpperCase(), `${word}!`, `${word}, ${word}.`])
          expect([text, language, isSureYes(text, language)]).toEqual([text, language, false]);
  });
});

function isSureYes(text: string, language: string): boolean {
  const heard = recognise(text, language);
  return heard.sure && heard.says === 'consented';
}
