import type { Database } from '../database/schema.ts';
import { isPieceOf } from '../model/piece.ts';
import { EPOCH_KEYS, type KeyFiles } from './key-files.ts';

/**
 * After a cut, what is left of an epoch lies under names of its own (src/model/piece.ts). Here is where it is found again without the log:
 * whoever destroys an epoch must find all of it, also what a crash left half-made.
 */

/** Key files of an epoch: its own, or those of its pieces. */
export async function keyNamesOf(keys: KeyFiles, epoch: string): Promise<string[]> {
  return (await keys.names(EPOCH_KEYS)).filter((name) => name === epoch || isPieceOf(name, epoch));
}

/** Every name under which something of an epoch lies, and its own id in any case. */
export async function mediaOf(db: Database, keys: KeyFiles, epoch: string): Promise<string[]> {
  const found = new Set([epoch, ...(await keyNamesOf(keys, epoch))]);
  for (const store of ['chunks', 'live'] as const)
    for (const [name] of await db.getAllKeys(store, pieceRange(epoch))) if (isPieceOf(name, epoch)) found.add(name);
  return [...found];
}

/** Rows of an epoch's pieces, but not of the epoch itself. */
export function pieceRange(epoch: string): IDBKeyRange {
  return IDBKeyRange.bound([`${epoch}-`, 0], [`${epoch}-\uffff`, Number.MAX_SAFE_INTEGER]);
}
