import { useEffect, useRef, useState } from 'preact/hooks';
import type { Levels } from '../../model/panel.ts';

/** Loudness of somebody who speaks into their microphone, pauses in the reading included, RMS: about -45 dB, well above a quiet room. */
const SPEECH = 0.0056;
/** Levels come about four times a second; each speaks for so much of the time before it at most, ms. */
const EACH_MS = 300;
/** So much speech is a sentence, and no cough: ms. */
export const ENOUGH_MS = 1000;

export interface HeardSoFar {
  readonly ms: number;
  /** When the newest level came, by a clock that never goes back; null: none has. */
  readonly at: number | null;
}
export const UNHEARD: HeardSoFar = { ms: 0, at: null };

/** How long somebody has been heard: people pause between words, so silence counts for nothing and takes nothing away. */
export function addHeard(before: HeardSoFar, microphone: number, now: number): HeardSoFar {
  const since = before.at === null ? 0 : Math.min(now - before.at, EACH_MS);
  return { ms: before.ms + (microphone >= SPEECH ? since : 0), at: now };
}

/** Whether the host has been heard speaking long enough, since this is on the screen. */
export function useHeard(levels: Levels | null): boolean {
  const so = useRef(UNHEARD);
  const [heard, hear] = useState(false);
  useEffect(() => {
    so.current = addHeard(so.current, levels?.microphone ?? 0, performance.now());
    if (so.current.ms >= ENOUGH_MS) hear(true);
  }, [levels]);
  return heard;
}
