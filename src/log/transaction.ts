import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Database, Schema } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';

/** The part of an idb transaction that ending it takes. */
interface Ending {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/** Gives a transaction up and waits until it is gone; nothing of it is stored. One that is over already stays over. */
export async function giveUp(transaction: Ending): Promise<void> {
  const gone = Promise.allSettled([transaction.done]);
  try {
    transaction.abort();
  } catch (error) {
    if (nameOf(error) !== 'InvalidStateError') throw error;
  }
  await gone;
}

/** What a storage error is for the person: 'disk-full' for a quota, else 'storage-failed'. A Failure stays what it is. */
export function storageFailure(error: unknown, transaction: Pick<Ending, 'error'> | null = null): Failure {
  if (error instanceof Failure) return error;
  const full = nameOf(error) === 'QuotaExceededError' || nameOf(transaction?.error) === 'QuotaExceededError';
  return new Failure(full ? 'disk-full' : 'storage-failed', nameOf(error), { cause: error });
}

/** Runs one storage step and turns what it throws into a Failure. */
export async function stored<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw storageFailure(error);
  }
}

/** One readwrite transaction over one store, durable when it resolves. `work` awaits nothing but requests of that store. */
export async function inStore<S extends StoreNames<Schema>, T>(
  db: Database,
  name: S,
  work: (store: IDBPObjectStore<Schema, [S], S, 'readwrite'>) => Promise<T>,
): Promise<T> {
  const tx = await stored(async () => db.transaction(name, 'readwrite', { durability: 'strict' }));
  try {
    const result = await work(tx.store);
    await tx.done;
    return result;
  } catch (error) {
    await giveUp(tx);
    throw storageFailure(error, tx);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
