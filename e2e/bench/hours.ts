import { figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';
import { quarters, sampled } from './memory.ts';

/** Eight hours in chunks of a second. */
const SECONDS = 28_800;
/** Small, so that eight hours fit on a disk and into the time: what could grow is counted in chunks, not in pixels. */
const PICTURE = { width: 320, height: 180, frameRate: 5, bits: 60_000 } as const;
const SAMPLE_MS = 2000;
/** Collectors run when they like: what is flat may still be apart by this much, MB. */
const FLAT_MB = 64;

/** The memory of the browser while eight hours go into the vault, and while they are saved into one file. */
export const hours: Measure = {
  name: 'hours',
  async run(say) {
    const { context, page } = await enter();
    try {
      const filling = page.evaluate(([picture, s]) => globalThis.inside.fillVault(picture, s), [
        PICTURE,
        SECONDS,
      ] as const);
      const filled = await sampled(context, SAMPLE_MS, filling);
      say(`hours: ${filled.value.chunks} chunks, ${Math.round(filled.value.bytes / 1e6)} MB`);
      say(`hours: memory while filling ${filled.samples.map(Math.round)} MB`);
      const saving = page.evaluate((epoch) => globalThis.inside.saveVault(epoch, 'apart'), filled.value.epoch);
      const saved = await sampled(context, SAMPLE_MS, saving);
      say(`hours: saved in ${Math.round(saved.value.ms)} ms, memory ${saved.samples.map(Math.round)} MB`);
      return [
        flat('8 hours of chunks into the vault: memory of the last quarter (baseline: of the first)', filled.samples),
        flat('8 hours saved into one file: memory of the last quarter (baseline: of the first)', saved.samples),
      ];
    } finally {
      await context.close();
    }
  },
};

function flat(name: string, samples: readonly number[]) {
  const { first, last } = quarters(samples);
  const before = first.reduce((sum, mb) => sum + mb, 0) / first.length;
  return figure(name, 'MB', last, first, { most: before + FLAT_MB });
}
