import type { EpochId } from '../../model/id.ts';
import type { Stretch } from '../records/stretches.ts';

/**
 * A moment of the player, which plays all stretches in a row, is one of an epoch as it was recorded, and back: a cut moves what comes after it in the
 * player, and no note in its epoch. All in ms.
 */
export interface Place {
  readonly epoch: EpochId;
  readonly ms: number;
}

type Kept = Extract<Stretch, { kind: 'recorded' }>;

function kept(stretches: readonly Stretch[]): Kept[] {
  return stretches.filter((one): one is Kept => one.kind === 'recorded' && one.ms > 0);
}

/** The very end belongs to the last stretch. Null where nothing is kept. */
export function placeOf(stretches: readonly Stretch[], at: number): Place | null {
  const all = kept(stretches);
  const found = all.findLast(({ offset }) => offset <= at) ?? all[0];
  if (!found) return null;
  const within = Math.max(0, Math.min(Math.floor(at - found.offset), found.ms));
  return { epoch: found.epoch.epoch, ms: found.start + within };
}

/** Null when it is gone, with its epoch or by a cut. */
export function momentOf(stretches: readonly Stretch[], { epoch, ms }: Place): number | null {
  const own = kept(stretches).filter((one) => one.epoch.epoch === epoch);
  // Where two pieces meet, it is the beginning of the later one.
  const found = own.findLast(({ start, ms: length }) => start <= ms && ms <= start + length);
  return found ? found.offset + (ms - found.start) : null;
}
