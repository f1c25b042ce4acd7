import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64, fromBase64 } from './base64.ts';
import { type Checkpoint, readCheckpointText } from './checkpoint.ts';
import { type Hash, TREE_HASH_BYTES } from './merkle.ts';
import { includes } from './merkle-proof.ts';
import type { NoteKey } from './note-key.ts';
import { checkNote, readNote } from './signed-note.ts';

/**
 * C2SP tlog-proof (https://c2sp.org/tlog-proof): that one leaf is in a log, in one text file that needs nothing else but the leaf and the
 * log's key. The `extra` line, which nothing protects, is not written and refused.
 */
export interface TlogProof {
  readonly index: number;
  /** From the leaf's sibling up. */
  readonly path: readonly Hash[];
  /** A signed checkpoint, as it is. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves has paths of 53. */
const PATH_MAX = 53;

export function tlogProofText({ index, path, checkpoint }: TlogProof): string {
  return `${[HEADER, `index ${index}`, ...path.map(base64)].join('\n')}\n\n${checkpoint}`;
}

/** null for anything that tlogProofText would not write. */
export function readTlogProof(text: string): TlogProof | null {
  const end = text.indexOf('\n\n');
  const [header, place = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  const digits = /^index (0|[1-9][0-9]{0,15})$/.exec(place)?.[1];
  if (header !== HEADER || digits === undefined || lines.length > PATH_MAX) return null;
  const path = lines.map(fromBase64).filter((hash) => hash?.length === TREE_HASH_BYTES) as Hash[];
  const index = Number(digits);
  if (path.length !== lines.length || !Number.isSafeInteger(index)) return null;
  return { index, path, checkpoint: text.slice(end + 2) };
}

export type ProofFault = 'proof-shape' | 'checkpoint-shape' | 'unknown-key' | 'signature' | 'inclusion';

/** Checks that a leaf of this hash is in the log whose key is given. Gives the checkpoint, or what does not hold. */
export async function checkTlogProof(
  text: string,
  leaf: Hash,
  key: NoteKey,
  verify: VerifyEd25519,
): Promise<
  | { readonly ok: true; readonly index: number; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly fault: ProofFault }
> {
  const fails = (fault: ProofFault) => ({ ok: false, fault }) as const;
  const proof = readTlogProof(text);
  if (!proof) return fails('proof-shape');
  const note = readNote(proof.checkpoint);
  const checkpoint = note && readCheckpointText(note.text);
  if (!note || !checkpoint) return fails('checkpoint-shape');
  if (checkpoint.origin !== key.name) return fails('unknown-key');
  const signed = await checkNote(note, [key], verify);
  if (signed !== 'good') return fails(signed === 'bad' ? 'signature' : 'unknown-key');
  const { index, path } = proof;
  const { size, root } = checkpoint;
  const held = await includes({ index, size, leaf, root, proof: path });
  return held ? { ok: true, index, checkpoint } : fails('inclusion');
}
