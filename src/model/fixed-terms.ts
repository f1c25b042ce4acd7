import type { AskTerms } from './ask.ts';
import { isSameValue } from './setting-at.ts';
import type { Effective } from './settings.ts';

/** What an organisation locked of every ask; by: its name, null where it gave none. */
export interface FixedTerms {
  readonly terms: readonly (keyof AskTerms)[];
  readonly by: string | null;
}

const TERMS = ['purposes', 'media', 'keepDays', 'proofDays'] as const satisfies readonly (keyof AskTerms)[];

export function fixedTerms({ locked, lockedBy }: Effective): FixedTerms {
  return { terms: TERMS.filter((term) => locked.includes(`terms.${term}`)), by: lockedBy };
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
export function isBound(terms: AskTerms, now: Effective): boolean {
  return fixedTerms(now).terms.every((term) => isSameValue(terms[term], now.settings.terms[term]));
}
