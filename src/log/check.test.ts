import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportJson } from '../export/json.ts';
import { fromBase64url } from '../model/id.ts';
import type { Bundle } from './bundle.ts';
import { utf8 } from './canonical.ts';
import { CHECKS, checkExport, holds } from './check.ts';
import { SIGNED_CHECKS } from './check-signed.ts';
import { leafHash } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Hash } from './merkle.ts';
import { type Signer, signedCheckpoint } from './signer.ts';
import { EVERY_KIND } from './testdata/every-kind.ts';
import { ANA, item, LOG, MEETING, NINE, openBench, opened, write } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';
import { TAMPERINGS } from './testdata/tampering.ts';

const folder = new URL('./testdata/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const jsonFiles = (of: string) => readdirSync(new URL(of, folder)).filter((name) => name.endsWith('.json'));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const VALID = ['small', 'with-disclosures', 'after-erasure', 'every-kind', 'two-logs', 'signed'] as const;
async function make(name: (typeof VALID)[number]): Promise<string> {
  const { store } = await openBench();
  const short = [opened, item({ kind: 'paused' }, NINE + 1), item({ kind: 'resumed' }, NINE + 2)];
  const kinds = Object.values(EVERY_KIND).map((entry, at) => item(entry, NINE + at * 1000));
  const logs = [name === 'small' ? short : name === 'every-kind' ? kinds : MEETING];
  await write(store, logs[0] ?? []);
  if (name === 'after-erasure') await store.erase(LOG, ANA);
  const other = 'lAAAAAAAAAAAA' as typeof LOG;
  if (name === 'two-logs' || name === 'signed')
    await store.create({ log: other, platform: 'sandbox', meeting: 'other', at: NINE });
  const parts: string[] = [];
  const order = {
    source: store,
    logs: name === 'two-logs' || name === 'signed' ? [LOG, other] : [LOG],
    at: NINE + 3_600_000,
  };
  const job = { ...order, signal: new AbortController().signal, progress: () => {} };
  const signer = await testSigner();
  for await (const part of exportJson(name === 'signed' ? { ...job, signer } : job)) parts.push(part);
  const text = parts.join('');
  return name === 'signed' ? withOlderCheckpoint(text, signer) : text;
}

/** As if one had been signed when the log had five entries, too. */
async function withOlderCheckpoint(text: string, signer: Signer): Promise<string> {
  const [log] = (JSON.parse(text) as Bundle).logs;
  let frontier = EMPTY_FRONTIER;
  for (const leaf of log?.leaves.slice(0, 5) ?? [])
    frontier = await extended(frontier, fromBase64url(await leafHash(utf8(leaf))) as Hash);
  const older = JSON.stringify(await signedCheckpoint(signer, LOG, frontier));
  return text.replace('"checkpoints":[', `"checkpoints":[${older},\n`);
}

describe('a valid log', () => {
  it.each(VALID)('%s is written as it lies in testdata', async (name) => {
    await expect(await make(name)).toMatchFileSnapshot(`./testdata/${name}.json`);
  });

  it.each(jsonFiles('.'))('%s holds in every check', async (file) => {
    const findings = await checkExport(read(file));
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);
    expect(holds(findings)).toBe(true);
    const signed: readonly string[] = file === 'signed.json' ? [] : SIGNED_CHECKS;
    expect(new Set(findings.map((finding) => finding.code))).toEqual(
      new Set(CHECKS.filter((code) => !signed.includes(code))),
    );
  });

  it('is named by a test', () => {
    expect(jsonFiles('.').sort()).toEqual(VALID.map((name) => `${name}.json`).sort());
  });
});

describe('a log that was tampered with', () => {
  it.each(Object.entries(TAMPERINGS))(
    '%s lies in testdata',
    async (name, { code, index, change, of = 'with-disclosures' }) => {
      const text = read(`${of}.json`);
      const bundle = JSON.parse(text) as Bundle;
      const [log] = bundle.logs;
      if (!log) throw new Error('no log');
      const tampered = change(log, bundle, text) ?? JSON.stringify(bundle);
      expect(tampered).not.toBe(text);
      const file = `${JSON.stringify({ expected: { code, index }, export: tampered }, null, 1)}\n`;
      await expect(file).toMatchFileSnapshot(`./testdata/tampered/${name}.json`);
    },
  );

  it.each(jsonFiles('tampered'))('%s is found', async (file) => {
    const { expected, export: text } = JSON.parse(read(`tampered/${file}`));
    const findings = await checkExport(text);
    expect(holds(findings)).toBe(false);
    expect(findings.filter((finding) => !finding.ok)).toContainEqual(expect.objectContaining(expected));
  });

  it('is named by a test, and every check has a file', () => {
    expect(jsonFiles('tampered')).toEqual(
      Object.keys(TAMPERINGS)
        .map((name) => `${name}.json`)
        .sort(),
    );
    expect(new Set(Object.values(TAMPERINGS).map(({ code }) => code))).toEqual(new Set(CHECKS));
  });
});

describe('one change is told where it is', () => {
  it('an entry that was dropped is one gap and not a hundred', async () => {
    const { export: text } = JSON.parse(read('tampered/entry-dropped.json'));
    const wrong = (await checkExport(text)).filter((finding) => !finding.ok);
    expect(wrong.map(({ code, index }) => `${code} ${index}`)).toEqual([
      'index 4',
      'link 4',
      'size null',
      'disclosure-place 4',
      'disclosure-place 4',
    ]);
  });

  it('and the checks that held are told too', async () => {
    const { export: text } = JSON.parse(read('tampered/head-changed.json'));
    const findings = await checkExport(text);
    expect(findings.filter((finding) => !finding.ok).map((finding) => finding.code)).toEqual(['head']);
    expect(findings).toContainEqual({ code: 'link', log: LOG, index: null, ok: true });
  });
});
