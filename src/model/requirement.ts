import type { ParticipantKey } from './id.ts';

/** The words in which it is said who must agree, and how. src/policy decides with them, the log keeps them, screens show them. */

/** Whose agreement the law asks for, loosest first: one of the parties; nobody's, but everybody must be told; everybody's. */
export const RULES = ['one-party', 'notice', 'all-party'] as const;
export type Rule = (typeof RULES)[number];

/** The weakest form of an answer that is enough, loosest first. Implied is: told, and going on all the same. */
export const FORMS = ['none', 'implied-by-continuing-after-notice', 'explicit', 'written'] as const;
export type Form = (typeof FORMS)[number];

/** The form of an answer that was given, loosest first. */
export const ANSWER_FORMS = ['implied-by-continuing-after-notice', 'explicit', 'written'] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];

/** How a place is written: a country, or a state or province of one. Whether it is in the rules is for them to say. */
export const PLACE_CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;
/** Most places that somebody can be in at once, for all that one knows. */
export const PLACES_MAX = 12;

/** What somebody or some law asks for: both scales at once. */
export interface Demand {
  readonly rule: Rule;
  readonly form: Form;
}

/**
 * How a place is known. Who says it of themselves is believed, and it is logged as theirs; what the host says, or what a number or an
 * address hints at, may raise a rule and never lower it.
 */
export const EVIDENCE = ['declared', 'settings', 'met-before', 'host', 'phone-number', 'network', 'time-zone'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Legal grounds of GDPR art. 6(1)(a) to (f), in its order. */
export const BASES = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const;
export type Basis = (typeof BASES)[number];

/** What a host or an organisation must know beside the rule. Closed, and in this order wherever flags are listed. */
export const FLAGS = [
  'announce-on-recording',
  'announce-on-recording-unless-all-written',
  'location-unknown',
  'location-conflict',
  'basis-unset',
  'basis-mismatch',
  'employee-imbalance',
  'guardian-consent',
  'biometric-written-release',
  'non-party-recorder',
] as const;
export type Flag = (typeof FLAGS)[number];

/**
 * Whether the words "this is being recorded" must be on the recording itself, at the start of every epoch. For somebody in a state that is not
 * known they are recommended only, as everywhere: the research counts rows that are known to ask for it.
 */
export const DUTIES = ['recommended', 'required-unless-all-written', 'required'] as const;
export type Duty = (typeof DUTIES)[number];

/**
 * Why "legal minimum" may not be chosen instead of the product's floor: the minimum is not known, or it is the floor already. A recorder who
 * takes no part is among them because most rows know only the one who does: "one party" there means a party.
 */
export const NOT_MINIMUM = [
  'place-unknown',
  'minor',
  'consent-basis',
  'special-category',
  'non-party-recorder',
  'no-recorder',
] as const;
export type NotMinimum = (typeof NOT_MINIMUM)[number];

/** Which additions a notice needs, by the data protection law of a place. */
export const PROFILES = [
  'appi',
  'ar-25326',
  'au-privacy-act',
  'ccpa',
  'do-172-13',
  'dpa-ph',
  'dpdp',
  'fadp',
  'gdpr',
  'il-ppl',
  'kvkk',
  'lfpdppp',
  'lgpd',
  'nz-privacy-act',
  'pdpa-sg',
  'pdpo',
  'pipa-ab',
  'pipa-bc',
  'pipa-kr',
  'pipeda',
  'pipl',
  'popia',
  'quebec-law25',
  'uae-pdpl',
  'uk-gdpr',
  'us-state-privacy',
] as const;
export type Profile = (typeof PROFILES)[number];

/** What a place asks beyond its rule: when voiceprints are made, people are trained, an organisation records, an outsider records. */
export const SPECIAL_CASES = ['biometrics', 'training', 'organisation', 'nonPartyRecorder'] as const;
export type SpecialCase = (typeof SPECIAL_CASES)[number];

/** Why something is asked for. */
export const GROUNDS = [
  /** The row of a place where somebody is, or may be. */
  'law',
  'place-unknown',
  /** A country whose states or provinces differ, and nobody said which. */
  'part-of-country-unknown',
  /** A special rule of a place: `special` says which. */
  'special-rule',
  /** The same, of a place in which somebody whose place is not known may be. */
  'special-rule-not-excluded',
  /** The recording rests on consent under the GDPR or the UK GDPR, declared or assumed. */
  'consent-basis',
  'special-category',
  'minor',
  /** Nobody in the meeting records, so that nobody's own consent can do for one party's. */
  'no-recorder',
  /** Asks for no answer, but for words on the recording. */
  'announcement',
  /** The host or the organisation chose it. */
  'stricter-chosen',
] as const;
export type GroundKind = (typeof GROUNDS)[number];

/** Whose rule it is: the product's own (everybody answers explicitly, whatever the law asks), or only the law's. */
export const FLOORS = ['product', 'legal-minimum'] as const;
export type Floor = (typeof FLOORS)[number];

/** Who must agree in this meeting now, and how, with the chain of reasons; what the host's panel shows. */
export interface RequirementView extends Demand {
  /** What law alone asks; rule and form beside it hold the floor too. */
  readonly law: Demand;
  readonly floor: Floor;
  /** Empty: the legal minimum may be chosen. */
  readonly noLegalMinimum: readonly NotMinimum[];
  /** null: research that advises. Else whose counsel signed for this version of the rules, and when (YYYY-MM-DD). */
  readonly signedOff: { readonly by: string; readonly on: string } | null;
  readonly flags: readonly Flag[];
  readonly announcement: Duty;
  /** Minors, for each of whom a guardian must agree too. */
  readonly guardiansOf: readonly ParticipantKey[];
  /** What decides comes first. */
  readonly reasons: readonly ReasonView[];
}

/** One link of the chain, with what it rests on, so that a reader can judge it. */
export interface ReasonView {
  readonly because: GroundKind;
  readonly asks: Demand;
  readonly decides: readonly ('rule' | 'form')[];
  /** Of whom it is true; empty where it is of the meeting or of the controller alone. */
  readonly who: readonly ParticipantKey[];
  readonly controller: boolean;
  readonly known: readonly Evidence[];
  /** Code and English name of the place whose rule it is. */
  readonly place: string | null;
  readonly name: string | null;
  readonly special: SpecialCase | null;
  readonly unlisted: readonly string[];
  readonly detail: string | null;
  readonly statutes: readonly string[];
  readonly source: string;
  readonly seen: 'primary' | 'secondary' | 'none';
  readonly confidence: 'high' | 'medium' | 'low';
  /** YYYY-MM-DD; null: nothing to review. */
  readonly reviewed: string | null;
}

/** One person, as far as the law asks about them. */
export interface Circumstances {
  /** Codes of where they are (several: nobody knows which) and how that is known; none: unknown. */
  readonly places: readonly string[];
  readonly known: Evidence | null;
  /** Habitual residence, when they declared one. */
  readonly residence: string | null;
  readonly minor: boolean;
  readonly employee: boolean;
  /** They are on the telephone: they see no banner and no chat. */
  readonly phone: boolean;
}

/** What a minor's guardian has said; none: nobody's guardian is asked. */
export type Guardian = 'none' | 'needed' | 'given' | 'refused';
