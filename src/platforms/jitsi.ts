import type { Mute } from '../model/roster.ts';
import { ASK_SEND, ASK_STATE, askPage, CHANGED, SENT } from './jitsi/bridge.ts';
import { chatInDom, HANGUP, placeInDom, rosterInDom } from './jitsi/dom.ts';
import { Whereabouts } from './jitsi/place.ts';
import { parseReading, type Reading } from './jitsi/reading.ts';
import type { Platform, Site, SitePerson, SiteRoster } from './platform.ts';

/**
 * Jitsi Meet, on its own servers and on anybody's. Its page keeps everything in one store, which a script in the page's own world reads
 * for us (jitsi/in-page.ts): that is exact, and needs no panel to be open. Where no store answers the page's elements are read, which is
 * enough to see that there is a call and to hear a no, and never enough to record.
 */
export const jitsi: Platform = {
  id: 'jitsi',
  matches: ['https://meet.jit.si/*', 'https://*.8x8.vc/*'],
  framed: true,
  inPage: true,
  chatLimit: 4000,
  lagMs: 2000,
  open,
};

function open(page: Document): Site {
  const whereabouts = new Whereabouts(page);
  let fresh: Reading | null | undefined;
  let known: ReadonlyMap<string | null, SitePerson> = new Map();

  /** The page's store as it is now. What is read in one go is read once. */
  function store(): Reading | null {
    if (fresh === undefined) {
      fresh = parseReading(askPage(page, ASK_STATE));
      queueMicrotask(() => {
        fresh = undefined;
      });
    }
    return fresh;
  }
  const meeting = () => whereabouts.meeting(store()?.breakout ?? null);
  return {
    meeting,
    place: () => whereabouts.place(store()?.place ?? placeInDom(page), meeting()),
    roster() {
      const read = store();
      if (!read) return rosterInDom(page, known);
      known = new Map(read.people.map((person) => [person.id, person]));
      return rosterOf(read);
    },
    mute: (): Mute => store()?.microphone ?? 'unknown',
    recording() {
      const read = store();
      return read ? (read.records ? 'on' : 'off') : 'unknown';
    },
    exposed: () => store()?.exposed ?? [],
    chat: () => store()?.lines ?? chatInDom(page),
    // Without the store nobody knows to whom a message would go, so none is written.
    composer: () => store()?.composer ?? 'locked',
    // Chat and list stand at both sides, and the middle is free.
    controls: () => [
      ...page.querySelectorAll(
        'button, [role="button"], textarea, .toolbox-content, #chatconversation, #participants-pane',
      ),
    ],
    leaving: () => page.querySelector(HANGUP),
    write: (text) => Promise.resolve(askPage(page, ASK_SEND, text) === SENT),
    watch: (changed, signal) => page.addEventListener(CHANGED, changed, { signal }),
  };
}

/** Whole when the list is as long as the conference counts; people who look on are in no list, and then nobody can say who they are. */
function rosterOf({ people, aside, heads, visitors }: Reading): SiteRoster {
  const counter = (heads ?? people.length) + visitors;
  const whole = counter === people.length && people.filter(({ self }) => self).length === 1;
  return { people, completeness: whole ? 'complete' : 'partial', counter, source: 'api', aside };
}
