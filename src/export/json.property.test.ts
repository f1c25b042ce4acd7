import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schedules } from '../consent/testdata/steps.ts';
import { checkExport, holds } from '../log/check.ts';
import { openBench, write } from '../log/testdata/meeting.ts';
import { exportJson } from './json.ts';
import { orderOf, textOf } from './testdata/order.ts';

/** A twentieth of the schedules: each one is hashed, sealed, stored, exported and checked twice. */
const RUNS = Math.ceil(Number(process.env.ATR_SCHEDULES ?? 300) / 20);
const seed = Number(process.env.ATR_SEED ?? (process.env.ATR_SCHEDULES ? Date.now() % 2 ** 31 : 20_261_124));

test(
  'whatever happened: verify(export(log)) holds, and any flipped byte is found',
  async () => {
    const flip = fc.record({ leaf: fc.nat(), byte: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
    const property = fc.asyncProperty(schedules, flip, async (schedule, { leaf, byte, by }) => {
      const { log } = await schedule.play({});
      globalThis.indexedDB = new IDBFactory();
      const bench = await openBench();
      const items = log.entries.map(({ entry, at }) => ({
        draft: { entry, subject: null, disclosures: {} },
        at,
        seen: '',
      }));
      await write(bench.store, items);
      const text = await textOf(exportJson(orderOf(bench)));
      expect(holds(await checkExport(text))).toBe(true);

      const bundle = JSON.parse(text) as { logs: { leaves: string[] }[] };
      const leaves = bundle.logs[0]?.leaves ?? [];
      expect(leaves).toHaveLength(log.entries.length);
      const which = leaf % leaves.length;
      const bytes = new TextEncoder().encode(leaves[which]);
      const at = byte % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ by;
      leaves[which] = new TextDecoder().decode(bytes);
      expect(holds(await checkExport(JSON.stringify(bundle)))).toBe(false);
    });
    await fc.assert(property, { seed, numRuns: RUNS });
  },
  60_000 + RUNS * 2000,
);
