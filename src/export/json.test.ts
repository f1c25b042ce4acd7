import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { checkExport, holds } from '../log/check.ts';
import { PAGE } from '../log/reading.ts';
import { ANA, type Bench, id, item, joined, LOG, MEETING, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import type { ExportOrder } from './bundle.ts';
import { exportJson } from './json.ts';
import { orderOf } from './testdata/order.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const order = (part: Partial<ExportOrder> = {}) => orderOf(bench, part);

async function partsOf(generator: AsyncGenerator<string, void>): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of generator) parts.push(part);
  return parts;
}

const long = (length: number) => Array.from({ length }, (_, i) => item({ kind: 'paused' }, NINE + i));

describe('the JSON export', () => {
  it('of several logs holds in every check and has the exact leaves', { timeout: 60_000 }, async () => {
    await write(bench.store, MEETING);
    await write(
      bench.store,
      Array.from({ length: 503 }, (_, i) => joined(ANA, `Ana ${i}`, NINE + i)),
      id('log', 2),
    );
    const text = (await partsOf(exportJson(order({ logs: [LOG, id('log', 2)] })))).join('');
    expect(holds(await checkExport(text))).toBe(true);
    const [first, second] = JSON.parse(text).logs;
    const rows = await bench.db.getAll('entries', IDBKeyRange.bound([LOG, 0], [LOG, 99]));
    expect(first.leaves).toEqual(rows.map((row) => new TextDecoder().decode(row.leaf)));
    expect(second.leaves).toHaveLength(503);
    expect(second.disclosures).toHaveLength(1006);
  });

  it.each([
    ['in the first', [joined(ANA, 'Ana', NINE), ...long(PAGE)], [0, 0]],
    ['in the last', [...long(PAGE), joined(ANA, 'Ana', NINE + PAGE)], [PAGE, PAGE]],
    ['in none, and full', long(PAGE), []],
  ])('of pages with words %s of them is a bundle', { timeout: 60_000 }, async (_, items, indexes) => {
    await write(bench.store, items);
    const text = (await partsOf(exportJson(order()))).join('');
    expect(JSON.parse(text).logs[0].disclosures.map(({ index }: { index: number }) => index)).toEqual(indexes);
    expect(holds(await checkExport(text))).toBe(true);
  });

  it('has what was signed before beside what is signed now, and each decision', async () => {
    const signer = await testSigner();
    const { row } = await write(bench.store, MEETING.slice(0, 5));
    const before = await bench.store.checkpoint(row, signer);
    await bench.store.append(LOG, row, MEETING.slice(5), null);
    const fingerprint = 'A'.repeat(43);
    const decider = () => (logged: { index: number }) =>
      logged.index < 2 ? { index: logged.index, fingerprint, reasons: [] } : null;
    const [log] = JSON.parse((await partsOf(exportJson(order({ signer, decider })))).join('')).logs;
    expect(log.checkpoints).toEqual([
      before,
      await bench.store.checkpoint((await bench.store.row(LOG)) as LogRow, signer),
    ]);
    expect(log.decisions.map(({ index }: { index: number }) => index)).toEqual([0, 1]);
  });

  it('of no log at all is a bundle too', async () => {
    expect(JSON.parse((await partsOf(exportJson(order({ logs: [] })))).join('')).logs).toEqual([]);
  });

  it('comes in pieces and tells how far it is', { timeout: 60_000 }, async () => {
    await write(bench.store, long(1203));
    const told: string[] = [];
    const parts = await partsOf(exportJson(order({ progress: ({ done, total }) => told.push(`${done}/${total}`) })));
    expect(told).toEqual(['500/1203', '1000/1203', '1203/1203']);
    const whole = parts.join('').length;
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(whole / 2);
  });

  it('leaves out what was erased and still holds', async () => {
    await write(bench.store, MEETING);
    await bench.store.erase(LOG, ANA);
    const text = (await partsOf(exportJson(order()))).join('');
    expect(text).not.toContain('Silva');
    expect(text).toContain('Ruiz');
    expect(holds(await checkExport(text))).toBe(true);
  });

  it('takes no part of what is appended while it runs', async () => {
    const { row } = await write(bench.store, MEETING);
    const parts: string[] = [];
    for await (const part of exportJson(order())) {
      if (parts.length === 0) await bench.store.append(LOG, row, [joined(ANA, 'late', NINE + 99_000)], null);
      parts.push(part);
    }
    expect(JSON.parse(parts.join('')).logs[0].size).toBe(MEETING.length);
    expect(holds(await checkExport(parts.join('')))).toBe(true);
  });

  it('stops when it is told to', async () => {
    await write(bench.store, long(1203));
    const stop = new AbortController();
    const running = partsOf(exportJson(order({ signal: stop.signal, progress: () => stop.abort() })));
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is refused for a log that is damaged or does not exist', async () => {
    await expect(partsOf(exportJson(order()))).rejects.toMatchObject({ code: 'unexpected' });
    await write(bench.store, MEETING);
    await bench.db.delete('entries', [LOG, 3]);
    await expect(partsOf(exportJson(order()))).rejects.toMatchObject({ code: 'damaged' });
  });
});
