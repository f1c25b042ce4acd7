import type { Duty, Form, Profile, Rule, SpecialCase } from './requirement.ts';

/** One place as a reader sees it: what it asks for, and what that rests on. Research, not legal advice. Made from a row of src/policy. */
export interface PlaceRow {
  /** ISO 3166: `DE`, `US-CA`; `XX` for whoever is nowhere known. */
  readonly code: string;
  /** Other codes that mean this row. */
  readonly aliases: readonly string[];
  readonly name: string;
  readonly within: string | null;
  readonly rule: Rule;
  /** The rule while no picture is recorded, where it is another one. */
  readonly soundOnly: Rule | null;
  readonly form: Form;
  readonly announcement: Exclude<Duty, 'recommended'> | null;
  readonly special: readonly {
    readonly when: SpecialCase;
    readonly form: Form;
    readonly statutes: readonly string[];
  }[];
  readonly profile: Profile | null;
  readonly profileLaw: string | null;
  readonly minors: string | null;
  readonly employees: string | null;
  readonly penalty: 'civil' | 'criminal' | 'both';
  readonly penaltyDetail: string | null;
  readonly statutes: readonly string[];
  /** An address, or words that say that it was not looked up. */
  readonly source: string;
  readonly seen: 'primary' | 'secondary' | 'none';
  readonly confidence: 'high' | 'medium' | 'low';
  /** YYYY-MM-DD */
  readonly reviewed: string;
  readonly notes: readonly string[];
}
