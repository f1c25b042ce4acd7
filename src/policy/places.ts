import { FORMS, SPECIAL_CASES, type SpecialCase } from '../model/requirement.ts';
import type { Place, SpecialRule } from './place.ts';
import { ASIA_PACIFIC } from './places/asia-pacific.ts';
import { CANADA } from './places/canada.ts';
import { ELSEWHERE } from './places/elsewhere.ts';
import { EUROPE } from './places/europe.ts';
import { UNITED_STATES } from './places/united-states.ts';
import { UNKNOWN } from './places/unknown.ts';

/** Every row. A place more is a row more in one of these lists; `places.test.ts` says what it lacks. */
export const PLACES: readonly Place[] = [
  ...UNITED_STATES,
  ...CANADA,
  ...EUROPE,
  ...ASIA_PACIFIC,
  ...ELSEWHERE,
  UNKNOWN,
];

// A map, not an object: a code comes from outside, and `constructor` is no place.
const BY_CODE = new Map(PLACES.flatMap((place) => [place.code, ...(place.aliases ?? [])].map((code) => [code, place])));

/** The row of a code, spelt exactly so. What is not in the lists is unknown, and so the strictest. */
export function placeOf(code: string): Place {
  return BY_CODE.get(code) ?? UNKNOWN;
}

export function isListed(code: string): boolean {
  return BY_CODE.has(code);
}

/** A special rule and the place that has it. */
export interface SpecialOf {
  readonly place: Place;
  readonly rule: SpecialRule;
}

/**
 * Special rules that cannot be excluded for somebody whose row stands for others: a state that is not known may be Illinois, a place that is
 * not known may be any. Only those that ask for more than the row does already.
 */
const NOT_EXCLUDED = new Map<Place, ReadonlyMap<SpecialCase, SpecialOf>>(
  PLACES.filter((row) => row.divided || row === UNKNOWN).map((row) => {
    const others = row === UNKNOWN ? PLACES : PLACES.filter(({ within }) => within === row.code);
    return [row, strictestOf(others, row)];
  }),
);

function strictestOf(others: readonly Place[], row: Place): ReadonlyMap<SpecialCase, SpecialOf> {
  const found = new Map<SpecialCase, SpecialOf>();
  for (const kind of SPECIAL_CASES) {
    for (const place of others) {
      const rule = place.special?.[kind];
      const most = found.get(kind)?.rule.form ?? row.form;
      if (rule && FORMS.indexOf(rule.form) > FORMS.indexOf(most)) found.set(kind, { place, rule });
    }
  }
  return found;
}

/** The special rule that counts for whoever is in a row, or may be. */
export function specialOf(row: Place, kind: SpecialCase): SpecialOf | null {
  const own = row.special?.[kind];
  return own ? { place: row, rule: own } : (NOT_EXCLUDED.get(row)?.get(kind) ?? null);
}
