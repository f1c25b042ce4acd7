import type { Logged } from '../model/entry.ts';
import type { AskId, EpochId } from '../model/id.ts';

const DAY_MS = 86_400_000;

/**
 * Which of these epochs was promised to be deleted first: what is about all of them goes with it, and outlives none. Null when there is none of
 * which the end is known.
 */
export function firstToGo(entries: readonly Logged[], epochs: readonly EpochId[]): EpochId | null {
  const wanted = new Set(epochs);
  const keep = new Map<AskId, number>();
  const askOf = new Map<EpochId, AskId>();
  let first: { readonly epoch: EpochId; readonly until: number } | null = null;
  for (const { at, entry } of entries) {
    if (entry.kind === 'asked') keep.set(entry.ask, entry.keepDays);
    else if (entry.kind === 'gate-opened') askOf.set(entry.epoch, entry.ask);
    else if (entry.kind === 'segment-sealed' && wanted.has(entry.epoch)) {
      const ask = askOf.get(entry.epoch);
      const until = at + ((ask && keep.get(ask)) ?? 1) * DAY_MS;
      if (!first || until < first.until) first = { epoch: entry.epoch, until };
    }
  }
  return first?.epoch ?? null;
}
