import type { Logged } from '../model/entry.ts';
import type { CopyId, EpochId } from '../model/id.ts';
import { promisesOf } from './promises.ts';

const DAY_MS = 86_400_000;

/**
 * When a copy that is made now has to go, ms UTC: after its own days, and never later than any of the stretches in it was promised to. Null
 * where the promise for one of them cannot be found, or where it is gone.
 */
export function copyEnd(
  entries: readonly Logged[],
  epochs: readonly EpochId[],
  keepDays: number,
  now: number,
): number | null {
  const kept = new Map(promisesOf(entries).epochs.map(({ epoch, until }) => [epoch, until]));
  let end = now + keepDays * DAY_MS;
  for (const epoch of epochs) {
    const until = kept.get(epoch) ?? null;
    if (until === null) return null;
    end = Math.min(end, until);
  }
  return end;
}

/** The log says that it was made, and not that it is gone. */
export function isCopyKept(entries: readonly Logged[], copy: CopyId): boolean {
  let epochs: ReadonlySet<EpochId> | null = null;
  for (const { entry } of entries) {
    if (entry.kind === 'copy-made' && entry.copy === copy) epochs = new Set(entry.of.map(({ epoch }) => epoch));
    if (entry.kind === 'copy-deleted' && entry.copy === copy) epochs = null;
    if (entry.kind === 'deleted' && entry.epoch && epochs?.has(entry.epoch)) epochs = null;
  }
  return epochs !== null;
}
