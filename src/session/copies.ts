import type { Logged } from '../model/entry.ts';
import type { AskId, CopyId, EpochId } from '../model/id.ts';

const DAY_MS = 86_400_000;

/**
 * When a copy made now has to go, ms UTC: after its own days, and never later than any of the stretches in it was promised to. Null where one of them has no promise
 * that can be read, or is gone.
 */
export function copyEnd(
  entries: readonly Logged[],
  epochs: readonly EpochId[],
  keepDays: number,
  now: number,
): number | null {
  const keep = new Map<AskId, number>();
  const ends = new Map<EpochId, number>();
  const askOf = new Map<EpochId, AskId>();
  for (const { at, entry } of entries) {
    if (entry.kind === 'asked') keep.set(entry.ask, entry.keepDays);
    else if (entry.kind === 'gate-opened') askOf.set(entry.epoch, entry.ask);
    else if (entry.kind === 'segment-sealed') {
      const ask = askOf.get(entry.epoch);
      const days = ask && keep.get(ask);
      if (days !== undefined && entry.chunks > 0) ends.set(entry.epoch, at + days * DAY_MS);
    } else if (entry.kind === 'deleted' && entry.epoch) ends.delete(entry.epoch);
  }
  let end = now + keepDays * DAY_MS;
  for (const epoch of epochs) {
    const promised = ends.get(epoch);
    if (promised === undefined) return null;
    end = Math.min(end, promised);
  }
  return end;
}

/** What the log says of a copy: made is null where it says nothing, or that it is gone. */
export function isCopyKept(entries: readonly Logged[], copy: CopyId): boolean {
  let epochs: ReadonlySet<EpochId> | null = null;
  for (const { entry } of entries) {
    if (entry.kind === 'copy-made' && entry.copy === copy) epochs = new Set(entry.of.map(({ epoch }) => epoch));
    if (entry.kind === 'copy-deleted' && entry.copy === copy) epochs = null;
    if (entry.kind === 'deleted' && entry.epoch && epochs?.has(entry.epoch)) epochs = null;
  }
  return epochs !== null;
}
