import type { Database, RequestRow } from '../database/schema.ts';
import { storageFailure } from './storage-error.ts';

/** All requests of all meetings, the newest first. */
export async function requestRows(db: Database): Promise<RequestRow[]> {
  try {
    return (await db.getAll('requests')).sort((a, b) => b.at - a.at || b.index - a.index);
  } catch (error) {
    throw storageFailure(error, 'requests could not be read');
  }
}

/** Writes what a log says. One that was begun stays so until the log says that it has ended. A crash before it is durable leaves what was there. */
export async function keepRequests(db: Database, rows: readonly RequestRow[]): Promise<void> {
  if (rows.length === 0) return;
  try {
    const tx = db.transaction('requests', 'readwrite', { durability: 'strict' });
    for (const row of rows) {
      const before = await tx.store.get(row.id);
      const doing = before?.state === 'doing' && row.state === 'open';
      await tx.store.put(doing ? { ...row, state: 'doing' } : row);
    }
    await tx.done;
  } catch (error) {
    throw storageFailure(error, 'requests could not be kept');
  }
}

/** It is being done from now on (or, false, it is open again): whoever finds it so after a crash goes on with it. */
export async function markDoing(db: Database, id: string, doing = true): Promise<void> {
  try {
    const tx = db.transaction('requests', 'readwrite', { durability: 'strict' });
    const row = await tx.store.get(id);
    if (row && row.endedAt === null) await tx.store.put({ ...row, state: doing ? 'doing' : 'open' });
    await tx.done;
  } catch (error) {
    throw storageFailure(error, 'a request could not be begun');
  }
}
