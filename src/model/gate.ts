import type { Media } from './ask.ts';
import type { AskId, EpochId, ParticipantKey } from './id.ts';

/** Why capture may not run. Closed union; each has one sentence and one next step on the host's screen. */
export const REASONS = [
  'not-asked',
  'notice-not-shown',
  'waiting',
  'implied-pending',
  'explicit-needed',
  'written-needed',
  'guardian-missing',
  'guardian-refused',
  'refused',
  'withdrawn',
  'people-missing',
  'doubt-open',
  'roster-unknown',
  'roster-partial',
  'counter-differs',
  'not-in-call',
  'watch-lost',
  'not-armed',
  'paused',
  'stopped',
  'going-on-without',
  'capture-failed',
  'announcement-missing',
  'new-epoch',
] as const;
export type Reason = (typeof REASONS)[number];

/** A reason with the people whom it is about (empty when it is about nobody in particular). */
export interface Because {
  readonly reason: Reason;
  readonly people: readonly ParticipantKey[];
}

/** The verdict "may capture run now?". */
export type Verdict =
  | { readonly may: 'record'; readonly basis: Basis }
  | { readonly may: 'not'; readonly because: readonly Because[] };

/** What an open verdict rests on. Two verdicts with the same basis are the same epoch. */
export interface Basis {
  readonly ask: AskId;
  readonly media: Media;
  readonly roster: readonly ParticipantKey[];
  readonly answers: readonly number[];
}

/**
 * The row that every chunk's transaction reads again.
 *
 *   closed ──open (worker only, new epoch id)──▶ open ──host stops or pauses──▶ draining ──recorder sealed──▶ closed
 *                                                 └──join, refusal, withdrawal, watch lost──▶ closed
 */
export type GateRow = {
  readonly log: string;
  readonly state: 'open' | 'draining' | 'closed';
  readonly epoch: EpochId | null;
  /** ms UTC: every chunk that ends later is thrown away; null keeps all. */
  readonly cutAfter: number | null;
  readonly reasons: readonly Reason[];
};

/** A permit holds this long on the recorder's own monotonic clock, ms. */
export const LEASE_MS = 3000;
/** Recorder's slice, ms. */
export const SLICE_MS = 1000;
