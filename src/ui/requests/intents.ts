import type { FailureCode } from '../../model/failure.ts';
import type { ListedRequest } from '../../model/person.ts';

/** A request file that was dropped in: of how many meetings it was looked up. */
export type Taking =
  | { readonly state: 'none' }
  | { readonly state: 'looking'; readonly done: number; readonly total: number }
  | { readonly state: 'taken' }
  | { readonly state: 'failed'; readonly code: FailureCode };

export interface RequestsShown {
  /** The newest first; null: not read yet. */
  readonly all: readonly ListedRequest[] | null;
  readonly taking: Taking;
  /** ms UTC */
  readonly now: number;
  take(file: File): void;
  cancel(): void;
}
