import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { fromBase64url } from '../model/id.ts';
import { base64 } from './base64.ts';
import { checkpointText, readCheckpointText } from './checkpoint.ts';
import { leafHash } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Hash, nodeHash, rootAt, rootOfFrontier, treeOf } from './merkle.ts';
import { includes, isConsistent } from './merkle-proof.ts';
import { readNoteKey } from './note-key.ts';
import { checkNote, noteText, readNote } from './signed-note.ts';
import { readTlogProof } from './tlog-proof.ts';

/**
 * What others published for the formats that we follow. Trees and proofs: github.com/transparency-dev/merkle (Apache-2.0; testonly/constants.go,
 * rfc6962/rfc6962_test.go, and every file in testdata/inclusion and testdata/consistency). Notes, checkpoints, proofs: the examples of c2sp.org (CC0).
 */
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const leafOf = async (leaf: Uint8Array) => fromBase64url(await leafHash(leaf)) as Hash;

const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const NODES = [
  [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
    '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658',
    'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
    '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
  ],
  [
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  ],
  [
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ],
  ['5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
];
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

describe('the reference tree', () => {
  it('has the reference roots, at once and leaf by leaf, and the reference nodes', async () => {
    const leaves = await Promise.all(INPUTS.map((input) => leafOf(hex(input))));
    const tree = await treeOf(leaves);
    expect(tree.levels.map((level) => level.map((node) => Buffer.from(node).toString('hex')))).toEqual(NODES);
    let frontier = EMPTY_FRONTIER;
    for (const [size, root] of ROOTS.entries()) {
      expect(await rootAt(tree, size)).toEqual(hex(root));
      expect(await rootOfFrontier(frontier)).toEqual(hex(root));
      const next = leaves[size];
      if (next) frontier = await extended(frontier, next);
    }
  });

  it('hashes a leaf and two nodes as the hasher of RFC 6962 does', async () => {
    const text = (words: string) => new TextEncoder().encode(words);
    expect(await leafOf(text('L123456'))).toEqual(
      hex('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56'),
    );
    // Nodes of ours are 32 bytes; the reference hashes 4 and 4. The same bytes are hashed here without the tree around them.
    const node = await crypto.subtle.digest('SHA-256', Uint8Array.from([1, ...text('N123'), ...text('N456')]));
    expect(new Uint8Array(node)).toEqual(hex('aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb'));
    const [one, two] = [await leafOf(text('Hello')), await leafOf(text('World'))];
    expect(one).not.toEqual(two);
    expect(await nodeHash(one, two)).not.toEqual(await leafOf(Uint8Array.from([...one, ...two])));
    expect(await nodeHash(one, two)).not.toEqual(await nodeHash(two, one));
  });
});

interface Probe {
  readonly name: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
}
interface Probes {
  readonly inclusion: readonly (Probe & { leafIdx: number; treeSize: number; root: string; leafHash: string })[];
  readonly consistency: readonly (Probe & { size1: number; size2: number; root1: string; root2: string })[];
}
const OWN = new URL('./testdata/public/merkle-proofs.json', import.meta.url);
/** A selection of the same that may lie beside the project. */
const BESIDE = new URL('../../../shared/vectors/merkle-proofs.json', import.meta.url);
const probes = JSON.parse(readFileSync(OWN, 'utf8')) as Probes;

/** Taken there, refused here: their roots are words in the place of 32 bytes. */
const NO_HASHES = new Set(
  probes.consistency
    .filter(({ root1, root2 }) => bytes(root1).length !== 32 || bytes(root2).length !== 32)
    .map(({ name }) => name),
);

describe.each([
  ['all of the public proofs', probes],
  ...(existsSync(BESIDE)
    ? [['the proofs beside the project', JSON.parse(readFileSync(BESIDE, 'utf8')) as Probes] as const]
    : []),
] as const)('%s', (_, { inclusion, consistency }) => {
  it.each(inclusion)('$name', async ({ leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
    const claim = { index: leafIdx, size: treeSize, leaf: bytes(leaf), root: bytes(root) };
    expect(await includes({ ...claim, proof: (proof ?? []).map(bytes) })).toBe(!wantErr);
  });

  it.each(consistency)('$name', async ({ name, size1, size2, root1, root2, proof, wantErr }) => {
    const claim = { before: size1, size: size2, rootBefore: bytes(root1), root: bytes(root2) };
    const taken = !wantErr && !NO_HASHES.has(name);
    expect(await isConsistent({ ...claim, proof: (proof ?? []).map(bytes) })).toBe(taken);
  });
});

test('there are 196 of them, and only the one without hashes is refused on purpose', () => {
  expect(probes.inclusion.length + probes.consistency.length).toBe(196);
  const refused = probes.consistency.filter(({ name, wantErr }) => !wantErr && NO_HASHES.has(name));
  expect(refused.map(({ name }) => name)).toEqual([
    'consistency/additional/sizes-are-equal-one-and-proof-is-empty.json',
  ]);
});

describe('the examples of c2sp.org', () => {
  const dash = '\u2014';

  test('signed-note: read, checked with its key, written as it is', async () => {
    const key = await readNoteKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const text = `This is an example message.\n\n${dash} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n`;
    const note = readNote(text);
    if (!key || !note) throw new Error('not read');
    expect(noteText(note)).toBe(text);
    expect(await checkNote(note, [key], ed25519Of(crypto.subtle))).toBe('good');
  });

  test('tlog-checkpoint: origin, size and root', () => {
    const text = `example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n${dash} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n`;
    const note = readNote(text);
    const checkpoint = readCheckpointText(note?.text ?? '');
    expect(checkpoint && { ...checkpoint, root: base64(checkpoint.root) }).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20852163,
      root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    });
    expect(checkpoint && checkpointText(checkpoint)).toBe(note?.text);
  });

  test('tlog-proof: its index and path; its extra line, which nothing protects, is refused', () => {
    const path = 'AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=';
    const proof = (extra: string) => `c2sp.org/tlog-proof@v1\n${extra}index 1\n${path}\n\nexample.com/fancylog\n`;
    expect(readTlogProof(proof(''))).toMatchObject({ index: 1, checkpoint: 'example.com/fancylog\n' });
    expect(readTlogProof(proof('extra c3BpY3k=\n'))).toBeNull();
  });
});
