import { outcomeOf } from '../corpus/read-corpus.ts';
import { bookOf } from '../phrases/registry.ts';
import type { Recognised } from '../recognise.ts';
import { LANGUAGES } from './books.ts';
import { chanceOf } from './chance.ts';
import { isListedYes } from './listed-yes.ts';
import { aNo, RECIPES } from './said-lines.ts';

/** How a line was misread: taken for a yes, a listed yes not taken for one, a no taken for nothing. */
export type Misread = 'false yes' | 'lost yes' | 'lost no';

export interface Found {
  readonly misread: Misread;
  readonly language: string;
  readonly recipe: string;
  readonly line: string;
  /** The shortest that is still misread in the same way. */
  readonly shrunk: string;
  readonly readAs: string;
}

export interface Fuzzed {
  readonly lines: number;
  /** Lines that are a listed yes, and were read as one. */
  readonly yes: number;
  readonly noes: number;
  readonly byRecipe: ReadonlyMap<string, number>;
  readonly found: Found | null;
}

export type Reader = (text: string, language: string) => Recognised;

/** Reads so many lines and stops at the first one that is misread. The same seed gives the same lines. */
export function fuzz(
  read: Reader,
  {
    seed,
    lines,
    languages = LANGUAGES,
    tell,
  }: {
    readonly seed: number;
    readonly lines: number;
    readonly languages?: readonly string[];
    readonly tell?: (done: number) => void;
  },
): Fuzzed {
  const recipes = Object.entries(RECIPES);
  const byRecipe = new Map<string, number>();
  let [yes, noes, done] = [0, 0, 0];
  const result = (found: Found | null): Fuzzed => ({ lines: done, yes, noes, byRecipe, found });
  for (let i = 0; i < lines; i++) {
    // A seed a line: one line can be had again without those before it.
    const chance = chanceOf(seed * 1_000_003 + i);
    const language = chance.one(languages);
    const book = bookOf(language);
    if (!book) throw new RangeError(`no book in ${language}`);
    // Each twelfth line is a no that must not get lost.
    const isNo = i % 12 === 11;
    const [recipe, make] = isNo ? (['a no', aNo] as const) : chance.one(recipes);
    const line = make(chance, book);
    done += 1;
    byRecipe.set(recipe, (byRecipe.get(recipe) ?? 0) + 1);
    const misread = isNo ? misreadNo(read, line, language) : misreadYes(read, line, language);
    if (misread) return result({ misread, language, recipe, line, ...shrink(read, line, language, misread) });
    if (isNo) noes += 1;
    else if (isListedYes(line, language)) yes += 1;
    if (done % 50_000 === 0) tell?.(done);
  }
  return result(null);
}

const isYes = ({ says, sure }: Recognised) => sure && says === 'consented';

function misreadYes(read: Reader, line: string, language: string): Misread | null {
  const listed = isListedYes(line, language);
  if (listed !== isYes(read(line, language))) return listed ? 'lost yes' : 'false yes';
  // In another language only that one's own phrases are a sure yes; Korean has no book, and so none.
  const other = ['ko', ...LANGUAGES][line.length % (LANGUAGES.length * 4)];
  return other && isYes(read(line, other)) && !isListedYes(line, other) ? 'false yes' : null;
}

function misreadNo(read: Reader, line: string, language: string): Misread | null {
  const { says, sure } = read(line, language);
  return sure && (says === 'refused' || says === 'withdrawn' || says === 'pause') ? null : 'lost no';
}

/** A shorter no is another no, so only a line that is taken for a yes is shortened: by words, then by characters. */
function shrink(read: Reader, line: string, language: string, misread: Misread): Pick<Found, 'shrunk' | 'readAs'> {
  let shrunk = line;
  if (misread === 'false yes')
    for (const by of [/(?<=\s)/u, /(?:)/u])
      shrunk = without(shrunk.split(by), (text) => misreadYes(read, text, language) === misread);
  return { shrunk, readAs: outcomeOf(read(shrunk, language)) };
}

function without(parts: readonly string[], still: (text: string) => boolean): string {
  let kept = parts;
  for (let i = 0; i < kept.length; ) {
    const shorter = kept.toSpliced(i, 1);
    if (still(shorter.join(''))) kept = shorter;
    else i += 1;
  }
  return kept.join('');
}
