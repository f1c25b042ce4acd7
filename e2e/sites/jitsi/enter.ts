import type { Page } from 'playwright';
import { type Guest, LONG } from '../../journeys/party.ts';
import { enterStandIn } from '../enter.ts';
import type { JitsiRoom } from './stand-in.ts';

export interface EnterOptions {
  readonly name: string;
  readonly lang?: string;
  readonly colorScheme?: 'light' | 'dark';
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

/** Jitsi's own buttons. */
export function toolbarButton(page: Page, which: 'chat' | 'participants') {
  return page.locator(`[data-opens="${which}"]`);
}
