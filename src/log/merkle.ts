/**
 * The Merkle tree of RFC 6962 section 2.1 over hashes of leaves: node = SHA-256(0x01 || left || right), root of no leaf = SHA-256 of
 * nothing, split at the largest power of two that is smaller than the size. A leaf's hash is leafHash() in leaf.ts.
 *
 * Own code: of what npm has, @transmute/rfc9162 has had no release since 2024, @sigstore/verify proves inclusion only and wants Node's
 * Buffer, and merkletreejs makes another tree (no 0x00 and 0x01, no consistency proofs). This is tried with the public vectors of
 * transparency-dev/merkle.
 */
export type Hash = Uint8Array<ArrayBuffer>;
export const TREE_HASH_BYTES = 32;

/**
 * What a log needs to remember of its tree to append to it: the roots of the perfect subtrees that it is made of, largest first, one for
 * each 1 in the binary size. At most 53 hashes, so an append takes O(log n).
 */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Hash[];
}
export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

/** The frontier after one more leaf. */
export async function extended({ size, roots }: Frontier, leaf: Hash): Promise<Frontier> {
  const next = [...roots];
  let last = leaf;
  // Each trailing 1 of the size is a perfect subtree that becomes a whole one twice as large.
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = next.pop();
    if (!left) throw new RangeError(`a frontier of ${size} leaves has ${roots.length} roots`);
    last = await nodeHash(left, last);
  }
  return { size: size + 1, roots: [...next, last] };
}

/** Root of the tree that has this frontier. */
export async function rootOfFrontier({ roots }: Frontier): Promise<Hash> {
  let root = roots.at(-1);
  if (!root) return emptyRoot();
  for (const left of roots.slice(0, -1).reverse()) root = await nodeHash(left, root);
  return root;
}

/** A whole tree in memory, for proofs. levels[k][i] is the root of the perfect subtree of the leaves i * 2^k up to (i + 1) * 2^k. */
export interface Tree {
  readonly size: number;
  readonly levels: readonly (readonly Hash[])[];
}

/** Nodes that are hashed at a time: enough to keep an engine busy, few enough not to fill the memory with promises. */
const BATCH = 4096;

export async function treeOf(leaves: readonly Hash[]): Promise<Tree> {
  const levels: Hash[][] = [[...leaves]];
  for (let below = levels[0] ?? []; below.length > 1; below = levels.at(-1) ?? []) {
    const level: Hash[] = [];
    const whole = Math.floor(below.length / 2);
    for (let from = 0; from < whole; from += BATCH) {
      const some = Array.from({ length: Math.min(BATCH, whole - from) }, (_, i) => 2 * (from + i));
      level.push(...(await Promise.all(some.map((at) => nodeHash(nodeAt(below, at), nodeAt(below, at + 1))))));
    }
    levels.push(level);
  }
  return { size: leaves.length, levels };
}

/** Root of the tree as it was with its first `size` leaves. */
export function rootAt(tree: Tree, size = tree.size): Promise<Hash> {
  if (size < 0 || size > tree.size) throw new RangeError(`no tree of ${size} in one of ${tree.size}`);
  return size === 0 ? emptyRoot() : rangeHash(tree, 0, size);
}

/** Root over the leaves from..to (to not included); at least one leaf, and `from` a multiple of the power of two that to - from fits in. */
export async function rangeHash(tree: Tree, from: number, to: number): Promise<Hash> {
  const count = to - from;
  const split = splitOf(count);
  // A perfect subtree is known; anything else is split as the tree itself is.
  if (split * 2 === count || count === 1) {
    const level = Math.round(Math.log2(count));
    return nodeAt(tree.levels[level] ?? [], from / count);
  }
  return nodeHash(await rangeHash(tree, from, from + split), await rangeHash(tree, from + split, to));
}

/** The largest power of two that is smaller than `count` (RFC 6962: k < n <= 2k). */
export function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

export async function nodeHash(left: Hash, right: Hash): Promise<Hash> {
  const bytes = new Uint8Array(1 + 2 * TREE_HASH_BYTES);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + TREE_HASH_BYTES);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

async function emptyRoot(): Promise<Hash> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(0)));
}

function nodeAt(level: readonly Hash[], at: number): Hash {
  const node = level[at];
  if (!node) throw new RangeError(`no node ${at} among ${level.length}`);
  return node;
}
