import type { Page } from 'playwright';
import { type Guest, LONG } from '../../journeys/party.ts';
import { type Appearance, enterStandIn } from '../enter.ts';
import type { BigBlueButtonRoom } from './stand-in.ts';

export interface EnterOptions extends Appearance {
  readonly name: string;
  readonly lang?: string;
  /** Version of the client; in 3.1 list and chat are closed at first, and one makes way for the other. */
  readonly v?: string;
  readonly leave?: readonly string[];
}

/** A browser with the extension, in the stand-in's call. The toolbar button is not pressed: nothing of ours is in the page. */
export function enter(room: BigBlueButtonRoom, { lang = 'en', v = '3.0', ...options }: EnterOptions): Promise<Guest> {
  return enterStandIn({
    ...options,
    url: room.url({ joinAs: options.name, lang, v }),
    serve: (context) => room.serve(context),
    inCall: (page) => page.locator('[data-test="leaveMeetingDropdown"]').waitFor({ timeout: LONG }),
  });
}

const BUTTONS = { users: 'usersListSidebarButton', chat: 'messagesSidebarButton' } as const;

/** The client's own buttons of version 3.1, which the host presses. */
export function panelButton(page: Page, which: keyof typeof BUTTONS) {
  return page.locator(`[data-test="${BUTTONS[which]}"]`);
}
