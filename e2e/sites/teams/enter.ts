import type { Page } from 'playwright';
import { type Guest, LONG } from '../../journeys/party.ts';
import { type Appearance, enterStandIn } from '../enter.ts';
import type { TeamsRoom } from './stand-in.ts';

export interface EnterOptions extends Appearance {
  readonly name: string;
  /** What the page is asked for in its address: see `TeamsRoom.url`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly extensionDir?: string;
}

/** A browser with the extension, in the stand-in's call. Chat and people are closed, as Teams has them. */
export function enter(room: TeamsRoom, { query = {}, ...options }: EnterOptions): Promise<Guest> {
  return enterStandIn({
    ...options,
    url: room.url({ ...query, joinAs: options.name }),
    serve: (context) => room.serve(context),
    inCall: (page) => railButton(page, 'chat').waitFor({ timeout: LONG }),
  });
}

/** Teams' own buttons, which the host presses: one of the two is open at a time. */
export function railButton(page: Page, which: 'people' | 'chat') {
  return page.locator(which === 'people' ? '#roster-button' : '#chat-button');
}
