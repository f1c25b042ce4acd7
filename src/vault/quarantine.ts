import type { Database } from '../database/schema.ts';
import { epochOfMedia } from '../model/piece.ts';
import { storageFailure } from './storage-error.ts';

/**
 * Epochs whose consent cannot be proved any more. Their chunks stay where they are until their promised end, so that nothing is destroyed
 * that somebody may have to look into, but no reader of this program opens them again: neither to play nor to save. Nothing takes an epoch out of
 * quarantine, also not a log that reads well again: what happened to it meanwhile nobody knows.
 */
export interface Quarantined {
  readonly version: 1;
  readonly epoch: string;
  readonly log: string;
  /** ms UTC */
  readonly at: number;
  /** ms UTC: when it must be destroyed all the same, because no promise to delete ends with a broken log. */
  readonly until: number;
  /** damaged: the log does not read as it was written. no-consent: it does, but does not hold what the epoch rests on. */
  readonly why: 'damaged' | 'no-consent';
}

const PREFIX = 'quarantine/';

/** Set apart and gate closed in one transaction: a crash before it leaves the epoch for the next look, a crash after it changes nothing. */
export async function quarantine(db: Database, row: Quarantined): Promise<void> {
  try {
    const tx = db.transaction(['settings', 'gates'], 'readwrite', { durability: 'strict' });
    const settings = tx.objectStore('settings');
    if ((await settings.get(PREFIX + row.epoch)) === undefined) await settings.put(row, PREFIX + row.epoch);
    const gate = await tx.objectStore('gates').get(row.log);
    if (gate?.epoch === row.epoch) {
      // Whatever may still record finds it closed, and nothing of what comes now is kept.
      await tx.objectStore('gates').put({ ...gate, state: 'closed', cutAfter: 0 });
    }
    await tx.done;
  } catch (error) {
    throw storageFailure(error, 'epoch could not be set apart');
  }
}

export async function quarantined(db: Database): Promise<Quarantined[]> {
  return (await db.getAll('settings', IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`))) as Quarantined[];
}

/** Also by the name of a piece that is left of the epoch after a cut. */
export async function isQuarantined(db: Database, epoch: string): Promise<boolean> {
  return (await db.get('settings', PREFIX + epochOfMedia(epoch))) !== undefined;
}

/** With the epoch itself, when it is destroyed. */
export async function forgetQuarantine(db: Database, epoch: string): Promise<void> {
  await db.delete('settings', PREFIX + epoch);
}
