import { writeFileSync } from 'node:fs';
import { expect, type TestInfo } from '@playwright/test';
import type { BrowserContext, Frame, Page } from 'playwright';
import type { Entry, EntryKind, EntryOf, Leaf } from '../../src/model/entry.ts';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { extensionId, pressToolbarButton, serviceWorker } from '../browser/targets.ts';
import { type Sandbox, startSandbox } from '../sites/sandbox/server.ts';

/** People in a sandbox meeting, each in a browser of their own, as in life. */
export interface Guest {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the call is, when it is not the page itself. */
  readonly frame?: Frame;
  readonly name: string;
  /** Takes the others' pictures: who may record does. Everybody else's pair of browsers has two pictures less to carry. */
  readonly watches: boolean;
}

export interface Host extends Guest {
  readonly extension: string;
  /** The side panel's page in a small window of its own, so that the meeting stays in front. */
  readonly panel: Page;
  readonly tab: number;
}

export interface PartyOptions {
  readonly extensionDir?: string;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Switches that make the site awkward (e2e/sites/sandbox/README.md). */
  readonly site?: Readonly<Record<string, string>>;
}

const PANEL = { width: 420, height: 860 } as const;
const HOST_WINDOW = { width: 1440, height: 900 } as const;
/** Pictures are painted without a graphics card: who only watches has a small window. */
const GUEST_WINDOW = { width: 1200, height: 760 } as const;
/** Two shared cores: what takes a second alone takes ten in company. */
export const LONG = 30_000;
/** What stands in the chat this soon after coming in counts as history and is never a yes. */
export const HISTORY_MS = 3400;
/** Nobody reads a question and answers it sooner than this, and a yes that comes sooner may be for what was asked before. */
export const READING_MS = 1800;

/** When each page came into its call, ms UTC. */
const cameIn = new WeakMap<Page, number>();

/** Nobody says or asks anything before the page has done with its history: on a quick machine that takes a moment. */
export async function pastHistory({ page }: Guest): Promise<void> {
  const left = (cameIn.get(page) ?? 0) + HISTORY_MS - Date.now();
  if (left > 0) await page.waitForTimeout(left);
}

export class Party {
  private readonly guests: Guest[] = [];
  private room: string;

  private constructor(
    readonly sandbox: Sandbox,
    private readonly executablePath: string,
    private readonly house: string,
    private readonly options: PartyOptions,
  ) {
    this.room = house;
  }

  static async start(options: PartyOptions = {}): Promise<Party> {
    const executablePath = findChromium({});
    const room = `room-${Math.random().toString(36).slice(2, 8)}`;
    return new Party(await startSandbox(), executablePath, room, options);
  }

  /** A browser with our extension in it, in the call. */
  async guest(name: string, query: Readonly<Record<string, string>> = {}): Promise<Guest> {
    return this.enter(name, this.options.extensionDir ?? 'dist', query);
  }

  /** A browser without it. */
  async stranger(name: string, query: Readonly<Record<string, string>> = {}): Promise<Guest> {
    return this.enter(name, null, query);
  }

  /** Somebody in the call who has pressed the toolbar button and looks at the side panel. */
  async host(name: string, query: Readonly<Record<string, string>> = {}, profileDir?: string): Promise<Host> {
    return arm(await this.unarmed(name, query, profileDir));
  }

  /** Somebody who could become the host: the microphone is allowed, the toolbar button is not pressed yet. */
  async unarmed(name: string, query: Readonly<Record<string, string>> = {}, profileDir?: string): Promise<Guest> {
    return this.enter(name, this.options.extensionDir ?? 'dist', query, true, profileDir);
  }

  /** The browser of somebody whose last one is gone, with everything that was stored in it, and on no page yet. */
  async back(name: string, profileDir: string): Promise<Guest> {
    const context = await this.launch(this.options.extensionDir ?? 'dist', true, profileDir);
    const guest = { context, page: context.pages()[0] ?? (await context.newPage()), name, watches: true };
    this.guests.push(guest);
    return guest;
  }

  /** Everybody goes to another room, as to the next meeting of the day. The first one is the site's host there; who is new goes there too. */
  async move(room: string, people: readonly (readonly [Guest, Readonly<Record<string, string>>?])[]): Promise<void> {
    this.room = `${this.house}-${room}`;
    const [first, ...others] = people;
    if (!first) return;
    await this.go(first[0], first[1] ?? {});
    for (const [guest, query = {}] of others) await this.go(guest, query);
    await pastHistory(first[0]);
  }

  private async go({ page, name, watches }: Guest, query: Readonly<Record<string, string>>): Promise<void> {
    const pictures = watches ? {} : { pictures: 'own' };
    const whole = { name, autojoin: '1', ...pictures, ...this.options.site, ...query };
    await page.goto(this.sandbox.roomUrl(this.room, whole));
    await page.bringToFront();
    await page.locator(`[data-screen="${whole.autojoin === '1' ? 'call' : 'lobby'}"]`).waitFor({ timeout: LONG });
    cameIn.set(page, Date.now());
  }

  private async enter(
    name: string,
    extensionDir: string | null,
    query: Readonly<Record<string, string>>,
    mic = false,
    profileDir?: string,
  ): Promise<Guest> {
    const context = await this.launch(extensionDir, mic, profileDir);
    if (extensionDir) await closeWelcome(context);
    const guest = { context, page: context.pages()[0] ?? (await context.newPage()), name, watches: mic };
    await this.go(guest, query);
    this.guests.push(guest);
    return guest;
  }

  private launch(extensionDir: string | null, mic: boolean, profileDir?: string): Promise<BrowserContext> {
    const { headless = true, colorScheme } = this.options;
    return launchWithExtension({
      executablePath: this.executablePath,
      headless,
      ...(extensionDir && { extensionDir }),
      ...(colorScheme && { colorScheme }),
      ...(profileDir && { profileDir }),
      micGranted: mic,
      windowSize: mic ? HOST_WINDOW : GUEST_WINDOW,
    });
  }

  /** Every page of the party, panels included. */
  everybody(): { readonly name: string; readonly page: Page }[] {
    return this.guests.flatMap(({ name, context }) =>
      context.pages().map((page, i) => ({ name: `${name} ${i}`, page })),
    );
  }

  /** What everybody saw when a test failed tells more than the error: pictures and the log, beside the report. */
  async tell(info: TestInfo): Promise<void> {
    if (info.status === info.expectedStatus) return;
    for (const { name, page } of this.everybody()) {
      await page.screenshot({ path: info.outputPath(`${name}.png`) });
      if (!page.url().includes('/extension/panel/')) continue;
      const lines = linesOf(await stored(page)).map((line) => `${JSON.stringify(line)}\n`);
      writeFileSync(info.outputPath(`${name}.jsonl`), lines.join(''));
    }
  }

  async leave(guest: Guest): Promise<void> {
    this.guests.splice(this.guests.indexOf(guest), 1);
    await guest.context.close();
  }

  async end(): Promise<void> {
    await Promise.all(this.guests.map(({ context }) => context.close()));
    await this.sandbox.close();
  }
}

/** The page that opens after installing is read and closed, so that the meeting is in front: who looks elsewhere presses nothing. */
export async function closeWelcome(context: BrowserContext): Promise<void> {
  await serviceWorker(context);
  const isWelcome = (page: Page) => page.url().includes('/extension/welcome/');
  const welcome = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { timeout: LONG }));
  await welcome.waitForURL(/\/extension\/welcome\//);
  await welcome.close();
}

/** Presses the toolbar button in the meeting's tab and opens the panel's page for that tab. */
export async function arm(guest: Guest): Promise<Host> {
  await press(guest);
  return openPanel(guest);
}

/** The toolbar button, in the tab of the meeting. */
export async function press({ context, page }: Guest): Promise<void> {
  await pressToolbarButton(context, await extensionId(context), page);
}

/** The panel's page for the meeting's tab, whether or not the toolbar button was pressed there. */
export async function openPanel(guest: Guest): Promise<Host> {
  const { context, page } = guest;
  await pastHistory(guest);
  const extension = await extensionId(context);
  await page.bringToFront();
  const worker = await serviceWorker(context);
  const tab = await worker.evaluate(async () => {
    const tabs = await chrome.tabs.query({ active: true, windowType: 'normal' });
    return tabs[0]?.id ?? -1;
  });
  const opening = context.waitForEvent('page');
  await worker.evaluate(
    ({ url, width, height }) => chrome.windows.create({ url, type: 'popup', width, height }).then(() => undefined),
    { url: `chrome-extension://${extension}/extension/panel/index.html?tab=${tab}`, ...PANEL },
  );
  const panel = await opening;
  await panel.setViewportSize(PANEL);
  return { ...guest, extension, panel, tab };
}

/** Types a line into the meeting's chat, as a person does: a question that stands there has been read before. */
export async function chat({ page }: Guest, text: string): Promise<void> {
  const questions = page.locator('[data-message][data-own="false"]', { hasText: '[atr1 ask' });
  const posted = await questions.evaluateAll((all) => all.at(-1)?.querySelector('time')?.dateTime ?? null);
  const left = posted === null ? 0 : Date.parse(posted) + READING_MS - Date.now();
  if (left > 0) await page.waitForTimeout(left);
  await page.locator('[data-chat-input]').fill(text);
  await page.locator('[data-chat-send]').click();
}

/** One line of the log, as its bytes in the database say. */
export interface Line {
  readonly log: string;
  readonly index: number;
  /** ms UTC */
  readonly at: number;
  readonly entry: Entry;
}

interface Stored {
  readonly leaves: readonly string[];
  readonly capturing: boolean;
}

/** Leaves of the newest log and the state of the capture, looked up together in a page of the extension. */
async function stored(panel: Page): Promise<Stored> {
  return panel.evaluate(async () => {
    // In a list, because a function that is given a name cannot be sent to a page from the command line (npm start).
    const [answered] = [
      <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    ];
    const db = await answered(indexedDB.open('ask-to-record'));
    try {
      if (!db.objectStoreNames.contains('logs')) return { leaves: [], capturing: false };
      const reading = db.transaction(['logs', 'entries']);
      const logs = (await answered(reading.objectStore('logs').getAll())) as { log: string; openedAt: number }[];
      const newest = logs.toSorted((a, b) => b.openedAt - a.openedAt)[0]?.log ?? '';
      const range = IDBKeyRange.bound([newest, 0], [newest, Number.MAX_SAFE_INTEGER]);
      const rows = (await answered(reading.objectStore('entries').getAll(range))) as {
        leaf: Uint8Array<ArrayBuffer>;
      }[];
      const captured = await chrome.tabCapture.getCapturedTabs();
      return {
        leaves: rows.map(({ leaf }) => new TextDecoder().decode(leaf)),
        capturing: captured.some(({ status }) => status === 'active' || status === 'pending'),
      };
    } finally {
      db.close();
    }
  });
}

function linesOf({ leaves }: Stored): Line[] {
  return leaves.map((text) => {
    const { log, index, time, entry } = JSON.parse(text) as Leaf;
    return { log, index, at: Date.parse(time), entry };
  });
}

/** The newest meeting's log, read as it lies in the database. */
export async function logOf({ panel }: Host): Promise<Line[]> {
  return linesOf(await stored(panel));
}

/** All entries of one kind, oldest first. */
export function only<Kind extends EntryKind>(lines: readonly Line[], kind: Kind): EntryOf<Kind>[] {
  return lines.flatMap(({ entry }) => (entry.kind === kind ? [entry as EntryOf<Kind>] : []));
}

/**
 * What closed the gate, but for a lease that lapsed on a busy machine: that closes and opens it again by itself, and is no news of
 * anybody.
 */
export function closings(lines: readonly Line[]): EntryOf<'gate-closed'>[] {
  return only(lines, 'gate-closed').filter(({ reasons }) => reasons.some((reason) => reason !== 'new-epoch'));
}

/** What the log says of the gate, and what the browser says of the capture: this pair must always be of one mind. */
export async function truthOf({
  panel,
}: Host): Promise<{ readonly gate: 'open' | 'shut'; readonly capturing: boolean }> {
  const found = await stored(panel);
  const last = linesOf(found).findLast(({ entry }) => entry.kind === 'gate-opened' || entry.kind === 'gate-closed');
  return { gate: last?.entry.kind === 'gate-opened' ? 'open' : 'shut', capturing: found.capturing };
}

/** The panel says it, the log says it, and the browser captures the tab. */
export async function records(host: Host): Promise<void> {
  await says(host, /^Recording(?! broke)/);
  await expect.poll(() => truthOf(host), { timeout: LONG }).toEqual({ gate: 'open', capturing: true });
}

/** The panel says why not, the log says that the gate is shut, and the browser's own mark of a captured tab is off. */
export async function rests(host: Host, because: string | RegExp): Promise<void> {
  await says(host, because);
  await expect.poll(() => truthOf(host), { timeout: LONG }).toEqual({ gate: 'shut', capturing: false });
}

/** The headline of the panel. */
export async function says({ panel }: Host, text: string | RegExp): Promise<void> {
  await expect(panel.locator('h1')).toHaveText(text, { timeout: LONG });
}
