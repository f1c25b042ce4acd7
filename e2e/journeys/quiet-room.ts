import type { BrowserContext, Page } from 'playwright';
import { startSandbox } from '../sites/sandbox/server.ts';

/**
 * The smallest page that the sandbox's adapter takes for a call, with the host alone in it. The real sandbox can be neither kept by the
 * browser when it is left (it is connected to others) nor framed (it forbids that): this one can be either.
 */
export interface QuietRoom {
  room(name: string): string;
  /** Another page of the same site, with no call in it. */
  readonly lounge: string;
  /** A page of another site, with that room in a frame. */
  framing(name: string): string;
  serve(context: BrowserContext): Promise<void>;
  close(): Promise<void>;
}

const CALL = `<!doctype html><meta charset="utf-8"><title>Quiet room</title>
<main data-screen="call">
  <p data-clock>0</p>
  <p data-count="1">1</p>
  <ul data-roster>
    <li data-person data-participant-id="host" data-self="true" data-host="true"><span data-name>Host</span></li>
  </ul>
  <ol data-messages></ol>
  <textarea data-chat-input></textarea><button data-chat-send>Send</button>
</main>
<script>
  const one = (selector) => document.querySelector(selector);
  const make = (tag, data, ...inside) => {
    const element = document.createElement(tag);
    Object.assign(element.dataset, data);
    element.append(...inside);
    return element;
  };
  let sent = 0;
  one('[data-chat-send]').addEventListener('click', () => {
    const input = one('[data-chat-input]');
    const text = make('span', { text: '' }, input.value);
    one('ol').append(make('li', { message: '', messageId: 'm' + sent++, own: 'true', edited: 'false' }, text));
    input.value = '';
  });
  globalThis.comes = (name) => {
    one('ul').append(make('li', { person: '', participantId: name, self: 'false' }, make('span', { name: '' }, name)));
    one('[data-count]').dataset.count = one('ul').children.length;
  };
  // A picture that stands still has nothing to record.
  setInterval(() => { one('[data-clock]').textContent = performance.now(); }, 100);
</script>`;

const PORTAL = 'http://portal.localhost';

export async function openQuietRoom(): Promise<QuietRoom> {
  const { origin, close } = await startSandbox();
  const room = (name: string) => `${origin}/room/${name}`;
  const html = (body: string) => ({ contentType: 'text/html', body });
  return {
    room,
    lounge: `${origin}/lounge`,
    framing: (name) => `${PORTAL}/${name}`,
    async serve(context) {
      await context.route(`${origin}/room/*`, (route) => route.fulfill(html(CALL)));
      await context.route(`${origin}/lounge`, (route) => route.fulfill(html('<title>Lounge</title>')));
      await context.route(`${PORTAL}/*`, (route) => {
        const name = new URL(route.request().url()).pathname.slice(1);
        return route.fulfill(html(`<title>Portal</title><h1>Our portal</h1><iframe src="${room(name)}"></iframe>`));
      });
    },
    close,
  };
}

/** Somebody comes into the room that this page shows. */
export async function comes(page: Page, name: string): Promise<void> {
  await page.evaluate((who) => (globalThis as unknown as { comes(name: string): void }).comes(who), name);
}
