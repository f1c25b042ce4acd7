import { type Folded, fold } from './folded.ts';
import { namePatterns, personalPatterns } from './personal.ts';

/** A note at a time of a recording, ms from its beginning, as it was written. */
export interface Note {
  readonly atMs: number;
  readonly text: string;
  readonly tags: readonly string[];
}

/** What a word of these stands for; `{n}` is the number of the person. */
export interface Stands {
  readonly person: string;
  readonly number: string;
  readonly address: string;
}
export const STANDS: Stands = { person: 'Person {n}', number: '[number]', address: '[address]' };

/**
 * Notes without what tells who somebody is: names of those who were there by pseudonyms that are the same in all of the notes, numbers and addresses that
 * look personal by a word. names: of each person every name that they had, in the order of the pseudonyms. What is masked too much is a word
 * less; what is masked too little is a person: where both can be, it is masked. What people are called otherwise, and what is told of them, stays.
 */
export function maskNotes(notes: readonly Note[], people: readonly (readonly string[])[], stands = STANDS): Note[] {
  const patterns = [
    ...personalPatterns(stands.address, stands.number),
    ...namePatterns(people, (n) => stands.person.replace('{n}', String(n))),
  ];
  const mask = (text: string) => masked(text, patterns);
  return notes.map(({ atMs, text, tags }) => ({ atMs, text: mask(text), tags: tags.map(mask) }));
}

/** What is looked for in folded text, and what stands there instead. */
export interface Pattern {
  readonly find: RegExp;
  readonly instead: string;
  /** Of what was found: is it one? */
  readonly is?: (found: string) => boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly instead: string;
}

/** All patterns look at the text as it was written, so that nothing is found in what was put there; the earlier pattern has the first word. */
function masked(text: string, patterns: readonly Pattern[]): string {
  const folded = fold(text);
  const found: Range[] = [];
  for (const pattern of patterns)
    for (const range of rangesOf(folded, pattern))
      if (!found.some(({ from, to }) => range.from < to && from < range.to)) found.push(range);
  found.sort((a, b) => a.from - b.from);
  let out = '';
  let at = 0;
  for (const { from, to, instead } of found) {
    out += text.slice(at, from) + instead;
    at = to;
  }
  return out + text.slice(at);
}

function rangesOf({ text, at }: Folded, { find, instead, is }: Pattern): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(find)) {
    const [word] = match;
    if (word.length === 0 || (is && !is(word))) continue;
    const last = match.index + word.length - 1;
    found.push({ from: at[match.index]?.from ?? 0, to: at[last]?.to ?? 0, instead });
  }
  return found;
}
