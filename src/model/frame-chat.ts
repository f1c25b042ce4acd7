import type { Composer } from './roster.ts';

/** A line of a chat as a page shows it: what stands where its sender is ('' nothing does, null no such place was found), and its words. */
export interface ShownLine {
  readonly id: string | null;
  readonly label: string | null;
  readonly text: string;
}

/** Longest list of lines that is told at once: the last ones of it. */
export const FRAME_LINES_MAX = 200;

/**
 * What a meeting page's script and ours in a frame of another site in that page say to each other, by way of the worker: neither site's
 * own code hears any of it, and so none can read the other site or write there through us.
 */
export type FramePass =
  /** To the frame: somebody relies on it; say what stands there now, and for some seconds whatever changes. */
  | { readonly what: 'read' }
  /** To the frame: write this, and say what became of it. n: by which the answer is known. */
  | { readonly what: 'write'; readonly n: number; readonly text: string }
  /** From the frame. lines: null when it has a chat that cannot be read. */
  | { readonly what: 'shown'; readonly lines: readonly ShownLine[] | null; readonly composer: Composer }
  | { readonly what: 'wrote'; readonly n: number; readonly sent: boolean };
