import type { Runtime } from 'webextension-polyfill';

/**
 * Who is speaking, from what the browser says of the sender and never from the message: origin splits our pages from content
 * scripts (an extension page opened in a tab has a `tab` as well). A missing row means no.
 */
export type Speaker =
  | { readonly who: 'meeting-page'; readonly tab: number }
  | { readonly who: 'panel' | 'records' | 'welcome' | 'offscreen' }
  | { readonly who: 'nobody' };

const PAGES: Readonly<Record<string, 'panel' | 'records' | 'welcome' | 'offscreen'>> = {
  '/extension/panel/index.html': 'panel',
  '/extension/records/index.html': 'records',
  '/extension/welcome/index.html': 'welcome',
  '/extension/offscreen/index.html': 'offscreen',
};

interface Sender extends Runtime.MessageSender {
  readonly origin?: string;
}

export function speakerOf(sender: Sender | undefined, ownId: string, ownOrigin: string): Speaker {
  if (!sender || sender.id !== ownId || !sender.url) return { who: 'nobody' };
  const url = new URL(sender.url);
  if (url.origin === ownOrigin) {
    const page = PAGES[url.pathname];
    return page ? { who: page } : { who: 'nobody' };
  }
  const tab = sender.tab?.id;
  return sender.origin !== ownOrigin && tab !== undefined && sender.frameId === 0
    ? { who: 'meeting-page', tab }
    : { who: 'nobody' };
}
