import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { utf8 } from './canonical.ts';
import type { Link } from './chain.ts';
import { leafHash } from './leaf.ts';
import { PAGE, type ReadLeaf } from './reading.ts';
import { ANA, type Bench, item, joined, LOG, NINE, openBench, opened, write } from './testdata/meeting.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const readings = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    item({ kind: 'roster-read', completeness: 'complete', rows: n, counter: n, source: 'dom' }, NINE + n),
  );

async function pagesOf(): Promise<{ given: ReadLeaf[]; failed: unknown }> {
  const given: ReadLeaf[] = [];
  const row = await bench.store.row(LOG);
  if (!row) throw new Error('no log');
  try {
    for await (const page of bench.store.pages(row)) given.push(...page);
    return { given, failed: null };
  } catch (failed) {
    return { given, failed };
  }
}

async function spoil(index: number, from: string, to: string): Promise<void> {
  const entry = await bench.db.get('entries', [LOG, index]);
  const text = new TextDecoder().decode(entry?.leaf);
  expect(text).toContain(from);
  if (entry) await bench.db.put('entries', { ...entry, leaf: utf8(text.replace(from, to)) });
}

describe('a log of several pages', () => {
  beforeEach(() => write(bench.store, [opened, ...readings(PAGE)]));

  it('is read whole and in order', async () => {
    const { given, failed } = await pagesOf();
    expect(failed).toBeNull();
    expect(given.map(({ leaf }) => leaf.index)).toEqual(Array.from({ length: PAGE + 1 }, (_, n) => n));
    expect(given.at(-1)?.hash).toBe((await bench.store.row(LOG))?.head);
  });

  it.each([
    ['in the middle of a page', 7, 'entry 8: link', 'entry'],
    ['the last of a page', PAGE - 1, `entry ${PAGE}: link`, 'entry'],
    ['the last of all', PAGE, `entry ${PAGE}: is not the head`, 'head'],
  ])('gives out no leaf that was changed into another one that reads well: %s', async (_, index, detail, what) => {
    await spoil(index, '"complete"', '"partial"');
    const { given, failed } = await pagesOf();
    expect(failed).toMatchObject({ code: 'damaged', detail, what });
    expect(given.some(({ leaf }) => leaf.index >= index)).toBe(false);
  });

  it('says what is wrong with a leaf that does not read well', async () => {
    await spoil(7, '"complete"', '"whole"');
    expect((await pagesOf()).failed).toMatchObject({ code: 'damaged', detail: 'entry 7: leaf-shape', what: 'entry' });
  });

  it('says so of the last one as well, and of one that is not there', async () => {
    await spoil(PAGE, '"complete"', '"whole"');
    expect((await pagesOf()).failed).toMatchObject({ detail: `entry ${PAGE}: leaf-shape`, what: 'entry', index: PAGE });
    await bench.db.delete('entries', [LOG, PAGE]);
    expect((await pagesOf()).failed).toMatchObject({ detail: `entry ${PAGE}: missing`, what: 'entry', index: PAGE });
  });
});

describe('the border of a page', () => {
  it.each([PAGE, 2 * PAGE + 1])('loses none of %d entries and gives none twice', { timeout: 60_000 }, async (count) => {
    await write(bench.store, [opened, ...readings(count - 1)]);
    const { given, failed } = await pagesOf();
    expect(failed).toBeNull();
    expect(given.map(({ logged }) => logged.index)).toEqual(Array.from({ length: count }, (_, n) => n));
  });

  it('is none for words: all that are asked for are opened', { timeout: 60_000 }, async () => {
    await write(
      bench.store,
      Array.from({ length: PAGE + 3 }, (_, n) => joined(ANA, `Ana ${n}`, NINE + n)),
    );
    const found = await bench.store.disclosuresOf(
      LOG,
      Array.from({ length: PAGE + 3 }, (_, n) => n),
    );
    expect([...found].map(([index, { name }]) => [index, name])).toEqual(
      Array.from({ length: PAGE + 3 }, (_, n) => [n, `Ana ${n}`]),
    );
    expect((await bench.store.opened(LOG, 2, 3)).map(({ index, field }) => `${index} ${field}`)).toEqual([
      '2 name',
      '2 site',
      '3 name',
      '3 site',
    ]);
    expect(await bench.store.opened(LOG, 4, 3)).toEqual([]);
  });
});

describe('a log that is gone on with', () => {
  const goOn = async (after: Link) => {
    const given: ReadLeaf[] = [];
    const row = (await bench.store.row(LOG)) as LogRow;
    for await (const page of bench.store.pages(row, after)) given.push(...page);
    return given.map(({ leaf }) => leaf.index);
  };
  const placeAt = async (size: number): Promise<Link> => {
    const { given } = await pagesOf();
    const last = given[size - 1];
    return { size, head: last?.hash ?? '', at: last?.logged.at ?? null };
  };
  beforeEach(() => write(bench.store, [opened, ...readings(9)]));

  it('begins where it stood, and a place at the end has nothing behind it', async () => {
    expect(await goOn(await placeAt(7))).toEqual([7, 8, 9]);
    expect(await goOn(await placeAt(10))).toEqual([]);
  });

  it('from a place that it never had is damaged', async () => {
    const place = { ...(await placeAt(7)), head: 'A'.repeat(43) };
    await expect(goOn(place)).rejects.toMatchObject({ code: 'damaged', index: 7 });
  });
});

it.each([
  ['of another version', '"v":1', '"v":2'],
  ['without a time', '"time":', '"when":'],
  ['whose time is none', /"time":"[^"]*"/, '"time":1'],
  ['of no kind', '"kind":', '"sort":'],
  ['whose kind is none', '"kind":"roster-read"', '"kind":1'],
])('a last leaf %s is damage, though the head vouches for it', async (_, from, to) => {
  const { row } = await write(bench.store, [opened, ...readings(2)]);
  const text = (await bench.store.leaf(LOG, 2)).replace(from, to);
  await bench.db.put('entries', { log: LOG, index: 2, leaf: utf8(text) });
  await bench.db.put('logs', { ...row, head: await leafHash(utf8(text)) });
  const { given, failed } = await pagesOf();
  expect(failed).toMatchObject({ code: 'damaged', index: 2 });
  expect(given.map(({ leaf }) => leaf.index)).not.toContain(2);
});
