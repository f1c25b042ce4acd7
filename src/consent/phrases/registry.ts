import { elsewhere } from './elsewhere.ts';
import { en } from './en.ts';
import type { PhraseBook } from './phrase-book.ts';

/** One file a language, and the few words that we know of all others. */
export const PHRASE_BOOKS: readonly PhraseBook[] = [en, elsewhere];

/** The book for a language tag: the exact one, else that of its base language, else null. */
export function bookOf(language: string): PhraseBook | null {
  const base = language.split('-')[0];
  return PHRASE_BOOKS.find((b) => b.language === language) ?? PHRASE_BOOKS.find((b) => b.language === base) ?? null;
}
