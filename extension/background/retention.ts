import { namedIn, readableEntries } from '../../src/log/readable.ts';
import type { Entry } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId, LogId } from '../../src/model/id.ts';
import { lastMoment, latestEnd, overdue } from '../../src/session/retention.ts';
import { destroyEpoch, endedAt, epochsOf } from '../../src/vault/chunks.ts';
import { forgetLongUnmet } from '../../src/vault/met.ts';
import { isQuarantined, type Quarantined, quarantined } from '../../src/vault/quarantine.ts';
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
  const { db, log: store } = await storage();
  for (const row of await quarantined(db)) {
    try {
      if (now >= row.until) await destroyApart(desk, row);
    } catch (error) {
      console.error('retention', row.log, error);
    }
  }
  await forgetLongUnmet(db, now).catch((error: unknown) => console.error('retention of people met', error));
  const logs = new Set((await store.logs()).map(({ log }) => log));
  const named = await namedIn(db);
  for (const log of new Set([...logs, ...named.keys()])) {
    try {
      if (logs.has(log) && (await isWhole(log))) await keepPromise(desk, log as LogId, now);
      else await keepUnproved(log, named.get(log) ?? [], now);
    } catch (error) {
      // A log that cannot be read keeps no other promise from being kept.
      console.error('retention', log, error);
    }
  }
}

async function isWhole(log: string): Promise<boolean> {
  const { log: store } = await storage();
  try {
    // Of one that was found damaged before, that a promise was kept cannot be logged, whatever can still be read of it.
    await store.checkTail(log);
    await store.read(log);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'damaged') return false;
    throw error;
  }
}

/** No promise to delete ends with a broken log: what can still be read of it binds. That it was kept cannot be logged any more. */
async function keepUnproved(log: string, people: readonly string[], now: number): Promise<void> {
  const { db, keys, log: store } = await storage();
  // A time that has not come yet was not written by us.
  const read = (await readableEntries(db, log)).filter(({ at }) => at <= now);
  const entries = read.map(({ entry }) => entry);
  for (const epoch of await epochsOf(db, log)) {
    if (await isQuarantined(db, epoch)) continue;
    if (now >= latestEnd(entries, 'keepDays', (await endedAt(db, epoch)) ?? 0)) await destroyEpoch(db, keys, epoch);
  }
  if (now < latestEnd(entries, 'proofDays', lastMoment(read))) return;
  for (const person of people) await store.erase(log, person);
}

/** By its own row, because its log may not be readable. One that is says that it was done. */
async function destroyApart(desk: Desk, { log, epoch }: Quarantined): Promise<void> {
  const { db, keys, log: store } = await storage();
  await destroyEpoch(db, keys, epoch);
  if (!(await store.row(log))) return;
  const entry: Entry = { kind: 'deleted', epoch: epoch as EpochId, why: 'time-over' };
  const session = await desk.session(log as LogId);
  await session.commit(() => [{ entry, subject: null, disclosures: {} }]);
}

async function keepPromise(desk: Desk, log: LogId, now: number): Promise<void> {
  const { db, keys, log: store } = await storage();
  const due = overdue(await store.read(log), now);
  const done: Entry[] = [];
  for (const epoch of due.epochs) {
    await destroyEpoch(db, keys, epoch);
    done.push({ kind: 'deleted', epoch, why: 'time-over' });
  }
  for (const person of due.people) await store.erase(log, person);
  if (due.people.length > 0) done.push({ kind: 'deleted', epoch: null, why: 'time-over' });
  if (done.length === 0) return;
  const session = await desk.session(log);
  await session.commit(() => done.map((entry) => ({ entry, subject: null, disclosures: {} })));
}
