import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, describe, expect, it } from 'vitest';
import { BUNDLE_MAX, type Bundle } from '../src/log/bundle.ts';
import { utf8 } from '../src/log/canonical.ts';
import { leafHash } from '../src/log/leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootAt, treeOf } from '../src/log/merkle.ts';
import { inclusionProof } from '../src/log/merkle-proof.ts';
import { signedCheckpoint } from '../src/log/signer.ts';
import { LOG } from '../src/log/testdata/meeting.ts';
import { testSigner } from '../src/log/testdata/signer.ts';
import { tlogProofText } from '../src/log/tlog-proof.ts';
import { type AskId, base64url, type EpochId, fromBase64url } from '../src/model/id.ts';
import { joinPost } from '../src/model/tag-post.ts';
import { exported, meeting } from '../src/verify/testdata/story.ts';
import 'fake-indexeddb/auto';
import { verifyFiles } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const stored = (name: string) => new URL(`../src/verify/testdata/${name}.json`, import.meta.url).pathname;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function anew(items: Parameters<typeof exported>[0]): Promise<string> {
  globalThis.indexedDB = new IDBFactory();
  return exported(items);
}

interface Said {
  readonly file: string;
  readonly what: string;
  readonly code?: string;
  readonly result?: string;
  readonly verdict?: string;
  readonly means?: string;
}

async function verified(...names: string[]): Promise<{ code: number; said: Said[]; verdicts: (string | undefined)[] }> {
  const said: Said[] = [];
  const code = await verifyFiles(names, (line) => said.push(line as Said));
  return { code, said, verdicts: said.flatMap(({ what, verdict }) => (what === 'verdict' ? [verdict] : [])) };
}

describe('npm run verify', () => {
  it('prints a line a check, each with what it means, and ends with 0 when all holds', async () => {
    const { code, said, verdicts } = await verified(stored('meeting'), stored('meeting-not-signed'));
    expect(code).toBe(0);
    expect(verdicts).toEqual(['valid', 'valid']);
    expect(said.filter(({ what }) => what !== 'fact').every(({ means }) => (means ?? '').endsWith('.'))).toBe(true);
    expect(said.slice(0, -1).every(({ file }) => file.endsWith('.json') && !file.includes('/'))).toBe(true);
    expect(said.at(-1)).toMatchObject({ what: 'whole', verdict: 'valid', files: 2 });
  });

  it('ends with 1 when something does not hold, whatever else is valid or unreadable', async () => {
    const changed = readFileSync(stored('meeting'), 'utf8').replace('Silva', 'Silvo');
    const { code, verdicts } = await verified(file('changed.json', changed), stored('meeting'), file('x.json', '{'));
    expect(verdicts).toEqual(['invalid', 'valid', 'unreadable']);
    expect(code).toBe(1);
  });

  it.each([
    ['no JSON', 'not a log', 'bundle-json'],
    ['nothing', '', 'bundle-json'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00), 'bundle-json'],
    ['another format', '{"format":"x"}', 'bundle-version'],
    ['far too deep', '['.repeat(100_000), 'bundle-limits'],
  ])('ends with 2 for %s', async (name, content, fault) => {
    const { code, said } = await verified(file(`${name}.json`, content));
    expect(code).toBe(2);
    expect(said.find(({ result }) => result === 'fails')?.code).toBe(fault);
  });

  it('ends with 2 for what is not there, no file, or far too large, which it does not read', async () => {
    const large = file('large.json', '');
    truncateSync(large, BUNDLE_MAX + 1);
    const empty = join(folder, 'empty-folder');
    mkdirSync(empty);
    const { code, said, verdicts } = await verified(join(folder, 'none.json'), empty, large);
    expect(code).toBe(2);
    expect(verdicts).toEqual(['unreadable', 'unreadable', 'unreadable']);
    expect(said.flatMap(({ result, code: which }) => (result === 'fails' ? [which] : []))).toEqual([
      'file-read',
      'file-read',
      'bundle-limits',
    ]);
  });

  it('knows a log by what is in it, however it is called', async () => {
    const log = readFileSync(stored('meeting'), 'utf8');
    expect((await verified(file('log.txt', log))).verdicts).toEqual(['valid']);
    expect((await verified(file('log', log.slice(0, -10)))).code).toBe(2);
  });

  it('ends with 2 for media without a log to compare it with', async () => {
    expect((await verified(file('alone.webm', new Uint8Array(9)))).code).toBe(2);
    expect((await verified(file('empty', ''))).code).toBe(2);
  });

  it('compares a chunk that is given along with the log', async () => {
    const chunk = new Uint8Array(100).fill(7);
    const log = file('log.json', await anew(await meeting(createHash('sha256').update(chunk).digest('base64url'))));
    const right = await verified(log, file('chunk.bin', chunk));
    expect([right.code, ...right.verdicts]).toEqual([0, 'valid', 'valid']);
    const wrong = await verified(file('other.bin', chunk.subarray(1)), log);
    expect([wrong.code, ...wrong.verdicts]).toEqual([1, 'valid', 'invalid']);
    expect(right.said.some(({ code }) => code === 'media-not-given')).toBe(false);
    expect((await verified(log)).said).toContainEqual(
      expect.objectContaining({ code: 'media', result: 'not-checked' }),
    );
  });

  it('finds by what somebody else kept that a log was cut, or is another one', async () => {
    const kept = await signedCheckpoint(await testSigner(), LOG, await frontierOf(stored('meeting'), 12));
    const note = file('kept.checkpoint', kept);
    const good = await verified(stored('meeting'), note);
    expect([good.code, ...good.verdicts]).toEqual([0, 'valid', 'valid']);
    const shorter = file('shorter.json', await anew((await meeting()).slice(0, 11)));
    expect((await verified(shorter, note)).verdicts).toEqual(['valid', 'invalid']);
    const other = file(
      'other.json',
      await anew((await meeting('A'.repeat(43))).map((one) => ({ ...one, at: one.at + 1 }))),
    );
    expect((await verified(other, note)).verdicts).toEqual(['valid', 'invalid']);
    const forged = file(
      'forged.checkpoint',
      await signedCheckpoint(await testSigner(7), LOG, await frontierOf(stored('meeting'), 12)),
    );
    expect((await verified(stored('meeting'), forged)).verdicts).toEqual(['valid', 'invalid']);
    for (const alone of [[note], [stored('meeting-not-signed'), note], [stored('meeting'), file('x.checkpoint', 'x')]])
      expect((await verified(...alone)).code).toBe(2);
  });

  it('compares the root in the meeting’s chat, copied as a site broke it', async () => {
    const { hashes } = await leavesOf(stored('meeting'));
    const tree = await treeOf(hashes);
    const said = async (size: number, of = size) => {
      const root = { size, hash: base64url(await rootAt(tree, of)) };
      const tag = { kind: 'on', ask: 'aAAAAAAAAAAAA' as AskId, epoch: 'eAAAAAAAAAAAA' as EpochId, root } as const;
      return `10:04 Ada\n${joinPost('Recording is on now.', tag).replaceAll(' ', '\n')}\n10:05 Ben\nhello\n`;
    };
    const good = await verified(stored('meeting'), file('chat.txt', (await said(12)) + (await said(14))));
    expect([good.code, ...good.verdicts]).toEqual([0, 'valid', 'valid']);
    const forked = await verified(stored('meeting'), file('fork.txt', (await said(12)) + (await said(14, 13))));
    expect([forked.code, ...forked.verdicts]).toEqual([1, 'valid', 'invalid']);
    const shorter = file('cut.json', await anew((await meeting()).slice(0, 11)));
    expect((await verified(shorter, file('later.txt', await said(12)))).verdicts).toEqual(['valid', 'invalid']);
    // Not signed by anybody, it is known by its root alone; without a log there is nothing to compare it with.
    expect((await verified(stored('meeting-not-signed'), file('kept.txt', await said(12)))).code).toBe(0);
    expect((await verified(file('alone.txt', await said(12)))).code).toBe(2);
    expect((await verified(stored('meeting'), file('talk.txt', 'hello'))).code).toBe(2);
  });

  it('proves one entry by the file that somebody took home', async () => {
    const { hashes, root } = await leavesOf(stored('meeting'));
    const tree = await treeOf(hashes);
    const checkpoint = await signedCheckpoint(await testSigner(), LOG, root);
    const proof = tlogProofText({ index: 8, path: await inclusionProof(tree, 8), checkpoint });
    const good = await verified(stored('meeting'), file('mine.tlog-proof', proof));
    expect([good.code, ...good.verdicts]).toEqual([0, 'valid', 'valid']);
    const moved = await verified(stored('meeting'), file('moved.tlog-proof', proof.replace('index 8', 'index 9')));
    expect(moved.verdicts).toEqual(['valid', 'invalid']);
  });

  it('can be run, and says how when it is given nothing', () => {
    const run = (...names: string[]) => spawnSync('npx', ['tsx', 'scripts/verify.ts', ...names], { encoding: 'utf8' });
    const good = run(stored('meeting'));
    expect(good.status).toBe(0);
    const lines = good.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Said);
    expect(lines.slice(-2)).toMatchObject([
      { what: 'verdict', verdict: 'valid' },
      { what: 'whole', verdict: 'valid' },
    ]);
    expect(run()).toMatchObject({ status: 2, stdout: '' });
  });
});

async function leavesOf(path: string): Promise<{ hashes: Hash[]; root: Frontier }> {
  const { leaves } = (JSON.parse(readFileSync(path, 'utf8')) as Bundle).logs[0] ?? { leaves: [] };
  const hashes = await Promise.all(leaves.map(async (leaf) => fromBase64url(await leafHash(utf8(leaf))) as Hash));
  let root = EMPTY_FRONTIER;
  for (const hash of hashes) root = await extended(root, hash);
  return { hashes, root };
}

async function frontierOf(path: string, size: number): Promise<Frontier> {
  let frontier = EMPTY_FRONTIER;
  for (const hash of (await leavesOf(path)).hashes.slice(0, size)) frontier = await extended(frontier, hash);
  return frontier;
}
