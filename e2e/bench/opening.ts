import type { Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { figure } from './figure.ts';
import { enter } from './inside/enter.ts';
import type { Measure } from './measure.ts';

const SECONDS = 3600;
const PICTURE = { width: 1280, height: 720, frameRate: 15, bits: 1_500_000 } as const;
const ROUNDS = 5;
const MOST_MS = 1000;
/** Before this an hour is there on any machine, ms. */
const PATIENCE_MS = 180_000;

/** From the press of Play to the first picture of an hour on the screen: the entry in the log, the key, the first chunks, the decoder. */
export const opening: Measure = {
  name: 'opening',
  async run(say) {
    const { context, page } = await enter();
    try {
      const filled = await page.evaluate(([picture, s]) => globalThis.inside.fillVault(picture, s), [
        PICTURE,
        SECONDS,
      ] as const);
      await page.evaluate(([one, ms]) => globalThis.inside.fillMeeting(one, ms), [filled, SECONDS * 1000] as const);
      say(`opening: ${filled.chunks} chunks, ${Math.round(filled.bytes / 1e6)} MB`);
      const times: number[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        await page.reload();
        times.push(await firstPicture(page));
        say(`opening ${round}/${ROUNDS}: ${Math.round(times.at(-1) ?? 0)} ms`);
      }
      return [figure('an hour, from the press of Play to its first picture', 'ms', times, null, { most: MOST_MS })];
    } finally {
      await context.close();
    }
  },
};

/** ms in the page's own time, from the press to the first frame that was put on the screen. */
async function firstPicture(page: Page): Promise<number> {
  await page.getByRole('list').getByRole('button').first().click();
  const purposes = page.getByRole('group', { name: en['records.purpose'] });
  const play = page.getByRole('button', { name: en['records.play'], exact: true });
  await purposes.or(play).first().waitFor();
  if (await purposes.isVisible()) await purposes.getByRole('radio', { disabled: false }).first().check();
  await play.waitFor();
  return page.evaluate(
    ([word, patience]) =>
      new Promise<number>((shown, failed) => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === word);
        if (!button) return failed(new Error('no way to play'));
        const from = performance.now();
        const look = setInterval(() => {
          const video = document.querySelector('video');
          if (!video) return;
          clearInterval(look);
          video.requestVideoFrameCallback((now) => shown(now - from));
        }, 5);
        setTimeout(() => failed(new Error('no picture came')), patience);
        button.click();
      }),
    [en['records.play'], PATIENCE_MS] as const,
  );
}
