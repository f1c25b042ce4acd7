import { wordingOf } from '../notices/registry.ts';
import { ourTexts } from '../our-words.ts';
import type { PhraseBook } from '../phrases/phrase-book.ts';
import type { Chance } from './chance.ts';
import { saidIn } from './said-in.ts';
import * as words from './said-words.ts';

/**
 * Made-up chat lines, most of them a hair away from a yes: a recipe for each way in which people, or a page, come close to one.
 * None knows what its line must be read as; that is told by `isListedYes`.
 */
export type Recipe = (chance: Chance, book: PhraseBook) => string;

const quotes = ({ language }: PhraseBook) => {
  const wording = wordingOf(language);
  return wording ? ourTexts(wording) : [];
};

const yes = (chance: Chance, { yes: some, yesToAll, language }: PhraseBook) =>
  cased(chance, chance.one([...some, ...yesToAll]), language);
const noes = ({ refused, withdrawn, pause }: PhraseBook) => [...refused.whole, ...withdrawn.whole, ...pause.whole];

function cased(chance: Chance, text: string, language: string): string {
  const kind = chance.below(6);
  const upper = (some: string) => some.toLocaleUpperCase(language);
  if (kind === 0) return upper(text);
  if (kind === 1) return [...text].map((letter) => (chance.happens(0.5) ? upper(letter) : letter)).join('');
  return kind === 2 ? text : upper(text.slice(0, 1)) + text.slice(1);
}

/** The words of a text; in a language without spaces its characters. */
const partsOf = (text: string, { unspaced }: PhraseBook) => (unspaced ? [...text] : text.split(' '));
const gapOf = ({ unspaced }: PhraseBook) => (unspaced ? '' : ' ');

/** Puts a piece between two characters of a text. */
function put(chance: Chance, text: string, piece: string): string {
  const letters = [...text];
  letters.splice(chance.below(letters.length + 1), 0, piece);
  return letters.join('');
}

function swapped(chance: Chance, text: string, by: Readonly<Record<string, readonly string[]>>, share: number): string {
  return [...text]
    .map((letter) => {
      const others = by[letter.toLowerCase()];
      return others && chance.happens(share) ? chance.one(others) : letter;
    })
    .join('');
}

const wide = (letter: string) => (/[!-~]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter);

export const RECIPES: Readonly<Record<string, Recipe>> = {
  'the phrase as it is': (chance, book) => {
    let said = swapped(chance, yes(chance, book), words.SAME, chance.next() * 0.6);
    if (chance.happens(0.1)) said = [...said].map(wide).join('');
    return `${chance.one(['', ' ', '\n', '  '])}${said}${chance.one(['', '.', '!', '!!', '!!!', '!!!!', '..', '…', '?', ' .', '.\n', '！'])}`;
  },
  negated: (chance, book) => {
    const parts = partsOf(yes(chance, book), book);
    parts.splice(chance.below(parts.length + 1), 0, chance.one(saidIn(book.language).not));
    return parts.join(gapOf(book));
  },
  asked: (chance, book) =>
    chance.happens(0.5)
      ? `${yes(chance, book)}${chance.one(['?', ' ?', '??', '?!', '!?', '. Right?', '; ok?'])}`
      : `${chance.one(saidIn(book.language).asks)} ${yes(chance, book)}${chance.one(['?', '', '.'])}`,
  conditional: (chance, book) =>
    chance.happens(0.5)
      ? `${yes(chance, book)}${chance.one([' ', ', ', '. ', '\n'])}${chance.one(saidIn(book.language).tails)}`
      : `${chance.one(saidIn(book.language).when)} ${yes(chance, book)}`,
  quoted: (chance, book) => {
    let said = yes(chance, book);
    for (const [before, after] of chance.some(words.WRAPS, 1, 3)) said = `${before}${said}${after}`;
    return said;
  },
  sarcastic: (chance, book) => {
    const parts = [yes(chance, book), ...chance.some(saidIn(book.language).jokes, 1, 2)];
    return (chance.happens(0.5) ? parts : parts.toReversed()).join(chance.one([' ', ', ', '. ', '! ', ' - ']));
  },
  'said of others': (chance, book) =>
    `${chance.one(saidIn(book.language).who)} ${chance.one(saidIn(book.language).says)}${chance.one([' ', ': ', ', ', ' that '])}${yes(chance, book)}`,
  'with something hidden': (chance, book) =>
    chance.some(words.HIDDEN, 1, 3).reduce((said, hidden) => put(chance, said, hidden), yes(chance, book)),
  'in look-alikes': (chance, book) => swapped(chance, yes(chance, book), words.ALIKE, 0.05 + chance.next() * 0.5),
  'with marks on letters': (chance, book) =>
    put(chance, yes(chance, book), String.fromCodePoint(0x0300 + chance.below(0x70))).normalize(
      chance.one(['NFC', 'NFD', 'NFKD']),
    ),
  'among other words': (chance, book) =>
    [
      ...chance.some(saidIn(book.language).fillers, 0, 3),
      yes(chance, book),
      ...chance.some(saidIn(book.language).fillers, 0, 3),
    ].join(chance.one([' ', ' ', ', ', '\n'])),
  'two of them': (chance, book) =>
    `${yes(chance, book)}${chance.one([' ', ', ', '. ', ' and ', '\n', ''])}${yes(chance, book)}`,
  'yes and no': (chance, book) => {
    const parts = [yes(chance, book), cased(chance, chance.one(noes(book)), book.language)];
    return (chance.happens(0.5) ? parts : parts.toReversed()).join(chance.one([' ', ', ', '. ', ' but ', '\n', '/']));
  },
  'words changed': (chance, book) => {
    const parts = partsOf(yes(chance, book), book);
    for (let i = chance.below(3); i >= 0; i--) {
      const at = chance.below(parts.length + 1);
      if (chance.happens(0.4)) parts.splice(at, 0, chance.one(saidIn(book.language).fillers));
      else if (chance.happens(0.5)) parts.splice(at, 1);
      else parts.splice(at, 1, ...parts.slice(0, 1), chance.one(saidIn(book.language).fillers));
    }
    return parts.join(gapOf(book));
  },
  'letters changed': (chance, book) => {
    const letters = [...yes(chance, book)];
    for (let i = chance.below(3); i >= 0; i--) {
      const at = chance.below(letters.length);
      const other = chance.one([..."abcdefghijklmnopqrstuvwxyz ',.!?", ...book.yes.join('')]);
      letters.splice(at, chance.below(3), ...chance.some([other, letters[at] ?? ''], 0, 2));
    }
    return letters.join('');
  },
  'in two languages': (chance, book) => {
    const parts = [yes(chance, book), ...chance.some(words.FOREIGN, 1, 2)];
    return (chance.happens(0.5) ? parts : parts.toReversed()).join(chance.one([' ', ', ', ' - ']));
  },
  'with emoji': (chance, book) =>
    chance.some(words.EMOJI, 1, 3).reduce((said, sign) => put(chance, said, sign), yes(chance, book)),
  'very long': (chance, book) => {
    const filler = chance.one([' ', '\u00a0', '\n', 'so ', 'no ', '.', '!', chance.one(saidIn(book.language).fillers)]);
    const length = chance.happens(0.05) ? 4000 : chance.one([100, 395, 400, 405, 600]);
    const many = filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
    return chance.happens(0.5) ? `${many}${yes(chance, book)}` : `${yes(chance, book)}${many}`;
  },
  'from the notice': (chance, book) =>
    [...chance.some(quotes(book), 1, 2), yes(chance, book)].join(chance.one([' ', '\n', '. '])),
  'words at random': (chance, book) =>
    chance
      .some([...saidIn(book.language).fillers, ...partsOf(chance.one(book.yes), book), chance.one(book.yes)], 1, 7)
      .join(chance.one([' ', ' ', '  ', ','])),
  'characters at random': (chance) =>
    String.fromCodePoint(
      ...Array.from({ length: 1 + chance.below(12) }, () => {
        const code = chance.happens(0.5) ? chance.below(0x2100) : chance.below(0x110000);
        return code >= 0xd800 && code <= 0xdfff ? 0xd800 : code;
      }),
    ),
};

/** A no as people write it: politely, loudly, with a slip of the thumb on the marks; nothing in it that takes it back. */
export function aNo(chance: Chance, book: PhraseBook): string {
  const said = cased(chance, chance.one(noes(book)), book.language);
  const before = chance.some(book.courtesy, 0, 2);
  const after = chance.some(book.courtesy, 0, 2);
  const hidden = chance.happens(0.2) ? put(chance, said, chance.one(words.HIDDEN.slice(0, 31))) : said;
  return (
    [...before, hidden, ...after].join(chance.one([' ', ' ', ', '])) + chance.one(['', '.', '!', '!!!!', ' 🙏', '…'])
  );
}
