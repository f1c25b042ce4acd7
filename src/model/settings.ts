import type { AskTerms } from './ask.ts';
import type { Basis, Demand, Floor } from './requirement.ts';
import { FIRST_CARD, type ScoreCard } from './score.ts';

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
  /** Recording pauses by itself when the number of a card or an account is written in the chat. */
  readonly pauseAtNumbers: boolean;
  /** Language of the notice in the chat (a tag of NOTICE_LANGUAGES), and of a second one beside it; null: the browser's, and none. */
  readonly language: string | null;
  readonly secondLanguage: string | null;
  readonly vault: VaultSettings;
  readonly review: ReviewSettings;
}

/** How calls are reviewed here. */
export interface ReviewSettings {
  /** Who reviews at this computer, in their own word; '' for nobody in particular. It is no user account. */
  readonly reviewer: string;
  /** At most CARDS_MAX, each name once. */
  readonly cards: readonly ScoreCard[];
}

/** Who can open recordings beside the host, and whether the host can. */
export interface VaultSettings {
  /** Public keys of age, `age1…`: at most RECIPIENTS_MAX. */
  readonly recipients: readonly string[];
  /** false: only they can. */
  readonly hostPlays: boolean;
}

export const RECIPIENTS_MAX = 20;

/** Who decides why and how there is a recording (GDPR art. 4(7)). Words of theirs, '' where not said. */
export interface Controller {
  /** Legal name. */
  readonly name: string;
  /** Where people reach them about their data. */
  readonly contact: string;
  /** What records in other people's formats must name (Kantara Consent Receipt 1.1 asks for all three): postal address in one line, e-mail, telephone. */
  readonly address: string;
  readonly email: string;
  readonly phone: string;
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
  controller: {
    name: '',
    contact: '',
    address: '',
    email: '',
    phone: '',
    policyUrl: '',
    place: null,
    organisation: false,
  },
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
  pauseAtNumbers: false,
  language: null,
  secondLanguage: null,
  vault: { recipients: [], hostPlays: true },
  review: { reviewer: '', cards: [FIRST_CARD] },
};

/** Every setting by its path, in the order of the settings page: what is stored, locked, imported and complained about. */
export const SETTING_PATHS = [
  'place',
  'controller.name',
  'controller.contact',
  'controller.address',
  'controller.email',
  'controller.phone',
  'controller.policyUrl',
  'controller.organisation',
  'controller.place',
  'terms.purposes',
  'terms.media',
  'terms.keepDays',
  'terms.proofDays',
  'recipients',
  'basis',
  'biometrics',
  'specialCategory',
  'nonPartyRecorder',
  'floor',
  'impliedAfterMs',
  'atLeast',
  'pauseAtNumbers',
  'language',
  'secondLanguage',
  'vault.recipients',
  'vault.hostPlays',
  'review.reviewer',
  'review.cards',
] as const;
export type SettingPath = (typeof SETTING_PATHS)[number];

/** What stands at a path. */
export type SettingValue<P extends SettingPath> = P extends `${infer Group}.${infer Key}`
  ? Group extends keyof Settings
    ? Key extends keyof Settings[Group]
      ? Settings[Group][Key]
      : never
    : never
  : P extends keyof Settings
    ? Settings[P]
    : never;

/** Some settings, by path: what somebody changed, what an organisation sets, what a file brings. */
export type SettingChanges = { readonly [P in SettingPath]?: SettingValue<P> };

/** Counsel of an organisation has read a version of the rules. From managed policy: words of theirs, YYYY-MM-DD. */
export interface SignOff {
  readonly version: number;
  readonly by: string;
  readonly on: string;
}

/** What is wrong with something that was to become a setting. Each has a sentence. */
export const SETTING_FAULTS = [
  'unknown',
  'kind',
  'too-long',
  'characters',
  'not-listed',
  'range',
  'address',
  'email',
  'purposes',
  'period',
  'recipient',
  'cards',
  'unreadable',
] as const;
export type SettingFault = (typeof SETTING_FAULTS)[number];

/** path: as somebody wrote it (`terms.keepDays`, `signOff.on`), '' for the whole. */
export interface SettingProblem {
  readonly path: string;
  readonly fault: SettingFault;
}

/** What counts: the organisation's word over the host's, and both over the defaults. */
export interface Effective {
  readonly settings: Settings;
  /** What the host cannot change. */
  readonly locked: readonly SettingPath[];
  /** The organisation's name for itself; null: none manages this browser, or it gave no name. */
  readonly lockedBy: string | null;
  readonly signOff: SignOff | null;
  /** What was set and could not be understood. In its place stands the strictest, never what is looser. */
  readonly problems: {
    readonly organisation: readonly SettingProblem[];
    readonly stored: readonly SettingProblem[];
  };
}

/** What the settings page is sent. */
export interface SettingsView extends Effective {
  /** What the host changed, so that a reset can be taken back. */
  readonly own: SettingChanges;
}
