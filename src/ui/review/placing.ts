import type { EpochId } from '../../model/id.ts';
import type { Stretch } from '../records/stretches.ts';

/** A moment of the player, which plays all stretches in a row, is one of a stretch, and back. All in ms. */
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
  const ms = Math.max(0, Math.min(Math.floor(at - found.offset), found.ms));
  return { epoch: found.epoch.epoch, ms: found.start + ms };
}

/** Null when the stretch is gone. What was cut out around a moment moves it to what is left next, or last. */
export function momentOf(stretches: readonly Stretch[], { epoch, ms }: Place): number | null {
  const all = kept(stretches).filter((one) => one.epoch.epoch === epoch);
  const found = all.find(({ start, ms: long }) => ms <= start + long) ?? all.at(-1);
  return found ? found.offset + Math.max(0, Math.min(ms - found.start, found.ms)) : null;
}
