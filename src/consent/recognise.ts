import type { AnswerKind } from '../model/answer.ts';
import { INVISIBLE } from './confusable-letters.ts';
import { withoutOurs } from './our-words.ts';
import type { Hints, PhraseBook } from './phrases/phrase-book.ts';
import { plain, wholeOf } from './phrases/plain.ts';
import { bookOf, PHRASE_BOOKS } from './phrases/registry.ts';

/** What the words of a chat message say about being recorded. */
export interface Recognised {
  readonly says: AnswerKind | 'pause' | 'nothing';
  /** The yes is meant for the optional purposes too. */
  readonly all: boolean;
  /** false: a question for the host. A yes is sure only as a listed phrase, a no is read generously. */
  readonly sure: boolean;
  /** Said for several people; never sure. */
  readonly company: boolean;
}

const NOTHING: Recognised = { says: 'nothing', all: false, sure: false, company: false };
/** The strict phrases as they look in plain text: spelled with look-alikes, quoted or bulleted they are still worth a question. */
const LISTED = new Map<PhraseBook, ReadonlySet<string>>();
function listed(book: PhraseBook): ReadonlySet<string> {
  const made = LISTED.get(book) ?? new Set([...book.yes, ...book.yesToAll].map((phrase) => plain(phrase, book).trim()));
  LISTED.set(book, made);
  return made;
}
/** A longer message is never a sure yes, whatever is in a list. */
const YES_MAX = 400;
const YES_SIGNS = /^(?:[👍👌✅✔🆗🙆💯]|\s)+$/u;
const NO_SIGNS = /^(?:[👎🙅🚫⛔🛑✋❌✖]|\s)+$/u;

/**
 * Reads one message, without its tag, in the language of the notice that it may answer. Names nobody: who wrote it, and whether it
 * came after the notice, is the caller's to know. Other languages that we have are tried as well, but are never sure; a no in one of them
 * outweighs a yes that is none for sure.
 */
export function recognise(text: string, language: string): Recognised {
  const own = bookOf(language);
  const strict = own && text.length <= YES_MAX ? strictYes(text, own) : null;
  if (strict) return strict;
  const reads = readings(text);
  const heard = own ? loosely(text, reads(own), own) : NOTHING;
  if (heard.sure || NOES.some((says) => says === heard.says)) return heard;
  const others = PHRASE_BOOKS.filter((book) => book !== own && mayBeIn(book, text) && book.about.test(reads(book))).map(
    (book) => loosely(text, reads(book), book),
  );
  const yes = heard.says === 'consented';
  const no = NOES.flatMap((says) => others.filter((other) => other.says === says && (other.sure || !yes)))[0];
  if (no) return { ...no, sure: false };
  const other = yes ? heard : others.find(({ says }) => says !== 'nothing');
  return other ? { ...other, sure: false } : signs(text);
}

/**
 * The same where the notice was posted in several languages, the meeting's first. A no that is sure in one of them is one; a listed yes of
 * any of them is sure, unless another one hears a no in it.
 */
export function recogniseIn(text: string, languages: readonly string[]): Recognised {
  const read = languages.map((language) => recognise(text, language));
  const [first = NOTHING] = read;
  const sure = NOES.flatMap((says) => read.filter((one) => one.sure && one.says === says))[0];
  if (sure) return sure;
  const no = NOES.flatMap((says) => read.filter((one) => one.says === says))[0];
  if (no) return no;
  return (
    read.find((one) => one.sure) ??
    (first.says === 'nothing' ? (read.find((one) => one.says !== 'nothing') ?? first) : first)
  );
}

/** What has no Latin letter at all is no language written in them, whatever its letters look like. */
const mayBeIn = ({ latin }: PhraseBook, text: string) => !latin || /\p{sc=Latin}/u.test(text);

/** The plain text in each way of writing, without what only repeats our own posts; made once. */
function readings(text: string): (book: PhraseBook) => string {
  const whole = text.toWellFormed();
  const made = new Map<string, string>();
  return (book) => {
    const way = `${book.latin} ${book.unspaced}`;
    const read = made.get(way) ?? withoutOurs(plain(whole, book), book);
    made.set(way, read);
    return read;
  };
}

/** The strongest first. */
const NOES = ['withdrawn', 'refused', 'pause'] as const;

/** Zero-width and bidi characters and controls; JavaScript counts one of them (U+FEFF) as white space. */
const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\t\n\r]/u;

/** The whole message is one of the listed phrases: this is the only way to a sure yes. */
function strictYes(text: string, book: PhraseBook): Recognised | null {
  const seen = book.marks.unseen ? text.replace(book.marks.unseen, '') : text;
  if (HIDDEN.test(seen)) return null;
  const said = spelled(seen, book);
  if (book.yes.includes(said)) return { says: 'consented', all: false, sure: true, company: false };
  if (book.yesToAll.includes(said)) return { says: 'consented', all: true, sure: true, company: false };
  return null;
}

/** NFKC, lower case as the language has it, straight apostrophes, single spaces, without the marks that may stand around a phrase. */
function spelled(text: string, { language, marks }: PhraseBook): string {
  const small = text.toWellFormed().normalize('NFKC').toLocaleLowerCase(language);
  const shown = small.replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim();
  return shown.replace(marks.before, '').replace(marks.after, '');
}

function loosely(text: string, read: string, book: PhraseBook): Recognised {
  if (read === ' ') return NOTHING;
  const whole = wholeOf(read, book);
  // A listed no asks by its own words alone: where words have no spaces, "but, no" (但是 否) would be read as "whether" (是否).
  const asking = NOES.some((kind) => book[kind].whole.includes(whole)) ? ` ${whole} ` : read;
  const asks = (/[?？؟\u037e]\s*$/u.test(text) || book.asks.test(asking)) && !book.request.test(read);
  return no(read, whole, book, asks) ?? perhapsYes(read, whole, book) ?? NOTHING;
}

function no(read: string, whole: string, book: PhraseBook, asks: boolean): Recognised | null {
  const without = (patterns: readonly RegExp[], from: string) =>
    patterns.reduce((rest, pattern) => rest.replaceAll(pattern, ' … '), from);
  const heard = without(book.harmless, read);
  const masked = without(book.briefly, heard);
  const surely = NOES.find((kind) => isSure(book[kind], whole, masked));
  if (surely) return { says: surely, all: false, sure: !asks, company: false };
  if (masked !== heard) return { says: 'pause', all: false, sure: !asks, company: false };
  const maybe = NOES.find((kind) => book[kind].perhaps.some((pattern) => pattern.test(masked)));
  return maybe ? { says: maybe, all: false, sure: false, company: false } : null;
}

function isSure(hints: Hints, whole: string, masked: string): boolean {
  return hints.whole.includes(whole) || hints.sure.some((pattern) => pattern.test(masked));
}

function perhapsYes(read: string, whole: string, book: PhraseBook): Recognised | null {
  const known = book.perhapsYes.whole.includes(whole) || listed(book).has(whole);
  if (!known && !book.perhapsYes.perhaps.some((pattern) => pattern.test(read))) return null;
  return { says: 'consented', all: false, sure: false, company: book.company.test(read) };
}

/** Thumbs and ticks: a question for the host at most. */
function signs(text: string): Recognised {
  const bare = text
    .replace(INVISIBLE, '')
    .replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '')
    .trim();
  if (bare === '') return NOTHING;
  if (NO_SIGNS.test(bare)) return { ...NOTHING, says: 'refused' };
  return YES_SIGNS.test(bare) ? { ...NOTHING, says: 'consented' } : NOTHING;
}
