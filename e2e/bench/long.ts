import { figure } from './figure.ts';
import type { Measure } from './measure.ts';
import { quarters, sampled } from './memory.ts';
import { Stage } from './stage/stage.ts';

const MINUTES = 20;
const SAMPLE_MS = 5000;
/** A browser that has just started is still growing: the first minute is not counted. */
const WARM_MS = 60_000;
const FLAT_MB = 64;
const LOOK_MS = 1000;

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
      const { samples } = await sampled(context, SAMPLE_MS, lasted(stage, MINUTES * 60_000 - WARM_MS));
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

/** Waits so long, ms, with the recording going on; says when and why it ended, as the host read it. */
async function lasted(stage: Stage, ms: number): Promise<void> {
  const { page, panel } = stage.host;
  const begun = Date.now();
  while (Date.now() - begun < ms) {
    await page.waitForTimeout(Math.min(LOOK_MS, ms - (Date.now() - begun)));
    if ((await stage.count('stops')) === 0) continue;
    const minutes = ((Date.now() - begun + WARM_MS) / 60_000).toFixed(1);
    throw new Error(`the recording ended after ${minutes} minutes: ${(await panel.innerText('main')).slice(0, 600)}`);
  }
}
