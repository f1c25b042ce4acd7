import { describe, expect, it } from 'vitest';
import { en } from './phrases/en.ts';
import { recognise } from './recognise.ts';
import { fuzz, type Reader } from './testdata/fuzz.ts';
import { isListedYes } from './testdata/listed-yes.ts';
import { RECIPES } from './testdata/said-lines.ts';

/** The same lines each time: `npm run fuzz` reads a million new ones, and looks for what is not known yet; ATR_SEED=... reads those again. */
const LINES = 20_000;
const seed = Number(process.env.ATR_SEED ?? 20_261_124);

describe(`made-up lines, seed ${seed}`, () => {
  const fuzzed = fuzz(recognise, { seed, lines: LINES });

  it('are none of them misread', () => {
    expect(fuzzed.found, `ATR_SEED=${seed}`).toBeNull();
    expect(fuzzed.lines).toBe(LINES);
  });

  it('come from every recipe, and some are a yes: a fuzz without one says nothing', () => {
    expect([...fuzzed.byRecipe.keys()].toSorted()).toEqual([...Object.keys(RECIPES), 'a no'].toSorted());
    expect(Math.min(...fuzzed.byRecipe.values())).toBeGreaterThan(LINES / 100);
    expect(fuzzed.yes).toBeGreaterThan(LINES / 100);
    expect(fuzzed.noes).toBe(Math.floor(LINES / 12));
  });
});

describe('the fuzz finds a reader that', () => {
  const yes = { says: 'consented', all: false, sure: true, company: false } as const;
  const sloppy: [string, (text: string) => boolean][] = [
    ['looks for the phrase anywhere', (text) => /\bi agree\b/i.test(text)],
    ['goes by how a line begins', (text) => en.yes.some((phrase) => text.toLowerCase().startsWith(phrase))],
    ['drops what it cannot see', (text) => isListedYes(text.replace(/\p{Cf}/gu, ''), 'en')],
    ['takes accents for dirt', (text) => isListedYes(text.normalize('NFD').replace(/\p{M}/gu, ''), 'en')],
    ['trims marks at the end', (text) => isListedYes(text.replace(/[\s?.!…]+$/u, ''), 'en')],
    ['unwraps quotes', (text) => isListedYes(text.replace(/^[>"“«\s]+|["”»\s]+$/gu, ''), 'en')],
    ['forgets the limit of length', (text) => isListedYes(text.replace(/\s+/g, ' '), 'en')],
  ];
  it.each(sloppy)('%s', (_, says) => {
    const reader: Reader = (text, language) => (language === 'en' && says(text) ? yes : recognise(text, language));
    const { found } = fuzz(reader, { seed: 1, lines: 100_000, languages: ['en'] });
    expect(found?.misread).toBe('false yes');
    expect(found?.shrunk.length).toBeLessThanOrEqual(found?.line.length ?? 0);
  });

  it('reads a yes in another language than that of the notice', () => {
    expect(fuzz((text) => recognise(text, 'en'), { seed: 1, lines: 20_000, languages: ['en'] }).found?.misread).toBe(
      'false yes',
    );
  });

  it('lets a yes or a no get lost', () => {
    const nothing = { says: 'nothing', all: false, sure: false, company: false } as const;
    expect(fuzz(() => nothing, { seed: 1, lines: 1000, languages: ['en'] }).found?.misread).toMatch(/^lost/);
    const deaf: Reader = (text, language) => (isListedYes(text, 'en') ? recognise(text, language) : nothing);
    expect(fuzz(deaf, { seed: 1, lines: 1000, languages: ['en'] }).found?.misread).toBe('lost no');
  });
});

it('the listed phrases themselves are said by one person, for now, without a condition', () => {
  const allowed = new Set(
    `yes i agree consent accept give my to the this be being recorded recording meeting all of it purposes you may record me
    am i'm happy fine ok okay with`.split(/\s+/),
  );
  const strange = [...en.yes, ...en.yesToAll].filter((phrase) =>
    phrase
      .replace(',', '')
      .split(' ')
      .some((word) => !allowed.has(word)),
  );
  expect(strange).toEqual([]);
});
