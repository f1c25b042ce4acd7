import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLink } from './link.ts';

/** As little of a port as the link touches. */
class Port {
  readonly sent: unknown[] = [];
  gone = false;
  private readonly ends: (() => void)[] = [];
  readonly onMessage = { addListener: () => undefined };
  readonly onDisconnect = { addListener: (end: () => void) => this.ends.push(end) };
  postMessage(message: unknown): void {
    if (this.gone) throw new Error('Attempting to use a disconnected port object');
    this.sent.push(message);
  }
  disconnect(): void {
    this.gone = true;
  }
  dies(): void {
    this.gone = true;
    for (const end of this.ends) end();
  }
}

let ports: Port[];
let id: string | undefined;
let opened: number;
let orphaned: number;
let page: EventTarget;
let end: AbortController;
const pageshow = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
const newest = () => ports.at(-1) as Port;

function link() {
  const events = { opened: () => opened++, heard: () => undefined, orphaned: () => orphaned++ };
  return openLink(events, end.signal, page);
}

beforeEach(() => {
  [ports, id, opened, orphaned, page, end] = [[], 'us', 0, 0, new EventTarget(), new AbortController()];
  const runtime = {
    get id() {
      return id;
    },
    connect: () => {
      const port = new Port();
      ports.push(port);
      return port;
    },
  };
  Object.assign(globalThis, { chrome: { runtime } });
});
afterEach(() => {
  end.abort();
  Reflect.deleteProperty(globalThis, 'chrome');
});

test('a page that the browser kept and shows again opens a line of its own, and says hello on it', () => {
  link().hold(true);
  expect(opened).toBe(1);
  page.dispatchEvent(pageshow(true));
  expect(ports).toHaveLength(2);
  expect(opened).toBe(2);
  expect(ports[0]?.gone).toBe(true);
});

test('one that nobody relies on stays silent until there is something to say, and then speaks on a new line', () => {
  const line = link();
  line.say({ say: 'beat', at: 1 });
  page.dispatchEvent(pageshow(true));
  expect(ports).toHaveLength(1);
  line.say({ say: 'beat', at: 2 });
  expect(newest().sent).toEqual([{ say: 'beat', at: 2 }]);
});

test('the first showing of a page is no return', () => {
  link().hold(true);
  page.dispatchEvent(pageshow(false));
  expect(ports).toHaveLength(1);
});

test('when the extension was updated under the page, it is told once and no line is tried any more', () => {
  const line = link();
  line.hold(true);
  id = undefined;
  newest().dies();
  expect(orphaned).toBe(1);
  end.abort();
  line.say({ say: 'beat', at: 1 });
  page.dispatchEvent(pageshow(true));
  expect(ports).toHaveLength(1);
});
