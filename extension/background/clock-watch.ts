import { CLOCK_KEY, type ClockRow, confirmClock, type Judged, judgeClock } from '../../src/session/clock.ts';
import { storage } from './storage.ts';

/** Where this life of the worker began, by the clock that somebody can set and by the one that nobody can. */
let looked = { wall: Date.now(), steady: performance.now() };

/** Whether what is over by this date may be deleted. What was found out about the clock is kept for the next look. */
export async function lookAtClock(now: number): Promise<Judged['may']> {
  const { db } = await storage();
  const steady = performance.now();
  const drift = now - looked.wall - (steady - looked.steady);
  looked = { wall: now, steady };
  const judged = judgeClock(await clockRow(), { now, newest: await newest(), drift });
  // A crash before it is durable: the next look judges by what was known before, which is no more than this.
  await db.put('settings', judged.row, CLOCK_KEY);
  return judged.may;
}

/** The host has looked at the date, and it is right. */
export async function confirmDate(now: number): Promise<void> {
  const { db } = await storage();
  looked = { wall: now, steady: performance.now() };
  await db.put('settings', confirmClock(await clockRow(), { now, newest: await newest() }), CLOCK_KEY);
}

async function clockRow(): Promise<ClockRow | null> {
  return ((await (await storage()).db.get('settings', CLOCK_KEY)) as ClockRow | undefined) ?? null;
}

async function newest(): Promise<number> {
  const { log: store } = await storage();
  return Math.max(0, ...(await store.logs()).map(({ lastAt }) => lastAt));
}
