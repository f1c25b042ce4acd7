import { namedIn, readableEntries } from '../../src/log/readable.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId, LogId, ParticipantKey } from '../../src/model/id.ts';
import type { DeletionWhy } from '../../src/model/retention.ts';
import type { Judged } from '../../src/session/clock.ts';
import { lastMoment } from '../../src/session/last-moment.ts';
import { NEXT_KEY, nextRow } from '../../src/session/next-row.ts';
import { type Promises, promisesOf } from '../../src/session/promises.ts';
import { latestEnd, overdue, whyOver } from '../../src/session/retention.ts';
import { endedAt, epochsOf } from '../../src/vault/chunks.ts';
import { heldEpochs, isHeld } from '../../src/vault/holds.ts';
import { forgetLongUnmet } from '../../src/vault/met.ts';
import { isQuarantined, quarantined } from '../../src/vault/quarantine.ts';
import { lookAtClock } from './clock-watch.ts';
import { finishCuts } from './cut.ts';
import { deleteEpochs, erasePeople, finishWhatWasMeant } from './deletion.ts';
import type { Desk } from './desk.ts';
import { tellHolds, widenHolds } from './holds.ts';
import { storage } from './storage.ts';

export const RETENTION_ALARM = 'keep-promises';
/** Promises are counted in days. */
export const RETENTION_MINUTES = 360;
/** Once more, when the clock has settled. */
export const SETTLED_ALARM = 'keep-promises-settled';
export const SETTLED_MINUTES = 61;

/**
 * Deletes what was promised to be deleted by now, but for what a legal hold keeps, and not while the date is in doubt or has to settle. Safe to
 * repeat; what a crash cut in two is finished first. now: ms UTC.
 */
export function keepPromises(desk: Desk, now: number): Promise<Judged['may']> {
  const turn = last.then(async () => {
    await tellHolds(desk);
    await finishWhatWasMeant(desk);
    await finishCuts();
    const may = await lookAtClock(now);
    if (may === 'delete') await deleteOverdue(desk, now);
    await noteNext();
    return may;
  });
  last = turn.catch(() => undefined);
  return turn;
}

/** One look after the other: what two do at once, they would do twice. */
let last: Promise<unknown> = Promise.resolve();

/** For the quiet reminder. A log that cannot be read reminds of nothing. */
async function noteNext(): Promise<void> {
  const { db, log: store } = await storage();
  const promises: Promises[] = [];
  for (const { log } of await store.logs()) {
    try {
      promises.push(promisesOf(await store.read(log)));
    } catch (error) {
      console.warn('no date is known of', log, error);
    }
  }
  await db.put('settings', nextRow(promises, await heldEpochs(db)), NEXT_KEY);
}

/** What is over by `now` (ms UTC), which is taken for right. */
export async function deleteOverdue(desk: Desk, now: number): Promise<void> {
  const { db, log: store } = await storage();
  for (const { log, epoch, until } of await quarantined(db)) {
    try {
      if (now >= until) await deleteUnheld(desk, log as LogId, [epoch as EpochId], 'time-over');
    } catch (error) {
      console.error('retention', log, error);
    }
  }
  await forgetLongUnmet(db, now).catch((error: unknown) => console.error('retention of people met', error));
  const logs = new Set((await store.logs()).map(({ log }) => log));
  const named = await namedIn(db);
  for (const log of new Set([...logs, ...named.keys()])) {
    try {
      if (logs.has(log) && (await isWhole(log))) await keepPromise(desk, log as LogId, now);
      else await keepUnproved(desk, log as LogId, named.get(log) ?? [], now);
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
async function keepUnproved(desk: Desk, log: LogId, people: readonly string[], now: number): Promise<void> {
  const { db } = await storage();
  // A time that has not come yet was not written by us.
  const read = (await readableEntries(db, log)).filter(({ at }) => at <= now);
  const entries = read.map(({ entry }) => entry);
  for (const epoch of await epochsOf(db, log)) {
    if (await isQuarantined(db, epoch)) continue;
    if (now >= latestEnd(entries, 'keepDays', (await endedAt(db, epoch)) ?? 0))
      await deleteUnheld(desk, log, [epoch as EpochId], 'time-over');
  }
  if (now < latestEnd(entries, 'proofDays', lastMoment(read))) return;
  await erasePeople(desk, log, people as readonly ParticipantKey[], { why: 'time-over', everybody: true });
}

async function keepPromise(desk: Desk, log: LogId, now: number): Promise<void> {
  const { log: store } = await storage();
  const entries = await store.read(log);
  const due = overdue(entries, now);
  const shortened = new Set(
    promisesOf(entries).epochs.flatMap((kept) => (whyOver(kept) === 'shortened' ? [kept.epoch] : [])),
  );
  for (const why of ['time-over', 'shortened'] as const)
    await deleteUnheld(
      desk,
      log,
      due.epochs.filter((epoch) => shortened.has(epoch) === (why === 'shortened')),
      why,
    );
  if (due.people.length > 0) await erasePeople(desk, log, due.people, { why: 'time-over', everybody: true });
}

async function deleteUnheld(desk: Desk, log: LogId, epochs: readonly EpochId[], why: DeletionWhy): Promise<void> {
  if (epochs.length === 0) return;
  const { db } = await storage();
  await widenHolds(log);
  const free: EpochId[] = [];
  for (const epoch of epochs) if (!(await isHeld(db, { log, epoch }))) free.push(epoch);
  await deleteEpochs(desk, log, free, why);
}
