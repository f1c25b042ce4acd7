import type { Logged } from '../model/entry.ts';
import type { EpochId } from '../model/id.ts';
import { purposesOf } from './purposes.ts';

/**
 * Of these epochs those in which everybody agreed to training, alone and together. Asked of all at once and then of halves, because each question
 * reads the whole log, and mostly all or none of a meeting may be used.
 */
export function trainable(entries: readonly Logged[], epochs: readonly EpochId[]): ReadonlySet<EpochId> {
  const found = new Set<EpochId>();
  const ask = (some: readonly EpochId[]) => {
    if (some.length === 0) return;
    if (isForTraining(entries, some)) for (const epoch of some) found.add(epoch);
    else if (some.length > 1) {
      const half = Math.ceil(some.length / 2);
      ask(some.slice(0, half));
      ask(some.slice(half));
    }
  };
  ask(epochs);
  return found;
}

export function isForTraining(entries: readonly Logged[], epochs: readonly EpochId[]): boolean {
  return purposesOf(entries, epochs).some(({ purpose, refused }) => purpose === 'training' && refused === null);
}
