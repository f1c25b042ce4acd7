import { PICTURE_MS, secondOf } from '../sites/sandbox/clock.ts';
import { type ReadBack, STEP_MS } from './read-back.ts';

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

/** Of whom the tab itself plays the tone (`?hear=own`): the host came first. Their made-up microphone beeps in the same band, at a third. */
const OWN = 1;
const OWN_LEVEL = 0.07;
/** Everybody else's sound goes over the network, and where two cores carry five browsers it has waited seconds in a buffer. */
const NETWORK_S = 5;

/**
 * Everything in a recording that should not be there, as sentences; empty when all is as promised.
 * The clock in the picture is drawn every `PICTURE_MS`, the tone names a second: both may lag the wall clock, never lead it. How far is
 * known of what the tab makes itself, and that is held to it: the picture, and the host's own tone. A sound that came from elsewhere was
 * spoken some time before it was played, and is held to the time that this may take.
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
  for (const { atMs, heard } of back.tones) {
    for (const { number, step, level } of heard) {
      if (number === OWN && level < OWN_LEVEL) continue;
      if (!fits(step, number === OWN ? 1 : NETWORK_S, clockAt(back, atMs + STEP_MS / 2), stretches))
        found.push(
          `participant ${number} is heard at ${Math.round(atMs)} ms in a second that nobody had agreed to (step ${step})`,
        );
    }
  }
  return found;
}

/** ms UTC at a place of the file, by the picture nearest to it; null where there is no picture. */
function clockAt(back: ReadBack, atMs: number): number | null {
  const near = back.frames
    .filter(({ clock }) => clock !== null)
    .toSorted((a, b) => Math.abs(a.atMs - atMs) - Math.abs(b.atMs - atMs))[0];
  return near?.clock == null ? null : near.clock + atMs - near.atMs;
}

/** Steps come round every 16 s. A busy machine paints late, so the picture may be behind the sound as well. */
const PICTURE_BEHIND_MS = 4000;

/** Whether a step is of an agreed second: each is played whole, and reaches the recorder up to `late` seconds later. */
function fits(step: number, late: number, clock: number | null, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => {
    const first = Math.floor(from / 1000) - late;
    const last = Math.floor(to / 1000);
    // Where a picture tells about when it was, only the one second that the step can then mean.
    if (clock !== null) {
      const second = secondOf(step, clock - PICTURE_BEHIND_MS) / 1000;
      return second >= first && second <= last;
    }
    for (let second = first; second <= last; second++) if (secondOf(step, second * 1000) === second * 1000) return true;
    return false;
  });
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
