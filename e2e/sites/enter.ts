import type { BrowserContext, Frame, Page } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { closeWelcome, type Guest, HISTORY_MS } from '../journeys/party.ts';

const WINDOW = { width: 1280, height: 800 } as const;

/** How a browser looks. width: px of its window. */
export interface Appearance {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

export interface Entrance extends Appearance {
  readonly name: string;
  /** Straight into the call. */
  readonly url: string;
  readonly serve: (context: BrowserContext) => Promise<void>;
  /** Waits until the page is in the call. */
  readonly inCall: (page: Page) => Promise<void>;
  /** Which frame the call is in, when it is not the page itself. */
  readonly callIn?: (page: Page) => Frame;
  readonly extensionDir?: string;
  /** Sites for which Chrome gives lasting leave without a question, as match patterns. */
  readonly leave?: readonly string[];
}

/** A browser with the extension, in the call of a stand-in, and beyond what the page may have replayed of its chat. */
export async function enterStandIn(entrance: Entrance): Promise<Guest> {
  const {
    name,
    url,
    serve,
    inCall,
    callIn,
    colorScheme,
    width = WINDOW.width,
    extensionDir = 'dist',
    leave,
  } = entrance;
  const context = await launchWithExtension({
    executablePath: findChromium({}),
    headless: true,
    extensionDir,
    micGranted: true,
    windowSize: { ...WINDOW, width },
    ...(colorScheme && { colorScheme }),
    ...(leave && { leave }),
  });
  await serve(context);
  await closeWelcome(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  await page.bringToFront();
  await inCall(page);
  await page.waitForTimeout(HISTORY_MS);
  return { context, page, name, watches: true, ...(callIn && { frame: callIn(page) }) };
}
