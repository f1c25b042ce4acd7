import type { CheckpointRow, Database, DeviceRow, LogRow } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { fromBase64url } from '../model/id.ts';
import { readCheckpointText } from './checkpoint.ts';
import { Damaged } from './damage.ts';
import { lastDeviceRow, nextDeviceRow, type Witnessed } from './device-log.ts';
import { exclusive } from './exclusive.ts';
import { leafText, readLeafText, timeOf } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootOfFrontier } from './merkle.ts';
import { sameHash } from './merkle-proof.ts';
import { leafPages } from './reading.ts';
import { readNote } from './signed-note.ts';
import { type Signer, signedCheckpoint } from './signer.ts';
import { giveUp, storageFailure, stored } from './transaction.ts';

/** Recording begins and ends with a signature over all that led to it. */
export function isWorthSigning({ kind }: Entry): boolean {
  return kind === 'gate-opened' || kind === 'gate-closed';
}

export interface CheckpointTools {
  readonly db: Database;
  /** n cryptographically random bytes. */
  readonly random: (n: number) => Uint8Array<ArrayBuffer>;
}

/** Somebody else appended to the device log meanwhile: how often it is tried again. The lock makes it rare. */
const RETRIES = 5;

/**
 * The signed note of the log as it stands in `row`, which must be durable. It is kept, and with it, in the same transaction, its leaf of
 * the device log; where one of that size is kept already, that one is given. Failure('damaged') when the kept one says another tree: a
 * second one beside it would be the proof of a fork.
 */
export function keepCheckpoint(tools: CheckpointTools, signer: Signer, row: LogRow): Promise<string> {
  return exclusive('ask-to-record/device', async () => {
    const frontier = knownFrontier(row) ?? (await frontierOf(tools.db, row));
    const signed: Signed = {
      row,
      root: await rootOfFrontier(frontier),
      note: await signedCheckpoint(signer, row.log, frontier),
    };
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      const kept = await keep(tools, signer, signed);
      if (kept !== null) return kept;
    }
    throw new Failure('storage-failed', 'the device log does not hold still');
  });
}

interface Signed {
  readonly row: LogRow;
  readonly root: Hash;
  readonly note: string;
}

/** null: the device log went on meanwhile. Nothing but database requests may be awaited once the transaction is open. */
async function keep({ db, random }: CheckpointTools, signer: Signer, signed: Signed): Promise<string | null> {
  const { log, size, lastAt } = signed.row;
  const before = await stored(() => db.get('checkpoints', [log, size]));
  if (before) same(before.note, signed);
  if (before?.device !== undefined) return before.note;
  const note = before?.note ?? signed.note;
  const last = await lastDeviceRow(db);
  const all = last ? [] : (await fromBefore(db)).filter((one) => one.log !== log || one.size !== size);
  const next: { readonly checkpoint: CheckpointRow; readonly leaf: DeviceRow }[] = [];
  for (const one of [...all, { log, size, root: signed.root, at: lastAt, note }]) {
    const leaf = await nextDeviceRow(next.at(-1)?.leaf ?? last, one, signer, random);
    next.push({ checkpoint: { log: one.log, size: one.size, note: one.note, device: leaf.index }, leaf });
  }
  // A crash before this leaves a signature that nobody has seen, and the next one covers the same entries; after it, both are there.
  const open = () => db.transaction(['checkpoints', 'device'], 'readwrite', { durability: 'strict' });
  const tx = await stored(async () => open());
  try {
    const checkpoints = tx.objectStore('checkpoints');
    const device = tx.objectStore('device');
    const kept = await checkpoints.get([log, size]);
    if ((await device.getKey(last ? last.index + 1 : 0)) !== undefined || kept?.note !== before?.note) {
      await giveUp(tx);
      return null;
    }
    // Each begun in a step of its own: one that throws at once must not leave the other one's failure to nobody.
    const writes = next.flatMap(({ checkpoint, leaf }) => [
      async () => checkpoints.put(checkpoint),
      async () => device.add(leaf),
    ]);
    await Promise.all([...writes.map((write) => write()), tx.done]);
    return note;
  } catch (error) {
    await giveUp(tx);
    throw storageFailure(error, tx);
  }
}

interface Old extends Witnessed {
  readonly note: string;
}

/** What was signed before there was a device log comes first into it. One that cannot be read is for the full check to tell. */
async function fromBefore(db: Database): Promise<Old[]> {
  const found: Old[] = [];
  for (const { log, size, note } of await stored(() => db.getAll('checkpoints'))) {
    const checkpoint = readCheckpointText(readNote(note)?.text ?? '');
    const entry = await stored(() => db.get('entries', [log, size - 1]));
    const read = readLeafText(leafText(entry?.leaf ?? new Uint8Array()) ?? '');
    if (checkpoint?.size === size && read.ok)
      found.push({ log, size, root: checkpoint.root, at: timeOf(read.leaf), note });
  }
  return found;
}

/** Not by its bytes: another key's signature may stand below the same words. */
function same(kept: string, { note }: Signed): void {
  if (readNote(kept)?.text === readNote(note)?.text) return;
  throw new Damaged('fork', null, 'the log is not the one that was signed');
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
  if (!same) throw new Damaged('tree', null, 'the tree is not that of its entries');
}

async function frontierOf(db: Database, row: LogRow): Promise<Frontier> {
  let frontier = EMPTY_FRONTIER;
  for await (const page of leafPages(db, row))
    for (const { hash } of page) frontier = await extended(frontier, fromBase64url(hash) as Hash);
  return frontier;
}
