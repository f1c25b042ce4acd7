import type { State } from '../consent/state.ts';
import type { LogRow, SnapshotRow } from '../database/schema.ts';
import type { Logged } from '../model/entry.ts';

/**
 * Where a long log stood after some of its entries, so that a worker that wakes can judge at once. It is taken on trust until the whole
 * log has been read behind it: meanwhile nothing opens, and then what was read takes its place (Session.whole).
 */
export interface Snapshot {
  readonly state: State;
  /** The entries whose disclosures still tell something (`toldBy`). */
  readonly told: readonly Logged[];
}

/** Raise it with every change to `State` or to what `fold` makes of an entry. */
const VERSION = 7;

/** A shorter log is read as fast as its snapshot would be. */
export const SNAPSHOT_EVERY = 5000;

/** As a row beside the log. Copied before anything is waited for, so the state may go on changing. */
export function snapshotRow({ log, size, head, lastAt }: LogRow, { state, told }: Snapshot): SnapshotRow {
  return { log, size, head, at: lastAt, version: VERSION, body: structuredClone({ state, told }) };
}

/** What a row says, or null when other code made it, or it is ahead of the log. */
export function readSnapshot(row: SnapshotRow | null, { size }: LogRow): Snapshot | null {
  return row?.version === VERSION && row.size <= size ? (row.body as Snapshot) : null;
}
