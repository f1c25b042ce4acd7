import type { Page } from 'playwright';
import { type Guest, LONG } from '../../journeys/party.ts';
import { type Appearance, enterStandIn } from '../enter.ts';
import type { WebexRoom } from './stand-in.ts';

export interface EnterOptions extends Appearance {
  readonly name: string;
  readonly hl?: string;
}

/** A browser with the extension, in the stand-in's call, which is in a frame. Chat and people are closed. */
export function enter(room: WebexRoom, { hl = 'en', ...options }: EnterOptions): Promise<Guest> {
  return enterStandIn({
    ...options,
    url: room.url({ hl, joinAs: options.name }),
    serve: (context) => room.serve(context),
    inCall: (page) => panelButton(page, 'chat').waitFor({ timeout: LONG }),
  });
}

const BUTTONS = { people: 'participants-toggle-button', chat: 'in-meeting-chat-toggle-button' } as const;

/** Webex's own buttons, which the host presses. Both panels can be open, one over the other. */
export function panelButton(page: Page, which: keyof typeof BUTTONS) {
  return view(page).locator(`[data-test="${BUTTONS[which]}"]`);
}

export function view(page: Page) {
  return page.frameLocator('#unified-webclient-iframe');
}

/** The questions that have arrived in the chat: neither what stands in the editor, nor what is on its way. */
export function questions(page: Page) {
  const message = '#meeting-panel-container li:not([id^="act-web-client"])';
  return view(page).locator(message, { hasText: 'May we record this meeting?' });
}
