import type { ChatLine } from '../model/chat.ts';
import { type Found, numbersIn, type PaymentNumber, type Run, runsIn } from './payment-numbers.ts';

/** So long, in ms, do the lines of one sender belong together; and so many of them. */
const TOGETHER_MS = 120_000;
const LINES_MAX = 20;
/** Of each line: a number that goes on is at its end, one that came from the line before at its beginning. */
const KEPT = 60;
/** What three lines of four digits make by chance is no card: in one message it would be one. */
const SPREAD_MIN = 13;

interface Piece {
  readonly at: number;
  readonly text: string;
}

/**
 * A number of a card or an account that somebody writes over several messages: "4111 1111", then "1111 1111". Only lines with digits are kept, for two
 * minutes, in memory, and nowhere else. Pieces of different people are never put together, nor is one with a word between its digits.
 */
export class SpreadNumbers {
  readonly #pieces = new Map<string, Piece[]>();

  /** words: of the line, without a tag. now: ms of any clock that only goes on. The kind that this line completes, or null. */
  hear({ sender }: ChatLine, words: string, now: number): PaymentNumber | null {
    if (!/\p{Nd}/u.test(words)) return null;
    const who = sender.self ? 'self' : JSON.stringify([sender.id, sender.name]);
    const before = (this.#pieces.get(who) ?? []).filter(({ at }) => now - at <= TOGETHER_MS);
    const found = completed(
      before.map(({ text }) => text),
      words.slice(0, KEPT),
    );
    if (found) this.#pieces.delete(who);
    else this.#pieces.set(who, [...before, { at: now, text: words.slice(-KEPT) }].slice(-LINES_MAX));
    return found;
  }
}

function completed(before: readonly string[], line: string): PaymentNumber | null {
  for (let first = before.length - 1; first >= 0; first--) {
    const earlier = before.slice(first).join('\n');
    const text = `${earlier}\n${line}`;
    const spread = numbersIn(text).find(
      (found) => found.from < (before[first]?.length ?? 0) && found.to > earlier.length + 1 && isMeant(found, text),
    );
    if (spread) return spread.kind;
  }
  return null;
}

/** A card is more easily made up by chance than an account: one digit proves it, and not two. */
function isMeant({ kind, from, to }: Found, text: string): boolean {
  if (kind === 'account-number') return true;
  const groups = runsIn(text.slice(from, to));
  const digits = groups.map(({ signs }) => signs).join('');
  return (
    !/\p{L}/u.test(text.slice(from, to)) &&
    digits.length >= SPREAD_MIN &&
    // Cards of the large schemes; telephone numbers begin with nought, one, seven and eight (ISO/IEC 7812-1, table 1).
    /^[2-69]/.test(digits) &&
    !groups.every(isYear) &&
    !isPartOfMore(text.slice(0, from), text.slice(to))
  );
}

const isYear = ({ signs }: Run) => /^(?:19|20)\d\d$/.test(signs);

/** The month until which a card is good, and the three or four digits on its back. */
const GOOD_UNTIL = /^[^\p{L}\p{Nd}]{0,3}\p{Nd}{1,2}\s?\/\s?\p{Nd}{2,4}(?:[^\p{L}\p{Nd}]{1,3}\p{Nd}{3,4}(?!\p{Nd}))?/u;

/** More digits stand beside it: a longer number, or a list. What else is written of a card is none. */
function isPartOfMore(before: string, after: string): boolean {
  const rest = after.replace(GOOD_UNTIL, '');
  return /[\p{Nd}+][^\p{L}\p{Nd}]{0,3}$/u.test(before) || /^[^\p{L}\p{Nd}]{0,3}\p{Nd}/u.test(rest);
}
