import type { Page } from 'playwright';
import { type Guest, LONG } from '../../journeys/party.ts';
import { type Appearance, enterStandIn } from '../enter.ts';
import type { MeetRoom } from './stand-in.ts';

export interface EnterOptions extends Appearance {
  readonly name: string;
  readonly hl?: string;
  /** Which chat the meeting has, when it is not Meet's own. */
  readonly chat?: 'known' | 'strange';
  readonly extensionDir?: string;
}

/** A browser with the extension, in the stand-in's call. Chat and people are closed, as Meet has them. */
export function enter(room: MeetRoom, { hl = 'en', chat, ...options }: EnterOptions): Promise<Guest> {
  return enterStandIn({
    ...options,
    url: room.url({ hl, joinAs: options.name, ...(chat && { chat }) }),
    serve: (context) => room.serve(context),
    inCall: (page) => panelButton(page, 'chat').waitFor({ timeout: LONG }),
  });
}

const PANELS = { people: '1', chat: '2' } as const;

/** Meet's own buttons, which the host presses. */
export function panelButton(page: Page, which: keyof typeof PANELS) {
  return page.locator(`button[data-panel-id="${PANELS[which]}"]`);
}
