import { figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';
import { residentMb, sampled } from './memory.ts';

const ENTRIES = 100_000;
const MOST_MB = 150;
const SETTLE_MS = 5000;

/** How much memory an export of 100,000 entries in all formats takes, with answers, words and a receipt for each of 300 people, beside the same browser that stands still. */
export const exporting: Measure = {
  name: 'export',
  async run(say) {
    const { context, page } = await enter();
    try {
      const id = await page.evaluate((entries) => globalThis.inside.fillTalk(entries), ENTRIES);
      say(`export: ${ENTRIES} entries written`);
      await page.waitForTimeout(SETTLE_MS);
      const session = await context.newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      const before = await residentMb(context);
      const began = performance.now();
      const { value, samples } = await sampled(
        context,
        200,
        page.evaluate((log) => globalThis.inside.exportLog(log), id),
      );
      const ms = performance.now() - began;
      const peak = Math.max(...samples) - before;
      say(`export: ${value} bytes in ${Math.round(ms)} ms, from ${Math.round(before)} MB by ${Math.round(peak)} MB`);
      return [
        figure('export of 100,000 entries: peak memory', 'MB', [peak], null, { most: MOST_MB }),
        figure('export of 100,000 entries in all formats takes', 'ms', [ms], null),
      ];
    } finally {
      await context.close();
    }
  },
};
