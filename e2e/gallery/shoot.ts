import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { findChromium } from '../browser/find.ts';

/**
 * Takes a picture of every state of every screen, light and dark, at each of its widths, into out/gallery, and has axe look at each.
 * `npx tsx e2e/gallery/shoot.ts [part of a name]`. Fails when axe finds something, when it looked at nothing, when something sticks out
 * sideways, or when the page's console complains.
 */
const only = process.argv[2] ?? '';
const here = import.meta.dirname;
const out = resolve(here, '../../out/gallery');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Looked {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
  }[];
  readonly passes: number;
  readonly sticksOut: number;
}

async function look(page: Page): Promise<Looked> {
  return page.evaluate(async () => {
    const { violations, passes } = await (
      globalThis as unknown as { axe: { run: () => Promise<{ violations: []; passes: [] }> } }
    ).axe.run();
    const { scrollWidth, clientWidth } = document.documentElement;
    return { violations, passes: passes.length, sticksOut: scrollWidth - clientWidth };
  });
}

async function main(): Promise<number> {
  if (only === '') rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const configFile = resolve(here, 'vite.config.ts');
  await build({ configFile });
  const csp =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'";
  const server = await preview({ configFile, preview: { port: 0, headers: { 'Content-Security-Policy': csp } } });
  const base = server.resolvedUrls?.local[0] ?? '';
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
      await context.addInitScript(axe);
      const page = await context.newPage();
      let current = '';
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          fault(`${current}: console says ${message.text()}`);
      });
      page.on('pageerror', (error) => fault(`${current}: ${error.message}`));
      await page.goto(base);
      await page.waitForFunction(() => document.documentElement.dataset.names !== undefined);
      const names = await page.evaluate(() => document.documentElement.dataset.names ?? '');
      for (const [name = '', widths = '', height = ''] of names.split(' ').map((entry) => entry.split(':'))) {
        if (!name.includes(only)) continue;
        for (const width of widths.split(',').map(Number)) {
          current = `${name} ${width} ${colorScheme}`;
          await page.setViewportSize({ width, height: Number(height) });
          await page.goto(`${base}?state=${name}`);
          await page.waitForFunction(() => document.documentElement.dataset.names !== undefined);
          const { violations, passes, sticksOut } = await look(page);
          for (const { id, nodes } of violations) {
            for (const node of nodes)
              fault(`${current}: ${id} at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ''}`);
          }
          if (passes === 0) fault(`${current}: axe looked at nothing`);
          if (sticksOut > 0) fault(`${current}: sticks out by ${sticksOut} px`);
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
    await server.close();
  }
  console.log(faults === 0 ? 'Nothing to mend.' : `${faults} to mend.`);
  return faults;
}

process.exitCode = (await main()) === 0 ? 0 : 1;
