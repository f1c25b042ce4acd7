import type { BrowserContext, Frame, Page } from 'playwright';
import type { View } from '../../browser/closed-root.ts';
import { type Guest, LONG } from '../../journeys/party.ts';
import { type Appearance, enterStandIn } from '../enter.ts';
import type { JitsiRoom } from './stand-in.ts';

export interface EnterOptions extends Appearance {
  readonly name: string;
  readonly lang?: string;
}

/** A browser with the extension, in the stand-in's call. Chat and participants are closed, as Jitsi has them. */
export function enter(room: JitsiRoom, { lang = 'en', ...options }: EnterOptions): Promise<Guest> {
  return enterStandIn({
    ...options,
    url: room.url({ lang, joinAs: options.name }),
    serve: (context) => room.serve(context),
    inCall: (page) => page.locator('.hangup-button').waitFor({ timeout: LONG }),
  });
}

/** A page of somebody else's that has Jitsi's calls in frames. */
const PORTAL = 'https://clinic.example';
const FRAME = { width: 1000, height: 640 } as const;

/** The same, with the call in a frame of another site's page, as portals embed it. */
export function enterFramed(room: JitsiRoom, { lang = 'en', ...options }: EnterOptions): Promise<Guest> {
  const call = room.url({ lang, joinAs: options.name });
  const callIn = (page: Page) => frameOf(page, call);
  return enterStandIn({
    ...options,
    url: `${PORTAL}/visit`,
    async serve(context) {
      await room.serve(context);
      await servePortal(context, call);
    },
    async inCall(page) {
      await page.frameLocator('iframe').locator('.hangup-button').waitFor({ timeout: LONG });
    },
    callIn,
  });
}

/** Jitsi's own script makes a frame like this one, with what a call needs allowed. */
async function servePortal(context: BrowserContext, call: string): Promise<void> {
  const { width, height } = FRAME;
  const frame = `<iframe src="${call}" width="${width}" height="${height}" style="border: 0" allow="camera; microphone; display-capture"></iframe>`;
  const body = `<!doctype html><html lang="en"><title>Clinic</title><h1>Your visit</h1>${frame}</html>`;
  await context.route(`${PORTAL}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
}

function frameOf(page: Page, url: string): Frame {
  const frame = page.frames().find((one) => one.url() === url);
  if (!frame) throw new Error(`the page has no frame with ${url}`);
  return frame;
}

/** Jitsi's own buttons. */
export function toolbarButton(view: View, which: 'chat' | 'participants') {
  return view.locator(`[data-opens="${which}"]`);
}
