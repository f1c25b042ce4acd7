import type { Database, MetRow } from '../database/schema.ts';
import { PLACE_CODE, PLACES_MAX } from '../model/requirement.ts';
import { storageFailure } from './storage-error.ts';

/**
 * Where people are who let the host remember it. Kept for a year since they were last met; what cannot be read says nothing, and
 * who is not known counts as being under the strictest rule.
 */
export const MET_DAYS = 365;
const DAY_MS = 86_400_000;

/** person: keyed hash of their account. now: ms UTC. */
export async function rememberMet(db: Database, person: string, places: readonly string[], now: number): Promise<void> {
  try {
    await db.put('met', { person, places, day: dayOf(now) });
  } catch (error) {
    throw storageFailure(error, 'a place could not be remembered');
  }
}

/** Of somebody who is not remembered, nothing happens. */
export async function forgetMet(db: Database, person: string): Promise<void> {
  try {
    await db.delete('met', person);
  } catch (error) {
    throw storageFailure(error, 'a place could not be forgotten');
  }
}

/** Where somebody said that they are, and from now they are kept for another year; none when nothing is remembered that can be relied on. */
export async function recallMet(db: Database, person: string, now: number): Promise<readonly string[]> {
  try {
    const tx = db.transaction('met', 'readwrite', { durability: 'strict' });
    const row = await tx.store.get(person);
    const known = row !== undefined && isReadable(row) && isKept(row, now);
    if (known) await tx.store.put({ ...row, day: dayOf(now) });
    await tx.done;
    return known ? row.places : [];
  } catch (error) {
    throw storageFailure(error, 'what is remembered could not be read');
  }
}

/** Deletes whom nobody has met for a year, and what cannot be read. */
export async function forgetLongUnmet(db: Database, now: number): Promise<void> {
  try {
    const tx = db.transaction('met', 'readwrite', { durability: 'strict' });
    for await (const cursor of tx.store)
      if (!isReadable(cursor.value) || !isKept(cursor.value, now)) await cursor.delete();
    await tx.done;
  } catch (error) {
    throw storageFailure(error, 'what is remembered too long could not be deleted');
  }
}

function dayOf(now: number): number {
  return Math.floor(now / DAY_MS);
}

/** A day that has not come yet was written by a clock that is wrong now or was then: it binds nobody. */
function isKept({ day }: MetRow, now: number): boolean {
  const today = dayOf(now);
  return day <= today && today - day <= MET_DAYS;
}

/** Rows come from the disk, where anything may have happened to them. */
function isReadable({ places, day }: MetRow): boolean {
  return (
    Number.isSafeInteger(day) &&
    Array.isArray(places) &&
    places.length > 0 &&
    places.length <= PLACES_MAX &&
    places.every((place: unknown) => typeof place === 'string' && PLACE_CODE.test(place))
  );
}
