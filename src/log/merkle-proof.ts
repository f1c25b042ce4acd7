import { type Hash, nodeHash, rangeHash, splitOf, TREE_HASH_BYTES, type Tree } from './merkle.ts';

/**
 * Proofs of RFC 6962 section 2.1, and their verification as RFC 9162 writes it down (sections 2.1.3.2 and 2.1.4.2). Numbers are counts
 * of leaves up to 2^53, so they are halved by division: JavaScript's shifts end at 2^32.
 */

/** Hashes that lead from leaf `index` to the root of the first `size` leaves, the leaf's sibling first (PATH). */
export async function inclusionProof(tree: Tree, index: number, size = tree.size): Promise<Hash[]> {
  if (!(index >= 0 && index < size && size <= tree.size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Hash[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.unshift(await rangeHash(tree, middle, to));
      to = middle;
    } else {
      path.unshift(await rangeHash(tree, from, middle));
      from = middle;
    }
  }
  return path;
}

/** Hashes that show that the first `size` leaves begin with the first `before` (PROOF); none when they are as many. */
export async function consistencyProof(tree: Tree, before: number, size = tree.size): Promise<Hash[]> {
  if (!(before > 0 && before <= size && size <= tree.size)) throw new RangeError(`no proof from ${before} to ${size}`);
  const path: Hash[] = [];
  let [from, to] = [0, size];
  // Whole: the subtree that is looked at is all of the old tree, whose root the verifier has.
  let whole = true;
  while (before !== to) {
    const middle = from + splitOf(to - from);
    if (before <= middle) {
      path.unshift(await rangeHash(tree, middle, to));
      to = middle;
    } else {
      path.unshift(await rangeHash(tree, from, middle));
      from = middle;
      whole = false;
    }
  }
  if (!whole) path.unshift(await rangeHash(tree, from, to));
  return path;
}

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether the proof shows that `leaf` is at `index` in the tree of this size and root. Whatever is malformed is a plain no. */
export async function includes({ index, size, leaf, root, proof }: Inclusion): Promise<boolean> {
  if (!isCount(index) || !isCount(size) || index >= size || ![leaf, root, ...proof].every(isHash)) return false;
  let [place, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = await nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = await nodeHash(hash, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

export interface Consistency {
  readonly before: number;
  readonly size: number;
  readonly rootBefore: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/**
 * Whether the proof shows that the tree of `size` begins with all of the tree of `before`. From an empty tree nothing can be proved, so
 * that is a no; so is whatever is malformed.
 */
export async function isConsistent({ before, size, rootBefore, root, proof }: Consistency): Promise<boolean> {
  if (!isCount(before) || !isCount(size) || before === 0 || before > size) return false;
  if (![rootBefore, root, ...proof].every(isHash)) return false;
  if (before === size) return proof.length === 0 && sameHash(rootBefore, root);
  if (proof.length === 0) return false;
  const path = isPowerOfTwo(before) ? [rootBefore, ...proof] : [...proof];
  let [place, last] = [before - 1, size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let old = path[0] as Hash;
  let now = old;
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = await nodeHash(sibling, old);
      now = await nodeHash(sibling, now);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else now = await nodeHash(now, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(old, rootBefore) && sameHash(now, root);
}

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === TREE_HASH_BYTES;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function isPowerOfTwo(count: number): boolean {
  return splitOf(count) * 2 === count || count === 1;
}

function half(count: number): number {
  return Math.floor(count / 2);
}
