import { ed25519Of, type VerifyEd25519 } from '../model/ed25519.ts';
import type { Leaf } from '../model/entry.ts';
import { base64url } from '../model/id.ts';
import { BUNDLE_FAULTS, type Bundle, type BundledLog, readBundle } from './bundle.ts';
import { utf8 } from './canonical.ts';
import { CHAIN_FAULTS, chainFaults, type Link, linkTo, START } from './chain.ts';
import { checkCheckpoints, checkSeal, keyOf, SIGNED_CHECKS } from './check-signed.ts';
import { commitmentsOf, readDisclosure } from './commitment.ts';
import { LEAF_FAULTS, leafHashBytes, readLeafText } from './leaf.ts';
import { type Hash, type Tree, treeOf } from './merkle.ts';
import { part, type Step, UNTOLD } from './step.ts';

/**
 * What is checked, and so what can be wrong. FORMAT.md section 7 has one line for each.
 *
 *   bundle-*      the file is a bundle of a version that we know
 *   leaf-*        each leaf is exactly what the format allows
 *   log … link    each leaf follows the one before
 *   size, head, platform        the bundle says the same as its leaves
 *   disclosure-*, commitment    each disclosure is what its leaf is committed to
 *   decision      what is said of a requirement's sources is said of one that is there
 *   key, checkpoint-*           what was signed of the log at a time is what is in it now
 *   seal                        the export is the whole one that was signed
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
  'decision',
  ...SIGNED_CHECKS,
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
export async function checkExport(text: string, verify = ed25519Of(crypto.subtle)): Promise<Finding[]> {
  return (await checkedExport(text, verify)).findings;
}

/** A log with what its leaves say, by their own index, as far as they can be read. hashes: leaf hash of each, in the order of the file. */
export interface CheckedLog {
  readonly bundled: BundledLog;
  readonly leaves: ReadonlyMap<number, Leaf>;
  readonly hashes: readonly Hash[];
  readonly tree: Tree;
  readonly findings: readonly Finding[];
}

export interface CheckedExport {
  /** null when the file is no export that we know. */
  readonly bundle: Bundle | null;
  readonly logs: readonly CheckedLog[];
  readonly findings: Finding[];
}

/** The same, with what was read, for whoever judges it. */
export async function checkedExport(text: string, verify: VerifyEd25519, step = UNTOLD): Promise<CheckedExport> {
  const read = readBundle(text);
  if (!read.ok) return { bundle: null, logs: [], findings: [whole(read.fault, false)] };
  const { bundle } = read;
  const total = bundle.logs.reduce((sum, log) => sum + weightOf(log), 0);
  let before = 0;
  const logs: CheckedLog[] = [];
  for (const bundled of bundle.logs) {
    const after = before + weightOf(bundled) / total;
    logs.push(await checkLog(bundled, keyOf(bundle), verify, part(step, before, after)));
    before = after;
  }
  const twice = new Set(bundle.logs.map(({ log }) => log)).size !== bundle.logs.length;
  const findings = BUNDLE_FAULTS.map((code) => whole(code, !(twice && code === 'bundle-shape')));
  const wrong = new Set([
    ...(await checkSeal(bundle, verify)),
    ...(bundle.key !== undefined && !keyOf(bundle) ? ['key' as const] : []),
  ]);
  const told = [
    ...(bundle.key === undefined ? [] : ['key' as const]),
    ...(bundle.seal === undefined ? [] : ['seal' as const]),
  ];
  for (const code of new Set([...told, ...wrong])) findings.push(whole(code, !wrong.has(code)));
  for (const log of logs) findings.push(...log.findings);
  return { bundle, logs, findings };
}

/** How much work a log is beside others. */
function weightOf({ leaves, disclosures }: BundledLog): number {
  return leaves.length + disclosures.length + 1;
}

function whole(code: Check, ok: boolean): Finding {
  return { code, log: null, index: null, ok };
}

/** True when every check held. */
export function holds(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.ok);
}

/** After so many faults a log is given up: who wants to know the rest has to mend these first. */
const FAULTS_MAX = 1000;

async function checkLog(
  bundled: BundledLog,
  key: Uint8Array<ArrayBuffer> | null,
  verify: VerifyEd25519,
  step: Step,
): Promise<CheckedLog> {
  const wrong: Finding[] = [];
  const report = (code: Check, index: number | null) => wrong.push({ code, log: bundled.log, index, ok: false });
  const cut = bundled.leaves.length / weightOf(bundled);
  const { leaves, hashes } = await checkLeaves(bundled, report, part(step, 0, cut));
  await checkDisclosures(bundled, leaves, report, part(step, cut, 1));
  checkDecisions(bundled, leaves, report);
  const tree = await treeOf(hashes);
  const signed = await checkCheckpoints(bundled, tree, key, verify);
  for (const code of signed) report(code, null);
  const failed = new Set(wrong.map(({ code }) => code));
  const held = LOG_CHECKS.filter((code) => !failed.has(code) && (!code.startsWith('checkpoint-') || key !== null));
  const findings = [...wrong, ...held.map((code) => ({ code, log: bundled.log, index: null, ok: true }))];
  return { bundled, leaves, hashes, tree, findings };
}

const LOG_CHECKS = CHECKS.filter((code) => !code.startsWith('bundle-') && code !== 'key' && code !== 'seal');

/** Says how many faults there are now. */
type Report = (code: Check, index: number | null) => number;

/** Leaves that are hashed at a time: enough to keep an engine busy, few enough not to fill the memory. */
const BATCH = 2048;

function hashesOf(leaves: readonly string[]): Promise<Hash[]> {
  return Promise.all(leaves.map((text) => leafHashBytes(utf8(text))));
}

/** Goes on after a fault, so that one change is not told as a hundred. Gives the readable leaves by their own index. */
async function checkLeaves(
  bundled: BundledLog,
  report: Report,
  step: Step,
): Promise<{ leaves: Map<number, Leaf>; hashes: readonly Hash[] }> {
  const leaves = new Map<number, Leaf>();
  const hashes: Hash[] = [];
  let link: Link = START;
  for (const [at, text] of bundled.leaves.entries()) {
    if (at % BATCH === 0) {
      step(at / bundled.leaves.length);
      hashes.push(...(await hashesOf(bundled.leaves.slice(at, at + BATCH))));
    }
    const read = readLeafText(text);
    const leaf = read.ok ? read.leaf : null;
    let faults = read.ok ? 0 : report(read.fault, link.size);
    if (leaf) {
      for (const fault of chainFaults(link, bundled.log, leaf)) faults = report(fault, link.size);
      if (!leaves.has(leaf.index)) leaves.set(leaf.index, leaf);
    }
    link = linkTo(link, base64url(hashes[at] as Hash), leaf);
    if (faults > FAULTS_MAX) break;
  }
  if (bundled.size !== bundled.leaves.length) report('size', null);
  if (bundled.head !== link.head) report('head', null);
  const opening = leaves.get(0)?.entry;
  if (opening?.kind === 'meeting-opened' && opening.platform !== bundled.platform) report('platform', 0);
  return { leaves, hashes };
}

/** Each decision is of one requirement of this log, in its order. What it says of the law nobody can check by the log: that rests on the seal. */
function checkDecisions({ decisions = [] }: BundledLog, leaves: Map<number, Leaf>, report: Report): void {
  let before = -1;
  for (const { index, fingerprint } of decisions) {
    const entry = leaves.get(index)?.entry;
    const fits = entry?.kind === 'requirement-set' && entry.fingerprint === fingerprint && index > before;
    if (!fits && report('decision', index) > FAULTS_MAX) return;
    before = index;
  }
}

async function checkDisclosures(
  bundled: BundledLog,
  leaves: Map<number, Leaf>,
  report: Report,
  step: Step,
): Promise<void> {
  const before = new Set<string>();
  let commitments: readonly string[] = [];
  for (const [at, { index, field, disclosure }] of bundled.disclosures.entries()) {
    if (at % BATCH === 0) {
      step(at / bundled.disclosures.length);
      commitments = await commitmentsOf(bundled.disclosures.slice(at, at + BATCH));
    }
    const read = readDisclosure(disclosure);
    const commitment = leaves.get(index)?.sealed[field];
    const place = `${index} ${field}`;
    let faults = 0;
    if (read === null) faults = report('disclosure-shape', index);
    else if (commitment === undefined || read.field !== field || before.has(place))
      faults = report('disclosure-place', index);
    else if (commitments[at % BATCH] !== commitment) faults = report('commitment', index);
    before.add(place);
    if (faults > FAULTS_MAX) return;
  }
}
