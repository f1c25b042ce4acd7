import type { ChatLine } from '../model/chat.ts';
import type { Mute, Place, Roster, RosterPerson } from '../model/roster.ts';
import type { Platform, Site } from './platform.ts';

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
  return {
    place: () => place(page),
    meeting: () => /^\/room\/([^/]+)/.exec(page.location.pathname)?.[1] ?? null,
    roster: () => roster(page),
    mute: () => mute(page),
    chat: () => chat(page),
    write: (text, signal) => write(page, text, signal),
    watch: (changed, signal) => watch(page, changed, signal),
  };
}

function place(page: Document): Place {
  const screen = page.querySelector('[data-screen]')?.getAttribute('data-screen');
  return screen === 'call' || screen === 'lobby' || screen === 'left' ? screen : 'elsewhere';
}

/** Complete only when the list is on the screen and as long as the site's own count; a virtualised list holds a part of it. */
function roster(page: Document): Roster {
  const list = page.querySelector('[data-roster]');
  const counter = counted(page);
  if (!list) return { people: [], completeness: 'unknown', counter, source: 'dom' };
  const people = [...list.querySelectorAll('[data-person]')].map(person);
  const cut = list.classList.contains('virtual') && list.scrollHeight > list.clientHeight;
  const short = counter !== null && people.length < counter;
  return { people, completeness: cut || short ? 'partial' : 'complete', counter, source: 'dom' };
}

function person(row: Element): RosterPerson {
  const name = row.querySelector('[data-name]')?.textContent ?? '';
  return { id: row.getAttribute('data-participant-id'), name, self: row.getAttribute('data-self') === 'true' };
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

function chat(page: Document): ChatLine[] | null {
  const list = page.querySelector('[data-messages]');
  if (!list) return null;
  return [...list.querySelectorAll('[data-message]')].flatMap((row) => {
    // One's own message while it is being edited has a form in place of its text.
    const text = row.querySelector('[data-text]')?.textContent;
    if (text === undefined || text === null) return [];
    const self = row.getAttribute('data-own') === 'true';
    const name = self ? null : (row.querySelector('[data-sender]')?.textContent ?? null);
    return [
      {
        id: row.getAttribute('data-message-id'),
        sender: { id: row.getAttribute('data-sender-id'), name, self },
        text,
        edited: row.getAttribute('data-edited') === 'true',
      },
    ];
  });
}

/** React-like frameworks watch the value through the prototype's setter; a half-written message of the host's own is put back. */
async function write(page: Document, text: string, signal: AbortSignal): Promise<boolean> {
  const input = page.querySelector<HTMLTextAreaElement>('[data-chat-input]');
  const send = page.querySelector<HTMLButtonElement>('[data-chat-send]');
  if (!input || !send) return false;
  const draft = input.value;
  fill(input, text);
  await settled(signal);
  if (signal.aborted || send.disabled) {
    fill(input, draft);
    return false;
  }
  send.click();
  await settled(signal);
  const refused = input.value === text;
  fill(input, draft);
  return !refused;
}

function fill(input: HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Two turns of the page's own scheduling: enough for it to draw what was typed. */
function settled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 30);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Tiles and the clock change all the time and say nothing about people or words. */
const NOISE = '[data-clock], [data-tile]';

function watch(page: Document, changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver((records) => {
    if (records.some((record) => !elementOf(record.target)?.closest(NOISE))) changed();
  });
  observer.observe(page.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-screen', 'data-count', 'data-participant-id', 'data-name', 'data-edited', 'aria-pressed'],
  });
  signal.addEventListener('abort', () => observer.disconnect());
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
