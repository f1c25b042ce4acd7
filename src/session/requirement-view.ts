import { guardianOf } from '../consent/guardian.ts';
import { impliedAt } from '../consent/implied.ts';
import { circumstancesOf } from '../consent/person.ts';
import { inForce, lawFor } from '../consent/requirement.ts';
import { type Person, rootOf, type State } from '../consent/state.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { PersonView } from '../model/panel.ts';
import { EVIDENCE, type Form, type ReasonView, type RequirementView } from '../model/requirement.ts';
import type { SignOff } from '../policy/pack.ts';
import type { Reason } from '../policy/reason.ts';

/** Who must agree in this meeting now, and how, with the whole chain of reasons. */
export function requirementView(state: State, signOff: SignOff | null): RequirementView | null {
  const law = lawFor(state, signOff);
  if (!law) return null;
  const { standing } = law;
  return {
    ...inForce(state, law),
    law: { rule: law.rule, form: law.form },
    noLegalMinimum: law.noLegalMinimum,
    signedOff: standing.kind === 'signed' ? { by: standing.by, on: standing.on } : null,
    flags: law.flags,
    announcement: law.announcement,
    guardiansOf: law.guardiansOf as ParticipantKey[],
    reasons: law.reasons.map(reasonView),
  };
}

/** The rules know people by their ids only, and those are the keys that they were given. */
function reasonView({ who, ...reason }: Reason): ReasonView {
  return { ...reason, who: who as ParticipantKey[] };
}

/** What the law asks about one person, for their row. */
export function personPart(
  state: State,
  row: Person,
  needs: Form,
): Pick<PersonView, 'circumstances' | 'guardian' | 'needs' | 'implied'> {
  const person = state.people.get(rootOf(state, row.participant)) ?? row;
  const { at, residence, minor, employee, phone } = circumstancesOf(state, person);
  const until = needs === 'implied-by-continuing-after-notice' ? impliedAt(state, person) : null;
  return {
    circumstances: {
      places: [...new Set(at.map(({ code }) => code))],
      known: EVIDENCE.find((kind) => at.some(({ known }) => known === kind)) ?? null,
      residence,
      minor,
      employee,
      phone,
    },
    guardian: guardianOf(state, person),
    needs,
    implied: until === null ? null : { until },
  };
}
