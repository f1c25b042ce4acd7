import { serviceWorker } from '../browser/targets.ts';
import { figure, quantile } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';

const ENTRIES = 100_000;
const ROUNDS = 3;
/** One at a time, as a meeting brings them. */
const APPENDS = 300;
const LEAST_SHARE = 0.5;
const MOST_MS = 1000;
const LIMIT_MS = 120_000;

/** How fast it is written beside a bare put, and how long a log of 100,000 entries takes to open: in the worker until it can judge, and on the records page until its story stands. */
export const log: Measure = {
  name: 'log',
  async run(say) {
    const { context, page, code } = await enter();
    try {
      const { append, bare } = await page.evaluate((count) => globalThis.inside.appendOneByOne(count), APPENDS);
      say(`log: ${APPENDS} entries appended one by one`);
      const id = await page.evaluate((entries) => globalThis.inside.fillLog(entries), ENTRIES);
      say(`log: ${ENTRIES} entries written`);
      const worker = await serviceWorker(context);
      await worker.evaluate(code);
      const loads: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { ms, size } = await worker.evaluate((log) => globalThis.inside.openLog(log), id);
        if (size !== ENTRIES) throw new Error(`the log has ${size} entries`);
        say(`log: opened in the worker in ${Math.round(ms)} ms`);
        loads.push(ms);
      }
      const listed: number[] = [];
      const shown: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const began = performance.now();
        await page.reload();
        const line = page.locator('.meeting-line').first();
        await line.waitFor({ timeout: LIMIT_MS });
        listed.push(performance.now() - began);
        const clicked = performance.now();
        await line.click();
        await page.locator('.story li').first().waitFor({ timeout: LIMIT_MS });
        shown.push(performance.now() - clicked);
        say(`log: listed after ${Math.round(listed.at(-1) ?? 0)} ms, shown after ${Math.round(shown.at(-1) ?? 0)} ms`);
      }
      const aim = { most: MOST_MS };
      const shares = [quantile(bare, 0.5) / quantile(append, 0.5)];
      return [
        figure('append of one entry', 'ms', append, bare),
        figure('append, as a share of the speed of a bare put of the same size and durability', 'ratio', shares, null, {
          least: LEAST_SHARE,
        }),
        figure('log of 100,000 entries: worker can judge after', 'ms', loads, null, aim),
        figure('log of 100,000 entries: its story on the records page after', 'ms', shown, null, aim),
        figure('log of 100,000 entries: records page lists it after', 'ms', listed, null),
      ];
    } finally {
      await context.close();
    }
  },
};
