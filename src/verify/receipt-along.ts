import { readCheckpointText } from '../log/checkpoint.ts';
import { readLeafText } from '../log/leaf.ts';
import { rootAt, treeOf } from '../log/merkle.ts';
import type { Receipt } from '../log/receipt.ts';
import { readNote } from '../log/signed-note.ts';
import type { AnswerKind } from '../model/answer.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64url } from '../model/id.ts';
import { check, fails, type Line } from './line.ts';
import { type Given, rootsInChat, witnessLine } from './witness.ts';

/**
 * A receipt that holds by itself against what else there is of the same log. What differs is a fork: the device signed two logs as if they
 * were one. Of each thing that can be compared there is a line; what is of another log, or older than all that is known of it, has none.
 */

/** Against whole logs that were given along. */
export async function receiptInLog(
  receipt: Receipt,
  given: readonly Given[],
  verify: VerifyEd25519,
): Promise<Line | null> {
  const log = given.find((one) => one.log === receipt.log);
  // Without a key the log cannot be told from one that somebody else wrote.
  if (log && (!log.key || base64url(log.key) !== receipt.key)) return check('witness', 'fails', receipt.log, null);
  // A receipt from after the export is of a longer log; then what stood in the chat can still be compared.
  const size = checkpointOf(receipt.checkpoint)?.size ?? 0;
  if (log && size > log.hashes.length) return null;
  return log ? witnessLine(receipt.checkpoint, [log], verify) : null;
}

/** A root that somebody kept, as the chat's line told it when recording began. */
export interface KeptRoot {
  readonly size: number;
  /** base64url */
  readonly hash: string;
}

/** null: the receipt is older than the root. */
export function rootInReceipt(receipt: Receipt, kept: KeptRoot): Line | null {
  const size = checkpointOf(receipt.checkpoint)?.size ?? 0;
  if (kept.size > size) return null;
  return check('witness', rootOf(receipt, kept.size) === kept.hash ? 'holds' : 'fails', receipt.log, null);
}

/** Lines of the chat against receipts that hold: one of them has all of those roots that it is not older than, and one at least. */
export function rootsInReceipts(text: string, receipts: readonly Receipt[]): Line | null {
  const said = rootsInChat(text);
  const found = receipts.map((receipt) =>
    said.flatMap(({ size, root }) => rootInReceipt(receipt, { size, hash: base64url(root) }) ?? []),
  );
  const compared = found.filter((lines) => lines.length > 0);
  return compared.find((lines) => !lines.some(fails))?.[0] ?? compared[0]?.find(fails) ?? null;
}

/** Whether two receipts of one log and device are of one and the same log, and the later one has all of the earlier one's entries. */
export function receiptsAgree(one: Receipt, other: Receipt): Line[] {
  if (one.log !== other.log) return [];
  const [a, b] = [checkpointOf(one.checkpoint)?.size ?? 0, checkpointOf(other.checkpoint)?.size ?? 0];
  const [older, newer] = a <= b ? [one, other] : [other, one];
  const leaves = new Map(older.entries.map(({ index, leaf }) => [index, leaf]));
  const differs = newer.entries.some(({ index, leaf }) => (leaves.get(index) ?? leaf) !== leaf);
  const size = Math.min(a, b);
  const [before, now] = [rootOf(older, size), rootOf(newer, size)];
  const forked = one.key !== other.key || differs || (now !== null && now !== before);
  const lines: Line[] = [];
  // Nothing that differs, and no proof either: then the later one does not say that it goes on from the earlier.
  if (forked || now !== null) lines.push(check('witness', forked ? 'fails' : 'holds', newer.log, null));
  const same = older.participants.some((id) => newer.participants.includes(id));
  const has = new Set(newer.entries.map(({ index }) => index));
  const lost = older.entries.find(({ index }) => !has.has(index));
  if (same) lines.push(check('receipt-kept', lost ? 'fails' : 'holds', newer.log, lost?.index ?? null));
  return lines;
}

/** The newest answer to an ask that this person gave, as their own extension kept it. */
export interface KeptAnswer {
  readonly ask: string;
  readonly answer: AnswerKind;
  /** ms UTC, by their own clock. */
  readonly at: number;
}

/**
 * Whether the newest answer that they gave before the receipt was made is the newest in it: a yes, or a no. The same said twice is one answer. A
 * clock that goes wrong by some minutes is no sign of anything: an answer from just before is not missed. null: there is nothing to compare.
 */
export function answerInReceipt(receipt: Receipt, kept: KeptAnswer): Line | null {
  if (kept.at > Date.parse(receipt.madeAt) - CLOCKS_MS) return null;
  let last: { readonly index: number; readonly yes: boolean } | null = null;
  for (const { index, leaf } of receipt.entries) {
    const read = readLeafText(leaf);
    const entry = read.ok ? read.leaf.entry : null;
    if (entry?.kind === 'answered' && entry.ask === kept.ask) last = { index, yes: entry.answer === 'consented' };
  }
  const same = last?.yes === (kept.answer === 'consented');
  return check('receipt-kept', same ? 'holds' : 'fails', receipt.log, last?.index ?? null);
}

/** As far apart as the clocks of two computers may be. */
const CLOCKS_MS = 10 * 60_000;

function checkpointOf(note: string) {
  return readCheckpointText(readNote(note)?.text ?? '');
}

/** The root of the first `size` entries as a receipt that holds tells it, base64url; null where it tells none. */
function rootOf({ checkpoint, since, roots }: Receipt, size: number): string | null {
  for (const note of [checkpoint, since?.checkpoint ?? '']) {
    const told = checkpointOf(note);
    if (told?.size === size) return base64url(told.root);
  }
  return roots.find((one) => one.size === size)?.root ?? null;
}

/** The same in a whole log. null: the log is older than the root. */
export async function rootInLog({ log, hashes }: Given, kept: KeptRoot): Promise<Line | null> {
  if (kept.size > hashes.length) return null;
  const root = base64url(await rootAt(await treeOf(hashes.slice(0, kept.size))));
  return check('witness', root === kept.hash ? 'holds' : 'fails', log, null);
}
