import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUNDLE_MAX } from '../src/log/bundle.ts';
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
    expect(said.every(({ file }) => file.endsWith('.json') && !file.includes('/'))).toBe(true);
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
    const { code, said, verdicts } = await verified(join(folder, 'none.json'), folder, large);
    expect(code).toBe(2);
    expect(verdicts).toEqual(['unreadable', 'unreadable', 'unreadable']);
    expect(said.find(({ result }) => result === 'fails')?.code).toBe('bundle-limits');
  });

  it('compares a chunk that is given along with the log', async () => {
    const chunk = new Uint8Array(100).fill(7);
    const log = file('log.json', await exported(await meeting(createHash('sha256').update(chunk).digest('base64url'))));
    const right = await verified(log, file('chunk.bin', chunk));
    expect([right.code, ...right.verdicts]).toEqual([0, 'valid', 'valid']);
    const wrong = await verified(file('other.bin', chunk.subarray(1)), log);
    expect([wrong.code, ...wrong.verdicts]).toEqual([1, 'valid', 'invalid']);
    expect(right.said.some(({ code }) => code === 'media-not-given')).toBe(false);
    expect((await verified(log)).said).toContainEqual(
      expect.objectContaining({ code: 'media', result: 'not-checked' }),
    );
  });

  it('can be run, and says how when it is given nothing', () => {
    const run = (...names: string[]) => spawnSync('npx', ['tsx', 'scripts/verify.ts', ...names], { encoding: 'utf8' });
    const good = run(stored('meeting'));
    expect(good.status).toBe(0);
    const lines = good.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Said);
    expect(lines.at(-1)).toMatchObject({ what: 'verdict', verdict: 'valid' });
    expect(run()).toMatchObject({ status: 2, stdout: '' });
  });
});
