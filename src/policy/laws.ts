import { type Demand, EVIDENCE, SPECIAL_CASES, type SpecialCase } from '../model/requirement.ts';
import { isSoundOnly, type Meeting, mayTrain } from './meeting.ts';
import { UNKNOWN } from './places/unknown.ts';
import { type SpecialOf, specialOf } from './places.ts';
import { type Ground, ofPlace } from './reason.ts';
import type { Counted } from './where.ts';

/** What the places ask for: each its rule, and the special rules that this meeting sets off. */
export function lawsOf(meeting: Meeting, counted: readonly Counted[]): Ground[] {
  const soundOnly = isSoundOnly(meeting);
  return [...counted.map((one) => lawOf(one, soundOnly)), ...specialsOf(meeting, counted)];
}

function lawOf(one: Counted, soundOnly: boolean): Ground {
  const { place } = one;
  const rule = soundOnly ? (place.soundOnly ?? place.rule) : place.rule;
  // Where one party is enough the law asks for no form: the host's start is their consent.
  const asks: Demand = { rule, form: rule === 'one-party' ? 'none' : place.form };
  if (place === UNKNOWN) return ofPlace('place-unknown', asks, one);
  return ofPlace(place.divided ? 'part-of-country-unknown' : 'law', asks, one);
}

const SETS_OFF: Readonly<Record<SpecialCase, (meeting: Meeting) => boolean>> = {
  biometrics: ({ biometrics }) => biometrics,
  training: mayTrain,
  organisation: ({ organisation }) => organisation,
  nonPartyRecorder: ({ nonPartyRecorder }) => nonPartyRecorder,
};

/** The special rules that a meeting sets off in one of its places. */
export function specialRulesOf({ place }: Counted, meeting: Meeting): (SpecialOf & { readonly kind: SpecialCase })[] {
  return SPECIAL_CASES.filter((kind) => SETS_OFF[kind](meeting)).flatMap((kind) => {
    const found = specialOf(place, kind);
    return found ? [{ ...found, kind }] : [];
  });
}

function specialsOf(meeting: Meeting, counted: readonly Counted[]): Ground[] {
  const grounds = new Map<string, Ground>();
  for (const one of counted) {
    for (const { place, rule, kind } of specialRulesOf(one, meeting)) {
      const because = place === one.place ? 'special-rule' : 'special-rule-not-excluded';
      // Several rows may stand for the same place: one ground for all who may be there.
      const key = `${because} ${place.code} ${kind}`;
      const before = grounds.get(key);
      // It is asked of everybody in the talk: one recording cannot be split by persons.
      const ground = ofPlace(because, { rule: 'all-party', form: rule.form }, { ...one, place });
      grounds.set(key, { ...together(ground, before ?? ground), special: kind, statutes: rule.statutes });
    }
  }
  return [...grounds.values()];
}

function together(a: Ground, b: Ground): Ground {
  const who = new Set([...b.who, ...a.who]);
  const known = EVIDENCE.filter((kind) => a.known.includes(kind) || b.known.includes(kind));
  const unlisted = [...new Set([...a.unlisted, ...b.unlisted])].sort();
  return { ...a, who: [...who], known, unlisted, controller: a.controller || b.controller };
}
