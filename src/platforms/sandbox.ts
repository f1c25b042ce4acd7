import type { ChatLine } from '../model/chat.ts';
import type { Mute, Place } from '../model/roster.ts';
import { Readings } from './page/readings.ts';
import { typeIn, until } from './page/type-in.ts';
import type { Platform, Site, SitePerson, SiteRoster } from './platform.ts';

/**
 * The sandbox meeting (e2e/sites/sandbox): the page that people try us on, and that tests drive. Its DOM contract stands in the
 * README beside it. Chromium resolves *.localhost to this computer only.
 */
export const sandbox: Platform = {
  id: 'sandbox',
  matches: ['http://sandbox.localhost/*'],
  chatLimit: 500,
  lagMs: 2000,
  open,
};

function open(page: Document): Site {
  const people = new Readings(person);
  const lines = new Readings(chatLine);
  let last: Place = 'elsewhere';
  return {
    place: () => {
      const now = place(page);
      // Outside of the call nobody notes which rows change.
      if (now !== last) for (const readings of [people, lines]) readings.clear();
      last = now;
      return now;
    },
    meeting: () => /^\/room\/([^/]+)/.exec(page.location.pathname)?.[1] ?? null,
    roster: () => roster(page, people),
    mute: () => mute(page),
    // It does not record, and has neither private chats nor a list of who waits.
    recording: () => 'off',
    exposed: () => [],
    chat: () => chat(page, lines),
    controls: () => [...page.querySelectorAll('[data-control]')],
    leaving: () => page.querySelector('[data-control="leave"]'),
    write: (text, signal) => write(page, text, signal),
    watch(changed, signal) {
      for (const readings of [people, lines]) readings.watch(signal);
      const touched = (row: Element) => {
        people.forget(row);
        lines.forget(row);
      };
      watch(page, () => last === 'call', touched, changed, signal);
    },
  };
}

function place(page: Document): Place {
  const screen = page.querySelector('[data-screen]')?.getAttribute('data-screen');
  return screen === 'call' || screen === 'lobby' || screen === 'left' ? screen : 'elsewhere';
}

/** Complete only when the list is on the screen and as long as the site's own count; a virtualised list holds a part of it. */
function roster(page: Document, rows: Readings<SitePerson>): SiteRoster {
  const list = page.querySelector('[data-roster]');
  const counter = counted(page);
  if (!list) return { people: [], completeness: 'unknown', counter, source: 'dom', aside: 0 };
  const people = rows.of(list.querySelectorAll('[data-person]'));
  const cut = list.classList.contains('virtual') && list.scrollHeight > list.clientHeight;
  const short = counter !== null && people.length < counter;
  return { people, completeness: cut || short ? 'partial' : 'complete', counter, source: 'dom', aside: 0 };
}

function person(row: Element): SitePerson {
  const is = (what: string) => row.getAttribute(what) === 'true';
  const name = row.querySelector('[data-name]')?.textContent ?? '';
  return { id: row.getAttribute('data-participant-id'), name, self: is('data-self'), host: is('data-host') };
}

function counted(page: Document): number | null {
  const text = page.querySelector('[data-count]')?.getAttribute('data-count') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** The button is pressed while the microphone is off. */
function mute(page: Document): Mute {
  const pressed = page.querySelector('[data-control="microphone"]')?.getAttribute('aria-pressed');
  if (pressed === 'true') return 'muted';
  return pressed === 'false' ? 'live' : 'unknown';
}

function chat(page: Document, rows: Readings<ChatLine | null>): ChatLine[] | null {
  const list = page.querySelector('[data-messages]');
  return list && rows.of(list.querySelectorAll('[data-message]')).filter((line) => line !== null);
}

function chatLine(row: Element): ChatLine | null {
  // One's own message while it is being edited has a form in place of its text.
  const text = row.querySelector('[data-text]')?.textContent;
  if (text === undefined || text === null) return null;
  const self = row.getAttribute('data-own') === 'true';
  const name = self ? null : (row.querySelector('[data-sender]')?.textContent ?? null);
  return {
    id: row.getAttribute('data-message-id'),
    sender: { id: row.getAttribute('data-sender-id'), name, self },
    text,
    edited: row.getAttribute('data-edited') === 'true',
  };
}

/** How long the page may take to draw what was typed, or to empty the field after sending, ms. */
const DRAW_MS = 500;

/** A half-written message of the host's own is put back. */
async function write(page: Document, text: string, signal: AbortSignal): Promise<boolean> {
  const input = page.querySelector<HTMLTextAreaElement>('[data-chat-input]');
  const send = page.querySelector<HTMLButtonElement>('[data-chat-send]');
  if (!input || !send) return false;
  const draft = input.value;
  typeIn(input, text);
  if (!(await until(() => !send.disabled, DRAW_MS, signal))) {
    typeIn(input, draft);
    return false;
  }
  send.click();
  const taken = await until(() => input.value !== text, DRAW_MS, signal);
  typeIn(input, draft);
  return taken;
}

/** Tiles and the clock change all the time and say nothing about people or words. */
const NOISE = '[data-clock], [data-tile]';

/** Whatever the readings above look at. */
const READ = [
  'data-screen',
  'data-count',
  'data-participant-id',
  'data-self',
  'data-host',
  'data-name',
  'data-message-id',
  'data-sender-id',
  'data-own',
  'data-edited',
  'aria-pressed',
];

function watch(
  page: Document,
  inCall: () => boolean,
  touched: (row: Element) => void,
  changed: () => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => {
    // No row was read there, so none is to be forgotten.
    if (!inCall()) return changed();
    let tells = false;
    for (const { target } of records) {
      const element = elementOf(target);
      const row = element?.closest('[data-person], [data-message]');
      if (row) touched(row);
      tells ||= row !== null || !element?.closest(NOISE);
    }
    if (tells) changed();
  });
  // The document itself: a page may put another body, or another root, in place of the one that we met.
  observer.observe(page, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: READ,
  });
  signal.addEventListener('abort', () => observer.disconnect());
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
