import type { Media } from '../model/ask.ts';
import type { StoreCause } from '../model/observation.ts';
import type { Feed } from './feed.ts';
import type { PictureCodec, RecordingFormat } from './format.ts';
import type { SegmentPorts } from './ports.ts';

/** The part of a MediaRecorder that is used; tests bring their own. Never paused: pausing keeps sound that belongs before the pause. */
export type RecorderLike = Pick<MediaRecorder, 'state' | 'start' | 'stop' | 'addEventListener'>;

export interface SegmentOptions {
  readonly feed: Feed;
  readonly media: Media;
  readonly picture?: PictureCodec;
  /** What is left of the first permit, ms. */
  readonly leaseMs: number;
  readonly sliceMs?: number;
  readonly ports: SegmentPorts;
  readonly make?: (stream: MediaStream, format: RecordingFormat) => RecorderLike;
}

/**
 * drain: the chunk that comes out of stopping may be kept. cutAfter: ms UTC, nothing that ended later is kept; null cuts nothing.
 * cause: why, where it is not simply an order.
 */
export interface Ending {
  readonly drain: boolean;
  readonly cutAfter: number | null;
  readonly cause?: StoreCause;
}

/**
 *   starting ──first data──▶ recording ──order, lapse, loss──▶ sealing ──last chunk dealt with──▶ sealed
 *      └───────────────────────order, lapse, loss─────────────────▶┘
 */
export type SegmentState = 'starting' | 'recording' | 'sealing' | 'sealed';

export interface Segment {
  readonly state: SegmentState;
  readonly mime: string;
  setMicrophone(on: boolean): void;
  /** Capture has stopped when this returns; a second order can only take away more. */
  revoke(ending: Ending): void;
}

/** Of two cuts the one that keeps less; null cuts nothing. */
export function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
