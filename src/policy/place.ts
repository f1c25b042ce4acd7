import type { Form, Profile, Rule, SpecialCase } from '../model/requirement.ts';

export interface SpecialRule {
  readonly form: 'explicit' | 'written';
  /** The lawful basis that the rule asks for; another one that was declared does not fit. */
  readonly basis?: 'consent';
  readonly statutes: readonly string[];
}

/**
 * One row: how a place looks upon recording a video meeting, read conservatively. Research, NOT legal advice: most rows rest on a
 * guide or a law firm's page, not on the text of the statute (`seen`), and before anybody relies on one a lawyer should read it.
 */
export interface Place {
  /** ISO 3166: `DE`, `US-DE`. Two letters are always a country. */
  readonly code: string;
  /** Other codes that mean this row. */
  readonly aliases?: readonly string[];
  readonly name: string;
  /** The country of a state or province. */
  readonly within: string | null;
  /** A country whose parts differ: its own row is for a part that is not known, and is the worst case. */
  readonly divided?: true;
  /** How the law is commonly labelled; `rule` is what the engine goes by. */
  readonly label: Rule | 'mixed';
  readonly rule: Rule;
  /** The rule while nothing that shows a picture is recorded, where it is another one. */
  readonly soundOnly?: Rule;
  /** The weakest form that is enough. */
  readonly form: Form;
  /** The announcement must be heard on the recording itself. */
  readonly announcement?: {
    readonly duty: 'required' | 'required-unless-all-written';
    readonly statutes: readonly string[];
  };
  readonly special?: Partial<Readonly<Record<SpecialCase, SpecialRule>>>;
  readonly profile: Profile | null;
  readonly profileLaw?: string;
  readonly minors?: string;
  readonly employees?: string;
  /**
   * From which age a child agrees alone to an online service (GDPR art. 8 or its like), in years. It says nothing of recordings, so the
   * engine never reads it: everybody under 18 needs a guardian.
   */
  readonly childConsentAge: number | null;
  readonly penalty: 'civil' | 'criminal' | 'both';
  readonly penaltyDetail?: string;
  readonly statutes: readonly string[];
  /** Where it was read: an address, or words that say that it was not. */
  readonly source: string;
  /** primary: text of statute, court or regulator; secondary: a guide; none: known, not looked up. */
  readonly seen: 'primary' | 'secondary' | 'none';
  readonly confidence: 'high' | 'medium' | 'low';
  /** YYYY-MM-DD */
  readonly reviewed: string;
  readonly detail?: string;
  readonly note?: string;
}
