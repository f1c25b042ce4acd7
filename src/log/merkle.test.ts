import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fromBase64url } from '../model/id.ts';
import { leafHash } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Hash, nodeHash, rangeHash, rootAt, rootOfFrontier, treeOf } from './merkle.ts';
import { consistencyProof, includes, inclusionProof, isConsistent, sameHash } from './merkle-proof.ts';

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

test('a tree with more nodes than are hashed at a time has the same root', async () => {
  const leaf = await leafOf(Uint8Array.of(1));
  let frontier = EMPTY_FRONTIER;
  const leaves = Array.from({ length: 8197 }, () => leaf);
  for (const one of leaves) frontier = await extended(frontier, one);
  expect(await rootAt(await treeOf(leaves))).toEqual(await rootOfFrontier(frontier));
});

test('what is no place in a tree is refused', async () => {
  const tree = await treeOf(await leavesOf(3));
  for (const [index, size] of [
    [3, 3],
    [-1, 3],
    [0, 4],
    [3, 4],
  ] as const)
    await expect(inclusionProof(tree, index, size)).rejects.toThrow(`no leaf ${index} in a tree of ${size}`);
  for (const [before, size] of [
    [0, 3],
    [3, 2],
    [2, 4],
  ] as const)
    await expect(consistencyProof(tree, before, size)).rejects.toThrow(`no proof from ${before} to ${size}`);
  expect(() => rootAt(tree, 4)).toThrow(RangeError);
  expect(() => rootAt(tree, -1)).toThrow(RangeError);
  await expect(rangeHash(tree, 3, 4)).rejects.toThrow(RangeError);
  await expect(
    extended({ size: 3, roots: tree.levels[0]?.slice(0, 1) ?? [] }, await leafOf(Uint8Array.of())),
  ).rejects.toThrow(RangeError);
});

describe('what somebody forged proves nothing', () => {
  async function grown() {
    const tree = await treeOf(await leavesOf(4));
    const [[zero, one, two, three] = [], [left] = []] = tree.levels;
    const [root, rootBefore] = [await rootAt(tree), await rootAt(tree, 3)];
    return { zero, one, two, three, left, root, rootBefore } as Record<string, Hash> as {
      [name in 'zero' | 'one' | 'two' | 'three' | 'left' | 'root' | 'rootBefore']: Hash;
    };
  }
  const longer = (hash: Hash) => Uint8Array.from([...hash, 7]);

  it('a leaf at a place that is no whole number, or before the first', async () => {
    const { zero, one, left, two, three, root } = await grown();
    const right = await nodeHash(two, three);
    const claim = { index: 0, size: 4, leaf: zero, root, proof: [one, right] };
    expect(await includes(claim)).toBe(true);
    expect(await includes({ ...claim, index: 0.5 })).toBe(false);
    expect(await includes({ ...claim, index: -1 })).toBe(false);
    expect(await includes({ ...claim, size: 3.5 })).toBe(false);
    expect(left).toEqual(await nodeHash(zero, one));
  });

  it('a path that leads higher than a tree of that size is', async () => {
    const { zero, one } = await grown();
    const root = await nodeHash(one, zero);
    expect(await includes({ index: 0, size: 1, leaf: zero, root, proof: [one] })).toBe(false);
  });

  it('a hash with a byte too many, which would be written over', async () => {
    const { zero, one, two, three, left, root, rootBefore } = await grown();
    const right = await nodeHash(two, three);
    const claim = { index: 1, size: 4, leaf: one, root };
    expect(await includes({ ...claim, proof: [zero, right] })).toBe(true);
    expect(await includes({ ...claim, proof: [longer(zero), right] })).toBe(false);
    const grows = { before: 3, size: 4, rootBefore, root };
    expect(await isConsistent({ ...grows, proof: [two, three, left] })).toBe(true);
    expect(await isConsistent({ ...grows, proof: [two, three, longer(left)] })).toBe(false);
  });

  it('a log that would be the beginning of a shorter one, or have a part of an entry', async () => {
    const { zero, one, two, three, left, root, rootBefore } = await grown();
    const shrunk = { before: 3, size: 2, rootBefore: zero, root: await nodeHash(zero, one), proof: [zero, one] };
    expect(await isConsistent(shrunk)).toBe(false);
    const claim = { before: 3, size: 4, rootBefore, root, proof: [two, three, left] };
    expect(await isConsistent({ ...claim, before: 2.5 })).toBe(false);
    expect(await isConsistent({ ...claim, size: 3.5 })).toBe(false);
    expect(await isConsistent({ ...claim, before: -1 })).toBe(false);
  });

  it('two roots with the same hash above them both', async () => {
    const { one, two, three, left, root, rootBefore } = await grown();
    const [above, aboveBefore] = [await nodeHash(one, root), await nodeHash(one, rootBefore)];
    const claim = { before: 3, size: 4, rootBefore: aboveBefore, root: above, proof: [two, three, left, one] };
    expect(await isConsistent(claim)).toBe(false);
  });

  it('a hash that another one begins with', () => {
    expect(sameHash(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(sameHash(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
    expect(sameHash(Uint8Array.of(), Uint8Array.of(1))).toBe(false);
  });
});

function flipped(hash: Hash, bit: number): Hash {
  const changed = new Uint8Array(hash);
  const at = (bit >> 3) % changed.length;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
  return changed;
}
