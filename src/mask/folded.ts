/** A text as it is compared, and where each of its UTF-16 units was in the text as written. */
export interface Folded {
  readonly text: string;
  readonly at: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Small letters without accents, digits of every script as 0 to 9, compatible forms as what they stand for (UAX #15, NFKD), and without what is
 * not seen: a zero-width space in a name or a number hides neither.
 */
export function fold(written: string): Folded {
  let text = '';
  const at: { from: number; to: number }[] = [];
  let from = 0;
  for (const character of written) {
    const to = from + character.length;
    const plain = plainOf(character);
    // A mark that is left out belongs to the letter before it.
    const last = at.at(-1);
    if (plain === '' && last?.to === from) {
      for (let i = at.length - 1; i >= 0 && at[i]?.to === from; i--) at[i] = { from: at[i]?.from ?? 0, to };
    }
    for (let i = 0; i < plain.length; i++) at.push({ from, to });
    text += plain;
    from = to;
  }
  return { text, at };
}

function plainOf(character: string): string {
  if (character <= '\u007f') return character.toLowerCase();
  const plain = character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Cs}\u115f\u1160\u3164\uffa0]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return plain.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
}

/** Digits of a script stand in a row, 0 to 9, of which nothing before the first is a digit (Unicode Standard, 4.6) or begins such a row. */
function digitOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0x30;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero--;
  // Mathematical digits are the only ones of which rows of ten touch each other.
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  return point - zero;
}
