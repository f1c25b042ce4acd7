import { readDisclosure } from '../log/commitment.ts';
import { fingerprintOf } from '../log/fingerprint.ts';
import { timeOf } from '../log/leaf.ts';
import { RECEIPT_FAULTS, type Receipt, readReceipt } from '../log/receipt.ts';
import { UNTOLD } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { Leaf } from '../model/entry.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { check, type Line, limit } from './line.ts';
import { GRADE_MEANINGS } from './meanings.ts';
import { type CheckedReceipt, checkReceipt, RECEIPT_WRITTEN } from './receipt-checks.ts';
import { checkTold, RECEIPT_TOLD } from './receipt-told.ts';
import type { Verification } from './verify.ts';

export interface ReceiptVerification extends Verification {
  /** null when it cannot be read. It may be invalid. */
  readonly receipt: Receipt | null;
}

/**
 * Verifies the text of a receipt, offline: that it is what the host's device signed, that each entry is in the log that it signed, and that what
 * it tells is of one person and holds. Never throws for what is in the text. What is kept of the same log is compared in receipt-along.ts.
 */
export async function verifyReceipt(text: string, verify: VerifyEd25519, step = UNTOLD): Promise<ReceiptVerification> {
  const nothing = { lastHashes: new Set<string>(), saved: new Set<string>(), given: [] };
  const read = readReceipt(text);
  if (!read.ok) {
    return { ...nothing, receipt: null, verdict: 'unreadable', lines: [check(read.fault, 'fails', null, null)] };
  }
  const { receipt } = read;
  const { log } = receipt;
  const checked = await checkReceipt(receipt, verify, step);
  const written = checked.faults.length === 0;
  const faults = written ? await checkTold(receipt, checked.leaves, verify) : checked.faults;
  const failed = new Set(faults.map(({ code }) => code));
  const lines: Line[] = RECEIPT_FAULTS.map((code) => check(code, 'holds', null, null));
  lines.push(...faults.map(({ code, index }) => check(code, 'fails', log, index)));
  for (const code of RECEIPT_WRITTEN) if (!failed.has(code)) lines.push(check(code, 'holds', log, null));
  for (const code of RECEIPT_TOLD) {
    if (code === 'addendum' && !receipt.since) continue;
    if (!failed.has(code)) lines.push(check(code, written ? 'holds' : 'not-checked', log, null));
  }
  if (written) lines.push(...answersOf(receipt, checked.leaves));
  lines.push(...(await aboutIt(receipt, checked)));
  return { ...nothing, receipt, verdict: faults.length > 0 ? 'invalid' : 'valid', lines };
}

function answersOf(receipt: Receipt, leaves: readonly Leaf[]): Line[] {
  const { log } = receipt;
  const names = new Map(
    receipt.disclosures.flatMap(({ index, field, disclosure }) =>
      field === 'name' ? [[index, readDisclosure(disclosure)?.value ?? null] as const] : [],
    ),
  );
  let name: string | null = null;
  return leaves.flatMap((leaf): Line[] => {
    name = names.get(leaf.index) ?? name;
    const { index, entry } = leaf;
    if (entry.kind !== 'answered') return [];
    const { participant, answer, purposes, media, grade } = entry;
    const time = new Date(timeOf(leaf)).toISOString();
    const means = GRADE_MEANINGS[grade];
    return [{ what: 'answer', log, index, time, participant, name, answer, purposes, media, grade, means }];
  });
}

async function aboutIt(receipt: Receipt, { leaves, checkpoint }: CheckedReceipt): Promise<Line[]> {
  const { log } = receipt;
  const answers = leaves.flatMap(({ entry }) => (entry.kind === 'answered' ? [entry] : []));
  const lines: Line[] = [];
  if (answers.some(({ grade }) => grade !== 'signed')) lines.push(limit('forged-from-the-start', log));
  if (answers.length > 0) lines.push(limit('who-was-at-the-keyboard', log));
  lines.push(limit('receipt-is-a-part', log), limit('tail-cut', null), limit('clock', null), limit('whose-key', null));
  const [first] = leaves;
  if (first) lines.push({ what: 'fact', fact: 'meeting', log, value: `${first.time} ${receipt.platform}` });
  if (checkpoint) {
    lines.push({ what: 'fact', fact: 'root', log, value: `${checkpoint.size} ${base64url(checkpoint.root)}` });
  }
  const key = fromBase64url(receipt.key);
  if (key) lines.push({ what: 'fact', fact: 'fingerprint', log: null, value: await fingerprintOf(key) });
  return lines;
}
