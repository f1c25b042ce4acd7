import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { DeletionWhy } from '../model/retention.ts';
import { alone, type DeletionGround } from './deletion-turn.ts';
import { removeCopy, removeMedia } from './destroy-copy.ts';
import { isHeld } from './holds.ts';
import { EPOCH_KEYS, type KeyFiles } from './key-files.ts';
import { keyNamesOf, mediaOf } from './media-names.ts';
import { forgetQuarantine } from './quarantine.ts';
import { destroyReviews } from './reviews.ts';
import { storageFailure } from './storage-error.ts';

/**
 * The one way in which recorded stretches are deleted, whoever wants it.
 *
 *   meant ──keys──▶ unreadable ──media, copies, notes──▶ gone ──told──▶ (nothing left to do)
 *
 * That it is meant is stored first; a crash anywhere leaves that, and `finishDeletions` goes on from the beginning: every step may be repeated.
 */
export interface MeantDeletion {
  readonly version: 1;
  readonly log: string;
  readonly epoch: string;
  readonly why: DeletionWhy;
}

/** Writes the `deleted` entries, once each, as far as the log can be written at all. */
export type TellDeleted = (log: string, epochs: readonly string[], why: DeletionWhy) => Promise<void>;

/** Tells the log which of an epoch's names can still be opened, where a hold keeps what a deletion that was broken off had left. */
export type TellLost = (log: string, epoch: string, left: readonly string[], why: DeletionWhy) => Promise<void>;

const PREFIX = 'deleting/';

/**
 * Key, media, masked copies and notes of these stretches are gone when this resolves, and their log says so. Failure('held') when a hold keeps any
 * of them, and then nothing is touched. Failure('disk-full' | 'storage-failed') when it could not be finished: it will be, later.
 */
export async function destroyEpochs(
  ground: DeletionGround,
  { log, epochs, why }: { readonly log: string; readonly epochs: readonly string[]; readonly why: DeletionWhy },
  tell: TellDeleted,
): Promise<void> {
  if (epochs.length === 0) return;
  await alone(ground, async () => {
    for (const epoch of epochs) if (await isHeld(ground.db, { log, epoch })) throw new Failure('held', epoch);
    await mean(
      ground.db,
      epochs.map((epoch) => ({ version: 1, log, epoch, why })),
    );
    for (const epoch of epochs) await destroy(ground, epoch);
    await tell(log, epochs, why);
    await settled(ground.db, epochs);
  });
}

/** What was meant to be deleted before a crash. Where a hold was set since, it stays, as far as any of it can still be opened. */
export async function finishDeletions(ground: DeletionGround, tell: TellDeleted, tellLost: TellLost): Promise<void> {
  await alone(ground, async () => {
    for (const deletion of await meantDeletions(ground.db)) {
      try {
        await finish(ground, deletion, tell, tellLost);
      } catch (error) {
        // One that cannot be finished now keeps no other from being.
        console.error('a deletion is not finished yet', deletion, error);
      }
    }
  });
}

async function finish(
  ground: DeletionGround,
  { log, epoch, why }: MeantDeletion,
  tell: TellDeleted,
  tellLost: TellLost,
): Promise<void> {
  const left = await wholeKeys(ground.keys, epoch);
  if (left.length > 0 && (await isHeld(ground.db, { log, epoch }))) {
    // A crash before it is settled finds the log told, and nothing more to tell.
    await tellLost(log, epoch, left, why);
  } else {
    await destroy(ground, epoch);
    await tell(log, [epoch], why);
  }
  await settled(ground.db, [epoch]);
}

/** Names of what can still be opened: a crash may have left a key that is overwritten, and not removed yet. */
async function wholeKeys(keys: KeyFiles, epoch: string): Promise<string[]> {
  const whole: string[] = [];
  for (const name of await keyNamesOf(keys, epoch)) if (await keys.get(EPOCH_KEYS, name)) whole.push(name);
  return whole;
}

export async function meantDeletions(db: Database): Promise<MeantDeletion[]> {
  return (await db.getAll('settings', IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`))) as MeantDeletion[];
}

/** Keys first: a crash after that leaves ciphertext that nobody can open. */
async function destroy({ db, keys }: DeletionGround, epoch: string): Promise<void> {
  try {
    const copies = (await db.getAll('copies')).filter(({ epochs }) => epochs.includes(epoch)).map(({ id }) => id);
    const media = await mediaOf(db, keys, epoch);
    for (const one of [...media, ...copies]) await keys.destroy(EPOCH_KEYS, one);
    for (const one of media) await removeMedia(db, one);
    for (const copy of copies) await removeCopy({ db, keys }, copy);
    await destroyReviews(db, keys, epoch);
    await forgetQuarantine(db, epoch);
  } catch (error) {
    throw storageFailure(error, 'epoch could not be destroyed');
  }
}

async function mean(db: Database, deletions: readonly MeantDeletion[]): Promise<void> {
  try {
    const tx = db.transaction('settings', 'readwrite', { durability: 'strict' });
    for (const deletion of deletions) await tx.store.put(deletion, PREFIX + deletion.epoch);
    await tx.done;
  } catch (error) {
    const failure = storageFailure(error, 'a deletion could not be begun');
    // There is room again when it is done. A crash meanwhile is made up for by whoever wanted it.
    if (failure.code !== 'disk-full') throw failure;
  }
}

async function settled(db: Database, epochs: readonly string[]): Promise<void> {
  for (const epoch of epochs) await db.delete('settings', PREFIX + epoch);
}
