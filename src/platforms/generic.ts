import { Call } from './generic/call.ts';
import type { Platform, Site } from './platform.ts';

/**
 * Any page that no other adapter knows. That there is a call is told by streams that play; who is in it, what they write and whether the
 * host is muted is told by nothing that all pages have in common, so the host says it. Runs only where the host pressed the toolbar
 * button, or has given leave for the site.
 */
export const generic: Platform = {
  id: 'generic',
  matches: [],
  chatLimit: null,
  // A newcomer is in the call before the host has written the name down.
  lagMs: 10_000,
  open,
};

/** What elements tell of their playing; none of them bubbles, so they are caught on their way down. */
const EVENTS = ['playing', 'pause', 'ended', 'emptied', 'volumechange', 'loadeddata'];

function open(page: Document): Site {
  const call = new Call(page);
  return {
    place: () => call.place(),
    meeting: () => call.meeting(),
    roster: () => ({
      people: [],
      completeness: call.somebodyNew() ? 'partial' : 'unknown',
      counter: null,
      source: 'dom',
      aside: 0,
    }),
    mute: () => 'unknown',
    recording: () => 'unknown',
    exposed: () => [],
    chat: () => null,
    controls: () => [],
    leaving: () => null,
    write: () => Promise.resolve(false),
    watch(changed, signal) {
      for (const type of EVENTS) page.addEventListener(type, changed, { capture: true, passive: true, signal });
    },
  };
}
