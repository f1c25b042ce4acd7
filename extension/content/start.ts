import type { PageObservation } from '../../src/messages/content-to-worker.ts';
import type { ContentMode, WakeContent, WorkerToContent } from '../../src/messages/worker-to-content.ts';
import type { PostId } from '../../src/model/id.ts';
import type { Place } from '../../src/model/roster.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { BannerHost } from './banner-host.tsx';
import { isOrphan, openLink } from './link.ts';
import { Opener } from './opener.ts';
import { batches, Outbox } from './outbox.ts';
import { Poster } from './poster.ts';
import { Watcher } from './watcher.ts';

/** Often enough that the worker, which waits 3 s for a sign of life, survives one that is late. */
const BEAT_MS = 1000;
/** Shorter absences from the call are hiccups of the page, ms. */
const FLICKER_MS = 5000;

/** Only scripts of this extension see it. */
const RUNNING = globalThis as typeof globalThis & { askToRecord?: AbortController };

/** What ends this script; null when it runs in this document already: the worker may put it into one document twice. */
function begin(): AbortController | null {
  if (RUNNING.askToRecord && !RUNNING.askToRecord.signal.aborted) return null;
  RUNNING.askToRecord = new AbortController();
  return RUNNING.askToRecord;
}

/**
 * One meeting tab, on the site of one platform: each site has a script of its own (`sites/`). Reads the page, carries observations to the worker, writes posts, shows the banner. Judges nothing.
 *
 *   idle ──a notice is seen──▶ guest      idle ──the host presses the toolbar button──▶ host
 */
export function start(platform: Platform): void {
  const end = begin();
  if (!end) return;
  const { signal } = end;
  const site = platform.open(document);
  const outbox = new Outbox();
  let mode: ContentMode = 'idle';
  let meeting: string | null = null;
  let alive = false;
  /** One timer for everything that is to be brought again. */
  let retry: ReturnType<typeof setTimeout> | null = null;
  let seeing = false;
  /** New for every time that this browser comes into the call. */
  let stay = crypto.randomUUID();
  let outSince = Number.POSITIVE_INFINITY;
  let lastPlace: Place = 'elsewhere';
  /** Somebody relies on us: the host pressed the toolbar button, or a notice was seen. Before that the page is nobody's business. */
  let engaged = false;

  const banner = new BannerHost(
    (press) => {
      if (press.press === 'agree') link.say({ say: 'pressed', press: { ...press, purposes: [...press.purposes] } });
      else link.say({ say: 'pressed', press });
    },
    site.controls,
    signal,
  );

  const link = openLink(
    {
      opened: () => {
        if (meeting !== null) link.say({ say: 'hello', platform: platform.id, meeting, stay, place: site.place() });
        for (const batch of outbox.all()) link.say({ say: 'observed', observations: batch });
      },
      heard,
      orphaned: () => end.abort(),
    },
    signal,
  );
  const poster = new Poster(
    site,
    platform.chatLimit,
    (post: PostId, outcome) => observed([{ what: 'post', post, outcome, at: Date.now(), key: `post:${post}` }]),
    signal,
  );
  const opener = new Opener(site, signal);
  const watcher = new Watcher(
    site,
    {
      observed,
      alive: () => {
        alive = true;
        seeing = true;
        banner.keep();
        if (isOrphan()) end.abort();
      },
      blind: () => {
        alive = false;
        if (mode === 'host' && seeing) link.say({ say: 'blind', at: Date.now() });
        seeing = false;
        banner.keep();
      },
      placed: (place, id) => {
        if (id !== null) meeting = id;
        // A page that says "reconnecting" for a moment has not left the call.
        if (place === 'call' && performance.now() - outSince > FLICKER_MS) stay = crypto.randomUUID();
        if (place !== 'call' && place !== lastPlace) outSince = performance.now();
        lastPlace = place;
        // No event of the browser tells the worker that a call has begun in a frame; of a page it knows when it was loaded.
        const wanted = engaged || (place === 'call' && window !== window.top);
        if (wanted && meeting !== null) link.say({ say: 'hello', platform: platform.id, meeting, stay, place });
        if (place !== 'call') banner.show(null);
      },
    },
    platform.chatLimit !== null,
    signal,
  );

  function observed(found: readonly PageObservation[]): void {
    for (const observation of found) outbox.put(observation);
    for (const batch of batches(found)) link.say({ say: 'observed', observations: batch });
    if (found.some(({ what }) => what === 'roster'))
      for (const batch of outbox.deferred()) link.say({ say: 'observed', observations: batch });
  }

  function heard(message: WorkerToContent): void {
    switch (message.say) {
      case 'mode':
        // A guest speaks when there is something to say; a line that is silent falls with the sleeping worker after 30 s.
        link.hold(message.mode === 'host');
        engaged ||= message.mode !== 'idle';
        // Said again by a worker that has just come to know us: it needs everything anew.
        if (mode === message.mode && mode !== 'host') return;
        mode = message.mode;
        return watcher.setMode(mode);
      case 'done':
        return outbox.done(message.keys);
      case 'later':
        outbox.defer(message.keys);
        retry ??= setTimeout(() => {
          retry = null;
          for (const batch of outbox.deferred()) link.say({ say: 'observed', observations: batch });
        }, BEAT_MS);
        return;
      case 'post':
        return poster.post(message.post, message.parts);
      case 'open':
        opener.open(message.what).catch((error: unknown) => console.error('not opened', error));
        return;
      case 'banner':
        return banner.show(message.view);
    }
  }

  // A beat says "the page was read in the last second", not merely "this script runs".
  const beat = setInterval(() => {
    if (mode === 'host' && alive) link.say({ say: 'beat', at: Date.now() });
    alive = false;
  }, BEAT_MS);
  const wake = (message: unknown, _sender: unknown, respond: (answer: boolean) => void): undefined => {
    if ((message as Partial<WakeContent> | null)?.to !== 'content') return undefined;
    // That somebody answers tells the worker that this script need not be put here.
    respond(true);
    if (meeting === null) return undefined;
    engaged = true;
    link.hold(true);
    return undefined;
  };
  chrome.runtime.onMessage.addListener(wake);
  signal.addEventListener('abort', () => {
    clearInterval(beat);
    if (retry) clearTimeout(retry);
    if (!isOrphan()) chrome.runtime.onMessage.removeListener(wake);
  });
}
