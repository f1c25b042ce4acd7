import { ar } from './ar.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { elsewhere } from './elsewhere.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import type { PhraseBook } from './phrase-book.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';

/** One file a language, and the few words that we know of all others. */
export const PHRASE_BOOKS: readonly PhraseBook[] = [
  en,
  es,
  fr,
  de,
  it,
  pt,
  nl,
  sv,
  da,
  pl,
  tr,
  uk,
  ar,
  hi,
  zh,
  ja,
  elsewhere,
];

/** The book for a language tag: the exact one, else that of its base language, else null. */
export function bookOf(language: string): PhraseBook | null {
  const base = language.split('-')[0];
  return PHRASE_BOOKS.find((b) => b.language === language) ?? PHRASE_BOOKS.find((b) => b.language === base) ?? null;
}
