import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { PiecesOfEpoch } from '../model/piece.ts';
import { alone, type DeletionGround } from './deletion-turn.ts';
import { removeCopy, removeMedia } from './destroy-copy.ts';
import { isHeld } from './holds.ts';
import { EPOCH_KEYS } from './key-files.ts';
import { mediaOf } from './media-names.ts';
import { destroyReviewsWithin } from './reviews.ts';
import { storageFailure } from './storage-error.ts';

/**
 * A stretch of an epoch goes, the rest stays: the second half of a cut, when what is left was written and lies there.
 *
 *   written ──told──▶ cut ──keys of before──▶ unreadable ──media, notes, copies──▶ gone
 *
 * Before it is told, what was written is nothing, and the recording is as it was; after it, what was cut is nothing. A mark says that
 * somebody is at it, so that a crash anywhere is found and finished, in whichever direction.
 */
export interface CutStretch {
  readonly epoch: string;
  /** ms of the epoch as it was recorded. */
  readonly from: number;
  readonly to: number;
  /** What stays of the epoch, by name. */
  readonly left: readonly string[];
}

/** One that is in the log already. at: ms UTC; what was made later was not made of it. */
export interface ToldCut extends CutStretch {
  readonly at: number;
}

const PREFIX = 'cutting/';

/** One window at a time, from before the first byte is written until the mark is gone. */
export function cutTurn(log: string): string {
  return `ask-to-record/cut/${log}`;
}

/** Before the first byte is written. */
export async function meanCut(db: Database, log: string): Promise<void> {
  try {
    await db.put('settings', { version: 1, log }, PREFIX + log);
  } catch (error) {
    throw storageFailure(error, 'a cut could not be begun');
  }
}

export async function settledCut(db: Database, log: string): Promise<void> {
  await db.delete('settings', PREFIX + log);
}

/** Logs in which a cut was begun, and perhaps not finished. */
export async function meantCuts(db: Database): Promise<string[]> {
  const keys = await db.getAllKeys('settings', IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`));
  return keys.map((key) => key.slice(PREFIX.length));
}

/**
 * Tells the log, and destroys what was cut. Failure('held') when a hold keeps any of it; nothing is told or destroyed then, nor when `tell` rejects. When
 * it rejects after `tell`, the rest goes later.
 */
export async function cutStretches(
  ground: DeletionGround,
  log: string,
  cuts: readonly CutStretch[],
  tell: () => Promise<number>,
): Promise<void> {
  await alone(ground, async () => {
    for (const { epoch } of cuts) if (await isHeld(ground.db, { log, epoch })) throw new Failure('held', epoch);
    const at = await tell();
    for (const cut of cuts) await destroy(ground, { ...cut, at });
  });
}

/** Of a log: what no entry names any more goes, and what none names yet because something came between. Safe to repeat. */
export async function finishCutsOf(
  ground: DeletionGround,
  log: string,
  read: () => Promise<{ readonly told: readonly ToldCut[]; readonly pieces: ReadonlyMap<string, PiecesOfEpoch> }>,
): Promise<void> {
  await alone(ground, async () => {
    // Not before it is our turn: somebody may be telling the log of it right now.
    const { told, pieces } = await read();
    for (const cut of told) await destroy(ground, cut);
    for (const [epoch, { pieces: named, cuts }] of pieces) {
      const left = new Set(named.map(({ media }) => media));
      if (cuts === 0) left.add(epoch);
      for (const name of await mediaOf(ground.db, ground.keys, epoch)) if (!left.has(name)) await remove(ground, name);
    }
    await settledCut(ground.db, log);
  });
}

/** Keys first, as everywhere. */
async function destroy(ground: DeletionGround, { epoch, from, to, left, at }: ToldCut): Promise<void> {
  const { db, keys } = ground;
  try {
    for (const name of await mediaOf(db, keys, epoch)) if (!left.includes(name)) await remove(ground, name);
    await destroyReviewsWithin(db, epoch, from, to);
    for (const copy of await db.getAll('copies')) {
      const overlaps = copy.of.some((part) => part.epoch === epoch && part.from < to && from < part.to);
      if (overlaps && copy.createdAt <= at) await removeCopy({ db, keys }, copy.id);
    }
  } catch (error) {
    throw storageFailure(error, 'what was cut could not be destroyed');
  }
}

async function remove({ db, keys }: DeletionGround, name: string): Promise<void> {
  await keys.destroy(EPOCH_KEYS, name);
  await removeMedia(db, name);
}
