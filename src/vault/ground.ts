import type { Database } from '../database/schema.ts';
import type { KeyFiles } from './key-files.ts';
import type { Locks } from './locks.ts';

/** What the vault stands on, in whichever window. */
export interface Ground {
  database(): Promise<Database>;
  readonly keys: KeyFiles;
  readonly locks: Locks;
}
