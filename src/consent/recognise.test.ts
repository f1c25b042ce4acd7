import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, readCorpus } from './corpus/read-corpus.ts';
import { en } from './phrases/en.ts';
import { recognise, recogniseIn } from './recognise.ts';
import { BOOKS } from './testdata/books.ts';
import { isListedYes } from './testdata/listed-yes.ts';

const corpus = readCorpus('en');
const listed = [...en.yes, ...en.yesToAll];

describe('the corpus', () => {
  it('is large and covers every outcome', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(new Set(corpus.map((line) => line.outcome)).size).toBe(11);
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
  });

  it.each([
    ['yes', 30],
    ['no', 100],
    ['withdrawn', 60],
    ['nothing', 100],
  ])('has enough of what is read as %s', (outcome, least) => {
    expect(corpus.filter((line) => line.outcome === outcome).length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['quotes', 35],
    ['jokes', 35],
    ['near misses', 80],
    ['questions', 20],
    ['conditions', 20],
    ['other speakers', 20],
  ])('has enough %s, and not one of them is a sure yes', (kind, least) => {
    const lines = corpus.filter((line) => line.kind === kind);
    expect(lines.length).toBeGreaterThanOrEqual(least);
    expect(lines.filter(({ text }) => isSureYes(text))).toEqual([]);
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
  const yes = fc.constantFrom(
    ...BOOKS.flatMap(({ language, yes: some, yesToAll }) =>
      [...some, ...yesToAll].map((phrase) => ({ language, phrase })),
    ),
  );

  it('is every listed phrase, in any case and with any white space', () => {
    for (const phrase of listed) expect(isSureYes(` ${phrase.toUpperCase().replaceAll(' ', '\u00a0 ')}.`)).toBe(true);
  });

  it('is never a listed phrase with other words around it, unless that is listed too', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 3 }),
        yes,
        fc.array(words, { maxLength: 3 }),
        (before, { language, phrase }, after) => {
          const text = [...before, phrase, ...after].join(' ');
          const same = before.length + after.length === 0;
          expect(isSureYes(text, language)).toBe(same || isListedYes(text, language));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is never a listed phrase with one more character somewhere inside', () => {
    fc.assert(
      fc.property(
        yes,
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.nat(),
        ({ language, phrase }, extra, at) => {
          const i = at % phrase.length;
          const text = phrase.slice(0, i) + extra + phrase.slice(i);
          if (!isListedYes(text, language)) expect(isSureYes(text, language)).toBe(false);
        },
      ),
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
    expect(isSureYes(`I${' '.repeat(394)}agree`)).toBe(true);
    expect(isSureYes(`I${' '.repeat(395)}agree`)).toBe(false);
  });

  it('is only read in the language of the notice', () => {
    expect(recognise('I agree', 'es')).toMatchObject({ says: 'consented', sure: false });
    expect(recognise('I do not agree', 'es')).toMatchObject({ says: 'refused', sure: false });
    expect(recognise('I agree', 'en-GB')).toMatchObject({ says: 'consented', sure: true });
  });
});

describe('a listed phrase that is not said plainly', () => {
  it.each([
    ['quoted', (phrase: string) => `> ${phrase}`],
    ['in a list', (phrase: string) => `- ${phrase}`],
    [
      'with a letter that only looks alike',
      (phrase: string) => phrase.replace(/[aeo]/, (c) => ({ a: 'а', e: 'е', o: 'о' })[c] ?? c),
    ],
  ])('%s is a question, not lost', (_how, spelt) => {
    const lost = listed.filter((phrase) => recognise(spelt(phrase), 'en').says !== 'consented');
    expect(lost).toEqual([]);
    expect(listed.filter((phrase) => isSureYes(spelt(phrase)) && !listed.includes(spelt(phrase)))).toEqual([]);
  });
});

describe('signs', () => {
  it.each([
    ['\u{1f44d}', 'consented'],
    ['\u{1f44d}\u{1f3fd}', 'consented'],
    ['\u2714\ufe0f', 'consented'],
    ['\u{1f44e}', 'refused'],
    ['\u{1f6d1}', 'refused'],
  ])('%s alone is a question for the host, with other words it is nothing', (sign, says) => {
    for (const text of [sign, ` ${sign} `, `${sign}${sign}`, `${sign} ${sign}`])
      expect(recognise(text, 'en')).toEqual({ says, all: false, sure: false, company: false });
    for (const text of [`banana ${sign}`, `${sign} banana`, `banana${sign}`])
      expect(recognise(text, 'en')).toMatchObject({ says: 'nothing' });
  });

  it.each(['', ' ', '\n\t', '\u200b', '\u{1f3fd}'])('nothing to see is nothing: %j', (text) => {
    expect(recognise(text, 'en')).toMatchObject({ says: 'nothing' });
  });
});

describe('a no', () => {
  it('that is asked is not sure, whatever white space follows', () => {
    for (const end of ['?', '? ', '?\n', '\uff1f \t'])
      expect(recognise(`don't you agree${end}`, 'en')).toEqual(recognise("don't you agree?", 'en'));
    expect(recognise('stop recording?', 'en')).toEqual(recognise('stop recording? ', 'en'));
  });

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

/** A pattern that goes back and forth over the text would not come back before the test's own limit of 30 s. */
it('comes back from hostile text of full length', () => {
  const hostile = ['no ', 'not a ', 'i do not ', 'stop the ', 'i agree ', 'dont mind ', ' ', 'a', '> '].map((piece) =>
    piece.repeat(4000).slice(0, 4000),
  );
  for (const text of hostile) expect(isSureYes(text)).toBe(false);
});

describe('read in two languages', () => {
  const heard = (text: string, ...languages: string[]) => outcomeOf(recogniseIn(text, languages));
  it('a listed yes of either is sure, and a no of either outweighs it', () => {
    expect(heard('kabul ediyorum', 'en', 'tr')).toBe('yes');
    expect(heard('hepsini kabul ediyorum', 'en', 'tr')).toBe('yes-all');
    expect(heard('kabul etmiyorum', 'en', 'tr')).toBe('no');
    expect(heard('nu', 'en', 'sv')).toBe('perhaps-no');
    expect(heard('durdurun', 'en', 'tr')).toBe('withdrawn');
  });

  it('what either is unsure of is a question', () => {
    expect(heard('ok', 'ja', 'en')).toBe('perhaps-yes');
    expect(heard('Acepto', 'en', 'de')).toBe('perhaps-yes');
    expect(heard('good morning', 'en', 'de')).toBe('nothing');
    expect(heard('I agree')).toBe('nothing');
  });

  it('a language without a corpus makes no yes sure', () => {
    expect(heard('Minä suostun', 'fi')).not.toBe('yes');
    expect(heard('suostun', 'fi')).toBe('perhaps-yes');
    expect(heard('I agree', 'fi')).toBe('perhaps-yes');
    expect(heard('I do not agree', 'fi')).toMatch(/no$/);
  });
});

function isSureYes(text: string, language = 'en'): boolean {
  const heard = recognise(text, language);
  return heard.sure && heard.says === 'consented';
}
