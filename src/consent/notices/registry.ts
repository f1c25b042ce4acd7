import { en } from './en.ts';
import type { Wording } from './wording.ts';

/** One file a language. */
export const WORDINGS: readonly Wording[] = [en];

/** The wording for a language tag: the exact one, else that of its base language (en for en-GB), else null. */
export function wordingOf(language: string): Wording | null {
  const base = language.split('-')[0];
  return WORDINGS.find((w) => w.language === language) ?? WORDINGS.find((w) => w.language === base) ?? null;
}
