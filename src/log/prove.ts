import type { LogRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { LogId } from '../model/id.ts';
import type { LineProof } from '../model/log-line.ts';
import { base64 } from './base64.ts';
import { readCheckpointText } from './checkpoint.ts';
import { Damaged } from './damage.ts';
import { type Hash, rootAt, type Tree } from './merkle.ts';
import { inclusionProof, sameHash } from './merkle-proof.ts';
import { readNote } from './signed-note.ts';
import type { Signer } from './signer.ts';
import type { LogStore } from './store.ts';
import { tlogProofText } from './tlog-proof.ts';

/** What a proof is made from. tree: over the leaves of the log up to the size in `row`, each of them read and held by the chain. */
export interface Provable {
  readonly row: LogRow;
  readonly tree: Tree;
}

/**
 * The proof of one entry, by the newest checkpoint that covers it and that somebody may have; only where there is none is one signed, and
 * kept. Throws Damaged where what was signed is not what the log says: nothing is proved then.
 */
export async function proofOf(
  store: Pick<LogStore, 'checkpoints' | 'checkpoint' | 'leaf'>,
  signer: Signer,
  { row, tree }: Provable,
  index: number,
): Promise<LineProof> {
  const hash = tree.levels[0]?.[index];
  if (!hash || row.size !== tree.size) throw new Failure('unexpected', `no leaf ${index} in a tree of ${tree.size}`);
  const kept = (await store.checkpoints(row.log, row.size + 1)).at(-1);
  const covers = kept !== undefined && (readCheckpointText(readNote(kept)?.text ?? '')?.size ?? 0) > index;
  const checkpoint = covers ? kept : await store.checkpoint(row, signer);
  const size = await sizeOf(checkpoint, tree);
  const path = await inclusionProof(tree, index, size);
  return {
    log: row.log as LogId,
    index,
    leaf: await store.leaf(row.log, index),
    hash: base64(hash),
    path: path.map(base64),
    size,
    checkpoint,
    file: tlogProofText({ index, path, checkpoint }),
  };
}

/** How many entries a checkpoint covers, if its root is the one that they make. */
async function sizeOf(note: string, tree: Tree): Promise<number> {
  const checkpoint = readCheckpointText(readNote(note)?.text ?? '');
  if (!checkpoint) throw new Damaged('checkpoint', null, 'what was signed cannot be read');
  const root: Hash | null = checkpoint.size <= tree.size ? await rootAt(tree, checkpoint.size) : null;
  if (!root || !sameHash(root, checkpoint.root)) throw new Damaged('fork', checkpoint.size, 'not what was signed');
  return checkpoint.size;
}
