import type { Database, LogRow } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { fromBase64url } from '../model/id.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash } from './merkle.ts';
import { sameHash } from './merkle-proof.ts';
import { leafPages } from './reading.ts';
import { type Signer, signedCheckpoint } from './signer.ts';
import { inStore, stored } from './transaction.ts';

/** Recording begins and ends with a signature over all that led to it. */
export function isWorthSigning({ kind }: Entry): boolean {
  return kind === 'gate-opened' || kind === 'gate-closed';
}

/**
 * Signs the log as it stands in `row`, which must be durable, and keeps that. A crash before it is kept leaves a signature that nobody has
 * seen; the next one covers the same entries.
 */
export async function keepCheckpoint(db: Database, signer: Signer, row: LogRow): Promise<void> {
  const { log, size } = row;
  const note = await signedCheckpoint(signer, log, knownFrontier(row) ?? (await frontierOf(db, row)));
  await inStore(db, 'checkpoints', (store) => store.put({ log, size, note }));
}

/** What was signed of a log before it had `size` entries, the oldest first. */
export async function checkpointsOf(db: Database, log: string, size: number): Promise<readonly string[]> {
  const before = IDBKeyRange.bound([log], [log, size], false, true);
  return (await stored(() => db.getAll('checkpoints', before))).map(({ note }) => note);
}

/** null: the log is from before it was kept. */
export function knownFrontier({ size, frontier }: Pick<LogRow, 'size' | 'frontier'>): Frontier | null {
  if (size === 0) return EMPTY_FRONTIER;
  return frontier ? { size, roots: frontier } : null;
}

/** Failure('damaged') when the row says another tree than its leaves make: signed, it would be the proof of a fork that never was. */
export function checkFrontier(row: LogRow, made: Frontier): void {
  const known = knownFrontier(row);
  if (!known) return;
  const same =
    known.roots.length === made.roots.length && known.roots.every((root, i) => sameHash(root, made.roots[i] as Hash));
  if (!same) throw new Failure('damaged', 'the tree is not that of its entries');
}

async function frontierOf(db: Database, row: LogRow): Promise<Frontier> {
  let frontier = EMPTY_FRONTIER;
  for await (const page of leafPages(db, row))
    for (const { hash } of page) frontier = await extended(frontier, fromBase64url(hash) as Hash);
  return frontier;
}
