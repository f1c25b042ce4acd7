import type { Frame, Page } from 'playwright';
import { type Guest, LONG } from '../../journeys/party.ts';
import { type Appearance, enterStandIn } from '../enter.ts';
import type { ZoomRoom } from './stand-in.ts';

export interface EnterOptions extends Appearance {
  readonly name: string;
  readonly hl?: string;
  readonly extensionDir?: string;
}

/** A browser with the extension, in the stand-in's call, which is in a frame. Chat and people are closed, as Zoom has them. */
export function enter(room: ZoomRoom, { hl = 'en', ...options }: EnterOptions): Promise<Guest> {
  return enterStandIn({
    ...options,
    url: room.url({ hl, joinAs: options.name }),
    serve: (context) => room.serve(context),
    inCall: (page) => panelButton(page, 'chat').waitFor({ timeout: LONG }),
  });
}

/** Zoom's own buttons, which the host presses. Both panels can be open, one over the other. */
export function panelButton(page: Page, which: 'participant' | 'chat') {
  return view(page).locator(`#${which} button`);
}

export function view(page: Page) {
  return page.frameLocator('#webclient');
}

/** The frame itself, for what is evaluated in it. */
export function viewFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('the meeting’s frame is not in the page');
  return frame;
}
