import { ACCENTS, INVISIBLE, latinised } from '../confusable-letters.ts';

/** Loose form of a text, for patterns: ` stop recording `. See PhraseBook. `latin`: look-alike letters are read as Latin ones. */
export function plain(text: string, latin: boolean): string {
  const folded = text.normalize('NFKD').replace(INVISIBLE, '').toLowerCase().replace(ACCENTS, '').normalize('NFC');
  const read = latin ? latinised(folded) : folded;
  const words = read.replace(/['’‘`´ʼ]/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return ` ${words.trim()} `.replace(/^ +$/, ' ');
}

/** A plain text without doubled words and without courtesy at its ends: what is left of "please stop, stop!" is "stop". */
export function wholeOf(plainText: string, courtesy: readonly string[]): string {
  const words = plainText.trim().split(' ');
  let left = words.filter((word, i) => word !== words[i - 1]).join(' ');
  for (;;) {
    const before = courtesy.find((polite) => left.startsWith(`${polite} `));
    const after = courtesy.find((polite) => left.endsWith(` ${polite}`));
    if (before) left = left.slice(before.length + 1);
    else if (after) left = left.slice(0, -after.length - 1);
    else return left;
  }
}
