import type { HoldRow } from '../../src/database/schema.ts';
import { readableEntries } from '../../src/log/readable.ts';
import type { Draft, Entry } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import { type EpochId, type HoldId, ID_BYTES, idOf, type LogId } from '../../src/model/id.ts';
import type { HoldWanted } from '../../src/model/keeping.ts';
import { partOf } from '../../src/session/holding.ts';
import type { Session } from '../../src/session/session.ts';
import { activeHolds, allHolds, liftHold, partsOf, setHold, toldHold, widenHold } from '../../src/vault/holds.ts';
import type { Desk } from './desk.ts';
import { randomBytes, storage } from './storage.ts';

/** Who does it and why: both are asked for, and both go into the logs. */
export interface HoldWords {
  readonly who: string;
  readonly why: string;
}

/** In force when this resolves. Failure when a log could not tell of it: it is in force all the same, and the log is told later. */
export async function orderHold(
  desk: Desk,
  wanted: HoldWanted,
  words: HoldWords & { readonly matter: string },
): Promise<void> {
  const parts = await Promise.all(
    logsOf(wanted).map(async (log) => partOf(shareOf(wanted, log), log, await entriesOf(log))),
  );
  const row: HoldRow = {
    id: idOf('hold', randomBytes(ID_BYTES)),
    over: wanted.over,
    ...words,
    setAt: Date.now(),
    liftedAt: null,
    parts,
    untold: parts.map(({ log }) => log),
  };
  await setHold(await storage(), row);
  await tell(desk, row);
}

/** A matter is lifted as a whole, also what was added to it later. */
export async function orderLift(desk: Desk, id: HoldId, words: HoldWords): Promise<void> {
  const ground = await storage();
  const active = await activeHolds(ground.db);
  const wanted = active.find((hold) => hold.id === id);
  if (!wanted) return;
  const isWanted = (hold: HoldRow) => hold.id === id || (wanted.over === 'matter' && hold.matter === wanted.matter);
  const lifted: HoldRow[] = [];
  for (const hold of active.filter(isWanted)) {
    const row = await liftHold(ground, hold.id, { ...words, at: Date.now() });
    if (row) lifted.push(row);
  }
  for (const row of lifted) await tell(desk, row);
}

/** Holds of which a crash kept a log from telling. */
export async function tellHolds(desk: Desk): Promise<void> {
  const { db } = await storage();
  for (const row of await allHolds(db)) {
    if (row.untold.length === 0) continue;
    await tell(desk, row).catch((error: unknown) => console.error('a legal hold is not logged yet', row.id, error));
  }
}

/** A hold over a person covers what they were recorded in since, too. Before anything of this meeting is deleted. */
export async function widenHolds(log: LogId): Promise<void> {
  const { db } = await storage();
  for (const hold of await activeHolds(db)) {
    const part = partsOf(hold)?.find((one) => one.log === log && one.person.length > 0);
    if (!part) continue;
    const wider = partOf({ person: part.person }, log, await entriesOf(log));
    // What can be read of a log may get less: what was covered stays so.
    const epochs = [...new Set([...(part.epochs ?? []), ...(wider.epochs ?? [])])];
    const people = [...new Set([...(part.people ?? []), ...(wider.people ?? [])])];
    const grew = epochs.length > (part.epochs?.length ?? 0) || people.length > (part.people?.length ?? 0);
    if (grew) await widenHold(db, hold.id, { ...wider, epochs, people });
  }
}

async function entriesOf(log: LogId): Promise<Entry[]> {
  return (await readableEntries((await storage()).db, log)).map(({ entry }) => entry);
}

function logsOf(wanted: HoldWanted): LogId[] {
  if (wanted.over === 'matter') return [...new Set(wanted.logs)];
  return wanted.over === 'person' ? [...new Set(wanted.people.map(({ log }) => log))] : [wanted.log];
}

function shareOf(wanted: HoldWanted, log: LogId): Parameters<typeof partOf>[0] {
  if (wanted.over === 'epoch') return { epoch: wanted.epoch };
  if (wanted.over !== 'person') return 'all';
  return { person: wanted.people.filter((one) => one.log === log).map(({ participant }) => participant) };
}

/** The words are the host's own, kept and erased with their name; where that is gone, they are not written any more. */
function holdDraft(
  entry: Entry,
  { who, why, matter }: HoldWords & { readonly matter: string },
  { state, directory }: Pick<Session, 'state' | 'directory'>,
): Draft {
  const host = [...state.people.values()].find(({ self }) => self)?.participant;
  if (host === undefined || (directory.people.get(host)?.name ?? '') === '')
    return { entry, subject: null, disclosures: {} };
  return { entry, subject: host, disclosures: { who, why, ...(matter && { matter }) } };
}

/** A line in each log that it covers, once. A damaged log tells nothing any more, and is kept all the same. */
async function tell(desk: Desk, { id, over, matter, who, why, liftedAt, parts, untold }: HoldRow): Promise<void> {
  const { db, log: store } = await storage();
  const hold = id as HoldId;
  for (const { log, epochs } of partsOf({ parts }) ?? []) {
    if (!untold.includes(log)) continue;
    const entry: Entry =
      liftedAt !== null
        ? { kind: 'hold-lifted', hold }
        : { kind: 'hold-set', hold, over, ...(epochs && { epochs: epochs as EpochId[] }) };
    const row = await store.row(log);
    if (row && !row.damaged) {
      const session = await desk.session(log as LogId);
      const told = (await entriesOf(log as LogId)).some((one) => one.kind === entry.kind && one.hold === hold);
      const done = await session.commit((state) =>
        told ? [] : [holdDraft(entry, { who, why, matter }, { state, directory: session.directory })],
      );
      if (done.ok !== true) throw new Failure(done.ok === 'later' ? 'unexpected' : done.code, 'a hold is not logged');
    }
    await toldHold(db, { id, liftedAt }, log);
  }
}
