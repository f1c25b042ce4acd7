import type { Logged } from '../model/entry.ts';
import type { EpochId } from '../model/id.ts';

/** Epochs with them of which something may be left. */
export function epochsWith(entries: readonly Logged[], ids: ReadonlySet<string>): readonly EpochId[] {
  const gone = new Set(entries.flatMap(({ entry }) => (entry.kind === 'deleted' ? (entry.epoch ?? []) : [])));
  return [...epochsOf(entries, ids)].filter((epoch) => !gone.has(epoch));
}

/** Epochs that they are in. */
export function epochsOf(entries: readonly Logged[], ids: ReadonlySet<string>): ReadonlySet<EpochId> {
  return new Set(
    entries.flatMap(({ entry }) =>
      entry.kind === 'gate-opened' && entry.roster.some((one) => ids.has(one)) ? [entry.epoch] : [],
    ),
  );
}
