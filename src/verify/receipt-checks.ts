import { utf8 } from '../log/canonical.ts';
import { chainFaults } from '../log/chain.ts';
import { type Checkpoint, originOf, readCheckpointText } from '../log/checkpoint.ts';
import { commitmentOf, readDisclosure } from '../log/commitment.ts';
import { LEAF_FAULTS, leafHash, NO_LEAF, readLeafText, timeOf } from '../log/leaf.ts';
import type { Hash } from '../log/merkle.ts';
import { includes, isConsistent } from '../log/merkle-proof.ts';
import { noteKey } from '../log/note-key.ts';
import type { Receipt } from '../log/receipt.ts';
import { isSealed } from '../log/receipt-seal.ts';
import { checkNote, readNote } from '../log/signed-note.ts';
import type { Step } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { Leaf } from '../model/entry.ts';
import { fromBase64url } from '../model/id.ts';
import type { Code } from './codes.ts';

/** What is checked of a receipt that could be read, before it is looked at what it tells. */
export const RECEIPT_WRITTEN = [
  ...LEAF_FAULTS,
  'log',
  'receipt-order',
  'platform',
  'inclusion',
  'disclosure-shape',
  'disclosure-place',
  'commitment',
  'key',
  'checkpoint-shape',
  'checkpoint-log',
  'checkpoint-signature',
  'consistency',
  'seal',
] as const satisfies readonly Code[];

/** What does not hold, where: index is the entry's, null for the receipt as a whole. */
export interface Fault {
  readonly code: Code;
  readonly index: number | null;
}

export interface CheckedReceipt {
  /** Those that can be read, in order. */
  readonly leaves: readonly Leaf[];
  /** null when it cannot be read. */
  readonly checkpoint: Checkpoint | null;
  readonly faults: readonly Fault[];
}

/** Whether it is what the device signed, and each leaf in the log that it signed. */
export async function checkReceipt(receipt: Receipt, verify: VerifyEd25519, step: Step): Promise<CheckedReceipt> {
  const faults: Fault[] = [];
  const report = (code: Code, index: number | null = null) => faults.push({ code, index });
  const key = fromBase64url(receipt.key) as Uint8Array<ArrayBuffer>;
  const checkpoint = await checkNoteOf(receipt.checkpoint, receipt.log, key, verify, report);
  const leaves = await checkLeaves(receipt, checkpoint, report, step);
  await checkDisclosures(receipt, leaves, report);
  await checkRoots(receipt, checkpoint, key, verify, report);
  if (!(await isSealed(receipt, key, verify))) report('seal');
  return { leaves, checkpoint, faults };
}

type Report = (code: Code, index?: number | null) => number;

/** null when the note is no checkpoint; what else is wrong with it is reported, and it is used all the same. */
async function checkNoteOf(
  text: string,
  log: string,
  key: Uint8Array<ArrayBuffer>,
  verify: VerifyEd25519,
  report: Report,
): Promise<Checkpoint | null> {
  const note = readNote(text);
  const checkpoint = note && readCheckpointText(note.text);
  if (!note || !checkpoint) {
    report('checkpoint-shape');
    return null;
  }
  const origin = originOf(log);
  if (checkpoint.origin !== origin) report('checkpoint-log');
  else if ((await checkNote(note, [await noteKey(origin, key)], verify)) !== 'good') report('checkpoint-signature');
  return checkpoint;
}

/** Before the first leaf of a log, whose `prev` is NO_LEAF. */
const NOTHING = { index: -1, head: NO_LEAF, at: null };

/** Entries after which it is told how far it is. */
const TELL = 100;

async function checkLeaves(
  receipt: Receipt,
  checkpoint: Checkpoint | null,
  report: Report,
  step: Step,
): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  let before: { readonly index: number; readonly head: string; readonly at: number | null } = NOTHING;
  for (const [place, { index, leaf: text, proof }] of receipt.entries.entries()) {
    if (place % TELL === 0) step(place / receipt.entries.length);
    const read = readLeafText(text);
    const head = await leafHash(utf8(text));
    if (!read.ok) report(read.fault, index);
    else {
      const { leaf } = read;
      // Only of a neighbour is the hash known; of another, that it was not later.
      const next = before.index === index - 1;
      const link = { size: index, head: next ? before.head : leaf.prev, at: before.at };
      const wrong = chainFaults(link, receipt.log, leaf);
      if (wrong.includes('log')) report('log', index);
      if (wrong.some((fault) => fault !== 'log')) report('receipt-order', index);
      leaves.push(leaf);
    }
    if (index <= before.index) report('receipt-order', index);
    const [size, root] = [checkpoint?.size ?? 0, checkpoint?.root ?? new Uint8Array()];
    const path = proof.map((hash) => fromBase64url(hash) as Hash);
    const leafBytes = fromBase64url(head) as Hash;
    if (!(await includes({ index, size, leaf: leafBytes, root, proof: path }))) report('inclusion', index);
    before = { index, head, at: read.ok ? timeOf(read.leaf) : before.at };
  }
  const [first] = leaves;
  if (receipt.entries[0]?.index !== 0 || first?.entry.kind !== 'meeting-opened') report('receipt-order', 0);
  else if (first.entry.platform !== receipt.platform) report('platform', 0);
  return leaves;
}

async function checkDisclosures({ disclosures }: Receipt, leaves: readonly Leaf[], report: Report): Promise<void> {
  const sealed = new Map(leaves.map((leaf) => [leaf.index, leaf.sealed]));
  let before: readonly [number, string] | null = null;
  for (const { index, field, disclosure } of disclosures) {
    const read = readDisclosure(disclosure);
    const commitment = sealed.get(index)?.[field];
    const again = before !== null && (index < before[0] || (index === before[0] && field === before[1]));
    if (read === null) report('disclosure-shape', index);
    else if (commitment === undefined || read.field !== field || again) report('disclosure-place', index);
    else if ((await commitmentOf(disclosure)) !== commitment) report('commitment', index);
    before = [index, field];
  }
}

/** That the log as it is goes on from what stood in the chat, and from the receipt before. */
async function checkRoots(
  { roots, since, log }: Receipt,
  checkpoint: Checkpoint | null,
  key: Uint8Array<ArrayBuffer>,
  verify: VerifyEd25519,
  report: Report,
): Promise<void> {
  const goesOn = (before: number, rootBefore: Hash, proof: readonly string[]) => {
    const { size, root } = checkpoint ?? { size: 0, root: new Uint8Array() };
    const path = proof.map((hash) => fromBase64url(hash) as Hash);
    return isConsistent({ before, size, rootBefore, root, proof: path });
  };
  for (const [i, { size, root, consistency }] of roots.entries()) {
    if (i > 0 && size <= (roots[i - 1]?.size ?? 0)) report('receipt-order');
    if (!(await goesOn(size, fromBase64url(root) as Hash, consistency))) report('consistency');
  }
  if (!since) return;
  const before = await checkNoteOf(since.checkpoint, log, key, verify, report);
  if (before && !(await goesOn(before.size, before.root, since.consistency))) report('consistency');
}
