import {
  type Demand,
  type Duty,
  type Flag,
  FORMS,
  GROUNDS,
  type NotMinimum,
  PROFILES,
  type Profile,
  RULES,
} from '../model/requirement.ts';
import { announcementGrounds, announcementOf } from './announcement.ts';
import { flagsOf } from './flags.ts';
import { lawsOf } from './laws.ts';
import { whyNoLegalMinimum } from './legal-minimum.ts';
import { liftsOf, minorsOf } from './lifts.ts';
import type { Meeting } from './meeting.ts';
import { type SignOff, type Standing, standingOf } from './pack.ts';
import { type Ground, ofMeeting, type Reason } from './reason.ts';
import { both, NOTHING_ASKED, stricterForm } from './rule.ts';
import { whereabouts } from './where.ts';

/** Who must agree to the recording of a meeting, and how: one answer for everybody, because one recording cannot be split by persons. */
export interface Requirement extends Demand {
  /** Ids in the meeting's order. A minor is among them: their own assent counts beside the guardian's. */
  readonly mustConsent: readonly string[];
  readonly mustBeInformed: readonly string[];
  /** Minors, for each of whom a guardian must agree too. */
  readonly guardiansOf: readonly string[];
  readonly noticeProfiles: readonly Profile[];
  readonly flags: readonly Flag[];
  readonly announcement: Duty;
  /** Why the legal minimum may not be offered; empty when it may. */
  readonly noLegalMinimum: readonly NotMinimum[];
  /** Whether counsel has signed for the rules; until then all of this advises. */
  readonly standing: Standing;
  /** What decides comes first, then what is stricter. */
  readonly reasons: readonly Reason[];
}

/** What host or organisation settled beforehand. */
export interface Settled {
  /** At least this, whatever the law asks; what is looser than the law changes nothing. */
  readonly atLeast?: Demand;
  readonly signOff?: SignOff | null;
}

const CHOSEN = {
  statutes: [],
  source: 'chosen by the host or the organisation',
  seen: 'none',
  confidence: 'high',
  reviewed: null,
} as const;

/**
 * What the law asks, read conservatively, without the product's floor: pure, and in any order of participants the same. The strictest
 * wins, and what is not known is everybody, explicitly.
 */
export function requirementOf(
  meeting: Meeting,
  { atLeast = NOTHING_ASKED, signOff = null }: Settled = {},
): Requirement {
  const where = whereabouts(meeting);
  const { counted } = where;
  const law = [...lawsOf(meeting, counted), ...liftsOf(meeting, counted)];
  const byLaw = whole(law.map(({ asks }) => asks).reduce(both, NOTHING_ASKED));
  const demand = whole(both(byLaw, atLeast));
  const chosen = demand.rule !== byLaw.rule || demand.form !== byLaw.form;
  const grounds = [...law, ...announcementGrounds(counted)];
  if (chosen) grounds.push(ofMeeting('stricter-chosen', whole(atLeast), CHOSEN, []));

  const everybody = meeting.participants.map(({ id }) => id);
  const recorders = meeting.participants.filter(({ recorder }) => recorder).map(({ id }) => id);
  const profiles = new Set(counted.map(({ place }) => place.profile));
  return {
    ...demand,
    mustConsent: demand.rule === 'all-party' ? everybody : recorders,
    mustBeInformed: demand.rule === 'one-party' ? [] : everybody,
    guardiansOf: minorsOf(meeting),
    noticeProfiles: PROFILES.filter((profile) => profiles.has(profile)),
    flags: flagsOf(meeting, where),
    announcement: announcementOf(counted),
    noLegalMinimum: whyNoLegalMinimum(meeting, where),
    standing: standingOf(signOff),
    reasons: chain(grounds, demand),
  };
}

/** Whoever must be told or asked must at least have been told: no rule but one party's goes without a form. */
function whole({ rule, form }: Demand): Demand {
  return { rule, form: rule === 'one-party' ? form : stricterForm(form, 'implied-by-continuing-after-notice') };
}

function chain(grounds: readonly Ground[], { rule, form }: Demand): Reason[] {
  const scales = ['rule', 'form'] as const;
  const reasons = grounds.map((ground) => {
    const decides = scales.filter((scale) => ground.asks[scale] === (scale === 'rule' ? rule : form));
    return { ...ground, decides };
  });
  return reasons.sort(
    (a, b) =>
      b.decides.length - a.decides.length ||
      RULES.indexOf(b.asks.rule) - RULES.indexOf(a.asks.rule) ||
      FORMS.indexOf(b.asks.form) - FORMS.indexOf(a.asks.form) ||
      GROUNDS.indexOf(a.because) - GROUNDS.indexOf(b.because) ||
      byCode(placeOf(a), placeOf(b)),
  );
}

const placeOf = ({ place }: Ground) => place ?? '';

/** By code units: the same on every machine. */
function byCode(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
