import { PURPOSES, type Purpose } from '../model/ask.ts';
import type { Basis, Evidence } from '../model/requirement.ts';

const OWN_WORD: ReadonlySet<Evidence> = new Set(['declared', 'settings', 'met-before']);
const DEVICE: ReadonlySet<Evidence> = new Set(['phone-number', 'network', 'time-zone']);
export const isOwnWord = (known: Evidence) => OWN_WORD.has(known);
export const isDevice = (known: Evidence) => DEVICE.has(known);

/** A place where somebody may be. code as in Place; one that is not in the lists counts as unknown. */
export interface Candidate {
  readonly code: string;
  readonly known: Evidence;
}

/** Whoever hears or is heard, bots, interpreters and people in a room with somebody included; not who was invited and is not there. */
export interface Participant {
  readonly id: string;
  /** Several: nobody knows which. None: unknown. */
  readonly at: readonly Candidate[];
  /** Habitual residence, when they declared one: its law counts beside that of where they are. */
  readonly residence: string | null;
  readonly recorder: boolean;
  readonly minor: boolean;
  /** Of the controller. */
  readonly employee: boolean;
}

/** What a requirement rests on, for one epoch. */
export interface Meeting {
  /** At least one, each id once. */
  readonly participants: readonly Participant[];
  /** At least one of `audio`, `video`, `screen`, `chat`, `transcript`; another word counts as a picture. */
  readonly media: readonly string[];
  /** null: none were stated. Another word than the product's counts as any. */
  readonly purposes: readonly string[] | null;
  readonly basis: Basis | null;
  /** Code of the controller's establishment. */
  readonly controller: string | null;
  /** Voiceprints or other templates that tell people apart are made. */
  readonly biometrics: boolean;
  /** Whoever records takes no part in the talk. */
  readonly nonPartyRecorder: boolean;
  /** An organisation records. */
  readonly organisation: boolean;
  /** The talk is likely to be of health, union, politics, religion or sex life (GDPR art. 9(1)). */
  readonly specialCategory: boolean;
}

const WITHOUT_PICTURE: ReadonlySet<string> = new Set(['audio', 'chat', 'transcript']);
/** Whether everything that is recorded is without picture. A word that we do not know may mean one. */
export function isSoundOnly({ media }: Meeting): boolean {
  return media.every((medium) => WITHOUT_PICTURE.has(medium));
}

const OTHER_PURPOSES: ReadonlySet<string> = new Set<Purpose | 'evidence'>([
  ...PURPOSES.filter((purpose) => purpose !== 'training'),
  'evidence',
]);
/** Training, or a purpose that may be it: a word that we do not know, or a list that is empty. */
export function mayTrain({ purposes }: Meeting): boolean {
  if (purposes === null) return false;
  return purposes.length === 0 || purposes.some((purpose) => !OTHER_PURPOSES.has(purpose));
}
