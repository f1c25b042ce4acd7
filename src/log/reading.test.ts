import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from './canonical.ts';
import { PAGE, type ReadLeaf } from './reading.ts';
import { type Bench, item, LOG, NINE, openBench, opened, write } from './testdata/meeting.ts';

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
    ['in the middle of a page', 7, 'entry 8: link'],
    ['the last of a page', PAGE - 1, `entry ${PAGE}: link`],
    ['the last of all', PAGE, `entry ${PAGE}: is not the head`],
  ])('gives out no leaf that was changed into another one that reads well: %s', async (_, index, detail) => {
    await spoil(index, '"complete"', '"partial"');
    const { given, failed } = await pagesOf();
    expect(failed).toMatchObject({ code: 'damaged', detail });
    expect(given.some(({ leaf }) => leaf.index >= index)).toBe(false);
  });

  it('says what is wrong with a leaf that does not read well', async () => {
    await spoil(7, '"complete"', '"whole"');
    expect((await pagesOf()).failed).toMatchObject({ code: 'damaged', detail: 'entry 7: leaf-shape' });
  });
});
