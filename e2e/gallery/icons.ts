import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../browser/find.ts';

/** Draws the extension's icons from their sources: `npx tsx e2e/gallery/icons.ts` after changing an SVG in public/icons. */
const folder = resolve(import.meta.dirname, '../../public/icons');
const sources = { 16: 'icon-small.svg', 32: 'icon-small.svg', 48: 'icon.svg', 128: 'icon.svg' } as const;

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const [size, source] of Object.entries(sources)) {
    const side = Number(size);
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const svg = readFileSync(resolve(folder, source)).toString('base64');
    await page.setContent(
      `<body style="margin:0"><img style="display:block" width="${side}" height="${side}" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.screenshot({ path: resolve(folder, `icon-${side}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
