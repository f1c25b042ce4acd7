/** How a player stands, for a screen. */

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3] as const;

/** you: the host's microphone, on the right channel of what was recorded. others: the meeting, on the left. */
export const SIDES = ['both', 'you', 'others'] as const;
export type Side = (typeof SIDES)[number];

/** A stretch, ms of recorded time: all parts in a row, what was not recorded left out. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface PlayerView {
  /** ms of recorded time. */
  readonly at: number;
  readonly total: number;
  readonly playing: boolean;
  /** What comes next is not there yet. */
  readonly waiting: boolean;
  /** The part that is played has a picture. */
  readonly picture: boolean;
  readonly speed: number;
  /** 0..1 */
  readonly volume: number;
  readonly muted: boolean;
  readonly side: Side;
  readonly skipping: boolean;
  /** Pauses that were found so far, in order. */
  readonly pauses: readonly Span[];
  /** Played as if it were not there; null: nothing is left out. */
  readonly without: Span | null;
}

export const STILL: PlayerView = {
  at: 0,
  total: 0,
  playing: false,
  waiting: true,
  picture: false,
  speed: 1,
  volume: 1,
  muted: false,
  side: 'both',
  skipping: false,
  pauses: [],
  without: null,
};

export interface PlayerIntents {
  /** Where it is shown and heard; null when that is taken away. */
  attach(element: HTMLMediaElement | null): void;
  toggle(): void;
  /** ms of recorded time; before the beginning and after the end are the beginning and the end. */
  seek(at: number): void;
  setSpeed(speed: number): void;
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  hear(side: Side): void;
  skipPauses(skip: boolean): void;
  playWithout(span: Span | null): void;
}
