import { ACCENTS, INVISIBLE, latinised } from '../confusable-letters.ts';
import type { PhraseBook } from './phrase-book.ts';

/** How a language is written, as far as `plain` must know. */
type Script = Pick<PhraseBook, 'latin' | 'unspaced'>;

/** Loose form of a text, for patterns: ` stop recording `. See PhraseBook. */
export function plain(text: string, script: Script): string {
  const lines = text.normalize('NFKD').replace(LINE_ENDS, '. ');
  const read = letters(lines.replace(INVISIBLE, '').toLowerCase(), script);
  const joined = script.unspaced ? read.replace(BETWEEN, '') : read;
  return ` ${joined.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `.replace(/^ +$/, ' ');
}

/** A pattern in natural spelling, in the letters of `plain`: without accents and apostrophes. Nothing else of it changes. */
export function patternOf(source: string, script: Script, flags = 'u'): RegExp {
  return new RegExp(letters(source.normalize('NFKD'), script), flags);
}

/** What stands on two lines are two clauses, also where nothing else parts them. */
const LINE_ENDS = /[\t\n\v\f\r\u2028\u2029]+/g;
/** Vowel signs of Arabic, its hamza and stretching line, the dot under Indic letters: often left out when people type. */
const LEFT_OUT = /[\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c]/gu;
/** Letters that people take for each other, in scripts other than the Latin one. */
const SAME: Readonly<Record<string, string>> = { ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', '\u0901': '\u0902' };
/** Latin letters without a mark to take off, as they are typed where a keyboard has none of them. */
const TYPED = Object.entries({ ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', đ: 'd' });
const CJK = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]';
const BETWEEN = new RegExp(`(?<=${CJK})\\s+(?=${CJK})`, 'gu');

function letters(decomposed: string, { latin }: Script): string {
  const bare = decomposed.replace(ACCENTS, '').replace(/['’‘`´ʼ]/g, '');
  if (latin) return TYPED.reduce((text, [letter, as]) => text.replaceAll(letter, as), latinised(bare.normalize('NFC')));
  return Array.from(bare.replace(LEFT_OUT, ''), (letter) => SAME[letter] ?? letter)
    .join('')
    .normalize('NFC');
}

/**
 * A plain text without courtesy at its ends and without doubled words: what is left of "please stop, stop!" is "stop". Courtesy goes
 * first, or the doubled word of "thank you, you must stop" would be taken for one.
 */
export function wholeOf(plainText: string, { courtesy, unspaced }: Pick<PhraseBook, 'courtesy' | 'unspaced'>): string {
  const gap = unspaced ? '' : ' ';
  const words = bare(plainText.trim(), courtesy, gap).split(' ');
  return bare(words.filter((word, i) => word !== words[i - 1]).join(' '), courtesy, gap);
}

function bare(text: string, courtesy: readonly string[], gap: string): string {
  let left = text;
  for (;;) {
    const before = courtesy.find((polite) => left !== polite && left.startsWith(`${polite}${gap}`));
    const after = courtesy.find((polite) => left !== polite && left.endsWith(`${gap}${polite}`));
    if (before) left = left.slice(before.length + gap.length).trim();
    else if (after) left = left.slice(0, -after.length - gap.length).trim();
    else return left;
  }
}
