import { ED25519_KEY_BYTES, type VerifyEd25519 } from '../model/ed25519.ts';
import { fromBase64url } from '../model/id.ts';
import type { Bundle, BundledLog } from './bundle.ts';
import { isCanonicable } from './canonical.ts';
import { originOf, readCheckpointText } from './checkpoint.ts';
import { commitmentsOf } from './commitment.ts';
import { type Hash, rootAt, type Tree } from './merkle.ts';
import { sameHash } from './merkle-proof.ts';
import { noteKey } from './note-key.ts';
import { hashOfDecisions, isSealOf } from './seal.ts';
import { checkNote, readNote } from './signed-note.ts';

/** What is signed in an export, and so what can be wrong with it. FORMAT.md section 7 has one line for each. */
export const SIGNED_CHECKS = [
  'key',
  'checkpoint-shape',
  'checkpoint-log',
  'checkpoint-signature',
  'checkpoint-root',
  'checkpoint-order',
  'seal',
] as const;
export type SignedCheck = (typeof SIGNED_CHECKS)[number];

/** The bytes of the export's key; null when it has none that is one. */
export function keyOf({ key }: Pick<Bundle, 'key'>): Uint8Array<ArrayBuffer> | null {
  const bytes = key === undefined ? null : fromBase64url(key);
  return bytes?.length === ED25519_KEY_BYTES ? bytes : null;
}

/**
 * Checks a log's checkpoints against its leaves. tree: over the leaf hashes of `leaves`, whatever is in them. A root that differs means
 * that the log is another one than the one that was signed: a fork.
 */
export async function checkCheckpoints(
  { log, checkpoints = [] }: Pick<BundledLog, 'log' | 'checkpoints'>,
  tree: Tree,
  key: Uint8Array<ArrayBuffer> | null,
  verify: VerifyEd25519,
): Promise<SignedCheck[]> {
  // They come together: a signed export in which some are missing is one from which they were taken.
  if (!key) return checkpoints.length === 0 ? [] : ['key'];
  const wrong = new Set<SignedCheck>();
  const origin = originOf(log);
  let before = -1;
  for (const text of checkpoints) {
    const note = readNote(text);
    const checkpoint = note && readCheckpointText(note.text);
    if (!note || !checkpoint) {
      wrong.add('checkpoint-shape');
      continue;
    }
    if (checkpoint.origin !== origin) wrong.add('checkpoint-log');
    else if ((await checkNote(note, [await noteKey(origin, key)], verify)) !== 'good')
      wrong.add('checkpoint-signature');
    else if (!(await isRoot(tree, checkpoint.size, checkpoint.root))) wrong.add('checkpoint-root');
    if (checkpoint.size <= before) wrong.add('checkpoint-order');
    before = checkpoint.size;
  }
  if (before !== tree.size) wrong.add('checkpoint-order');
  return [...wrong];
}

/** Disclosures that are hashed at a time. */
const BATCH = 2048;

/** Checks the seal of the whole export; nothing to say when there is none. */
export async function checkSeal(bundle: Bundle, verify: VerifyEd25519): Promise<SignedCheck[]> {
  const { seal, exportedAt } = bundle;
  const key = keyOf(bundle);
  if (seal === undefined) return key ? ['seal'] : [];
  if (!key) return ['key'];
  const logs = await Promise.all(
    bundle.logs.map(async ({ log, platform, size, head, disclosures, decisions }) => {
      const disclosed: string[] = [];
      for (let at = 0; at < disclosures.length; at += BATCH)
        disclosed.push(...(await commitmentsOf(disclosures.slice(at, at + BATCH))));
      // What has no canonical form has no hash, and no seal of ours.
      const decided = decisions && (isCanonicable(decisions) ? await hashOfDecisions(decisions) : '');
      return { log, platform, size, head, disclosed, ...(decided !== undefined && { decisions: decided }) };
    }),
  );
  return isCanonicable(logs) && (await isSealOf(seal, { exportedAt, logs }, key, verify)) ? [] : ['seal'];
}

async function isRoot(tree: Tree, size: number, root: Hash): Promise<boolean> {
  return size <= tree.size && sameHash(await rootAt(tree, size), root);
}
