import type { FailureCode } from '../../model/failure.ts';
import type { LogId, ParticipantKey } from '../../model/id.ts';
import type { Review, ReviewDraft, ReviewPurpose } from '../../model/review.ts';
import type { ReviewedCall } from '../../model/review-summary.ts';
import type { ScoreCard } from '../../model/score.ts';

/** What reviewers wrote about one meeting. closed → opening → (open | failed | closed when cancelled). unread: rows that do not open. */
export type Reviewing =
  | { readonly state: 'closed' }
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly code: FailureCode }
  | {
      readonly state: 'open';
      readonly purpose: ReviewPurpose;
      readonly reviews: readonly Review[];
      readonly unread: number;
      /** The last one that was removed, while that can be taken back. */
      readonly removed: Review | null;
      /** Why the last thing that somebody wanted was not done. */
      readonly refused: FailureCode | null;
    };

export interface ReviewIntents {
  open(log: LogId, purpose: ReviewPurpose): void;
  close(): void;
  /** True when it is kept; what was typed stays on the screen otherwise. */
  keep(log: LogId, draft: ReviewDraft): Promise<boolean>;
  remove(review: Review): void;
  undo(): void;
  /** Saves what is written about a call as a file for one of the people in it. */
  give(log: LogId, participant: ParticipantKey): void;
}

/** What the settings say. */
export interface ReviewWays {
  readonly reviewer: string;
  readonly cards: readonly ScoreCard[];
}

/** All of it on the page of recordings. */
export interface RecordsReview {
  readonly reviewing: Reviewing;
  readonly ways: ReviewWays;
  readonly notes: NotesOpen;
  /** Recordings about which something was written. */
  readonly count: number;
  readonly intents: ReviewIntents & NoteSearchIntents;
}

/** Notes and scores of all recordings, opened to be searched. closed → running → (open | failed | closed when cancelled). */
export type NotesOpen =
  | { readonly state: 'closed' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly code: FailureCode }
  | {
      readonly state: 'open';
      readonly purpose: ReviewPurpose;
      readonly calls: readonly ReviewedCall[];
      /** Not agreed to by everybody, or unreadable. */
      readonly closed: number;
    };

export interface NoteSearchIntents {
  openNotes(purpose: ReviewPurpose): void;
  cancelNotes(): void;
  closeNotes(): void;
}
