import { utf8 } from '../log/canonical.ts';
import { readCheckpointText } from '../log/checkpoint.ts';
import { type DeviceBundle, readDeviceBundle } from '../log/device-bundle.ts';
import { deviceOrigin, type Opening, openingHash, readDeviceLeaf, readOpening } from '../log/device-leaf.ts';
import { fingerprintOf } from '../log/fingerprint.ts';
import { leafHash, NO_LEAF } from '../log/leaf.ts';
import { type Hash, rootAt, type Tree, treeOf } from '../log/merkle.ts';
import { sameHash } from '../log/merkle-proof.ts';
import { noteKey } from '../log/note-key.ts';
import { checkNote, readNote } from '../log/signed-note.ts';
import { type Step, UNTOLD } from '../log/step.ts';
import { ED25519_KEY_BYTES, type VerifyEd25519 } from '../model/ed25519.ts';
import { fromBase64url } from '../model/id.ts';
import type { Verdict, VerifiedLine } from '../model/verified.ts';
import {
  DEVICE_CHECKS,
  DEVICE_LIMIT_MEANINGS,
  DEVICE_MEANINGS,
  type DeviceCheck,
  type DeviceLimit,
} from './device-meanings.ts';
import type { Given } from './witness.ts';

export type DeviceLine = VerifiedLine<DeviceCheck, DeviceLimit>;

/** A log that was given along, with the signed notes that its export carries. */
export interface GivenSigned extends Given {
  readonly checkpoints: readonly string[];
}

/**
 * Verifies the text of a device log (FORMAT.md section 17), offline: that it is the one that this device signed, that no meeting's log in
 * it has two stories, and that every meeting that is given along, as far as the same key signed it, is in it. Never throws for what is in
 * the text.
 *
 * @param kept checkpoints of device logs that somebody kept earlier, as text; those of other devices are passed over
 */
export async function verifyDeviceLog(
  text: string,
  given: readonly GivenSigned[],
  verify: VerifyEd25519,
  kept: readonly string[] = [],
  step = UNTOLD,
): Promise<{ readonly verdict: Verdict; readonly lines: readonly DeviceLine[] }> {
  const read = readDeviceBundle(text);
  if (!read.ok) return { verdict: 'unreadable', lines: [line(read.fault, 'fails')] };
  const { bundle } = read;
  const found = new Findings();
  const key = keyOf(bundle);
  if (!key) found.fails('device-key');
  const hashes = await checkLeaves(bundle, found, step);
  const tree = await treeOf(hashes);
  const openings = await checkOpenings(bundle, found);
  checkStories(openings, found);
  if (key) {
    await checkSigned(bundle, key, tree, found, verify);
    const own = given.filter((one) => one.key !== null && sameHash(one.key, key));
    for (const one of own) await checkGiven(one, openings, found);
    found.looked('device-meetings', own.length > 0);
    found.looked('device-continued', await checkKept(kept, key, tree, found, verify));
    found.fact('fingerprint', await fingerprintOf(key));
  }
  found.fact('root', `${hashes.length} ${bundle.checkpoint.split('\n')[2] ?? ''}`);
  if (openings.length < bundle.leaves.length) found.limit('device-hidden');
  return found.told();
}

/** Collects; a check that never failed held, and one that nothing was there for was not made. */
class Findings {
  private readonly lines: DeviceLine[] = [];
  private readonly failed = new Set<DeviceCheck>();
  private readonly unmade = new Set<DeviceCheck>();

  fails(code: DeviceCheck, log: string | null = null, index: number | null = null): void {
    this.failed.add(code);
    if (this.lines.length < LINES_MAX) this.lines.push(line(code, 'fails', log, index));
  }

  looked(code: DeviceCheck, at: boolean): void {
    if (!at) this.unmade.add(code);
  }

  limit(code: DeviceLimit, log: string | null = null): void {
    this.lines.push({ what: 'limit', code, log, means: DEVICE_LIMIT_MEANINGS[code] });
  }

  fact(fact: 'root' | 'fingerprint', value: string): void {
    this.lines.push({ what: 'fact', fact, log: null, value });
  }

  told(): { readonly verdict: Verdict; readonly lines: readonly DeviceLine[] } {
    for (const code of DEVICE_CHECKS)
      if (!this.failed.has(code)) this.lines.push(line(code, this.unmade.has(code) ? 'not-checked' : 'holds'));
    this.limit('device-tail');
    this.limit('device-whose-key');
    return { verdict: this.failed.size > 0 ? 'invalid' : 'valid', lines: this.lines };
  }
}

/** Leaves after which it is told how far it is. */
const TELL = 500;
/** After so many faults nobody reads on. */
const LINES_MAX = 1000;
const NOTHING_GIVEN = 'This was not looked at: nothing to compare it with was given along.';

function line(
  code: DeviceCheck,
  result: 'holds' | 'fails' | 'not-checked',
  log: string | null = null,
  index: number | null = null,
): DeviceLine {
  const means = result === 'not-checked' ? NOTHING_GIVEN : DEVICE_MEANINGS[code][result];
  return { what: 'check', code, result, log, index, means };
}

function keyOf({ key }: DeviceBundle): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64url(key);
  return bytes?.length === ED25519_KEY_BYTES ? bytes : null;
}

/** Goes on after a fault, so that one change is told once. Gives the hash of every leaf, whatever is in it. */
async function checkLeaves({ leaves }: DeviceBundle, found: Findings, step: Step): Promise<Hash[]> {
  const hashes: Hash[] = [];
  let [prev, time] = [NO_LEAF, ''];
  for (const [index, text] of leaves.entries()) {
    if (index % TELL === 0) step(index / leaves.length);
    const leaf = readDeviceLeaf(text);
    if (!leaf) found.fails('device-leaf', null, index);
    else if (leaf.index !== index || leaf.prev !== prev || leaf.time < time) found.fails('device-chain', null, index);
    prev = await leafHash(utf8(text));
    time = leaf?.time ?? time;
    hashes.push(fromBase64url(prev) as Hash);
  }
  return hashes;
}

interface Opened extends Opening {
  readonly index: number;
}

/** The openings that are what their leaves are committed to, by index. */
async function checkOpenings({ leaves, openings }: DeviceBundle, found: Findings): Promise<Opened[]> {
  const opened: Opened[] = [];
  let before = -1;
  for (const { index, opening } of openings) {
    const said = readOpening(opening);
    const leaf = readDeviceLeaf(leaves[index] ?? '');
    const fits = said && leaf && index > before && leaf.checkpoint === (await openingHash(opening));
    if (fits) opened.push({ ...said, index });
    else found.fails('device-opening', null, index);
    before = index;
  }
  return opened;
}

/** A log only ever grows, and each size of it is signed once: anything else is a second story of the same meeting. */
function checkStories(openings: readonly Opened[], found: Findings): void {
  const newest = new Map<string, number>();
  for (const { log, size, index } of openings) {
    if (size <= (newest.get(log) ?? -1)) found.fails('device-stories', log, index);
    newest.set(log, Math.max(size, newest.get(log) ?? -1));
  }
}

async function checkSigned(
  { checkpoint: text }: DeviceBundle,
  key: Uint8Array<ArrayBuffer>,
  tree: Tree,
  found: Findings,
  verify: VerifyEd25519,
): Promise<void> {
  const signed = await readSigned(text, key, verify);
  if (!signed) return found.fails('device-signature');
  if (signed.size !== tree.size || !sameHash(signed.root, await rootAt(tree))) found.fails('device-root');
}

/** The checkpoint of a note that this device signed of its own device log; null for anything else. */
async function readSigned(text: string, key: Uint8Array<ArrayBuffer>, verify: VerifyEd25519) {
  const origin = await deviceOrigin(key);
  const note = readNote(text);
  const checkpoint = note && readCheckpointText(note.text);
  if (!note || checkpoint?.origin !== origin) return null;
  return (await checkNote(note, [await noteKey(origin, key)], verify)) === 'good' ? checkpoint : null;
}

/** What was signed of a meeting is in the device log, and what the device log says of it is so. */
async function checkGiven(given: GivenSigned, openings: readonly Opened[], found: Findings): Promise<void> {
  const { log, hashes } = given;
  const tree = await treeOf(hashes);
  const own = openings.filter((one) => one.log === log);
  for (const text of given.checkpoints) {
    const signed = readCheckpointText(readNote(text)?.text ?? '');
    // A checkpoint that cannot be read is told of where the export itself is checked.
    if (signed && !own.some(({ size }) => size === signed.size)) found.fails('device-meetings', log);
  }
  for (const { size, root, index } of own) {
    if (size > hashes.length) continue;
    if (!sameHash(await rootAt(tree, size), fromBase64url(root) as Hash)) found.fails('device-stories', log, index);
  }
  if (own.some(({ size }) => size > hashes.length)) found.limit('device-went-on', log);
}

/** Whether anything was of this device. */
async function checkKept(
  kept: readonly string[],
  key: Uint8Array<ArrayBuffer>,
  tree: Tree,
  found: Findings,
  verify: VerifyEd25519,
): Promise<boolean> {
  let any = false;
  for (const text of kept) {
    const signed = await readSigned(text, key, verify);
    if (!signed) continue;
    any = true;
    const goesOn = signed.size <= tree.size && sameHash(await rootAt(tree, signed.size), signed.root);
    if (!goesOn) found.fails('device-continued');
  }
  return any;
}
