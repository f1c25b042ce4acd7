import { figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';

const SECONDS = 600;
const PICTURE = { width: 1280, height: 720, frameRate: 15, bits: 1_500_000 } as const;
const ROUNDS = 3;
/** No slower than half real time. */
const LEAST_TIMES = 0.5;

/** Ten minutes as we record them, with picture, into a voice-masked copy; beside it, in the same run, the same without masking. */
export const copy: Measure = {
  name: 'copy',
  async run(say) {
    const { context, page } = await enter();
    try {
      const { epoch } = await page.evaluate(([picture, s]) => globalThis.inside.fillVault(picture, s), [
        PICTURE,
        SECONDS,
      ] as const);
      const masked: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const how = [epoch, SECONDS] as const;
        const without = await page.evaluate(([one, s]) => globalThis.inside.bareCopy(one, s), how);
        const made = await page.evaluate(([one, s]) => globalThis.inside.maskedCopy(one, s), how);
        bare.push((SECONDS * 1000) / without.ms);
        masked.push((SECONDS * 1000) / made.ms);
        say(`copy: ${Math.round(made.ms)} ms masked, ${Math.round(without.ms)} ms bare, ${made.bytes} bytes`);
      }
      return [figure('voice-masked copy of ten minutes', '× real time', masked, bare, { least: LEAST_TIMES })];
    } finally {
      await context.close();
    }
  },
};
