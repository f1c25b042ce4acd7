import type { Leaf } from '../model/entry.ts';
import { BUNDLE_FAULTS, type BundledLog, readBundle } from './bundle.ts';
import { utf8 } from './canonical.ts';
import { CHAIN_FAULTS, chainFaults, type Link, linkAfter, START } from './chain.ts';
import { commitmentOf, readDisclosure } from './commitment.ts';
import { LEAF_FAULTS, readLeafText } from './leaf.ts';

/**
 * What is checked, and so what can be wrong. FORMAT.md section 7 has one line for each.
 *
 *   bundle-*      the file is a bundle of a version that we know
 *   leaf-*        each leaf is exactly what the format allows
 *   log … link    each leaf follows the one before
 *   size, head, platform        the bundle says the same as its leaves
 *   disclosure-*, commitment    each disclosure is what its leaf is committed to
 */
export const CHECKS = [
  ...BUNDLE_FAULTS,
  ...LEAF_FAULTS,
  ...CHAIN_FAULTS,
  'size',
  'head',
  'platform',
  'disclosure-shape',
  'disclosure-place',
  'commitment',
] as const;
export type Check = (typeof CHECKS)[number];

/** ok: the check held for the whole log (index null). Not ok: where it did not; index is the entry's place, null when it has none. */
export interface Finding {
  readonly code: Check;
  /** null for the file as a whole. */
  readonly log: string | null;
  readonly index: number | null;
  readonly ok: boolean;
}

/**
 * Checks the text of a JSON export, offline and with nothing but WebCrypto; runs unchanged in the extension, in Node and in a page.
 * It finds every change inside of the log. It cannot find a tail that was cut off together with size and head, nor a log that was
 * forged from its first entry on: that takes something outside of the file.
 */
export async function checkExport(text: string): Promise<Finding[]> {
  const read = readBundle(text);
  if (!read.ok) return [{ code: read.fault, log: null, index: null, ok: false }];
  const findings: Finding[] = BUNDLE_FAULTS.map((code) => ({ code, log: null, index: null, ok: true }));
  for (const log of read.bundle.logs) findings.push(...(await checkLog(log)));
  return findings;
}

/** True when every check held. */
export function holds(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.ok);
}

async function checkLog(bundled: BundledLog): Promise<Finding[]> {
  const wrong: Finding[] = [];
  const report = (code: Check, index: number | null) => wrong.push({ code, log: bundled.log, index, ok: false });
  const leaves = await checkLeaves(bundled, report);
  await checkDisclosures(bundled, leaves, report);
  const held = CHECKS.filter((code) => !code.startsWith('bundle-') && !wrong.some((finding) => finding.code === code));
  return [...wrong, ...held.map((code) => ({ code, log: bundled.log, index: null, ok: true }))];
}

type Report = (code: Check, index: number | null) => void;

/** Goes on after a fault, so that one change is not told as a hundred. Gives the readable leaves by their own index. */
async function checkLeaves(bundled: BundledLog, report: Report): Promise<Map<number, Leaf>> {
  const leaves = new Map<number, Leaf>();
  let link: Link = START;
  for (const text of bundled.leaves) {
    const read = readLeafText(text);
    const leaf = read.ok ? read.leaf : null;
    if (!read.ok) report(read.fault, link.size);
    if (leaf) {
      for (const fault of chainFaults(link, bundled.log, leaf)) report(fault, link.size);
      if (!leaves.has(leaf.index)) leaves.set(leaf.index, leaf);
    }
    link = await linkAfter(link, utf8(text), leaf);
  }
  if (bundled.size !== bundled.leaves.length) report('size', null);
  if (bundled.head !== link.head) report('head', null);
  const opening = leaves.get(0)?.entry;
  if (opening?.kind === 'meeting-opened' && opening.platform !== bundled.platform) report('platform', 0);
  return leaves;
}

async function checkDisclosures(bundled: BundledLog, leaves: Map<number, Leaf>, report: Report): Promise<void> {
  const before = new Set<string>();
  for (const { index, field, disclosure } of bundled.disclosures) {
    const read = readDisclosure(disclosure);
    const commitment = leaves.get(index)?.sealed[field];
    const place = `${index} ${field}`;
    if (read === null) report('disclosure-shape', index);
    else if (commitment === undefined || read.field !== field || before.has(place)) report('disclosure-place', index);
    else if ((await commitmentOf(disclosure)) !== commitment) report('commitment', index);
    before.add(place);
  }
}
