import { blankDirectory, type Directory, type Disclosed, learn, toldBy } from '../consent/directory.ts';
import { advance, fold } from '../consent/fold.ts';
import type { State } from '../consent/state.ts';
import type { LogRow, SnapshotRow } from '../database/schema.ts';
import type { Link } from '../log/chain.ts';
import type { Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import type { LogId } from '../model/id.ts';
import { readSnapshot, snapshotRow } from './snapshot.ts';

/** What reading a log takes. LogStore has it. */
export interface ReadableLog {
  /** Throws Failure('damaged') when the end of the log is not what it should be, or it was found damaged before. */
  checkTail(log: LogId): Promise<void>;
  row(log: LogId): Promise<LogRow | null>;
  /** The leaves up to the size in `row`, in order, each held by the chain; after: go on from there. */
  pages(row: LogRow, after?: Link): AsyncIterable<readonly { readonly logged: Logged }[]>;
  disclosuresOf(log: LogId, indexes: readonly number[]): Promise<ReadonlyMap<number, Disclosed>>;
  snapshot(log: LogId): Promise<SnapshotRow | null>;
  keepSnapshot(row: SnapshotRow): Promise<void>;
}

/** A log as it stands. */
export interface Loaded {
  readonly row: LogRow;
  readonly state: State;
  /** The entries whose disclosures still tell something. */
  readonly told: readonly Logged[];
  readonly directory: Directory;
  /** Quoted words, senders, notices and posts, by entry index: what screens show. */
  readonly texts: Map<number, Disclosed>;
  /** false: it was begun from a snapshot, and what lies before that was not looked at. */
  readonly whole: boolean;
}

/** From its newest snapshot, if it has one that fits, else from its beginning. Failure('damaged') as LogStore.pages. */
export async function load(log: LogId, store: ReadableLog): Promise<Loaded> {
  const row = await store.row(log);
  if (!row) throw new Failure('damaged', 'this meeting has no log');
  await store.checkTail(log);
  const loaded = (await loadFromSnapshot(row, store)) ?? (await loadWhole(row, store));
  const { state, told, whole } = loaded;
  const disclosed = await store.disclosuresOf(
    log,
    told.map(({ index }) => index),
  );
  const directory = blankDirectory();
  for (const logged of told) learn(directory, logged, disclosed.get(logged.index) ?? {});
  return { row, state, told, directory, texts: new Map(disclosed), whole };
}

type Standing = Pick<Loaded, 'state' | 'told' | 'whole'>;

async function loadFromSnapshot(row: LogRow, store: ReadableLog): Promise<Standing | null> {
  const kept = await store.snapshot(row.log as LogId);
  const snapshot = readSnapshot(kept, row);
  if (!kept || !snapshot) return null;
  try {
    const tail = await readAfter(row, kept, store);
    const { state } = snapshot;
    for (const logged of tail) advance(state, logged);
    return { state, told: newestOf([...snapshot.told, ...tail]), whole: false };
  } catch (error) {
    // Snapshot or log is not what it should be: reading all of it tells which.
    if (error instanceof Failure && error.code === 'damaged') return null;
    throw error;
  }
}

async function loadWhole(row: LogRow, store: ReadableLog): Promise<Standing> {
  const entries = await readAfter(row, undefined, store);
  return { state: fold(entries), told: newestOf(entries), whole: true };
}

/** The entries behind a place that the log had before; Failure('damaged') when it never had it. */
export async function readAfter(row: LogRow, after: Link | undefined, store: ReadableLog): Promise<Logged[]> {
  const entries: Logged[] = [];
  for await (const page of store.pages(row, after)) for (const { logged } of page) entries.push(logged);
  return entries;
}

/** Those of some entries whose disclosures still tell something, in order. */
export function newestOf(entries: readonly Logged[]): Logged[] {
  const told = new Set(toldBy(entries));
  return entries.filter(({ index }) => told.has(index));
}

/** Notes where a log stands. It costs nothing but time when it cannot be kept. */
export function keepSnapshot(row: LogRow, standing: Pick<Loaded, 'state' | 'told'>, store: ReadableLog): void {
  store
    .keepSnapshot(snapshotRow(row, standing))
    .catch((error: unknown) => console.warn('no snapshot was kept:', (error as Error).message));
}
