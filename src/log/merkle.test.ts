import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fromBase64url } from '../model/id.ts';
import { leafHash } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Hash, rootAt, rootOfFrontier, treeOf } from './merkle.ts';
import { consistencyProof, includes, inclusionProof, isConsistent } from './merkle-proof.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const leafOf = async (bytes: Uint8Array) => fromBase64url(await leafHash(bytes)) as Hash;
const leavesOf = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => leafOf(Uint8Array.of(i, i >> 8))));

/** The reference inputs of Certificate Transparency and the roots of their first 0 to 8 (transparency-dev/merkle testonly/constants.go, Apache-2.0). */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the reference inputs have the reference roots, at once and leaf by leaf', async () => {
  const leaves = await Promise.all(INPUTS.map((input) => leafOf(hex(input))));
  const tree = await treeOf(leaves);
  let frontier = EMPTY_FRONTIER;
  for (const [size, root] of ROOTS.entries()) {
    expect(await rootAt(tree, size)).toEqual(hex(root));
    expect(await rootOfFrontier(frontier)).toEqual(hex(root));
    const next = leaves[size];
    if (next) frontier = await extended(frontier, next);
  }
});

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

/** Proofs of transparency-dev/merkle testdata (Apache-2.0), when they lie beside the project; most are malformed on purpose. */
const PUBLIC = new URL('../../../shared/vectors/merkle-proofs.json', import.meta.url);
describe.runIf(existsSync(PUBLIC))('the public vectors', () => {
  interface Probe {
    readonly name: string;
    readonly wantErr: boolean;
    readonly proof: readonly string[] | null;
  }
  const all = existsSync(PUBLIC) ? JSON.parse(readFileSync(PUBLIC, 'utf8')) : { inclusion: [], consistency: [] };
  const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

  it.each(all.inclusion as (Probe & { leafIdx: number; treeSize: number; root: string; leafHash: string })[])(
    '$name',
    async ({ leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
      const claim = { index: leafIdx, size: treeSize, leaf: bytes(leaf), root: bytes(root) };
      expect(await includes({ ...claim, proof: (proof ?? []).map(bytes) })).toBe(!wantErr);
    },
  );

  it.each(all.consistency as (Probe & { size1: number; size2: number; root1: string; root2: string })[])(
    '$name',
    async ({ size1, size2, root1, root2, proof, wantErr }) => {
      const claim = { before: size1, size: size2, rootBefore: bytes(root1), root: bytes(root2) };
      expect(await isConsistent({ ...claim, proof: (proof ?? []).map(bytes) })).toBe(!wantErr);
    },
  );
});

function flipped(hash: Hash, bit: number): Hash {
  const changed = new Uint8Array(hash);
  const at = (bit >> 3) % changed.length;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
  return changed;
}
