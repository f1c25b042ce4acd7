import type { PhraseBook } from '../phrases/phrase-book.ts';
import { BOOKS } from './books.ts';

/**
 * Is the whole line a listed yes of that language? Told without `recognise()`, and by another route: it composes the text and looks it
 * up, this takes the letters apart and walks a tree of all that is a yes, marks and all, one character of the line at a time.
 */
export function isListedYes(line: string, language: string): boolean {
  const tree = TREES.get(language);
  if (!tree || line.length > 400) return false;
  let at = tree;
  /** White space is due before the next letter; at the beginning it is not. */
  let space = false;
  const shown = language === 'ar' ? unturned(line) : line;
  for (const character of lowered(shown.normalize('NFKD'), language)) {
    if (NOTHING_TO_SEE.test(character)) return false;
    for (const letter of APOSTROPHES.has(character) ? "'" : character.toLowerCase()) {
      if (WHITE.test(letter)) {
        space = true;
        continue;
      }
      const from = space && at !== tree ? at.next.get(' ') : at;
      const next = from?.next.get(letter);
      if (!next) return false;
      at = next;
      space = false;
    }
  }
  return at.ends;
}

/** What stands for nothing, or is a control other than the line breaks and the tab: no phrase has one. */
const NOTHING_TO_SEE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\t\n\r]/u;
const WHITE = /^[\t\n\r\p{Z}]$/u;
const APOSTROPHES = new Set(['\u2018', '\u2019', '\u02bc']);

/** Turkish and Azerbaijani have two letters i, and the capital of each is another one (Unicode SpecialCasing.txt). */
function lowered(decomposed: string, language: string): string {
  return language === 'tr' ? decomposed.replaceAll('I\u0307', 'i').replaceAll('I', 'ı') : decomposed;
}

/** Direction marks at the ends of a line in Arabic change nothing. */
function unturned(line: string): string {
  const turns = ['\u200e', '\u200f', '\u061c'];
  const kept = [...line];
  while (kept.length > 0 && turns.includes(kept[0] ?? '')) kept.shift();
  while (kept.length > 0 && turns.includes(kept.at(-1) ?? '')) kept.pop();
  return kept.join('');
}

interface Branch {
  ends: boolean;
  readonly next: Map<string, Branch>;
}

/** What people put around a phrase without changing it: "!" after a space is French, ¡ Spanish, 。 Chinese and Japanese, । Hindi. */
const BEFORE: Readonly<Record<string, readonly string[]>> = { es: ['¡'] };
const AFTER: Readonly<Record<string, readonly string[]>> = {
  fr: [' !', ' !!', ' !!!'],
  hi: ['।'],
  ja: ['。'],
  zh: ['。'],
};

const TREES: ReadonlyMap<string, Branch> = new Map(BOOKS.map((book) => [book.language, treeOf(book)]));

function treeOf({ language, yes, yesToAll }: PhraseBook): Branch {
  const tree: Branch = { ends: false, next: new Map() };
  for (const phrase of [...yes, ...yesToAll])
    for (const before of ['', ...(BEFORE[language] ?? [])])
      for (const after of ['', '.', '!', '!!', '!!!', ...(AFTER[language] ?? [])])
        grow(tree, `${before}${phrase}${after}`.normalize('NFKD'));
  return tree;
}

function grow(tree: Branch, text: string): void {
  let at = tree;
  for (const letter of text) {
    const next = at.next.get(letter) ?? { ends: false, next: new Map() };
    at.next.set(letter, next);
    at = next;
  }
  at.ends = true;
}
