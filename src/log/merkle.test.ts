import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fromBase64url } from '../model/id.ts';
import { leafHash } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Hash, rootAt, rootOfFrontier, treeOf } from './merkle.ts';
import { consistencyProof, includes, inclusionProof, isConsistent } from './merkle-proof.ts';

const leafOf = async (bytes: Uint8Array) => fromBase64url(await leafHash(bytes)) as Hash;
const leavesOf = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => leafOf(Uint8Array.of(i, i >> 8))));

describe('for a tree of any size', () => {
  const sizes = fc.integer({ min: 1, max: 130 });

  it('the frontier has one root for each 1 of the size, and the root of the tree', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const leaves = await leavesOf(size);
        let frontier = EMPTY_FRONTIER;
        for (const leaf of leaves) frontier = await extended(frontier, leaf);
        expect(frontier.roots).toHaveLength([...size.toString(2)].filter((digit) => digit === '1').length);
        expect(await rootOfFrontier(frontier)).toEqual(await rootAt(await treeOf(leaves)));
      }),
      { numRuns: 40 },
    );
  });

  it('each leaf is proved at its place only, and a changed proof is refused', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), fc.nat(), async (size, at, bit, cut) => {
        const leaves = await leavesOf(size);
        const tree = await treeOf(leaves);
        const index = at % size;
        const proof = await inclusionProof(tree, index);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        const claim = { index, size, leaf: leaves[index] as Hash, root: await rootAt(tree), proof };
        expect(await includes(claim)).toBe(true);
        expect(await includes({ ...claim, index: (index + 1) % (size + 1) })).toBe(false);
        expect(await includes({ ...claim, leaf: flipped(claim.leaf, bit) })).toBe(false);
        expect(await includes({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
        expect(await includes({ ...claim, proof: [...proof, claim.leaf] })).toBe(false);
        if (proof.length === 0) return;
        const which = cut % proof.length;
        expect(await includes({ ...claim, proof: proof.filter((_, i) => i !== which) })).toBe(false);
        expect(await includes({ ...claim, proof: proof.map((h, i) => (i === which ? flipped(h, bit) : h)) })).toBe(
          false,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('each older size is proved to be its beginning, and a changed proof is refused', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), fc.nat(), async (size, at, bit, cut) => {
        const tree = await treeOf(await leavesOf(size));
        const before = 1 + (at % size);
        const proof = await consistencyProof(tree, before);
        const claim = { before, size, rootBefore: await rootAt(tree, before), root: await rootAt(tree), proof };
        expect(await isConsistent(claim)).toBe(true);
        expect(await isConsistent({ ...claim, rootBefore: flipped(claim.rootBefore, bit) })).toBe(false);
        expect(await isConsistent({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
        expect(await isConsistent({ ...claim, proof: [...proof, claim.root] })).toBe(false);
        expect(await isConsistent({ ...claim, before: 0 })).toBe(false);
        expect(await isConsistent({ ...claim, before: size + 1 })).toBe(false);
        if (proof.length === 0) return;
        const which = cut % proof.length;
        expect(await isConsistent({ ...claim, proof: proof.filter((_, i) => i !== which) })).toBe(false);
        expect(await isConsistent({ ...claim, proof: proof.map((h, i) => (i === which ? flipped(h, bit) : h)) })).toBe(
          false,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('a tree that forked has no proof', async () => {
    const leaves = await leavesOf(11);
    const other = [...leaves.slice(0, 6), await leafOf(Uint8Array.of(99)), ...leaves.slice(7)];
    const [tree, fork] = [await treeOf(leaves), await treeOf(other)];
    const proof = await consistencyProof(fork, 8);
    expect(
      await isConsistent({ before: 8, size: 11, rootBefore: await rootAt(tree, 8), root: await rootAt(fork), proof }),
    ).toBe(false);
  });
});

test('what is no place in a tree is refused', async () => {
  const tree = await treeOf(await leavesOf(3));
  await expect(inclusionProof(tree, 3)).rejects.toThrow(RangeError);
  await expect(inclusionProof(tree, -1)).rejects.toThrow(RangeError);
  await expect(inclusionProof(tree, 0, 4)).rejects.toThrow(RangeError);
  await expect(consistencyProof(tree, 0)).rejects.toThrow(RangeError);
  await expect(consistencyProof(tree, 3, 2)).rejects.toThrow(RangeError);
  expect(() => rootAt(tree, 4)).toThrow(RangeError);
});

function flipped(hash: Hash, bit: number): Hash {
  const changed = new Uint8Array(hash);
  const at = (bit >> 3) % changed.length;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
  return changed;
}
