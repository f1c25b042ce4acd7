import type { Composer, Exposure, Mute, SiteRecording } from '../model/roster.ts';
import { chatLines, shownLines, showsPrivate } from './bigbluebutton/chat.ts';
import { panelsOf } from './bigbluebutton/panels.ts';
import { People } from './bigbluebutton/people.ts';
import { Whereabouts } from './bigbluebutton/place.ts';
import { first, isShown } from './page/first.ts';
import { OwnLines } from './page/own-lines.ts';
import { sendByField } from './page/send-field.ts';
import type { Platform, Site } from './platform.ts';

/**
 * BigBlueButton, which runs on the servers of universities, schools and offices: no host is its own, the path of its client is. Its source is
 * open, and the attributes that its own tests go by are in every installation and the same in all languages; they were given other names from one
 * version to the next, so each is a list.
 */
export const bigbluebutton: Platform = {
  id: 'bigbluebutton',
  matches: [],
  // A cluster has a part for each server before it.
  paths: ['/html5client/*', '/*/html5client/*'],
  // As it is installed; who runs a server may set less, which the field then shows by cutting.
  chatLimit: 5000,
  lagMs: 2000,
  opens: 'list-goes',
  open,
};

function open(page: Document): Site {
  const whereabouts = new Whereabouts(page);
  const people = new People(page);
  const own = new OwnLines(new Set());
  return {
    place: () => whereabouts.place(),
    meeting: () => whereabouts.meeting(),
    roster: () => people.read(),
    mute: () => mute(page),
    recording: () => recording(page),
    exposed: () => exposed(page),
    chat() {
      const names = people.names();
      if (names.own !== null) own.named(names.own);
      return chatLines(page, own, names.others);
    },
    composer: () => composer(page),
    panels: panelsOf(page, () => ['ready', 'locked'].includes(composer(page))),
    controls: () => [...page.querySelectorAll('button, [role="button"], textarea, [data-test$="SidebarButton"]')],
    leaving: () => first(page, LEAVING),
    write(text, signal) {
      // What is written to one person is not written to everybody.
      if (showsPrivate(page)) return Promise.resolve(false);
      own.expect(text, shownLines(page) ?? []);
      const send = () => page.querySelector<HTMLButtonElement>('[data-test="sendMessageButton"]');
      return sendByField(field(page), send, text, signal);
    },
    watch: (changed, signal) => watch(page, changed, signal),
  };
}

/** Grade 1. */
function field(page: Document): HTMLTextAreaElement | null {
  return page.querySelector('textarea#message-input');
}

/** Moderators may forbid the others to write. */
function composer(page: Document): Composer {
  if (showsPrivate(page)) return 'private';
  const input = field(page);
  if (!input || !isShown(input)) return 'closed';
  return input.disabled ? 'locked' : 'ready';
}

/** Grade 1; older ones behind newer ones. */
const LEAVING = [
  '[data-test="leaveMeetingDropdown"]',
  '[data-test="directLogoutButton"]',
  '[data-test="optionsLogoutButton"]',
  '[data-test="logout"]',
];

/** The button is named after what it would do. Whoever has not joined the sound, or only listens, is heard by nobody. Grade 1. */
function mute(page: Document): Mute {
  if (page.querySelector('[data-test="muteMicButton"]')) return 'live';
  const silent = ['[data-test="unmuteMicButton"]', '[data-test="joinAudio"]', '[data-test="leaveListenOnly"]'];
  return first(page, silent) ? 'muted' : 'unknown';
}

/** The mark is there in every meeting that may be recorded; while it is, the mark has a clock in it. Grade 1. */
function recording(page: Document): SiteRecording {
  const mark = page.querySelector('[data-test="recordingIndicator"]');
  if (!mark) return 'unknown';
  return /\p{Nd}:\p{Nd}{2}/u.test(mark.textContent) ? 'on' : 'off';
}

/** Guests who ask to be let in, with what lets them in. Grade 1. */
const WAITING = [
  'acceptGuest',
  'allowEveryone',
  'allowAllGuests',
  'guestWaitingUsers',
  'authenticatedWaitingUsers',
].map((name) => `[data-test="${name}"]`);

function exposed(page: Document): Exposure[] {
  const waiting = [...page.querySelectorAll(WAITING.join(', '))].some(isShown);
  return [...(showsPrivate(page) ? (['private-chat'] as const) : []), ...(waiting ? (['lobby-list'] as const) : [])];
}

/** Whatever the readings look at; classes change with every sound. */
const READ = ['data-test', 'data-test-users-count', 'data-chat-message-id', 'hidden'];

function watch(page: Document, changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed);
  const options = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: READ };
  observer.observe(page, options);
  signal.addEventListener('abort', () => observer.disconnect());
}
