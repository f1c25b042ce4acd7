import { expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { LOG } from '../log/testdata/meeting.ts';
import { counter, type ExportOrder, goOn, headsOf } from './bundle.ts';

const rows = [
  { log: 'a', size: 3 },
  { log: 'b', size: 4 },
] as LogRow[];

it('tells how many entries are done, of all of all logs', () => {
  const told: object[] = [];
  const wrote = counter(rows, (progress) => void told.push(progress));
  wrote(2);
  wrote(5);
  expect(told).toEqual([
    { done: 2, total: 7 },
    { done: 7, total: 7 },
  ]);
});

it('a cancelled export says that it was cancelled, and by what', () => {
  const stop = new AbortController();
  expect(() => goOn(stop.signal)).not.toThrow();
  stop.abort('closed');
  expect(() => goOn(stop.signal)).toThrow(expect.objectContaining({ code: 'cancelled', cause: 'closed' }));
});

it('the heads are those of the logs that were asked for, in that order; of one that is not there no export is made', async () => {
  const order = (logs: readonly string[], signal = new AbortController().signal) =>
    ({
      logs,
      signal,
      source: { row: async (log: string) => rows.find((row) => row.log === log) ?? null },
    }) as unknown as ExportOrder;
  expect(await headsOf(order(['b', 'a']))).toEqual([rows[1], rows[0]]);
  await expect(headsOf(order(['a', LOG]))).rejects.toMatchObject({ code: 'unexpected' });
  await expect(headsOf(order(['a'], AbortSignal.abort()))).rejects.toMatchObject({ code: 'cancelled' });
});
