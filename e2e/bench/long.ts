import { figure } from './figure.ts';
import type { Measure } from './measure.ts';
import { quarters, sampled } from './memory.ts';
import { Stage } from './stage/stage.ts';

const MINUTES = 20;
const SAMPLE_MS = 5000;
/** A browser that has just started is still growing: the first minute is not counted. */
const WARM_MS = 60_000;
const FLAT_MB = 64;

/** The browser's memory while it records for twenty minutes, and whether it went on recording all the time. */
export const long: Measure = {
  name: 'long',
  async run(say) {
    const stage = await Stage.open();
    try {
      const { page, context, panel } = stage.host;
      await stage.act('join', 'ana', 'Ana');
      await panel.getByText('Ana').first().waitFor();
      await stage.ask();
      await stage.act('say', 'ana', 'I agree');
      await stage.next('starts', 0);
      await page.waitForTimeout(WARM_MS);
      const { samples } = await sampled(context, SAMPLE_MS, page.waitForTimeout(MINUTES * 60_000 - WARM_MS));
      if ((await stage.count('stops')) > 0) throw new Error('the recording did not last');
      say(`long: ${samples.filter((_, i) => i % 12 === 0).map(Math.round)} MB, one figure a minute`);
      const { first, last } = quarters(samples);
      const before = first.reduce((sum, mb) => sum + mb, 0) / first.length;
      const name = '20 minutes of recording: memory of the last quarter (baseline: of the first)';
      return [figure(name, 'MB', last, first, { most: before + FLAT_MB })];
    } finally {
      await stage.close();
    }
  },
};
