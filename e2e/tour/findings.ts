import { PICTURE_MS, secondOf } from '../sites/sandbox/clock.ts';
import type { ReadBack } from './read-back.ts';

/** A stretch of wall clock, ms UTC, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Times of the story, ms UTC on the one clock that all browsers here share. */
export interface Times {
  /** The message with the last answer was sent. */
  readonly lastAnswer: number;
  /** The newcomer stood in the call. */
  readonly lateJoin: number;
  readonly lateAnswer: number;
  readonly withdrawal: number;
}

/** What everybody had agreed to: nothing else may be in the file. */
export function allowed(times: Times): readonly Stretch[] {
  return [
    { from: times.lastAnswer, to: times.lateJoin },
    { from: times.lateAnswer, to: times.withdrawal },
  ];
}

/**
 * Everything in a recording that should not be there, as sentences; empty when all is as promised.
 * The clock in the picture is drawn every `PICTURE_MS`, the tone names a second: both may lag the wall clock, never lead it.
 */
export function trespasses(back: ReadBack, stretches: readonly Stretch[]): string[] {
  const found: string[] = [];
  for (const { atMs, clock } of back.frames) {
    if (clock === null) continue;
    if (!stretches.some(({ from, to }) => clock >= from - PICTURE_MS && clock <= to)) {
      found.push(
        `the frame at ${Math.round(atMs)} ms shows ${new Date(clock).toISOString()}, which nobody had agreed to`,
      );
    }
  }
  const seconds = stretches.flatMap(({ from, to }) => {
    const list: number[] = [];
    // A step is played for its whole second, and its echo reaches the recorder up to a second late.
    for (let second = Math.floor(from / 1000) - 1; second <= Math.floor(to / 1000); second++) list.push(second);
    return list;
  });
  for (const { atMs, heard } of back.tones) {
    for (const tone of heard) {
      const fits = seconds.some((second) => secondOf(tone.step, second * 1000) === second * 1000);
      if (!fits)
        found.push(`the sound at ${Math.round(atMs)} ms is of a second that nobody had agreed to (step ${tone.step})`);
    }
  }
  return found;
}

/** How much of the agreed stretches the file really holds, as distinct clock seconds seen in frames. */
export function coverage(back: ReadBack, stretches: readonly Stretch[]): number[] {
  return stretches.map(({ from, to }) => {
    const seconds = new Set(
      back.frames.flatMap(({ clock }) =>
        clock !== null && clock >= from - PICTURE_MS && clock <= to ? [Math.floor(clock / 1000)] : [],
      ),
    );
    return seconds.size;
  });
}
