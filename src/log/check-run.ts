import type { LogRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { CheckedLog, Damage } from '../model/log-check.ts';
import { checkedOf, DEVICE_LOG, keepChecked, keepStanding, standing } from './checked.ts';
import { deviceCheck } from './device-check.ts';
import { CHECK_START, type CheckPlace, type FullCheckTools, fullCheck } from './full-check.ts';
import { closeGate, markDamaged } from './rows.ts';
import { stored } from './transaction.ts';

export interface CheckOrder {
  readonly tools: FullCheckTools;
  /** ms UTC */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Entries looked at so far, of all that will be. */
  readonly progress: (done: number, total: number) => void;
}

/** Not recorded, not asked for: a log is looked at again after this, because disks forget too. */
const AGAIN_MS = 7 * 86_400_000;
/** Between two notes of where a check stands. */
const NOTE_PAGES = 8;

/** Somebody asked: these logs, each from its first entry on, and the device log. Failure('cancelled') after an abort; what was found by then is kept. */
export async function checkNow(order: CheckOrder, rows: readonly LogRow[]): Promise<readonly Damage[]> {
  const { db } = order.tools;
  const leaves = await stored(() => db.count('device'));
  const total = rows.reduce((sum, { size }) => sum + size, leaves);
  const damage: Damage[] = [];
  let before = 0;
  order.progress(0, total);
  for (const row of rows) {
    const base = before;
    damage.push(...(await checkOne(order, row, CHECK_START, (place) => order.progress(base + place.link.size, total))));
    before += row.size;
  }
  damage.push(...(await checkDevice(order, (done) => order.progress(before + done, total))));
  return damage;
}

/**
 * In the background: goes on where it stood, then with whatever has grown or was not looked at for long, the longest first. It ends when
 * all is done, or with the signal, and is then gone on with the next time.
 */
export async function checkOn(order: CheckOrder): Promise<void> {
  const { db } = order.tools;
  const stood = await standing(db);
  const rows = await stored(() => db.getAll('logs'));
  const found = await Promise.all(rows.map(async (row) => ({ row, checked: await checkedOf(db, row.log) })));
  const due = found
    .filter(({ row, checked }) => row.log === stood?.log || isDue(checked, row.size, order.now()))
    .sort((a, b) => rank(a, stood?.log) - rank(b, stood?.log));
  try {
    for (const { row } of due) {
      const from = stood?.log === row.log && stood.place.link.size <= row.size ? stood.place : CHECK_START;
      let pages = 0;
      await checkOne(order, row, from, async (place) => {
        order.progress(place.link.size, row.size);
        pages += 1;
        if (pages % NOTE_PAGES === 0 || order.signal.aborted) await keepStanding(db, { log: row.log, place });
      });
      await keepStanding(db, null);
    }
    const device = await checkedOf(db, DEVICE_LOG);
    if (isDue(device, await stored(() => db.count('device')), order.now())) await checkDevice(order, () => undefined);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'cancelled')) throw error;
  }
}

function rank({ row, checked }: { row: LogRow; checked: CheckedLog | null }, stood: string | undefined): number {
  return row.log === stood ? Number.NEGATIVE_INFINITY : (checked?.at ?? 0);
}

function isDue(checked: CheckedLog | null, size: number, now: number): boolean {
  return checked === null || checked.size !== size || now - checked.at >= AGAIN_MS || checked.at > now;
}

async function checkOne(
  order: CheckOrder,
  row: LogRow,
  from: CheckPlace,
  at: (place: CheckPlace) => void | Promise<void>,
): Promise<readonly Damage[]> {
  const { db } = order.tools;
  const check = fullCheck(order.tools, row, from);
  goOn(order.signal);
  for (;;) {
    const next = await check.next();
    if (next.done) {
      // A crash before this costs the check; after it, what is damaged is not appended to, and nothing of it is recorded any more.
      await keepChecked(db, row.log, { at: order.now(), size: row.size, damage: next.value });
      if (next.value.length > 0) await close(order, row.log);
      return next.value;
    }
    await at(next.value);
    goOn(order.signal);
  }
}

/** First the mark: whoever appends after it is told, and whoever records is stopped by the row that each chunk asks. */
async function close({ tools: { db } }: CheckOrder, log: string): Promise<void> {
  await markDamaged(db, log);
  await closeGate(db, log, { cutAfter: null, reasons: ['capture-failed'] });
}

async function checkDevice(order: CheckOrder, at: (done: number) => void): Promise<readonly Damage[]> {
  const { db, key, verify } = order.tools;
  if (!key) return [];
  const check = deviceCheck(db, key, verify);
  let size = 0;
  for (;;) {
    const next = await check.next();
    if (next.done) {
      await keepChecked(db, DEVICE_LOG, { at: order.now(), size, damage: next.value });
      return next.value;
    }
    size = next.value;
    at(size);
    goOn(order.signal);
  }
}

function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled', '', { cause: signal.reason });
}
