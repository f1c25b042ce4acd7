import type { Exposure, Mute } from '../model/roster.ts';
import { writeRich } from './page/type-rich.ts';
import type { Platform, Site } from './platform.ts';
import { chatLines, editorOf, sendButton } from './teams/chat.ts';
import { composerOf, panelsOf } from './teams/panels.ts';
import { People } from './teams/people.ts';
import { Whereabouts } from './teams/place.ts';
import { showsWaiting } from './teams/rows.ts';
import { Eyes, find, findAll, views } from './teams/views.ts';

/**
 * Microsoft Teams. Nobody publishes how its page is made: what is read here rests on what open projects rely on, each selector with the
 * grade of its fact (src/platforms/teams/facts.ts says when it was seen). Nothing is read by words where anything else exists.
 */
export const teams: Platform = {
  id: 'teams',
  matches: ['https://teams.microsoft.com/*', 'https://teams.live.com/*', 'https://teams.cloud.microsoft/*'],
  // No limit is known; our posts are no longer than this anywhere.
  chatLimit: 500,
  // Two seconds of the site's, and one for which its count may be away (src/platforms/teams/counter.ts).
  lagMs: 3000,
  opens: 'list-goes',
  open,
};

function open(page: Document): Site {
  let people = new People(page);
  const whereabouts = new Whereabouts(page, () => {
    people = new People(page);
  });
  const eyes = new Eyes(page);
  const all = () => views(page);
  return {
    place: () => {
      const place = whereabouts.place();
      eyes.open(place === 'call' || place === 'lobby');
      return place;
    },
    meeting: () => whereabouts.meeting(),
    roster: () => people.read(),
    mute: () => mute(all()),
    // No mark of it is known.
    recording: () => 'unknown',
    exposed: () => exposed(all(), whereabouts.isSmall()),
    // Beside the small window of a call any chat may be open, with anybody.
    chat: () => (whereabouts.isSmall() ? null : chatLines(all())),
    composer: () => (whereabouts.isSmall() ? 'closed' : composerOf(all())),
    panels: panelsOf(page),
    controls: () => findAll(all(), 'button, [role="button"], [role="toolbar"], [contenteditable="true"]'),
    leaving: () => find(all(), '#hangup-button', '[data-tid="hangup-main-btn"]'),
    async write(text, signal) {
      if (whereabouts.isSmall()) return false;
      const composer = { editor: () => editorOf(all()), send: () => sendButton(all()) };
      return writeRich(composer, text, signal);
    },
    watch: (changed, signal) => eyes.watch(changed, signal),
  };
}

/** Grade 2. */
function mute(all: readonly Document[]): Mute {
  const state = find(all, '#microphone-button[data-state]')?.getAttribute('data-state');
  if (state === 'mic-off') return 'muted';
  return state === 'mic' ? 'live' : 'unknown';
}

function exposed(all: readonly Document[], small: boolean): Exposure[] {
  return [...(small ? (['private-chat'] as const) : []), ...(showsWaiting(all) ? (['lobby-list'] as const) : [])];
}
