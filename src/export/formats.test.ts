import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { ANA, joined, LOG, MEETING, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import type { ExportFormat } from '../model/export.ts';
import { SAID } from '../verify/testdata/receipts.ts';
import { type FullOrder, filesOf, isSingle, SINGLE } from './formats.ts';
import { orderOf } from './testdata/order.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Files of these formats, and how far they said that they were. */
async function made(formats: readonly ExportFormat[], logs = [LOG]) {
  const bench = await openBench();
  const { row } = await write(bench.store, MEETING);
  const told: string[] = [];
  const order = {
    ...orderOf(bench, { logs, signer: await testSigner() }),
    receipts: SAID,
    progress: ({ done, total }: { done: number; total: number }) => void told.push(`${done}/${total}`),
  } as unknown as FullOrder;
  const files: Record<string, string> = {};
  for await (const { name, pieces } of filesOf(formats, order)) {
    files[name] = '';
    for await (const piece of pieces) files[name] += piece;
    // Somebody comes in when the first of them is written.
    const late = [joined(ANA, 'late', NINE + 99_000)];
    if (name === SINGLE.csv.name) expect((await bench.store.append(LOG, row, late, null)).ok).toBe(true);
  }
  return { files, told, size: row.size };
}

it('each format is a file or a folder of its name, behind a word for whoever unpacks them', async () => {
  const { files } = await made(['csv', 'json', 'receipts']);
  const [readme, csv, json, ...receipts] = Object.keys(files);
  expect([readme, csv, json]).toEqual(['README.txt', SINGLE.csv.name, SINGLE.json.name]);
  expect(receipts.length).toBeGreaterThan(0);
  for (const name of receipts) expect(name).toMatch(/^receipts\/.+\.(?:json|html)$/);
  expect(files['README.txt']).toContain('log.json');
  expect((['report', 'csv', 'json', 'dpv', 'kantara', 'receipts'] as const).filter(isSingle)).toEqual(
    Object.keys(SINGLE),
  );
});

it('all of them are of the log as it was when the first was made', async () => {
  const { files, size } = await made(['csv', 'json']);
  expect(JSON.parse(files['log.json'] ?? '').logs[0].size).toBe(size);
});

it('one after the other they are done, each with its share, and with its whole share where there was nothing to do', async () => {
  expect((await made(['csv', 'json'])).told).toEqual(['1/2', '2/2']);
  globalThis.indexedDB = new IDBFactory();
  const receipts = (await made(['csv', 'receipts'])).told.map((one) => Number(one.split('/')[0]));
  expect(receipts.at(-1)).toBeCloseTo(2);
  expect(receipts).toEqual(receipts.toSorted((a, b) => a - b));
});
