import type { FailureCode } from './failure.ts';
import type { Span } from './player.ts';

/** A stretch that is marked to be cut out, ms of recorded time. */
export interface Marks {
  readonly from: number | null;
  readonly to: number | null;
}

export const UNMARKED: Marks = { from: null, to: null };

/** What is marked, when both ends are and the second comes later. */
export function markedSpan({ from, to }: Marks): Span | null {
  return from !== null && to !== null && to > from ? { from, to } : null;
}

/**
 *   none ──what would go?──▶ looking ──▶ asking ──yes──▶ cutting ──▶ done
 *     ▲────────────back, cancelled──────────┴───────────────┘  ╲──▶ failed: the recording is as it was
 *
 * gone: what really goes, ms of recorded time; it is never less than what was marked. ms: how much that is.
 */
export type Cutting =
  | { readonly state: 'none' }
  | { readonly state: 'looking' }
  | { readonly state: 'asking'; readonly marked: Span; readonly gone: Span; readonly ms: number }
  | { readonly state: 'cutting'; readonly share: number }
  | { readonly state: 'done'; readonly ms: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly code: FailureCode };
