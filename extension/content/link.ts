import type { ContentToWorker } from '../../src/messages/content-to-worker.ts';
import { MEETING_PORT } from '../../src/messages/envelope.ts';
import type { WorkerToContent } from '../../src/messages/worker-to-content.ts';

/**
 * The line to the worker. The worker may sleep or die at any time: the line opens again when there is something to say, and at once
 * while somebody relies on us. When the extension was updated or removed under this page, `orphaned` fires and nothing is left.
 */
export interface Link {
  say(message: ContentToWorker): void;
  /** Keep the line open from now on (host), or only when needed (guest, idle). */
  hold(on: boolean): void;
}

export interface LinkEvents {
  /** A new line stands: say hello and bring what is not acknowledged yet. */
  readonly opened: () => void;
  readonly heard: (message: WorkerToContent) => void;
  readonly orphaned: () => void;
}

const REOPEN_MS = 200;

/** The context of a content script dies silently when its extension goes: the id vanishes. */
export function isOrphan(): boolean {
  return !chrome.runtime?.id;
}

export function openLink(events: LinkEvents, signal: AbortSignal, page: EventTarget = window): Link {
  let port: chrome.runtime.Port | null = null;
  let held = false;

  function connect(): chrome.runtime.Port | null {
    if (signal.aborted) return null;
    if (isOrphan()) {
      events.orphaned();
      return null;
    }
    if (port) return port;
    const opened = chrome.runtime.connect({ name: MEETING_PORT });
    opened.onMessage.addListener((message: WorkerToContent) => events.heard(message));
    opened.onDisconnect.addListener(() => {
      if (port === opened) port = null;
      if (signal.aborted) return;
      if (isOrphan()) events.orphaned();
      else if (held) setTimeout(connect, REOPEN_MS);
    });
    port = opened;
    events.opened();
    return opened;
  }

  // A page that the browser kept and shows again: its port was closed while nobody here could be told.
  const shownAgain = (event: Event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    port?.disconnect();
    port = null;
    if (held) connect();
  };
  page.addEventListener('pageshow', shownAgain);
  signal.addEventListener('abort', () => {
    page.removeEventListener('pageshow', shownAgain);
    port?.disconnect();
    port = null;
  });
  return {
    say(message) {
      connect()?.postMessage(message);
    },
    hold(on) {
      held = on;
      if (on) connect();
    },
  };
}
