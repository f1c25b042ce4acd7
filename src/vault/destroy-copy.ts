import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { alone, type DeletionGround } from './deletion-turn.ts';
import { isHeld } from './holds.ts';
import { EPOCH_KEYS, type KeyFiles } from './key-files.ts';
import { storageFailure } from './storage-error.ts';

/** A masked copy alone, by hand or because its own time is over. Failure('held') while a hold keeps what it was made of. */
export async function destroyCopy(ground: DeletionGround, id: string): Promise<void> {
  await alone(ground, async () => {
    try {
      const copy = await ground.db.get('copies', id);
      for (const epoch of copy?.epochs ?? [])
        if (copy && (await isHeld(ground.db, { log: copy.log, epoch }))) throw new Failure('held', id);
      await removeCopy(ground, id);
    } catch (error) {
      throw storageFailure(error, 'a copy could not be destroyed');
    }
  });
}

/** The row goes last: as long as it is there, what is left of the copy is found again. */
export async function removeCopy(
  { db, keys }: { readonly db: Database; readonly keys: KeyFiles },
  id: string,
): Promise<void> {
  await keys.destroy(EPOCH_KEYS, id);
  await removeMedia(db, id);
  await db.delete('copies', id);
}

export async function removeMedia(db: Database, epoch: string): Promise<void> {
  const all = IDBKeyRange.bound([epoch, 0], [epoch, Number.MAX_SAFE_INTEGER]);
  await db.delete('live', all);
  await db.delete('chunks', all);
}
