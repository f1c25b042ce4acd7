import { INVISIBLE } from './confusable-letters.ts';

/**
 * Numbers of cards and bank accounts in what people write. A card number: 12 to 19 digits (ISO/IEC 7812-1) whose last one is right by
 * Luhn. An account number: an IBAN of 15 to 34 signs (ISO 13616-1) that leaves 1 over modulo 97. Spaces, dashes, dots and line breaks
 * between groups do not hide one, and neither do digits of another script. One that is spread over several messages: spread-number.ts.
 */
export const PAYMENT_NUMBERS = ['card-number', 'account-number'] as const;
export type PaymentNumber = (typeof PAYMENT_NUMBERS)[number];

/** What stands in the place of a number that is not to be kept. */
export const LEFT_OUT = '[…]';

const CARD = { min: 12, max: 19 } as const;
const IBAN = { min: 15, max: 34 } as const;
/** So many signs at most between two groups. */
const GAP_MAX = 3;

export interface Found {
  readonly kind: PaymentNumber;
  /** Of the text as it was written, UTF-16 units; to: the one behind the last. */
  readonly from: number;
  readonly to: number;
}

export function paymentNumberIn(text: string): PaymentNumber | null {
  return numbersIn(text)[0]?.kind ?? null;
}

/** The text with none of them in it. */
export function withoutPaymentNumbers(text: string): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of numbersIn(text)) {
    if (from < at) continue;
    rest += text.slice(at, from) + LEFT_OUT;
    at = to;
  }
  return rest + text.slice(at);
}

/** Letters and digits that stand together, in capitals and digits of ours, and where each stood. */
export interface Run {
  readonly signs: string;
  readonly at: readonly number[];
  readonly to: number;
  /** Signs between this run and the next. */
  gap: number;
  readonly plus: boolean;
}

export function numbersIn(text: string): Found[] {
  const runs = runsIn(text);
  const found = [...accountsIn(runs), ...cardsIn(runs)];
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

export function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  let signs = '';
  let at: number[] = [];
  let before = '';
  let gap = 0;
  const close = (to: number) => {
    if (signs !== '') runs.push({ signs, at, to, gap: 0, plus: before === '+' });
    signs = '';
    at = [];
  };
  let index = 0;
  for (const letter of text) {
    const plain = /\s/.test(letter) ? letter : letter.replace(INVISIBLE, '');
    for (const sign of plain.normalize('NFKC').toUpperCase()) {
      const digit = digitOf(sign);
      if (digit !== null || /\p{L}/u.test(sign)) {
        if (signs === '') {
          const last = runs.at(-1);
          if (last) last.gap = gap;
          gap = 0;
        }
        signs += digit ?? sign;
        // A letter beyond the basic plane takes two places.
        while (at.length < signs.length) at.push(index);
      } else {
        close(index);
        before = sign;
        gap += 1;
      }
    }
    index += letter.length;
  }
  close(text.length);
  return runs;
}

/** Digits of every script stand ten in a row in Unicode, from nought on. */
function digitOf(sign: string): string | null {
  if (sign >= '0' && sign <= '9') return sign;
  if (!/^\p{Nd}$/u.test(sign)) return null;
  const code = sign.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value++)
    if (!/^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) return String(value);
  // Two rows of ten follow each other (mathematical digits): those are decomposed by NFKC before.
  return null;
}

function cardsIn(runs: readonly Run[]): Found[] {
  const found: Found[] = [];
  const groups = runs.flatMap((run) => digitGroups(run));
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < CARD.max; last++) {
      const group = groups[last];
      if (!group || (last > first && !isNear(groups[last - 1]))) break;
      digits += group.signs;
      const isLong = digits.length >= CARD.min && digits.length <= CARD.max;
      if (!isLong || groups[first]?.plus || !isGrouped(groups.slice(first, last + 1)) || !isLuhn(digits)) continue;
      found.push({ kind: 'card-number', from: groups[first]?.at[0] ?? 0, to: group.to });
    }
  }
  return found;
}

const isNear = (run: Run | undefined) => run !== undefined && run.gap > 0 && run.gap <= GAP_MAX;

/** The digits of a run: letters beside them are a word that was written close to it. */
function digitGroups(run: Run): Run[] {
  const groups = [...run.signs.matchAll(/\d+/g)];
  return groups.map((match, i) => {
    const at = run.at.slice(match.index, match.index + match[0].length);
    const isLast = match.index + match[0].length === run.signs.length;
    const to = isLast ? run.to : (run.at[match.index + match[0].length] ?? run.to);
    return {
      signs: match[0],
      at,
      to,
      gap: isLast && i === groups.length - 1 ? run.gap : 0,
      plus: run.plus && match.index === 0,
    };
  });
}

/** As numbers are read out: three and more at a time, or always the same number. A date and a time are not. */
function isGrouped(groups: readonly Run[]): boolean {
  const lengths = groups.map(({ signs }) => signs.length);
  const [first = 0] = lengths;
  const all = lengths.slice(0, -1);
  return (
    all.every((length) => length >= 3) || (all.every((length) => length === first) && (lengths.at(-1) ?? 0) <= first)
  );
}

/** ISO/IEC 7812-1, annex B. Nothing but noughts is no number. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum > 0 && sum % 10 === 0;
}

function accountsIn(runs: readonly Run[]): Found[] {
  const found: Found[] = [];
  for (let first = 0; first < runs.length; first++) {
    // The word may be written close to it.
    const start = /(?:^|IBAN)(?=[A-Z]{2}\d{2})/.exec(runs[first]?.signs ?? '');
    const whole = /^[A-Z]{2}$/.test(runs[first]?.signs ?? '');
    if (!start && !whole) continue;
    const skip = start ? start.index + start[0].length : 0;
    let signs = '';
    for (let last = first; last < runs.length && signs.length <= IBAN.max; last++) {
      const run = runs[last];
      if (!run || (last > first && !isNear(runs[last - 1]))) break;
      signs += last === first ? run.signs.slice(skip) : run.signs;
      if (signs.length >= IBAN.min && signs.length <= IBAN.max && isIban(signs))
        found.push({ kind: 'account-number', from: runs[first]?.at[skip] ?? 0, to: run.to });
    }
  }
  return found;
}

/** ISO 13616-1: the first four go to the end, letters are 10 to 35, and 97 leaves 1. */
function isIban(signs: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(signs)) return false;
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}
