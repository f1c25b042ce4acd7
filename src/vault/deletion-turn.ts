import type { Database } from '../database/schema.ts';
import type { KeyFiles } from './key-files.ts';
import type { Locks } from './locks.ts';

/** What whoever deletes stands on. */
export interface DeletionGround {
  readonly db: Database;
  readonly keys: KeyFiles;
  readonly locks: Locks;
}

/** Deletions, and what stands in their way, take turns over all windows. It is not to be asked for by whoever has it. */
export function alone<T>({ locks }: Pick<DeletionGround, 'locks'>, work: () => Promise<T>): Promise<T> {
  return locks.alone('ask-to-record/deletion', work);
}
