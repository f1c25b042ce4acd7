import type { ChosenStretch, CopyableStretch, CopyView } from '../../model/copy.ts';
import type { FailureCode } from '../../model/failure.ts';
import type { CopyId } from '../../model/id.ts';

/** What is under way or came of something. share: 0..1. */
export type CopyWork =
  | { readonly is: 'none' }
  | { readonly is: 'making' | 'opening' | 'saving'; readonly share: number }
  | { readonly is: 'made' | 'cancelled' | 'gone' }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'failed'; readonly code: FailureCode };

/** A copy that is open to be heard. notes: masked. */
export interface OpenCopy {
  readonly copy: CopyId;
  readonly src: string;
  readonly notes: readonly { readonly atMs: number; readonly text: string; readonly tags: readonly string[] }[];
}

export interface CopiesState {
  /** null: not read yet. */
  readonly copies: readonly CopyView[] | null;
  readonly stretches: readonly CopyableStretch[];
  readonly work: CopyWork;
  /** What the work is about; null: a copy that is being made. */
  readonly about: CopyId | null;
  readonly open: OpenCopy | null;
}

export interface CopyIntents {
  make(of: readonly ChosenStretch[], keepDays: number): void;
  play(copy: CopyId): void;
  close(): void;
  save(copy: CopyId): void;
  remove(copy: CopyId): void;
  cancel(): void;
}
