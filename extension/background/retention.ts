import type { Entry } from '../../src/model/entry.ts';
import type { LogId } from '../../src/model/id.ts';
import { overdue } from '../../src/session/retention.ts';
import { destroyEpoch } from '../../src/vault/chunks.ts';
import type { Desk } from './desk.ts';
import { storage } from './storage.ts';

export const RETENTION_ALARM = 'keep-promises';
/** Promises are counted in days. */
export const RETENTION_MINUTES = 360;

/**
 * Deletes what was promised to be deleted by now. Gone first, then logged: a crash in between finds nothing left to destroy the next
 * time, and logs it then.
 */
export async function keepPromises(desk: Desk, now: number): Promise<void> {
  const { db, keys, log: store } = await storage();
  for (const row of await store.logs()) {
    const log = row.log as LogId;
    const due = overdue(await store.read(log), now);
    const done: Entry[] = [];
    for (const epoch of due.epochs) {
      await destroyEpoch(db, keys, epoch);
      done.push({ kind: 'deleted', epoch, why: 'time-over' });
    }
    for (const person of due.people) await store.erase(log, person);
    if (due.people.length > 0) done.push({ kind: 'deleted', epoch: null, why: 'time-over' });
    if (done.length === 0) continue;
    const session = await desk.session(log);
    await session.commit(() => done.map((entry) => ({ entry, subject: null, disclosures: {} })));
  }
}
