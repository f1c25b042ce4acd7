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
import type { Wording } from './wording.ts';
import { zh } from './zh.ts';

/** One file a language. */
export const WORDINGS: readonly Wording[] = [en, es, fr, de, it, pt, nl, pl, sv, da, tr, uk, ar, hi, zh, ja];

/** The wording for a language tag: the exact one, else that of its base language (en for en-GB), else null. */
export function wordingOf(language: string): Wording | null {
  const base = language.split('-')[0];
  return WORDINGS.find((w) => w.language === language) ?? WORDINGS.find((w) => w.language === base) ?? null;
}
