import type { Logged } from '../model/entry.ts';
import type { EpochId } from '../model/id.ts';
import { promisesOf } from './promises.ts';

const DAY_MS = 86_400_000;

/**
 * Which of these epochs is promised to be deleted first: what is about all of them goes with it, and outlives none. One of which no promise can be
 * read goes after the shortest that can be made, a day. Null when there is none of which the end is known.
 */
export function firstToGo(entries: readonly Logged[], epochs: readonly EpochId[]): EpochId | null {
  const ends = promisesOf(entries)
    .epochs.filter(({ epoch }) => epochs.includes(epoch))
    .map(({ epoch, endedAt, until }) => ({ epoch, until: until ?? endedAt + DAY_MS }))
    .sort((a, b) => a.until - b.until);
  return ends[0]?.epoch ?? null;
}
