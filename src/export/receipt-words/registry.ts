import { ar } from './ar.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { ReceiptWords } from './words.ts';
import { zh } from './zh.ts';

const WORDS: readonly ReceiptWords[] = [en, es, fr, de, it, pt, nl, pl, sv, da, tr, uk, ar, hi, zh, ja];

/** In this language or its base language (en for en-GB), else in English. */
export function receiptWords(language: string): ReceiptWords {
  const base = language.split('-')[0];
  return WORDS.find((one) => one.language === language) ?? WORDS.find((one) => one.language === base) ?? en;
}

/** The statement of a receipt: what this is, and how a yes is taken back. */
export function statementIn(language: string, addendum: boolean): { language: string; text: string } {
  const words = receiptWords(language);
  const parts = [words.statement, ...(addendum ? [words.added] : []), words.takeBack];
  return { language: words.language, text: parts.join('\n') };
}
