import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkExport, holds } from '../log/check.ts';
import { ANA, answered, type Bench, HOST, joined, MEETING, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import type { Decision } from '../model/decision.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { exportCsv } from './csv.ts';
import { exportJson } from './json.ts';
import { Names } from './names.ts';
import { orderOf, textOf } from './testdata/order.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
  await write(bench.store, MEETING);
});

const order = (part: Partial<ExportOrder> = {}) => orderOf(bench, part);

const names = (how: Names['how'], salt = 1) => new Names(how, new Uint8Array(32).fill(salt));
const PERSONAL = /Silva|Héctor|fully|stop, please|site-of/;

describe('names', () => {
  it('are codes in a pseudonymous table, and its words are left out', async () => {
    const text = await textOf(exportCsv(order({ names: names('pseudonyms') })));
    expect(text).not.toMatch(PERSONAL);
    const codes = text.match(/Person [2-9A-Z]{4}-[2-9A-Z]{4}/g) ?? [];
    expect(codes).toHaveLength(2);
    expect(new Set(codes).size).toBe(1);
    expect(text).toContain('"(left out)"');
    expect(text).toContain(ANA);
  });

  it('are other codes in the next export', async () => {
    const one = await textOf(exportCsv(order({ names: names('pseudonyms', 1) })));
    expect(await textOf(exportCsv(order({ names: names('pseudonyms', 1) })))).toBe(one);
    expect(await textOf(exportCsv(order({ names: names('pseudonyms', 2) })))).not.toBe(one);
  });

  it('are the same for one name, and different ones for two whose names are gone', async () => {
    const some = names('pseudonyms');
    expect(await some.of('p1', 'Ana')).toBe(await some.of('p2', ' Ana'));
    expect(await some.of('p1', '(erased)')).not.toBe(await some.of('p2', '(erased)'));
    expect(await some.of('p1', '')).toBe(await some.of('p1', '(erased)'));
    // A name that somebody gave themselves cannot take the code of a key.
    expect(await some.of('p9', 'key p1')).not.toBe(await some.of('p1', ''));
  });

  it.each(['pseudonyms', 'none'] as const)(
    '%s leave the whole skeleton in the JSON export, and only notices open',
    async (how) => {
      const text = await textOf(exportJson(order({ names: names(how), signer: await testSigner() })));
      expect(text).not.toMatch(PERSONAL);
      expect(holds(await checkExport(text))).toBe(true);
      const [log] = JSON.parse(text).logs;
      expect(log.leaves).toHaveLength(MEETING.length);
      expect(log.disclosures).toHaveLength(1);
      expect(log.disclosures[0]).toMatchObject({ index: 3, field: 'text' });
    },
  );

  it('none are in a redacted table, nor codes for them', async () => {
    const text = await textOf(exportCsv(order({ names: names('none') })));
    expect(text).not.toMatch(PERSONAL);
    expect(text).not.toContain('Person ');
  });
});

describe('a choice', () => {
  const rows = async (choice: Partial<typeof EVERYTHING>) => {
    const text = await textOf(exportCsv(order({ choice: { ...EVERYTHING, ...choice } })));
    return text.split('\r\n').slice(1, -1);
  };

  it('of nothing is everything', async () => expect(await rows({})).toHaveLength(2));
  it('of a person is that person', async () => {
    expect(await rows({ people: new Set([ANA]) })).toHaveLength(2);
    expect(await rows({ people: new Set([HOST]) })).toHaveLength(0);
    expect(await rows({ people: new Set() })).toHaveLength(0);
  });
  it('of a period begins with its first moment and ends before its last', async () => {
    expect(await rows({ from: NINE + 8000, to: NINE + 60_000 })).toHaveLength(1);
    expect(await rows({ from: NINE + 8001 })).toHaveLength(1);
    expect(await rows({ to: NINE + 8000 })).toHaveLength(0);
  });
  it('of a purpose has those who took back what was asked for it', async () => {
    expect(await rows({ purpose: 'training' })).toHaveLength(2);
    expect(await rows({ purpose: 'research' })).toHaveLength(0);
  });

  it('leaves the skeleton whole, what was chosen open, and the rest closed', async () => {
    const text = await textOf(
      exportJson(
        order({ choice: { ...EVERYTHING, people: new Set([ANA]), to: NINE + 9000 }, signer: await testSigner() }),
      ),
    );
    expect(holds(await checkExport(text))).toBe(true);
    const [log] = JSON.parse(text).logs;
    expect(log.leaves).toHaveLength(MEETING.length);
    expect(text).toContain('Silva');
    expect(text).toContain('fully');
    expect(text).not.toMatch(/Héctor|stop, please/);
  });
});

describe('what the requirements rested on', () => {
  const decision = (index: number): Decision => ({
    index,
    fingerprint: 'A'.repeat(43),
    reasons: [
      {
        ground: 'law',
        place: 'DE',
        name: 'Germany',
        special: null,
        statutes: ['StGB § 201'],
        source: 'https://example.com',
        seen: 'primary',
        confidence: 'high',
        reviewed: '2026-11-23',
      },
    ],
  });

  it('is in the export, under its seal', async () => {
    const decider = () => (logged: { index: number }) => (logged.index === 3 ? decision(3) : null);
    const text = await textOf(exportJson(order({ decider, signer: await testSigner() })));
    const bundle = JSON.parse(text);
    expect(bundle.logs[0].decisions).toEqual([decision(3)]);
    // Entry 3 is an ask and no requirement: the check says so, and nothing else is wrong.
    const wrong = async (changed: unknown) =>
      (await checkExport(JSON.stringify(changed))).filter(({ ok }) => !ok).map(({ code }) => code);
    expect(await wrong(bundle)).toEqual(['decision']);
    bundle.logs[0].decisions[0].reasons[0].statutes = ['another'];
    expect(await wrong(bundle)).toEqual(['seal', 'decision']);
    delete bundle.logs[0].decisions;
    expect(await wrong(bundle)).toEqual(['seal']);
  });
});

it('a name of ten thousand characters, of markup or of another direction is in the table as it is, and starts no formula', async () => {
  const wild = [
    '=cmd|"/C calc"!A0',
    '<script>alert(1)</script>',
    '\u202eelosnoc',
    'x'.repeat(10_000),
    '\t+1',
    '@SUM(1)',
  ];
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
  const people = wild.flatMap((name, i) => [
    joined(ANA, name, NINE + 10 + i * 2),
    answered('consented', name, NINE + 11 + i * 2),
  ]);
  await write(bench.store, [...MEETING.slice(0, 2), MEETING[3] as (typeof MEETING)[number], ...people]);
  const text = await textOf(exportCsv(order()));
  expect(text).toContain('x'.repeat(10_000));
  expect(text).toContain('<script>alert(1)</script>');
  for (const cell of text.matchAll(/(?:^|,)"((?:[^"]|"")*)"/gm)) expect(cell[1]).not.toMatch(/^[=+\-@|\t]/);
});
