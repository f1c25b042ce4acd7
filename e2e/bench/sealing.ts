import type { BrowserContext } from 'playwright';
import { figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';
import { processesOf } from './memory.ts';

const SECONDS = 240;
const ROUNDS = 6;
const MOST_TIMES = 1.1;

/**
 * Processor time of the whole browser for four minutes of chunks at 2.5 Mbit/s, sealed, hashed and chained, beside the same chunks bare on the same
 * way into the database. As fast as they go, so that nothing else of the browser is counted; interleaved, so that both see the same machine.
 */
export const sealing: Measure = {
  name: 'sealing',
  async run(say) {
    const { context, page } = await enter();
    try {
      const used = async (how: 'sealed' | 'bare') => {
        const before = await cpuSeconds(context);
        await page.evaluate(([kind, s]) => globalThis.inside.storeChunks(kind, s), [how, SECONDS] as const);
        return ((await cpuSeconds(context)) - before) * 1000;
      };
      // What is compiled and opened at its first use is no part of it.
      for (const how of ['sealed', 'bare'] as const) await used(how);
      const [sealed, bare]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        for (const how of round % 2 === 0 ? (['sealed', 'bare'] as const) : (['bare', 'sealed'] as const))
          (how === 'sealed' ? sealed : bare).push(await used(how));
        say(
          `sealing ${round + 1}/${ROUNDS}: sealed ${Math.round(sealed.at(-1) ?? 0)} ms, bare ${Math.round(bare.at(-1) ?? 0)} ms`,
        );
      }
      return [
        figure(
          'four minutes of chunks at 2.5 Mbit/s, encrypted: processor time, stored bare beside it',
          'ms',
          sealed,
          bare,
          {
            mostTimes: MOST_TIMES,
          },
        ),
      ];
    } finally {
      await context.close();
    }
  },
};

async function cpuSeconds(context: BrowserContext): Promise<number> {
  return (await processesOf(context)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
