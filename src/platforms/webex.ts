import type { Mute } from '../model/roster.ts';
import { first, isShown } from './page/first.ts';
import { innerDocument, watchWithInner } from './page/inner.ts';
import { OwnLines } from './page/own-lines.ts';
import { sendByField } from './page/send-field.ts';
import { writeRich } from './page/type-rich.ts';
import type { Platform, Site } from './platform.ts';
import { Chat, EDITOR } from './webex/chat.ts';
import { panelsOf } from './webex/panels.ts';
import { People } from './webex/people.ts';
import { Whereabouts } from './webex/place.ts';

/**
 * Webex in the browser. The meeting is in a frame of the same origin. Nobody publishes how it is made, and each thing that is read here rests on
 * the word of one project (src/platforms/webex/facts.ts): where anything is otherwise than they say, nothing is recorded.
 */
export const webex: Platform = {
  id: 'webex',
  matches: ['https://*.webex.com/*'],
  // Its own limit is not known; this much goes through everywhere.
  chatLimit: 500,
  lagMs: 2000,
  opens: 'list-stays',
  open,
};

/** Grade 3; the older one behind the newer. */
const FRAMES = ['#unified-webclient-iframe', 'iframe[name="thinIframe"]'];
/** How Webex calls oneself over one's own lines, in English; elsewhere it is learned. Grade 3. */
const YOU: ReadonlySet<string> = new Set(['You']);

function open(page: Document): Site {
  const view = () => innerDocument(page, FRAMES);
  const whereabouts = new Whereabouts(page, view);
  const people = new People(page, view);
  const own = new OwnLines(YOU);
  const chat = new Chat(view, own);
  return {
    place: () => whereabouts.place(),
    meeting: () => whereabouts.meeting(),
    roster: () => people.read(),
    mute: () => mute(view()),
    // No mark of it is known.
    recording: () => 'unknown',
    exposed: () => (chat.showsPrivate() ? ['private-chat'] : []),
    chat: () => chat.read(people.names().others),
    composer() {
      const editor = first(view(), EDITOR);
      return editor && isShown(editor) ? 'ready' : 'closed';
    },
    panels: panelsOf(view),
    controls: () => [...new Set([page, view()])].flatMap((one) => [...one.querySelectorAll(CONTROLS)]),
    leaving: () => view().querySelector('[data-test="leave-button"]'),
    write(text, signal) {
      own.expect(text, chat.shown() ?? []);
      return write(view, text, signal);
    },
    watch: (changed, signal) => watchWithInner(page, FRAMES, WATCHED, changed, signal),
  };
}

const CONTROLS = 'button, mdc-button, [role="button"], [role="toolbar"], input, textarea, [contenteditable="true"]';

/** Its label says what it is now. Grade 3, English; the state of the element itself is not known. */
function mute(view: Document): Mute {
  const label = view.querySelector('[data-test="microphone-button"]')?.getAttribute('aria-label') ?? '';
  if (/\bcurrently muted\b/i.test(label)) return 'muted';
  return /\bcurrently unmuted\b/i.test(label) ? 'live' : 'unknown';
}

/** The button has a name in English only (grade 3); elsewhere Enter sends. */
function write(view: () => Document, text: string, signal: AbortSignal): Promise<boolean> {
  const send = () => view().querySelector<HTMLButtonElement>('button[aria-label="Send message"]');
  const find = () => first<HTMLElement>(view(), EDITOR);
  const now = find();
  if (now?.localName === 'textarea') return sendByField(now as HTMLTextAreaElement, send, text, signal);
  return writeRich({ editor: find, send }, text, signal);
}

/** Whatever the readings look at. What is drawn in shadow roots is not seen; the look once a second finds it. */
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['id', 'data-test', 'aria-label', 'hidden'],
};
