import { useEffect, useRef, useState } from 'preact/hooks';
import type { Levels } from '../../model/panel.ts';

/** Loudness of somebody who speaks into their microphone, RMS: about -40 dB, well above a quiet room. */
const SPEECH = 0.01;
/** Levels come about four times a second; a longer gap is silence for all that we know, ms. */
const GAP_MS = 600;
/** So much speech is a sentence, and no cough: ms. */
export const ENOUGH_MS = 1000;

/** How long somebody has been heard since, ms: the time between two levels counts when both are speech. */
export function addHeard(before: HeardSoFar, microphone: number | null, now: number): HeardSoFar {
  const speaks = microphone !== null && microphone >= SPEECH;
  const gap = before.last === null ? Number.POSITIVE_INFINITY : now - before.last;
  return { ms: before.ms + (speaks && gap <= GAP_MS ? gap : 0), last: speaks ? now : null };
}

export interface HeardSoFar {
  readonly ms: number;
  /** When speech was last heard, by a clock that never goes back; null: it was silence since. */
  readonly last: number | null;
}

/** Whether the host has been heard speaking long enough, since this is on the screen. */
export function useHeard(levels: Levels | null): boolean {
  const so = useRef<HeardSoFar>({ ms: 0, last: null });
  const [heard, hear] = useState(false);
  useEffect(() => {
    so.current = addHeard(so.current, levels?.microphone ?? null, performance.now());
    if (so.current.ms >= ENOUGH_MS) hear(true);
  }, [levels]);
  return heard;
}
