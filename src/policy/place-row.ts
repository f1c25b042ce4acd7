import type { PlaceRow } from '../model/place-row.ts';
import { SPECIAL_CASES } from '../model/requirement.ts';
import type { Place } from './place.ts';
import { PLACES } from './places.ts';

/** Every place, as screens show it. */
export const PLACE_ROWS: readonly PlaceRow[] = PLACES.map(rowOf);

function rowOf(place: Place): PlaceRow {
  return {
    code: place.code,
    aliases: place.aliases ?? [],
    name: place.name,
    within: place.within,
    rule: place.rule,
    soundOnly: place.soundOnly ?? null,
    form: place.form,
    announcement: place.announcement?.duty ?? null,
    special: SPECIAL_CASES.flatMap((when) => {
      const rule = place.special?.[when];
      return rule ? [{ when, form: rule.form, statutes: rule.statutes }] : [];
    }),
    profile: place.profile,
    profileLaw: place.profileLaw ?? null,
    minors: place.minors ?? null,
    employees: place.employees ?? null,
    penalty: place.penalty,
    penaltyDetail: place.penaltyDetail ?? null,
    statutes: place.statutes,
    source: place.source,
    seen: place.seen,
    confidence: place.confidence,
    reviewed: place.reviewed,
    notes: [place.detail, place.note].filter((text) => text !== undefined),
  };
}
