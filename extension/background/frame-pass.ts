import * as v from 'valibot';
import { fromFrame, toFrame } from '../../src/messages/frame-pass.ts';
import type { Speaker } from './senders.ts';

/** What the page and a frame of one tab say to each other is passed on, and read by nobody here. false: it does not parse. */
export function passOn(speaker: Extract<Speaker, { tab: number }>, message: unknown): boolean {
  const framed = speaker.who === 'site-frame';
  const parsed = v.safeParse(framed ? fromFrame : toFrame, message);
  if (!parsed.success) return false;
  const { pass } = parsed.output;
  const sent = framed
    ? chrome.tabs.sendMessage(speaker.tab, { to: 'page', pass }, { frameId: 0 })
    : chrome.tabs.sendMessage(speaker.tab, { to: 'frame', pass });
  // Nobody is there to hear it: a frame that is gone, or a page that has just been left.
  sent.catch((error: unknown) => console.debug('not passed on:', (error as Error).message));
  return true;
}
