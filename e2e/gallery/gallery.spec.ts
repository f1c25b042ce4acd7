import { expect, test } from '@playwright/test';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { drawState, faultsOf, namesIn, readAxe, showState } from './look.ts';
import { type Gallery, serveGallery } from './serve.ts';

/**
 * Every state of every screen and of the banner, without barriers: narrow in light, then wide in dark, in the same page. What axe
 * says of names, roles and order does not depend on colour and width; contrast and overflow do, and both pairs are looked at.
 */
test.describe.configure({ timeout: 240_000 });

const NARROW = { banner: 320, log: 360, panel: 300, places: 340, records: 360, settings: 360, welcome: 360 } as const;
const WIDE = {
  banner: 1280,
  log: 1280,
  panel: 500,
  places: 1280,
  records: 1280,
  settings: 1280,
  welcome: 1280,
} as const;
type Screen = keyof typeof NARROW;

let gallery: Gallery;
let browser: Browser;

test.beforeAll(async () => {
  gallery = await serveGallery();
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
test.afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

for (const screen of Object.keys(NARROW) as Screen[]) {
  test(`every state of the ${screen} is free of barriers, narrow and wide, light and dark`, async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript(readAxe);
    const page = await context.newPage();
    const faults: string[] = [];
    let current = '';
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${current}: console says ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`${current}: ${error.message}`));
    const states = (await namesIn(page, gallery.base)).filter(({ name }) => name.startsWith(`${screen}-`));
    expect(states.length).toBeGreaterThan(0);
    await drawState(page, gallery.base, states[0]?.name ?? '');
    for (const { looks, colorScheme, widths } of [
      { looks: 'narrow and light', colorScheme: 'light', widths: NARROW },
      { looks: 'wide and dark', colorScheme: 'dark', widths: WIDE },
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: widths[screen], height: 800 });
      for (const { name } of states) {
        current = `${name}, ${looks}`;
        await showState(page, name);
        for (const fault of await faultsOf(page)) faults.push(`${current}: ${fault}`);
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}
