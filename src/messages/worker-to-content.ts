import type { BannerView } from '../model/banner.ts';
import type { PostId } from '../model/id.ts';
import type { Opening } from '../model/panel.ts';

/**
 * What the worker says to a meeting page's content script. It comes from our own worker over our own port, so it is not validated
 * (the content bundle carries no validator); the content script ignores what it does not know.
 */
export type WorkerToContent =
  /** idle: only chat lines that carry a tag are reported, and one's own after the first of those. guest: the roster too. host: everything, with a beat every second. */
  | { readonly say: 'mode'; readonly mode: ContentMode }
  /** These observations are durable (or say nothing that belongs in the log): drop them from the outbox. */
  | { readonly say: 'done'; readonly keys: readonly string[] }
  /** Bring these again after the next change of the roster. */
  | { readonly say: 'later'; readonly keys: readonly string[] }
  /**
   * Write this into the chat, message by message, and report what became of the whole. The same post asked for twice is written once.
   */
  | { readonly say: 'post'; readonly post: PostId; readonly parts: readonly string[] }
  /** The host has asked for it in the panel: open this in the page, by the site's own buttons. */
  | { readonly say: 'open'; readonly what: Opening }
  | { readonly say: 'banner'; readonly view: BannerView | null };

export type ContentMode = 'idle' | 'guest' | 'host';

/** Sent with tabs.sendMessage to a content script that has no port: connect, the host has pressed the toolbar button. */
export type WakeContent = { readonly to: 'content'; readonly say: 'wake' };
