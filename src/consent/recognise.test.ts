import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, readCorpus } from './corpus/read-corpus.ts';
import { en } from './phrases/en.ts';
import { recognise } from './recognise.ts';

const corpus = readCorpus('en');
const listed = [...en.yes, ...en.yesToAll];

describe('the corpus', () => {
  it('is large and covers every outcome', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(new Set(corpus.map((line) => line.outcome)).size).toBe(11);
  });

  it('holds no false yes', () => {
    const wrong = corpus.filter((line) => !/^yes(-all)?$/.test(line.outcome) && isSureYes(line.text));
    expect(wrong).toEqual([]);
  });

  it('loses no clear no and no withdrawal', () => {
    const clear = corpus.filter((line) => line.outcome === 'no' || line.outcome === 'withdrawn');
    expect(clear.filter((line) => !recognise(line.text, 'en').sure)).toEqual([]);
  });

  it('is read line by line as it says', () => {
    const misses = corpus.flatMap(({ outcome, text }) => {
      const got = outcomeOf(recognise(text, 'en'));
      return got === outcome ? [] : [`${JSON.stringify(text)} is ${outcome}, read as ${got}`];
    });
    expect(misses).toEqual([]);
  });
});

describe('a sure yes', () => {
  const words = fc.stringMatching(/^[a-zA-Z,;:'"()>*-]{1,8}$/);
  const yes = fc.constantFrom(...listed);

  it('is every listed phrase, in any case and with any white space', () => {
    for (const phrase of listed) expect(isSureYes(` ${phrase.toUpperCase().replaceAll(' ', '\u00a0 ')}.`)).toBe(true);
  });

  it('is never a listed phrase with other words around it, unless that is listed too', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 3 }),
        yes,
        fc.array(words, { maxLength: 3 }),
        (before, phrase, after) => {
          const text = [...before, phrase, ...after].join(' ');
          expect(isSureYes(text)).toBe(listed.includes(text.toLowerCase()));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is never a listed phrase with one more character somewhere inside', () => {
    fc.assert(
      fc.property(yes, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.nat(), (phrase, extra, at) => {
        const i = at % phrase.length;
        const text = phrase.slice(0, i) + extra + phrase.slice(i);
        const same = listed.includes(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim());
        if (!same) expect(isSureYes(text)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '\u200b',
    '\u200d',
    '\u2060',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u00ad',
    '\u034f',
    '\u{e0061}',
    '\u0007',
    '\u3164',
  ])('is never one with the hidden character %j in it', (hidden) => {
    for (const text of [
      `${hidden}I agree`,
      `I${hidden} agree`,
      `I ${hidden}agree`,
      `I agr${hidden}ee`,
      `I agree${hidden}`,
    ]) {
      expect(isSureYes(text)).toBe(false);
    }
  });

  it('is never random text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => !isSureYes(text)),
      { numRuns: 1000 },
    );
  });

  it('is never long, whatever white space it is made of', () => {
    expect(isSureYes(`I${' '.repeat(391)}agree`)).toBe(true);
    expect(isSureYes(`I${' '.repeat(500)}agree`)).toBe(false);
  });

  it('is only read in the language of the notice', () => {
    expect(recognise('I agree', 'fr')).toMatchObject({ says: 'consented', sure: false });
    expect(recognise('I do not agree', 'fr')).toMatchObject({ says: 'refused', sure: false });
    expect(recognise('I agree', 'en-GB')).toMatchObject({ says: 'consented', sure: true });
  });
});

describe('a no', () => {
  it('stays a no with anything harmless around it', () => {
    const said = fc.constantFrom('stop recording', "don't record me", 'I do not agree', 'I withdraw my consent');
    const around = fc.constantFrom(
      '',
      'hello',
      'sorry but',
      'no problem but',
      'thanks',
      'I have no sound and',
      'yes ok',
    );
    fc.assert(
      fc.property(around, said, around, (before, no, after) => {
        const heard = recognise(`${before} ${no}. ${after}`, 'en');
        expect(heard).toMatchObject({ sure: true });
        expect(['refused', 'withdrawn']).toContain(heard.says);
      }),
    );
  });

  it('is found in a long message', () => {
    expect(recognise(`${'so '.repeat(1000)}please stop recording`, 'en')).toMatchObject({
      says: 'withdrawn',
      sure: true,
    });
  });
});

it('reads hostile text of full length quickly', () => {
  const hostile = ['no ', 'not a ', 'i do not ', 'stop the ', 'i agree ', 'dont mind ', ' ', 'a', '> '].map((piece) =>
    piece.repeat(4000).slice(0, 4000),
  );
  const start = performance.now();
  for (const text of hostile) recognise(text, 'en');
  expect(performance.now() - start).toBeLessThan(1000);
});

function isSureYes(text: string): boolean {
  const heard = recognise(text, 'en');
  return heard.sure && heard.says === 'consented';
}
