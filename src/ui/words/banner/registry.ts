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
import type { BannerWords } from './words.ts';
import { zh } from './zh.ts';

/** One file a language, the languages of the notice. */
export const BANNER_WORDS: readonly BannerWords[] = [en, es, fr, de, it, pt, nl, pl, sv, da, tr, uk, ar, hi, zh, ja];

/** For a language tag of a browser: the exact one, else that of its base language, else English. */
export function bannerWordsOf(language: string): BannerWords {
  const base = language.split('-')[0];
  return BANNER_WORDS.find((w) => w.language === language) ?? BANNER_WORDS.find((w) => w.language === base) ?? en;
}
