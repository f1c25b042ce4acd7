import type { BrowserContext, Page } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { launchWithExtension } from '../../browser/launch.ts';
import { extensionId, serviceWorker } from '../../browser/targets.ts';
import { arm, type Host } from '../../journeys/party.ts';
import type { StagePage } from './page/main.ts';
import { Recorders } from './recorders.ts';
import { type ServedStage, serveStage } from './serve.ts';

type Change = Exclude<keyof StagePage, 'sound'>;

/** What stands in the chat this soon after coming in counts as history. */
const HISTORY_MS = 3200;
const LIMIT_MS = 20_000;

/** The stage with a host in front of it: the built extension, one browser, and nobody else who takes the processor. */
export class Stage {
  private constructor(
    readonly host: Host,
    private readonly served: ServedStage,
    private readonly recorders: Recorders,
  ) {}

  static async open(): Promise<Stage> {
    const served = await serveStage();
    const context = await launchWithExtension({
      executablePath: findChromium(),
      extensionDir: 'dist',
      headless: true,
      micGranted: true,
      windowSize: { width: 1440, height: 900 },
    });
    await closeWelcome(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(served.url('sandbox.localhost'));
    await page.evaluate(() => {
      window.stage.sound();
      return window.stage.enter('Host');
    });
    const host = await arm({ context, page, name: 'Host', watches: true });
    await page.waitForTimeout(HISTORY_MS);
    return new Stage(host, served, await Recorders.of(host));
  }

  /** Does something in the page; the moment at which it stood there, ms UTC. */
  act<Name extends Change>(name: Name, ...args: Parameters<StagePage[Name]>): Promise<number> {
    const call = { name, args };
    return this.host.page.evaluate(
      ({ name, args }) => (window.stage[name] as (...given: unknown[]) => number | Promise<number>)(...args),
      call,
    );
  }

  async ask(): Promise<void> {
    const { page, panel } = this.host;
    await panel.getByRole('button', { name: 'Ask everyone' }).click({ timeout: LIMIT_MS });
    await page.getByText('May we record this meeting?').first().waitFor({ timeout: LIMIT_MS });
    await panel.getByText('Waiting for').first().waitFor({ timeout: LIMIT_MS });
  }

  /** How many times recorders have started or stopped so far. */
  count(list: 'starts' | 'stops'): Promise<number> {
    return this.recorders.count(list);
  }

  /** When the next one after `known` did, ms UTC on the offscreen document's clock. */
  next(list: 'starts' | 'stops', known: number): Promise<number> {
    return this.recorders.next(list, known);
  }

  /** Waits until a recorder runs. */
  running(): Promise<void> {
    return this.recorders.running();
  }

  async close(): Promise<void> {
    await this.host.context.close();
    this.served.close();
  }
}

/** The page that opens after installing would stand in front of the meeting. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  await extensionId(context);
  await serviceWorker(context);
  const isWelcome = (page: Page) => page.url().includes('/extension/welcome/');
  const welcome = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { timeout: LIMIT_MS }));
  await welcome.waitForURL(/\/extension\/welcome\//);
  await welcome.close();
}
