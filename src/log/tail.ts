import type { Database } from '../database/schema.ts';
import { chainFaults, type Link, linkAfter } from './chain.ts';
import { readCheckpointText } from './checkpoint.ts';
import { knownFrontier } from './checkpoints.ts';
import { Damaged } from './damage.ts';
import { leafText, NO_LEAF, readLeafText } from './leaf.ts';
import { rootOfFrontier } from './merkle.ts';
import { sameHash } from './merkle-proof.ts';
import { readNote } from './signed-note.ts';
import { stored } from './transaction.ts';

/** Entries that are looked at, from the end. */
const TAIL = 16;

/**
 * Looked at whenever a log is opened, in one short transaction whatever its length: that it was not found damaged before, that its last
 * entries lead to its head and nothing lies behind it, that the tree has as many roots as it should, and that what was signed last is no
 * more than what is there. The rest is the full check's. Throws Damaged; a log that is not there is nobody's damage.
 */
export async function checkTail(db: Database, log: string): Promise<void> {
  const found = await stored(async () => {
    const tx = db.transaction(['logs', 'entries', 'checkpoints']);
    const row = await tx.objectStore('logs').get(log);
    if (!row) return null;
    const entries = tx.objectStore('entries');
    const newest = tx.objectStore('checkpoints').openCursor(IDBKeyRange.bound([log], [log, []]), 'prev');
    const [tail, behind, cursor] = await Promise.all([
      row.size > 0 ? entries.getAll(IDBKeyRange.bound([log, Math.max(0, row.size - TAIL)], [log, row.size - 1])) : [],
      entries.getKey(IDBKeyRange.bound([log, row.size], [log, []])),
      newest,
    ]);
    return { row, tail, behind, signed: cursor?.value ?? null };
  });
  if (!found) return;
  const { row, tail, behind, signed } = found;
  if (row.damaged) throw new Damaged('entry', null, 'found before');
  if (behind !== undefined) throw new Damaged('head', row.size, `entry ${row.size}: lies behind the end`);
  let link: Link | null = null;
  for (const { index, leaf } of tail) {
    const read = readLeafText(leafText(leaf) ?? '');
    if (!read.ok) throw new Damaged('entry', index, `entry ${index}: ${read.fault}`);
    const before = link ?? { size: row.size - Math.min(TAIL, row.size), head: read.leaf.prev, at: null };
    const faults = chainFaults(before, log, read.leaf);
    if (faults.length > 0) throw new Damaged('entry', index, `entry ${index}: ${faults.join(', ')}`);
    link = await linkAfter(before, leaf, read.leaf);
  }
  if ((link?.size ?? 0) !== row.size) throw new Damaged('entry', row.size - 1, `entry ${row.size - 1}: missing`);
  if ((link?.head ?? NO_LEAF) !== row.head) throw new Damaged('head', row.size - 1, 'the last entry is not the head');
  await checkSigned(row, signed);
}

type Found = Parameters<typeof knownFrontier>[0];

async function checkSigned(row: Found, signed: { readonly size: number; readonly note: string } | null): Promise<void> {
  const frontier = knownFrontier(row);
  if (frontier && frontier.roots.length !== ones(row.size))
    throw new Damaged('tree', null, `${row.size} entries do not make ${frontier.roots.length} roots`);
  if (!signed) return;
  if (signed.size > row.size) throw new Damaged('fork', row.size, 'entries that were signed are not there');
  const checkpoint = readCheckpointText(readNote(signed.note)?.text ?? '');
  if (checkpoint?.size !== signed.size) throw new Damaged('checkpoint', signed.size, 'what was signed cannot be read');
  if (frontier && signed.size === row.size && !sameHash(await rootOfFrontier(frontier), checkpoint.root))
    throw new Damaged('fork', null, 'the log is not the one that was signed');
}

/** 1s in the binary number: a tree of so many leaves is made of as many perfect ones. */
function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
