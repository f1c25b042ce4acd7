import type { AskTerms } from './ask.ts';
import type { Basis, Demand, Floor } from './requirement.ts';

/** What a host, or an organisation for its hosts, settled beforehand. Sensible without any of it having been touched. */
export interface Settings {
  /** Code of one's own place as in the rules (`DE`, `US-CA`); null: not said, and then the strictest rule counts. */
  readonly place: string | null;
  readonly controller: Controller;
  /** What the ask form begins with. */
  readonly terms: AskTerms;
  /** Who gets the recording beside the host, in the host's words; '' for nobody. */
  readonly recipients: string;
  /** null: not said. Under the GDPR a recording then rests on consent. */
  readonly basis: Basis | null;
  readonly biometrics: boolean;
  readonly specialCategory: boolean;
  /** Whoever records takes no part in the talk. */
  readonly nonPartyRecorder: boolean;
  readonly floor: Floor;
  /** How long a notice stands before going on counts as an implied yes, where the legal minimum was chosen: ms. */
  readonly impliedAfterMs: number;
  /** At least this, whatever the law asks; null: nothing more. */
  readonly atLeast: Demand | null;
  /** Language of the notice in the chat (a tag of NOTICE_LANGUAGES), and of a second one beside it; null: the browser's, and none. */
  readonly language: string | null;
  readonly secondLanguage: string | null;
}

/** Who decides why and how there is a recording (GDPR art. 4(7)). Words of theirs, '' where not said. */
export interface Controller {
  /** Legal name. */
  readonly name: string;
  /** Where people reach them about their data. */
  readonly contact: string;
  /** https address of their privacy policy. */
  readonly policyUrl: string;
  /** Code of where they are established; null: not said. */
  readonly place: string | null;
  /** false: a person, for themselves. */
  readonly organisation: boolean;
}

export const IMPLIED_AFTER_MS = 15_000;

export const SETTINGS: Settings = {
  place: null,
  controller: { name: '', contact: '', policyUrl: '', place: null, organisation: false },
  terms: {
    purposes: [{ purpose: 'notes', required: true }],
    media: 'sound+picture',
    keepDays: 30,
    proofDays: 1095,
  },
  recipients: '',
  basis: null,
  biometrics: false,
  specialCategory: false,
  nonPartyRecorder: false,
  floor: 'product',
  impliedAfterMs: IMPLIED_AFTER_MS,
  atLeast: null,
  language: null,
  secondLanguage: null,
};
