import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportJson } from '../export/json.ts';
import { ed25519Of } from '../model/ed25519.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import type { Bundle } from './bundle.ts';
import { utf8 } from './canonical.ts';
import { CHECKS, checkExport, checkedExport, holds } from './check.ts';
import { checkSeal, SIGNED_CHECKS } from './check-signed.ts';
import { commitmentOf, disclosureText } from './commitment.ts';
import { leafHash, leafText, makeLeaf, NO_LEAF } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Hash } from './merkle.ts';
import { type Signer, signedCheckpoint, signedSeal } from './signer.ts';
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

/** What does not hold in an export that was changed so. */
async function wrongIn(
  file: string,
  change: (bundle: Bundle, log: Bundle['logs'][number]) => object,
): Promise<string[]> {
  const bundle = JSON.parse(read(file)) as Bundle;
  const [log] = bundle.logs;
  if (!log) throw new Error('no log');
  const findings = await checkExport(JSON.stringify({ ...bundle, ...change(bundle, log) }));
  return findings.filter(({ ok }) => !ok).map(({ code, index }) => (index === null ? code : `${code} ${index}`));
}

describe('a signed export passes for no other', () => {
  const without = ({ key: _key, seal: _seal, ...rest }: Bundle) => ({
    key: undefined,
    seal: undefined,
    logs: rest.logs,
  });

  it('whose key and seal were taken away, while its checkpoints stayed', async () => {
    expect(await wrongIn('signed.json', without)).toEqual(expect.arrayContaining(['key']));
  });

  it('whose key was taken away, and no more of what was signed than its seal stayed', async () => {
    expect(await wrongIn('small.json', () => ({ seal: 'x' }))).toEqual(['key']);
  });

  it('to which a key was put that is none', async () => {
    expect(await wrongIn('small.json', () => ({ key: 'AAAA' }))).toEqual(['key']);
  });

  it('with the same checkpoint twice', async () => {
    const twice = await wrongIn('signed.json', ({ logs }, log) => ({
      logs: [{ ...log, checkpoints: [log.checkpoints?.[0], ...(log.checkpoints ?? [])] }, ...logs.slice(1)],
    }));
    expect(twice).toEqual(['checkpoint-order']);
  });
});

it('a seal over more words than are hashed at a time is the seal of all of them', async () => {
  const signer = await testSigner();
  const disclosures = Array.from({ length: 2100 }, (_, index) => ({
    index,
    field: 'words' as const,
    disclosure: `${index}`,
  }));
  const disclosed = await Promise.all(disclosures.map(({ disclosure }) => commitmentOf(disclosure)));
  const [exportedAt, log] = ['2026-03-02T10:00:00.000Z', { log: LOG, platform: 'sandbox', size: 2100, head: 'x' }];
  const bundle = {
    format: 'ask-to-record-log',
    version: 1,
    exportedAt,
    key: base64url(signer.key),
    logs: [{ ...log, leaves: [], disclosures }],
    seal: await signedSeal(signer, exportedAt, [{ ...log, disclosed }]),
  } as const;
  const check = (of: Bundle) => checkSeal(of, ed25519Of(crypto.subtle));
  expect(await check(bundle as unknown as Bundle)).toEqual([]);
  const less = { ...bundle, logs: [{ ...log, leaves: [], disclosures: disclosures.slice(0, -1) }] };
  expect(await check(less as unknown as Bundle)).toEqual(['seal']);
});

/** An unsigned export of one log with these entries, each with so many words. */
async function exportOf(entries: readonly Entry[], words: string | null = null) {
  const leaves: string[] = [];
  const disclosures: Bundle['logs'][number]['disclosures'] = [];
  let prev = NO_LEAF;
  for (const [index, entry] of entries.entries()) {
    const salt = new Uint8Array(16);
    const disclosure = words === null ? null : disclosureText(salt, 'words', words);
    const sealed = disclosure === null ? {} : { words: await commitmentOf(disclosure) };
    if (disclosure !== null) disclosures.push({ index, field: 'words', disclosure });
    const { bytes } = makeLeaf({ log: LOG, index, prev, at: NINE + index, salt, seen: '', sealed, entry });
    leaves.push(leafText(bytes) ?? '');
    prev = await leafHash(bytes);
  }
  const log = { log: LOG, platform: 'sandbox', size: entries.length, head: prev, leaves, disclosures };
  return { format: 'ask-to-record-log', version: 1, exportedAt: '2026-03-02T10:00:00.000Z', logs: [log] };
}

describe('what is said of a requirement’s sources', () => {
  const set = EVERY_KIND['requirement-set'] as EntryOf<'requirement-set'>;
  const [first, second] = ['A', 'B'].map((letter) => letter.repeat(43)) as [string, string];
  const entries = [{ ...set, fingerprint: first }, { ...set, fingerprint: second }, { kind: 'paused' }] as Entry[];
  const wrong = async (...decisions: readonly [number, string][]) => {
    const bundle = await exportOf(entries);
    const told = decisions.map(([index, fingerprint]) => ({ index, fingerprint, reasons: [] }));
    const findings = await checkExport(JSON.stringify({ ...bundle, logs: [{ ...bundle.logs[0], decisions: told }] }));
    return findings.filter(({ ok }) => !ok).map(({ code, index }) => `${code} ${index}`);
  };

  it('fits the requirements of the log, from its first entry on', async () => {
    expect(await wrong()).toEqual([]);
    expect(await wrong([0, first], [1, second])).toEqual([]);
    expect(await wrong([1, second])).toEqual([]);
  });

  it.each<[string, [number, string][], string[]]>([
    ['another requirement', [[0, second]], ['decision 0']],
    ['no requirement', [[2, first]], ['decision 2']],
    ['no entry', [[9, first]], ['decision 9']],
    [
      'the same one twice',
      [
        [0, first],
        [0, first],
      ],
      ['decision 0'],
    ],
    [
      'one out of its order',
      [
        [1, second],
        [0, first],
      ],
      ['decision 0'],
    ],
  ])('of %s is told where it is', async (_, decisions, expected) =>
    expect(await wrong(...decisions)).toEqual(expected),
  );

  it('is given up after a thousand faults', async () => {
    expect(await wrong(...Array.from({ length: 1500 }, (): [number, string] => [2, first]))).toHaveLength(1001);
  });
});

describe('a log of more entries than are hashed at a time', () => {
  const long = () =>
    exportOf(
      Array.from({ length: 2100 }, () => ({ kind: 'paused' })),
      'yes',
    );

  it('is checked to its end, and tells how far it is', { timeout: 60_000 }, async () => {
    const told: number[] = [];
    const bundle = await long();
    const verify = ed25519Of(crypto.subtle);
    const { findings, logs } = await checkedExport(JSON.stringify(bundle), verify, (done) => void told.push(done));
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect([logs[0]?.hashes.length, logs[0]?.tree.size]).toEqual([2100, 2100]);
    const whole = 4201;
    expect(told.map((share) => Math.round(share * whole))).toEqual([
      0,
      2048,
      2100,
      2100 + Math.round((2048 / 2100) * 2101),
    ]);
    const [log] = bundle.logs;
    const swapped = log?.disclosures.with(2099, {
      index: 2099,
      field: 'words',
      disclosure: disclosureText(new Uint8Array(16), 'words', 'no'),
    });
    const changed = await checkExport(JSON.stringify({ ...bundle, logs: [{ ...log, disclosures: swapped }] }));
    expect(changed.filter(({ ok }) => !ok)).toEqual([{ code: 'commitment', log: LOG, index: 2099, ok: false }]);
  });
});

describe('what is told of an export', () => {
  it('that is none is that, and nothing of it is taken for a log', async () => {
    expect(await checkedExport('x', ed25519Of(crypto.subtle))).toEqual({
      bundle: null,
      logs: [],
      findings: [{ code: 'bundle-json', log: null, index: null, ok: false }],
    });
  });

  it('with two entries of one number goes by the first', async () => {
    const { logs } = await exportOf([{ kind: 'paused' }, { kind: 'resumed' }]);
    const [log] = logs;
    const [one = '', two = ''] = log?.leaves ?? [];
    const bundle = {
      ...(await exportOf([])),
      logs: [{ ...log, leaves: [one, two.replace('"index":1', '"index":0')] }],
    };
    const checked = await checkedExport(JSON.stringify(bundle), ed25519Of(crypto.subtle));
    expect(checked.logs[0]?.leaves.get(0)?.entry.kind).toBe('paused');
  });

  it('is of each check once, held or not, and of the file only what is the file’s', async () => {
    const { export: text } = JSON.parse(read('tampered/head-changed.json'));
    const findings = await checkExport(text);
    expect(new Set(findings.map(({ code, log }) => `${code} ${log}`)).size).toBe(findings.length);
    expect(findings.filter(({ code, log }) => code.startsWith('bundle-') === (log !== null))).toEqual([]);
  });

  it('of a log that is in it twice is that, and nothing else of the file', async () => {
    expect(await wrongIn('small.json', (_, log) => ({ logs: [log, log] }))).toEqual(['bundle-shape']);
  });

  it('of an entry that cannot be read is that one, and that the next one does not follow it', async () => {
    const leaves = (log: Bundle['logs'][number]) => log.leaves.with(1, '{');
    expect(await wrongIn('small.json', (_, log) => ({ logs: [{ ...log, leaves: leaves(log) }] }))).toEqual([
      'leaf-json 1',
      'link 2',
    ]);
  });

  it('of two fields of one entry whose words were exchanged is that they are in the wrong place', async () => {
    const wrong = await wrongIn('with-disclosures.json', (_, log) => {
      const [name, site] = log.disclosures.filter(({ index }) => index === 1);
      const [one, two] = [name?.disclosure, site?.disclosure];
      const disclosures = log.disclosures.map((it) =>
        it === name ? { ...it, disclosure: two } : it === site ? { ...it, disclosure: one } : it,
      );
      return { logs: [{ ...log, disclosures }] };
    });
    expect(wrong).toEqual(['disclosure-place 1', 'disclosure-place 1']);
  });

  it('of a file with more than a thousand faults ends there', async () => {
    const faults = (change: (log: Bundle['logs'][number]) => object) =>
      wrongIn('small.json', (_, log) => ({ logs: [{ ...log, ...change(log) }] }));
    const leaves = await faults(() => ({ leaves: Array(3000).fill('{') }));
    expect(leaves.filter((code) => code.startsWith('leaf-json'))).toHaveLength(1001);
    const odd = { index: 0, field: 'name', disclosure: '[]' };
    const words = await faults(() => ({ disclosures: Array(3000).fill(odd) }));
    expect(words.filter((code) => code.startsWith('disclosure-'))).toHaveLength(1001);
  });

  it('comes with how far it is, which goes from none to all and never back', async () => {
    const told: number[] = [];
    await checkedExport(read('two-logs.json'), ed25519Of(crypto.subtle), (done) => void told.push(done));
    // Eight leaves and nine fields of the first log, one part of work for each log itself; the second one is empty.
    expect(told).toEqual([0, 8 / 19]);
  });
});
