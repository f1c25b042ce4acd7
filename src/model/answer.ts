import type { Media, Purpose } from './ask.ts';
import type { AskId, ParticipantKey } from './id.ts';

/** What somebody did about one ask. */
export const ANSWERS = ['consented', 'refused', 'withdrawn'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** How strong the evidence of an answer is, strongest first. */
export const GRADES = ['signed', 'chat', 'attested', 'implied'] as const;
export type Grade = (typeof GRADES)[number];

/** How an answer came. */
export const CHANNELS = ['banner', 'chat', 'panel', 'aloud', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * One answer as the log holds it. `person` counts the people behind one tile from 1 (the participant) up;
 * a refusal or withdrawal of any of them counts for the whole tile.
 */
export interface Answer {
  readonly ask: AskId;
  readonly participant: ParticipantKey;
  readonly person: number;
  readonly answer: AnswerKind;
  readonly purposes: readonly Purpose[];
  readonly media: Media;
  readonly grade: Grade;
  readonly channel: Channel;
}

/** States of the W3C Data Privacy Vocabulary (dpv:hasConsentStatus), in our spelling, plus `doubtful` for the host to settle. */
export const CONSENT_STATES = [
  'unasked',
  'requested',
  'seen',
  'given',
  'partly-given',
  'refused',
  'withdrawn',
  'expired',
  'doubtful',
] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];
