import { lockOf, unfinishedCopies } from '../../src/copies/make-copy.ts';
import type { CopyRow } from '../../src/database/schema.ts';
import type { CopiesToWorker } from '../../src/messages/copies-to-worker.ts';
import type { Entry, EntryOf } from '../../src/model/entry.ts';
import { Failure, type FailureCode, type Outcome } from '../../src/model/failure.ts';
import type { CopyId, EpochId, LogId } from '../../src/model/id.ts';
import type { Judged } from '../../src/session/clock.ts';
import { copyEnd, isCopyKept } from '../../src/session/copies.ts';
import { isForTraining } from '../../src/session/trainable.ts';
import { destroyCopy, removeCopy } from '../../src/vault/destroy-copy.ts';
import { EPOCH_KEYS } from '../../src/vault/key-files.ts';
import { isQuarantined } from '../../src/vault/quarantine.ts';
import type { Desk } from './desk.ts';
import { widenHolds } from './holds.ts';
import { storage } from './storage.ts';

/** A copy is made in a page, and counts when it is in the log; who may have one, and for how long, is judged here. */
export async function answerCopies(desk: Pick<Desk, 'session'>, message: CopiesToWorker): Promise<Outcome<null>> {
  const { log, copy } = message;
  try {
    switch (message.ask) {
      case 'copy-made':
        await madeCopy(desk, log as LogId, copy);
        break;
      case 'delete-copy':
        await deleteCopy(desk, log as LogId, copy, 'by-hand');
        break;
      case 'settle-copy':
        await settleCopy(copy);
        break;
      default:
        message satisfies never;
    }
    return { ok: true, value: null };
  } catch (error) {
    console.warn('a copy:', error);
    return { ok: false, code: error instanceof Failure ? error.code : 'unexpected' };
  }
}

/** For training, and only where everybody in all of it agreed to that, by the log of this moment. The log first, then the row: a crash in between finds the copy in the log, and the next start lets it stay. */
async function madeCopy(desk: Pick<Desk, 'session'>, log: LogId, copy: CopyId): Promise<void> {
  const { db, log: store } = await storage();
  const row = await rowOf(log, copy);
  if (row.state !== 'making') return;
  const entries = await store.read(log);
  const epochs = row.epochs as readonly EpochId[];
  if (!isForTraining(entries, epochs)) throw new Failure('purpose-refused', copy);
  const end = copyEnd(entries, epochs, row.keepDays, row.createdAt);
  if (end === null) throw new Failure('nothing-recorded', copy);
  for (const epoch of epochs) if (await isQuarantined(db, epoch)) throw new Failure('quarantined', copy);
  if (!(await isWhole(row))) throw new Failure('damaged', copy);
  const { keepDays, chunks, bytes, ms, lastHash } = row;
  const of = row.of.map(({ epoch, from, to }) => ({ epoch: epoch as EpochId, from, to }));
  await append(desk, log, { kind: 'copy-made', copy, of, keepDays, chunks, bytes, ms, lastHash });
  await db.put('copies', { ...row, state: 'kept', keepUntil: end });
}

/** What the row says lies there. */
async function isWhole({ id, chunks, lastHash }: CopyRow): Promise<boolean> {
  const { db, keys: files } = await storage();
  if (!(await files.get(EPOCH_KEYS, id))) return false;
  const keys = await db.getAllKeys('chunks', IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
  const last = keys.at(-1);
  return keys.length === chunks && last !== undefined && (await db.get('chunks', last))?.hash === lastHash;
}

/** Gone first, then logged, as with recordings. Failure('held') while a hold keeps what it was made of. */
async function deleteCopy(
  desk: Pick<Desk, 'session'>,
  log: LogId,
  copy: CopyId,
  why: EntryOf<'copy-deleted'>['why'],
): Promise<void> {
  const { log: store } = await storage();
  await rowOf(log, copy);
  await widenHolds(log);
  await destroyCopy(await storage(), copy);
  if (!isCopyKept(await store.read(log), copy)) return;
  await append(desk, log, { kind: 'copy-deleted', copy, why });
}

async function rowOf(log: LogId, copy: CopyId): Promise<CopyRow> {
  const row = await (await storage()).db.get('copies', copy);
  if (row?.log !== log) throw new Failure('nothing-recorded', copy);
  return row;
}

async function append(desk: Pick<Desk, 'session'>, log: LogId, entry: Entry): Promise<void> {
  const done = await (await desk.session(log)).commit(() => [{ entry, subject: null, disclosures: {} }]);
  if (done.ok !== true) throw new Failure(codeOf(done), 'a copy could not be logged');
}

function codeOf(done: { readonly ok: 'later' } | { readonly ok: false; readonly code: FailureCode }): FailureCode {
  return done.ok === 'later' ? 'storage-failed' : done.code;
}

/** Null where it may be opened; otherwise why not. */
export async function whyNotOpen(log: LogId, copy: CopyId, epochs: readonly EpochId[]): Promise<FailureCode | null> {
  const row = await rowOf(log, copy).catch((error: unknown) => error as Failure);
  if (row instanceof Error) return row instanceof Failure ? row.code : 'unexpected';
  const { db } = await storage();
  for (const epoch of epochs) if (await isQuarantined(db, epoch)) return 'quarantined';
  const same = row.epochs.length === epochs.length && row.epochs.every((epoch) => epochs.includes(epoch as EpochId));
  return row.state === 'kept' && same ? null : 'nothing-recorded';
}

/** At every start: what was begun or half deleted when everything stopped is finished or removed, unless a page is at work with it. */
export async function clearCopies(): Promise<void> {
  const { db, keys } = await storage();
  for (const { id } of await unfinishedCopies({ db, keys }))
    await settleCopy(id as CopyId).catch((error: unknown) => console.error('a copy', id, error));
}

async function settleCopy(copy: CopyId): Promise<void> {
  await navigator.locks.request(lockOf(copy), { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const { db, keys, log: store } = await storage();
    const row = (await unfinishedCopies({ db, keys })).find(({ id }) => id === copy);
    if (!row) return;
    const known = (await store.row(row.log)) ? isCopyKept(await store.read(row.log), copy) : false;
    if (known && (await keys.get(EPOCH_KEYS, copy))) await db.put('copies', { ...row, state: 'kept' });
    else await removeCopy({ db, keys }, copy);
  });
}

/**
 * Copies of which the own time is over. One that a hold keeps waits for the next look, and all of them while the clock is in doubt, as
 * recordings do. now: ms UTC.
 */
export async function keepCopies(desk: Pick<Desk, 'session'>, now: number, may: Judged['may']): Promise<void> {
  const { db } = await storage();
  await clearCopies();
  if (may !== 'delete') return;
  for (const { id, log, keepUntil } of await db.getAll('copies')) {
    if (now < keepUntil) continue;
    try {
      await deleteCopy(desk, log as LogId, id as CopyId, 'time-over');
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'held')) console.error('retention of a copy', id, error);
    }
  }
}
