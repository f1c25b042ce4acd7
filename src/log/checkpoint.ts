import { base64, fromBase64 } from './base64.ts';
import { type Hash, TREE_HASH_BYTES } from './merkle.ts';
import { isKeyName } from './note-key.ts';

/**
 * The text of a C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint): three lines, origin, size and base64 root hash. Extension
 * lines, which the spec advises against, are refused: nobody would know what they promise.
 */
export interface Checkpoint {
  /** Names the log, and the key that signs: `ask-to-record/` and the id of the log. */
  readonly origin: string;
  /** Leaves in the tree. */
  readonly size: number;
  readonly root: Hash;
}

export function originOf(log: string): string {
  return `ask-to-record/${log}`;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin) || !Number.isSafeInteger(size) || size < 0 || root.length !== TREE_HASH_BYTES) {
    throw new RangeError('not a checkpoint');
  }
  return `${origin}\n${size}\n${base64(root)}\n`;
}

/** null for anything that checkpointText would not write. */
export function readCheckpointText(text: string): Checkpoint | null {
  const [origin = '', digits = '', encoded = '', end, ...rest] = text.split('\n');
  const size = /^(?:0|[1-9][0-9]{0,15})$/.test(digits) ? Number(digits) : Number.NaN;
  const root = fromBase64(encoded);
  if (!isKeyName(origin) || !Number.isSafeInteger(size) || root?.length !== TREE_HASH_BYTES) return null;
  return end === '' && rest.length === 0 ? { origin, size, root } : null;
}
