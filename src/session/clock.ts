import type { DateDoubt } from '../model/keeping.ts';

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** A computer that was off for longer is asked about. */
const ABSENCE_MS = 60 * DAY_MS;
/** After an absence the clock runs on for so long before it is believed: computers set theirs by the network soon after they start. */
export const STEADY_MS = HOUR_MS;
/** Where the row lies in `settings`. */
export const CLOCK_KEY = 'clock';

/**
 * What is known of this computer's clock. Deleting by a wrong date cannot be undone; not deleting can be made up for.
 *
 *   believed ──it jumped──▶ doubted ──the host confirms, or it is back where it was──▶ believed
 *      ▲                                                                                  │
 *      └──an hour without a jump──── settling ◀──more than a day away─────────────────────┘
 *
 * A clock cannot tell a jump forward from a computer that was off or asleep. Seen while this program runs, against a clock that nobody sets, it is
 * a jump; else up to 60 days are an absence.
 */
export interface ClockRow {
  readonly version: 1;
  /** The newest time that was believed, ms UTC. */
  readonly believed: number;
  /** Since when nothing jumped, ms UTC. */
  readonly steadySince: number;
  /** Entries of logs up to this time, ms UTC, are known to be from a wrong clock, or not to matter. */
  readonly forgiven: number;
  readonly doubt: (DateDoubt & { readonly seen: boolean }) | null;
}

export interface Look {
  /** ms UTC, by the clock of the computer. */
  readonly now: number;
  /** The newest entry of any log, ms UTC. */
  readonly newest: number;
  /** How far it moved against a clock that nobody sets, since this program last looked, ms. */
  readonly drift: number;
}

export interface Judged {
  readonly row: ClockRow;
  readonly may: 'delete' | 'settling' | 'doubted';
}

/** before: null at the first look of all. */
export function judgeClock(before: ClockRow | null, { now, newest, drift }: Look): Judged {
  const known = before ?? { version: 1, believed: now, steadySince: now - STEADY_MS, forgiven: 0, doubt: null };
  const last = Math.max(known.believed, newest > known.forgiven ? newest : 0);
  const away = now - known.believed;
  const seen = Math.abs(drift) > DAY_MS;
  const jumped = seen || last - now > DAY_MS || away > ABSENCE_MS;
  const back = known.doubt !== null && Math.abs(now - known.doubt.from) <= DAY_MS;
  if (jumped || (known.doubt?.seen && !back)) {
    const doubt = { from: known.doubt?.from ?? last, to: now, seen: seen || known.doubt?.seen === true };
    return { row: { ...known, doubt }, may: 'doubted' };
  }
  const settles = known.doubt !== null || away > DAY_MS || now < known.steadySince;
  const steadySince = settles ? now : known.steadySince;
  const row = { ...known, believed: now, steadySince, doubt: null };
  return { row, may: now - steadySince >= STEADY_MS ? 'delete' : 'settling' };
}

/** The host says that the date is right. Whatever was written by another clock before counts no more. */
export function confirmClock(before: ClockRow | null, { now, newest }: Pick<Look, 'now' | 'newest'>): ClockRow {
  const forgiven = Math.max(before?.forgiven ?? 0, newest);
  return { version: 1, believed: now, steadySince: now - STEADY_MS, forgiven, doubt: null };
}
