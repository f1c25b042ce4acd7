import type { Runtime } from 'webextension-polyfill';
import { isReadFrame, platformFor } from '../../src/platforms/registry.ts';

/**
 * Who is speaking, from what the browser says of the sender and never from the message: origin splits our pages from content
 * scripts (an extension page opened in a tab has a `tab` as well). A missing row means no.
 */
export type Speaker =
  | { readonly who: 'meeting-page'; readonly tab: number; readonly frame: number }
  /** A frame of another site in a meeting page, which its platform reads. */
  | { readonly who: 'site-frame'; readonly tab: number }
  | {
      readonly who:
        | 'panel'
        | 'records'
        | 'export'
        | 'settings'
        | 'welcome'
        | 'consents'
        | 'review'
        | 'backup'
        | 'person'
        | 'offscreen';
    }
  | { readonly who: 'nobody' };

const PAGES: Readonly<
  Record<
    string,
    'panel' | 'records' | 'export' | 'settings' | 'welcome' | 'consents' | 'review' | 'backup' | 'person' | 'offscreen'
  >
> = {
  '/extension/panel/index.html': 'panel',
  '/extension/records/index.html': 'records',
  '/extension/export/index.html': 'export',
  '/extension/settings/index.html': 'settings',
  '/extension/welcome/index.html': 'welcome',
  '/extension/consents/index.html': 'consents',
  '/extension/review/index.html': 'review',
  '/extension/backup/index.html': 'backup',
  '/extension/person/index.html': 'person',
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
  const [tab, frame] = [sender.tab?.id, sender.frameId];
  if (sender.origin === ownOrigin || tab === undefined || frame === undefined) return { who: 'nobody' };
  if (frame === 0 || isFramed(sender, url)) return { who: 'meeting-page', tab, frame };
  return sender.origin === url.origin && isReadFrame(url.href) ? { who: 'site-frame', tab } : { who: 'nobody' };
}

/** In a frame only the addresses of platforms whose calls are embedded count; a sandboxed frame has no origin, and no call. */
function isFramed({ origin }: Sender, url: URL): boolean {
  return origin === url.origin && platformFor(url.href)?.framed === true;
}
