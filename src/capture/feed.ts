import type { Levels } from '../model/panel.ts';

/** The part of a MediaStreamTrack that a segment looks at. */
export type WatchedTrack = Pick<EventTarget, 'addEventListener'> & Pick<MediaStreamTrack, 'readyState' | 'kind'>;

/** What a segment records. A mix makes one; a segment closes it, once. */
export interface Feed {
  /** What goes into the file. */
  readonly stream: MediaStream;
  /** Tracks whose end means that the meeting can no longer be captured. */
  readonly meeting: readonly WatchedTrack[];
  /** The host's microphone; empty when there is none. */
  readonly microphone: readonly WatchedTrack[];
  /** Lets the microphone in or keeps it out, without a click; no effect when there is none. */
  setMicrophone(on: boolean): void;
  /** Loudness now, RMS 0..1. */
  levels(): Levels;
  /** Stops every track at once, so that the browser's capture mark goes out, and lets the sound graph go. */
  close(): void;
}
