import { figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';
import { quarters, sampled } from './memory.ts';

const PICTURE = { width: 1280, height: 720, frameRate: 15, bits: 1_500_000 } as const;
const LEAST_TIMES = 60;
/** What saving may hold more at its end than at its beginning, MB. */
const FLAT_MB = 50;

type Sound = 'apart' | 'mixed';

interface Saved {
  /** × real time, one a round. */
  readonly speeds: readonly number[];
  /** MB in the last quarter above the first, one a round. */
  readonly growth: readonly number[];
}

/** Ten minutes as we record them, from the vault into one seekable file: with the two channels kept, and mixed into one. */
export const save: Measure = {
  name: 'save',
  async run(say) {
    const { apart, mixed } = await saved(say, { seconds: 600, rounds: 3, sounds: ['apart', 'mixed'] });
    return [
      figure('saving with the two channels kept', '× real time', apart.speeds, null, { least: LEAST_TIMES }),
      figure('saving with the channels mixed', '× real time', mixed.speeds, null),
      figure('saving: memory in the last quarter above the first', 'MB', [...apart.growth, ...mixed.growth], null, {
        most: FLAT_MB,
      }),
    ];
  },
};

/** A whole hour of the same, once: it takes some minutes to make. */
export const hour: Measure = {
  name: 'hour',
  async run(say) {
    const { apart } = await saved(say, { seconds: 3600, rounds: 1, sounds: ['apart'] });
    return [
      figure('saving an hour with the two channels kept', '× real time', apart.speeds, null, { least: LEAST_TIMES }),
      figure('saving an hour: memory in the last quarter above the first', 'MB', apart.growth, null, {
        most: FLAT_MB,
      }),
    ];
  },
};

interface Wanted {
  readonly seconds: number;
  readonly rounds: number;
  readonly sounds: readonly Sound[];
}

/** Fills a vault with so much of a recording, and saves it in turns with its sound in each of these ways. */
async function saved(say: (line: string) => void, wanted: Wanted): Promise<Record<Sound, Saved>> {
  const { seconds, rounds, sounds } = wanted;
  const { context, page } = await enter();
  try {
    const filled = await page.evaluate(([picture, s]) => globalThis.inside.fillVault(picture, s), [
      PICTURE,
      seconds,
    ] as const);
    say(`save: ${filled.chunks} chunks, ${Math.round(filled.bytes / 1e6)} MB`);
    const speeds: Record<Sound, number[]> = { apart: [], mixed: [] };
    const growth: Record<Sound, number[]> = { apart: [], mixed: [] };
    for (let round = 0; round < rounds; round++) {
      for (const sound of sounds) {
        const work = page.evaluate(([epoch, way]) => globalThis.inside.saveVault(epoch, way), [
          filled.epoch,
          sound,
        ] as const);
        const { value, samples } = await sampled(context, 250, work);
        speeds[sound].push((seconds * 1000) / value.ms);
        const { first, last } = quarters(samples);
        growth[sound].push(mean(last) - mean(first));
        say(
          `save ${sound}: ${Math.round(value.ms)} ms, ${Math.round(value.bytes / 1e6)} MB, memory ${samples.map(Math.round)}`,
        );
      }
    }
    return {
      apart: { speeds: speeds.apart, growth: growth.apart },
      mixed: { speeds: speeds.mixed, growth: growth.mixed },
    };
  } finally {
    await context.close();
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
