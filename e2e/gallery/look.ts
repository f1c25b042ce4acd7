import axe from 'axe-core';
import type { Page } from 'playwright';
import type { gallery } from './main.tsx';

/** One state of one screen, as the gallery page names it. */
export interface Named {
  readonly name: string;
  readonly widths: readonly number[];
  readonly height: number;
}

/** The states that the gallery knows. The page is opened without one for that. */
export async function namesIn(page: Page, base: string): Promise<Named[]> {
  await page.goto(base);
  await drawn(page);
  const names = await page.evaluate(() => document.documentElement.dataset.names ?? '');
  return names.split(' ').map((entry) => {
    const [name = '', widths = '', height = ''] = entry.split(':');
    return { name, widths: widths.split(',').map(Number), height: Number(height) };
  });
}

export async function drawState(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}?state=${name}`);
  await drawn(page);
}

/** Another state of the same screen, without loading the page again. */
export async function showState(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => (globalThis as unknown as Drawn).gallery.show(wanted), name);
}

/** What is drawn becomes another state, as when a message comes from the worker. */
export async function becomes(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => (globalThis as unknown as Drawn).gallery.becomes(wanted), name);
}

interface Drawn {
  readonly gallery: typeof gallery;
}

async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.names !== undefined);
}

/** What axe objects to, that it looked at nothing, and what sticks out sideways. axe is put into the page by `readAxe`. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations, passes, sticksOut } = await page.evaluate(async () => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe;
    const found = await checker.run(document, { resultTypes: ['violations', 'passes'] });
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      passes: found.passes.length,
      sticksOut: scrollWidth - clientWidth,
      violations: found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id} at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ''}`),
      ),
    };
  });
  const faults = [...violations];
  if (passes === 0) faults.push('axe looked at nothing');
  if (sticksOut > 0) faults.push(`sticks out by ${sticksOut} px`);
  return faults;
}

export const readAxe = axe.source;
