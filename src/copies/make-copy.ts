import type { CopiedStretch, CopyRow, Database } from '../database/schema.ts';
import type { Note } from '../mask/notes.ts';
import { Failure } from '../model/failure.ts';
import { endedAt } from '../vault/chunks.ts';
import { removeCopy } from '../vault/destroy-copy.ts';
import { createEpochKey, type ForRecipients } from '../vault/epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles } from '../vault/key-files.ts';
import type { Locks } from '../vault/locks.ts';
import { storageFailure } from '../vault/storage-error.ts';
import { sealNotes } from './copy-notes.ts';
import { COPY_MIME, type CopySource, type CopyTask, type MadeCopy } from './copy-task.ts';

export interface CopyGround {
  readonly db: Database;
  readonly keys: KeyFiles;
  readonly locks: Locks;
  readonly forRecipients: ForRecipients;
}

export interface CopyOrder {
  readonly id: string;
  readonly log: string;
  readonly of: readonly CopiedStretch[];
  readonly keepDays: number;
  /** ms UTC; the worker says whether it is not too late. */
  readonly keepUntil: number;
  /** ms UTC */
  readonly at: number;
}

/** What is not done here. */
export interface CopySteps {
  /** That it is opened to be copied is in the log, judged there; then the stretches with their keys. */
  open(): Promise<readonly CopySource[]>;
  /** Notes about these stretches, masked. */
  notes(): Promise<readonly Note[]>;
  make(task: CopyTask): Promise<MadeCopy>;
  /** That it was made is in the log, judged again, and its row says `kept`. */
  log(): Promise<void>;
  /** Nobody knows whether the log was told: whoever can read it decides what becomes of the copy. */
  settle(): Promise<void>;
}

/**
 *   opened ─▶ row `making` ─▶ key ─▶ chunks ─▶ figures, notes ─▶ in the log, row `kept`
 *
 * A crash after the row leaves something that the next start removes by it (unfinishedCopies), because nobody holds its lock any more.
 * Failed or cancelled, nothing of it is left when this rejects, and of the original nothing was ever written.
 */
export async function makeCopy(
  ground: CopyGround,
  order: CopyOrder,
  steps: CopySteps,
  signal: AbortSignal,
): Promise<void> {
  const { db, locks } = ground;
  if (order.of.length === 0) throw new Failure('nothing-chosen');
  const sources = await steps.open();
  await locks.alone(lockOf(order.id), async () => {
    goOn(signal);
    const row = firstRow(order);
    try {
      await put(db, row);
      await fill(ground, row, sources, steps, signal);
    } catch (error) {
      await removeCopy(ground, order.id);
      throw error;
    }
  });
  try {
    await steps.log();
  } catch (error) {
    await steps.settle();
    throw error;
  }
}

async function fill(
  { db, keys, forRecipients }: CopyGround,
  row: CopyRow,
  sources: readonly CopySource[],
  steps: CopySteps,
  signal: AbortSignal,
): Promise<void> {
  const { id, log } = row;
  const key = await createEpochKey(keys, id, forRecipients);
  goOn(signal);
  const made = await steps.make({ id, log, sources, key, endAt: await earliestEnd(db, row) });
  goOn(signal);
  const notes = await sealNotes(key, id, await steps.notes());
  goOn(signal);
  await put(db, { ...row, ...made, notes }, true);
}

function firstRow({ id, log, of, keepDays, keepUntil, at }: CopyOrder): CopyRow {
  return {
    id,
    log,
    state: 'making',
    epochs: [...new Set(of.map(({ epoch }) => epoch))],
    of,
    createdAt: at,
    keepDays,
    keepUntil,
    mime: COPY_MIME,
    chunks: 0,
    bytes: 0,
    ms: 0,
    lastHash: '',
    notes: null,
  };
}

/** Where a log cannot be read any more, what is stored is deleted by its own age (background/retention.ts): a copy by that of its original. */
async function earliestEnd(db: Database, { epochs, createdAt }: CopyRow): Promise<number> {
  const ends = await Promise.all(epochs.map((epoch) => endedAt(db, epoch)));
  return Math.min(createdAt, ...ends.flatMap((end) => end ?? []));
}

/** again: only where it still lies there. Who deletes the original meanwhile deletes the row, and it does not come back. */
async function put(db: Database, row: CopyRow, again = false): Promise<void> {
  try {
    const tx = db.transaction('copies', 'readwrite');
    const gone = again && (await tx.store.get(row.id)) === undefined;
    if (!gone) await tx.store.put(row);
    await tx.done;
    if (gone) throw new Failure('key-missing', row.id);
  } catch (error) {
    throw storageFailure(error, 'a copy could not be stored');
  }
}

function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}

/** Held by whoever makes the copy, until it is whole or gone; the browser lets go of it however their page ends. */
export function lockOf(copy: string): string {
  return `ask-to-record/copy/${copy}`;
}

/** Copies that were begun, and those that were being deleted when everything stopped: not whole, or without a key. */
export async function unfinishedCopies({ db, keys }: Pick<CopyGround, 'db' | 'keys'>): Promise<CopyRow[]> {
  const found: CopyRow[] = [];
  for (const row of await db.getAll('copies'))
    if (row.state === 'making' || !(await keys.get(EPOCH_KEYS, row.id))) found.push(row);
  return found;
}
