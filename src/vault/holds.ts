import type { Database, HoldPart, HoldRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { epochsOf } from './chunks.ts';
import { alone, type DeletionGround } from './deletion-turn.ts';
import { storageFailure } from './storage-error.ts';

/**
 * Legal holds: what must stay although its time is over. The rows here are what counts, whatever the logs say, because also what belongs to a
 * damaged log, to which nothing can be appended, may have to stay. Set and lifted in turn with deletions, in whichever window: what was set first
 * is seen by a deletion that comes after it, and a deletion that has begun is over before a hold is set.
 */

/** One recorded stretch. */
export interface Stretch {
  readonly log: string;
  readonly epoch: string;
}

/** The holds that are in force. */
export async function activeHolds(db: Database): Promise<HoldRow[]> {
  return (await allHolds(db)).filter(isInForce);
}

/** With those that were lifted, the newest first. */
export async function allHolds(db: Database): Promise<HoldRow[]> {
  try {
    return (await db.getAll('holds')).sort((a, b) => b.setAt - a.setAt);
  } catch (error) {
    throw storageFailure(error, 'legal holds could not be read');
  }
}

/** Those that keep a stretch. */
export async function holdsOn(db: Database, { log, epoch }: Stretch): Promise<HoldRow[]> {
  return (await activeHolds(db)).filter((hold) => {
    const parts = partsOf(hold);
    return parts === null || parts.some((part) => part.log === log && keeps(part, epoch));
  });
}

export async function isHeld(db: Database, stretch: Stretch): Promise<boolean> {
  return (await holdsOn(db, stretch)).length > 0;
}

/** Every epoch that must stay, of all logs. */
export async function heldEpochs(db: Database): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const hold of await activeHolds(db))
    for (const { log, epochs } of partsOf(hold) ?? (await everything(db)))
      for (const epoch of epochs ?? (await epochsOf(db, log))) found.add(epoch);
  return found;
}

/** Whose names and words in this log must stay, with the proof that they belong to. */
export async function heldPeople(db: Database, log: string): Promise<(participant: string) => boolean> {
  const holds = (await activeHolds(db)).map(partsOf);
  return (participant) =>
    holds.some(
      (parts) =>
        parts === null ||
        parts.some((part) => part.log === log && (part.people === null || part.people.includes(participant))),
    );
}

/** In force as soon as this resolves. A crash before it leaves no hold; one after it, a hold of which no log tells yet (`untold`). */
export async function setHold(ground: DeletionGround, row: HoldRow): Promise<void> {
  if (row.parts.length === 0) throw new Failure('unexpected', 'a hold over nothing');
  await alone(ground, () => change(ground.db, row.id, () => row));
}

/** The old dates are in force again when this resolves: what is over by then goes with the next look. Null when it was lifted before. */
export async function liftHold(
  ground: DeletionGround,
  id: string,
  { who, why, at }: { readonly who: string; readonly why: string; readonly at: number },
): Promise<HoldRow | null> {
  return alone(ground, () =>
    change(ground.db, id, (before) => {
      if (!before || !isInForce(before)) return null;
      return { ...before, who, why, liftedAt: at, untold: (partsOf(before) ?? []).map(({ log }) => log) };
    }),
  );
}

/**
 * A log tells of it now: that it was set or, as `told` has it, lifted. Of one that was lifted meanwhile it does not tell yet. When all do, a lifted
 * one has its words in them only, where they go with the names.
 */
export async function toldHold(db: Database, told: Pick<HoldRow, 'id' | 'liftedAt'>, log: string): Promise<void> {
  await change(db, told.id, (row) => {
    if (!row || row.liftedAt !== told.liftedAt) return null;
    const untold = row.untold.filter((one) => one !== log);
    const over = !isInForce(row) && untold.length === 0;
    return { ...row, untold, ...(over && { who: '', why: '', matter: '' }) };
  });
}

/** Somebody over whom there is a hold was recorded again in this meeting, or turned out to be another row as well. */
export async function widenHold(db: Database, id: string, part: HoldPart): Promise<void> {
  await change(db, id, (row) => {
    if (!row || !isInForce(row)) return null;
    return { ...row, parts: row.parts.map((before) => (before.log === part.log ? part : before)) };
  });
}

/** Whatever stands there that is no moment lifts nothing. */
function isInForce({ liftedAt }: HoldRow): boolean {
  return !Number.isFinite(liftedAt);
}

/**
 * What a hold keeps; null where that cannot be read any more. Nobody knows then what it was set over, so it keeps everything there is, until
 * somebody lifts it.
 */
export function partsOf({ parts }: { readonly parts: unknown }): readonly HoldPart[] | null {
  return Array.isArray(parts) && parts.length > 0 && parts.every(isPart) ? parts : null;
}

function isPart(part: Partial<Record<keyof HoldPart, unknown>> | null | undefined): boolean {
  return (
    typeof part?.log === 'string' &&
    (part.epochs === null || Array.isArray(part.epochs)) &&
    (part.people === null || Array.isArray(part.people)) &&
    Array.isArray(part.person)
  );
}

/** Of every meeting of which there is a log. */
export async function everything(db: Database): Promise<HoldPart[]> {
  try {
    return (await db.getAllKeys('logs')).map((log) => ({ log, epochs: null, people: null, person: [] }));
  } catch (error) {
    throw storageFailure(error, 'the logs could not be listed');
  }
}

function keeps({ epochs }: HoldPart, epoch: string): boolean {
  return epochs === null || epochs.includes(epoch);
}

/** Read and written in one transaction: what another window does at that moment comes before all of it, or after. Null changes nothing. */
async function change(
  db: Database,
  id: string,
  next: (before: HoldRow | undefined) => HoldRow | null,
): Promise<HoldRow | null> {
  try {
    const tx = db.transaction('holds', 'readwrite', { durability: 'strict' });
    const after = next(await tx.store.get(id));
    if (after) await tx.store.put(after);
    await tx.done;
    return after;
  } catch (error) {
    throw storageFailure(error, 'a legal hold could not be stored');
  }
}
