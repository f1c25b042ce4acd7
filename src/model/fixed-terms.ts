import type { AskLanguages, AskTerms } from './ask.ts';
import { isSameValue } from './setting-at.ts';
import type { Effective } from './settings.ts';

/** What an organisation locked of every ask; by: its name, null where it gave none. */
export interface FixedTerms {
  readonly terms: readonly (keyof AskTerms)[];
  readonly languages: readonly (keyof AskLanguages)[];
  readonly by: string | null;
}

const TERMS = ['purposes', 'media', 'keepDays', 'proofDays'] as const satisfies readonly (keyof AskTerms)[];

export function fixedTerms({ settings, locked, lockedBy }: Effective): FixedTerms {
  // A first language that is locked to none chosen is the browser's, or another: nothing to hold an ask to. A second one may well be none.
  const language = locked.includes('language') && settings.language !== null;
  return {
    terms: TERMS.filter((term) => locked.includes(`terms.${term}`)),
    languages: [
      ...(language ? ['language' as const] : []),
      ...(locked.includes('secondLanguage') ? ['also' as const] : []),
    ],
    by: lockedBy,
  };
}

/** Languages with what is locked put in. The same one twice is once. */
export function boundLanguages(asked: AskLanguages, now: Effective): AskLanguages {
  const { languages: fixed } = fixedTerms(now);
  const { settings } = now;
  const language = fixed.includes('language') ? (settings.language ?? asked.language) : asked.language;
  const also = fixed.includes('also') ? settings.secondLanguage : asked.also;
  return { language, also: also === language ? null : also };
}

/** Terms with what is locked put in, whatever they said of it. */
export function boundTerms(terms: AskTerms, now: Effective): AskTerms {
  const { terms: set } = now.settings;
  const fixed = Object.fromEntries(fixedTerms(now).terms.map((term) => [term, set[term]]));
  const bound = { ...terms, ...fixed };
  // What was asked for before the lock may end earlier or later than it: what is free gives way.
  if (bound.proofDays >= bound.keepDays) return bound;
  return 'keepDays' in fixed
    ? { ...bound, proofDays: Math.max(bound.keepDays, bound.proofDays) }
    : { ...bound, keepDays: Math.min(bound.keepDays, bound.proofDays) };
}

/** Whether an ask keeps to what is locked. A panel that is a moment behind may still offer what no longer is. */
export function isBound(terms: AskTerms, { language, also }: AskLanguages, now: Effective): boolean {
  const bound = boundLanguages({ language, also }, now);
  const kept = fixedTerms(now).terms.every((term) => isSameValue(terms[term], now.settings.terms[term]));
  return kept && bound.language === language && bound.also === also;
}
