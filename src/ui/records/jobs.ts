import type { FailureCode } from '../../model/failure.ts';
import type { ParticipantKey } from '../../model/id.ts';

/** Of the things that take more than a moment, how far they are. share: 0..1. What was cancelled left nothing behind. */

/** none → opening → ready → failed when a damaged part is reached; (failed | none when cancelled) from opening too. */
export type Playback =
  | { readonly state: 'none' }
  | { readonly state: 'opening' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** A file that is made. none → running → (done | failed | cancelled). */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'done'; readonly name: string }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** A receipt that is made, and whose: the one that was asked for last. */
export interface Giving {
  readonly participant: ParticipantKey | null;
  readonly saving: Saving;
}

/** The chosen meeting's log. none → running → (none, the record is there | failed). Counted in entries. */
export type Reading =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** All meetings, one after the other, newest first. */
export interface Listing {
  readonly done: number;
  readonly total: number;
}

export type Cancellable = 'play' | 'save' | 'read' | 'receipt';
