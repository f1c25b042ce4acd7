import type { BrowserContext, Page } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { extensionId, pressToolbarButton, serviceWorker } from '../browser/targets.ts';
import { type Sandbox, startSandbox } from '../sites/sandbox/server.ts';

/** People in a sandbox meeting, each in a browser of their own, as in life. */
export interface Guest {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly name: string;
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

export class Party {
  private readonly guests: Guest[] = [];

  private constructor(
    readonly sandbox: Sandbox,
    private readonly executablePath: string,
    private readonly room: string,
    private readonly options: PartyOptions,
  ) {}

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
  async host(name: string, query: Readonly<Record<string, string>> = {}): Promise<Host> {
    const guest = await this.enter(name, this.options.extensionDir ?? 'dist', query, true);
    return arm(guest);
  }

  private async enter(
    name: string,
    extensionDir: string | null,
    query: Readonly<Record<string, string>>,
    mic = false,
  ): Promise<Guest> {
    const { headless = true, colorScheme, site } = this.options;
    const context = await launchWithExtension({
      executablePath: this.executablePath,
      headless,
      ...(extensionDir && { extensionDir }),
      ...(colorScheme && { colorScheme }),
      micGranted: mic,
      windowSize: { width: 1280, height: 800 },
    });
    if (extensionDir) await serviceWorker(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(this.sandbox.roomUrl(this.room, { name, autojoin: '1', ...site, ...query }));
    await page.locator('[data-screen="call"]').waitFor();
    const guest = { context, page, name };
    this.guests.push(guest);
    return guest;
  }

  /** Every page of the party, panels included. */
  everybody(): { readonly name: string; readonly page: Page }[] {
    return this.guests.flatMap(({ name, context }) => context.pages().map((page, i) => ({ name: `${name} ${i}`, page })));
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

/** Presses the toolbar button in the meeting's tab and opens the panel's page for that tab. */
export async function arm(guest: Guest): Promise<Host> {
  const { context, page } = guest;
  const extension = await extensionId(context);
  await pressToolbarButton(context, extension, page);
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

/** Types a line into the meeting's chat, as a person does. */
export async function chat({ page }: Guest, text: string): Promise<void> {
  await page.locator('[data-chat-input]').fill(text);
  await page.locator('[data-chat-send]').click();
}
