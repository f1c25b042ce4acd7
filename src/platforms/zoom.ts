import type { Exposure } from '../model/roster.ts';
import { innerDocument, watchWithInner } from './page/inner.ts';
import type { Platform, Site } from './platform.ts';
import { Chat } from './zoom/chat.ts';
import { controls, leaving, mute, recording } from './zoom/controls.ts';
import { panelsOf } from './zoom/panels.ts';
import { People } from './zoom/people.ts';
import { Whereabouts } from './zoom/place.ts';
import { showsWaiting } from './zoom/rows.ts';
import { composer, write } from './zoom/write.ts';

/**
 * Zoom's web client. On app.zoom.us the meeting is in a frame of the same origin, elsewhere in the page itself. Nobody publishes how it is
 * made: what is read here rests on what open projects rely on, each selector with the grade of its fact (src/platforms/zoom/facts.ts says
 * when it was seen). It shows no ids of people, and has words only where nothing else tells the same.
 */
export const zoom: Platform = {
  id: 'zoom',
  matches: ['https://*.zoom.us/wc/*'],
  // Its own limit is not known; this much goes through everywhere.
  chatLimit: 500,
  lagMs: 2000,
  opens: 'list-goes',
  open,
};

/** Grade 2, both. */
const FRAMES = ['iframe#webclient', 'iframe.pwa-webclient__iframe'];

function open(page: Document): Site {
  const view = () => innerDocument(page, FRAMES);
  const whereabouts = new Whereabouts(page, view);
  const people = new People(view);
  const chat = new Chat(view, () => people.names);
  return {
    place: () => whereabouts.place(),
    meeting: () => whereabouts.meeting(),
    roster: () => people.read(),
    mute: () => mute(view()),
    recording: () => recording(view()),
    exposed: () => {
      const found: Exposure[] = [];
      if (chat.showsPrivate() || composer(view(), people.names) === 'private') found.push('private-chat');
      if (showsWaiting(view())) found.push('lobby-list');
      return found;
    },
    chat: () => chat.read(),
    composer: () => composer(view(), people.names),
    panels: panelsOf(view),
    controls: () => controls(page, view()),
    leaving: () => leaving(view()),
    write: (text, signal) => write(view(), people.names, text, signal),
    watch: (changed, signal) => watchWithInner(page, FRAMES, WATCHED, changed, signal),
  };
}

/** Whatever the readings look at. Classes change with every sound; the rest is found by the look once a second. */
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['id', 'data-id', 'data-name', 'aria-label', 'hidden'],
};
