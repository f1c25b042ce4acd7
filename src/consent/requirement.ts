import canonicalize from 'canonicalize';
import type { EntryOf } from '../model/entry.ts';
import { base64url } from '../model/id.ts';
import type { AnswerForm, Demand } from '../model/requirement.ts';
import type { Meeting } from '../policy/meeting.ts';
import { PACK, type SignOff } from '../policy/pack.ts';
import { type Requirement, requirementOf } from '../policy/requirement.ts';
import { both, EVERYBODY_EXPLICITLY } from '../policy/rule.ts';
import { circumstancesOf } from './person.ts';
import { sha256 } from './sha256.ts';
import { type Person, presentPeople, rowsOf, type State } from './state.ts';

/** The meeting as the rules see it; null where the host has settled nothing, or nobody is here. Unknown is left unknown: they make the strictest of it. */
export function meetingOf(state: State): Meeting | null {
  const { described, ask } = state;
  const people = presentPeople(state);
  if (!described || people.length === 0) return null;
  return {
    participants: people.map((person) => {
      const { at, residence, minor, employee } = circumstancesOf(state, person);
      const recorder = rowsOf(state, person.participant).some(({ self }) => self);
      return { id: person.participant, at, residence, recorder, minor, employee };
    }),
    media: ask?.media === 'sound' ? ['audio'] : ['audio', 'video'],
    purposes: ask?.purposes.map(({ purpose }) => purpose) ?? null,
    basis: described.basis,
    controller: described.controller,
    biometrics: described.biometrics,
    nonPartyRecorder: described.nonPartyRecorder,
    organisation: described.organisation,
    specialCategory: described.specialCategory,
  };
}

/** What law and choice ask of this meeting now, without the product's floor. */
export function lawFor(state: State, signOff: SignOff | null = null): Requirement | null {
  const meeting = meetingOf(state);
  const atLeast = state.described?.atLeast;
  return meeting && requirementOf(meeting, { ...(atLeast && { atLeast }), signOff });
}

/** The law with the product's floor under it, unless the host chose the legal minimum and nothing speaks against that. */
export function inForce(state: State, law: Requirement): Demand & { readonly floor: 'product' | 'legal-minimum' } {
  const minimum = state.described?.floor === 'legal-minimum' && law.noLegalMinimum.length === 0;
  return minimum
    ? { rule: law.rule, form: law.form, floor: 'legal-minimum' }
    : { ...both(law, EVERYBODY_EXPLICITLY), floor: 'product' };
}

/** The entry that must be the newest of its kind: what follows from the rest of the log. It names nobody but minors, so that it changes seldom. */
export function requirementEntry(state: State): EntryOf<'requirement-set'> | null {
  const law = lawFor(state);
  if (!law) return null;
  const { rule, form, floor } = inForce(state, law);
  const because = new Map(
    law.reasons.map((reason) => {
      const ground = { ground: reason.because, place: reason.place, special: reason.special };
      return [Object.values(ground).join(' '), ground];
    }),
  );
  const content: Omit<EntryOf<'requirement-set'>, 'kind' | 'fingerprint'> = {
    pack: PACK.version,
    rule,
    form,
    law: { rule: law.rule, form: law.form },
    floor,
    noLegalMinimum: [...law.noLegalMinimum],
    mustConsent: rule === 'all-party' ? 'everybody' : 'recorder',
    mustBeInformed: rule === 'one-party' ? 'nobody' : 'everybody',
    guardiansOf: [...law.guardiansOf].sort() as Person['participant'][],
    announcement: law.announcement,
    profiles: [...law.noticeProfiles],
    flags: [...law.flags],
    because: [...because.values()],
  };
  const text = canonicalize(content) as string;
  const fingerprint = base64url(sha256(new TextEncoder().encode(text)));
  return { kind: 'requirement-set', fingerprint, ...content };
}

/** The same, where the newest of the log is another one; null where it still holds. */
export function requirementDue(state: State): EntryOf<'requirement-set'> | null {
  const entry = requirementEntry(state);
  return entry?.fingerprint === state.requirement?.fingerprint ? null : entry;
}

/** What stands with a yes: its form, and the requirement that it was given under. Nothing where no rules were asked, and then it is explicit. */
export function boundTo(
  requirement: string | null,
  form: AnswerForm,
): Pick<EntryOf<'answered'>, 'form' | 'requirement'> {
  return requirement === null ? {} : { form, requirement };
}

/**
 * What the answer of one person must be at least now. Everybody's, whoever must consent by the rule: where the law has them only told, they are
 * told, and going on is what they do then. Somebody on the telephone sees no notice, so nothing is implied by their going on.
 */
export function formAskedOf(state: State, person: Person): AnswerForm {
  const form = state.requirement?.form ?? 'explicit';
  const asked = form === 'none' ? 'implied-by-continuing-after-notice' : form;
  const implied = asked === 'implied-by-continuing-after-notice';
  return implied && circumstancesOf(state, person).phone ? 'explicit' : asked;
}
