import { EXPORT_FORMATS, type ExportFormat } from '../../src/model/export.ts';
import { type Figure, figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';
import { residentMb, sampled } from './memory.ts';

const ENTRIES = 100_000;
const MOST_MB = 150;
const SETTLE_MS = 5000;

/** What proves or tells a log, and everything that the export page can put into one zip. */
const WHAT: readonly (readonly [string, readonly ExportFormat[]])[] = [
  ['in five formats', EXPORT_FORMATS.filter((format) => format !== 'receipts')],
  ['with a receipt for each of 300 people', EXPORT_FORMATS],
];

/** How much memory an export of 100,000 entries with answers and words takes, beside the same browser that stands still. */
export const exporting: Measure = {
  name: 'export',
  async run(say) {
    const { context, page } = await enter();
    try {
      const id = await page.evaluate((entries) => globalThis.inside.fillTalk(entries), ENTRIES);
      say(`export: ${ENTRIES} entries written`);
      const session = await context.newCDPSession(page);
      const figures: Figure[] = [];
      for (const [what, formats] of WHAT) {
        await page.waitForTimeout(SETTLE_MS);
        await session.send('HeapProfiler.collectGarbage');
        const before = await residentMb(context);
        const began = performance.now();
        const work = page.evaluate(([log, all]) => globalThis.inside.exportLog(log, all), [id, formats] as const);
        const { value, samples } = await sampled(context, 200, work);
        const ms = performance.now() - began;
        const peak = Math.max(...samples) - before;
        say(
          `export ${what}: ${value} bytes in ${Math.round(ms)} ms, from ${Math.round(before)} by ${Math.round(peak)} MB`,
        );
        figures.push(
          figure(`export of 100,000 entries ${what}: peak memory`, 'MB', [peak], null, { most: MOST_MB }),
          figure(`export of 100,000 entries ${what} takes`, 'ms', [ms], null),
        );
      }
      return figures;
    } finally {
      await context.close();
    }
  },
};
