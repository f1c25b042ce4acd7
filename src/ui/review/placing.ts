import type { EpochId } from '../../model/id.ts';
import type { Stretch } from '../records/stretches.ts';

/** A moment of the player, which plays all stretches in a row, is one of a stretch, and back. All in ms. */
export interface Place {
  readonly epoch: EpochId;
  readonly ms: number;
}

type Kept = Extract<Stretch, { kind: 'recorded' }>;

function kept(stretches: readonly Stretch[]): Kept[] {
  return stretches.filter((one): one is Kept => one.kind === 'recorded' && one.epoch.ms > 0);
}

/** The very end belongs to the last stretch. Null where nothing is kept. */
export function placeOf(stretches: readonly Stretch[], at: number): Place | null {
  const all = kept(stretches);
  const found = all.findLast(({ offset }) => offset <= at) ?? all[0];
  if (!found) return null;
  const ms = Math.max(0, Math.min(Math.floor(at - found.offset), found.epoch.ms));
  return { epoch: found.epoch.epoch, ms };
}

/** Null when the stretch is gone. */
export function momentOf(stretches: readonly Stretch[], { epoch, ms }: Place): number | null {
  const found = kept(stretches).find((one) => one.epoch.epoch === epoch);
  return found ? found.offset + Math.min(ms, found.epoch.ms) : null;
}
