import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { launchWithExtension } from '../../browser/launch.ts';
import { closeWelcome, type Guest } from '../../journeys/party.ts';
import type { Appearance } from '../enter.ts';

/** A site that nobody knows: no adapter matches it, and no manifest names it. */
export const SITE = 'https://calls.example';
const ROOM = '/room?number=7#quiet';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "media-src 'self' blob: mediastream:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript' } as const;

/** Pages are served by interception, so that scheme and host are the real ones and nothing goes over the network. */
export async function serve(context: BrowserContext, site = SITE): Promise<void> {
  await context.route(`${site}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const name = /^\/assets\/(main\.js|style\.css)$/.exec(pathname)?.[1] ?? 'index.html';
    const body = readFileSync(new URL(`./page/${name}`, import.meta.url));
    const contentType = TYPES[name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES];
    return route.fulfill({ contentType, body, headers: { 'content-security-policy': POLICY } });
  });
}

interface Entry extends Appearance {
  readonly site?: string;
  readonly path?: string;
  readonly leave?: readonly string[];
}

/** A browser with the extension, in the lobby of a call. The toolbar button is not pressed. */
export async function enter({
  site = SITE,
  path = ROOM,
  leave = [],
  colorScheme,
  width = 1280,
}: Entry = {}): Promise<Guest> {
  const context = await launchWithExtension({
    executablePath: findChromium({}),
    headless: true,
    extensionDir: 'dist',
    ...(leave.length > 0 && { leave }),
    micGranted: true,
    windowSize: { width, height: 800 },
    ...(colorScheme && { colorScheme }),
  });
  await serve(context, site);
  await closeWelcome(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${site}${path}`);
  await page.bringToFront();
  return { context, page, name: 'Host', watches: true };
}

interface StandIn {
  comes(number: number): void;
  goes(number: number): void;
  redraws(): void;
  ends(): void;
}

/** What happens in the call. Who is in it is only to be heard: a number, whose tone a recording tells. */
export async function happens(page: Page, what: keyof StandIn, number = 0): Promise<void> {
  await page.evaluate(
    ({ what: name, number: who }) => (globalThis as unknown as { standIn: StandIn }).standIn[name](who),
    { what, number },
  );
}

export async function join(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join' }).click();
}
