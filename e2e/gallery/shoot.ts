import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { drawState, faultsOf, namesIn, readAxe } from './look.ts';
import { serveGallery } from './serve.ts';

/**
 * Takes a picture of every state of every screen, light and dark, at each of its widths, into out/gallery, and has axe look at each.
 * `npx tsx e2e/gallery/shoot.ts [part of a name]`. Fails when axe finds something, when it looked at nothing, when something sticks out
 * sideways, or when the page's console complains. gallery.spec.ts looks at the same states without taking pictures.
 */
const only = process.argv[2] ?? '';
const out = resolve(import.meta.dirname, '../../out/gallery');

async function main(): Promise<number> {
  if (only === '') rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const gallery = await serveGallery();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  let faults = 0;
  const fault = (line: string) => {
    faults += 1;
    console.error(line);
  };
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, bypassCSP: false, reducedMotion: 'reduce' });
      await context.addInitScript(readAxe);
      const page = await context.newPage();
      let current = '';
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          fault(`${current}: console says ${message.text()}`);
      });
      page.on('pageerror', (error) => fault(`${current}: ${error.message}`));
      for (const { name, widths, height } of await namesIn(page, gallery.base)) {
        if (!name.includes(only)) continue;
        for (const width of widths) {
          current = `${name} ${width} ${colorScheme}`;
          await page.setViewportSize({ width, height });
          await drawState(page, gallery.base, name);
          for (const found of await faultsOf(page)) fault(`${current}: ${found}`);
          await page.screenshot({
            path: resolve(out, `${name}-${width}-${colorScheme}.png`),
            fullPage: !name.startsWith('banner'),
          });
        }
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await gallery.close();
  }
  console.log(faults === 0 ? 'Nothing to mend.' : `${faults} to mend.`);
  return faults;
}

process.exitCode = (await main()) === 0 ? 0 : 1;
