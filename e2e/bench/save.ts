import { figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';
import { quarters, sampled } from './memory.ts';

const SECONDS = 600;
const PICTURE = { width: 1280, height: 720, frameRate: 15, bits: 1_500_000 } as const;
const ROUNDS = 3;
const LEAST_TIMES = 60;
/** What saving may hold more at its end than at its beginning, MB. */
const FLAT_MB = 50;

/** Ten minutes as we record them, from the vault into one seekable file: with the two channels kept, and mixed into one. */
export const save: Measure = {
  name: 'save',
  async run(say) {
    const { context, page } = await enter();
    try {
      const filled = await page.evaluate(([picture, s]) => globalThis.inside.fillVault(picture, s), [
        PICTURE,
        SECONDS,
      ] as const);
      say(`save: ${filled.chunks} chunks, ${Math.round(filled.bytes / 1e6)} MB`);
      const speeds = { apart: [] as number[], mixed: [] as number[] };
      const growth: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        for (const sound of ['apart', 'mixed'] as const) {
          const work = page.evaluate(([epoch, sound]) => globalThis.inside.saveVault(epoch, sound), [
            filled.epoch,
            sound,
          ] as const);
          const { value, samples } = await sampled(context, 250, work);
          speeds[sound].push((SECONDS * 1000) / value.ms);
          const { first, last } = quarters(samples);
          growth.push(mean(last) - mean(first));
          say(
            `save ${sound}: ${Math.round(value.ms)} ms, ${Math.round(value.bytes / 1e6)} MB, memory ${samples.map(Math.round)}`,
          );
        }
      }
      return [
        figure('saving with the two channels kept', '× real time', speeds.apart, null, { least: LEAST_TIMES }),
        figure('saving with the channels mixed', '× real time', speeds.mixed, null),
        figure('saving: memory in the last quarter above the first', 'MB', growth, null, { most: FLAT_MB }),
      ];
    } finally {
      await context.close();
    }
  },
};

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
