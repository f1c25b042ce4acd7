import type { Entry, Logged } from '../model/entry.ts';
import type { EpochId, ParticipantKey } from '../model/id.ts';
import type { KeptPart } from '../model/keeping.ts';
import type { DeletionWhy } from '../model/retention.ts';
import { promisesOf } from './promises.ts';

const DAY_MS = 86_400_000;
/** What a notice can promise at the least (`termsProblem` in src/model/ask.ts). */
const SHORTEST_DAYS = 1;

/** What the promises of a meeting's notices want deleted by now. */
export interface Overdue {
  /** Epochs whose media and key must go. */
  readonly epochs: readonly EpochId[];
  /** People whose names and words must go; empty while any promise still lets them stay. */
  readonly people: readonly ParticipantKey[];
}

/**
 * When something has to go whose log proves nothing any more: after the shortest promise of its kind that can still be read in it, from
 * the end of what was recorded, or from the last entry (ms UTC). Where none can be read, after the shortest that can be made: nobody was
 * promised less.
 */
export function latestEnd(entries: readonly Entry[], promise: 'keepDays' | 'proofDays', from: number): number {
  const promised = entries.flatMap((entry) =>
    entry.kind === 'asked' || entry.kind === 'retention-shortened' ? [entry[promise]] : [],
  );
  return from + Math.min(...(promised.length > 0 ? promised : [SHORTEST_DAYS])) * DAY_MS;
}

/**
 * The periods in the notice bind: a recording is kept for `keepDays` from its end, names and words for `proofDays` from the last entry.
 * Where several asks promised differently, each epoch follows its own ask, and names follow the shortest promise. now: ms UTC.
 */
export function overdue(entries: readonly Logged[], now: number): Overdue {
  const { epochs, names } = promisesOf(entries);
  return {
    epochs: epochs.filter(({ until }) => until !== null && now >= until).map(({ epoch }) => epoch),
    people: names !== null && now >= names.until ? names.people : [],
  };
}

/** What the log is to say of why a recording went. */
export function whyOver({ shortened }: Pick<KeptPart, 'shortened'>): DeletionWhy {
  return shortened ? 'shortened' : 'time-over';
}
