import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { recorded } from './fault-stage.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, pastHistory, records, rests, says } from './party.ts';

/** A host without a mouse, in the panel and on the records page; and what is read stays where it is while answers come. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** What Chrome calls a page that is good at it: Cumulative Layout Shift (web.dev/articles/cls) of what nobody brought about by a press. */
const STILL = 0.1;

let party: Party;
let host: Host;
let cem: Guest;
let bob: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  cem = await party.stranger('Cem');
  bob = await party.stranger('Bob');
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

interface Focused {
  readonly name: string;
  readonly role: string;
  /** Something shows where the focus is. */
  readonly marked: boolean;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return { name: '', role: '', marked: true };
    const labels = (at as HTMLInputElement).labels;
    const name = at.getAttribute('aria-label') ?? (labels?.length ? labels[0]?.textContent : at.textContent) ?? '';
    const role = at.getAttribute('role') ?? at.getAttribute('type') ?? at.tagName.toLowerCase();
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    return { name: name.replace(/\s+/g, ' ').trim(), role, marked };
  });
}

/** Goes on with the Tab key until something of that name has the focus; on the way everything that has it shows it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let pressed = 0; pressed < 100; pressed++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    expect(at.marked, `it can be seen that “${at.name}” has the focus`).toBe(true);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return;
    seen.push(`${at.role} ${at.name}`);
  }
  throw new Error(`the Tab key never comes to ${name}: ${seen.join(' | ')}`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

test('a meeting is asked, looked at, paused, resumed and stopped with the keyboard alone', async () => {
  const { panel } = host;
  await says(host, 'Ready to ask');
  await panel.getByText('Bob').first().waitFor({ timeout: LONG });
  await pastHistory(host);
  await panel.bringToFront();
  await press(panel, 'Ask everyone');
  for (const guest of [cem, bob]) await guest.page.getByText('May we record this meeting?').waitFor({ timeout: LONG });
  await panel.bringToFront();
  await press(panel, /^Cem/);
  await expect(panel.locator('li.person button.line[aria-expanded="true"]')).toHaveCount(1);
  for (const guest of [cem, bob]) await chat(guest, 'I agree');
  await records(host);
  await press(panel, 'Pause');
  await rests(host, /^Paused/);
  await press(panel, 'Resume recording');
  await records(host);
  await expect
    .poll(async () => only(await logOf(host), 'segment-started').length, { timeout: LONG })
    .toBeGreaterThan(1);
  await recorded(host, 5);
  await press(panel, 'Stop');
  await rests(host, 'Stopped');
});

test('nothing that stands in the panel jumps while answers come and somebody comes in', async () => {
  await party.move('still', [[host], [cem], [bob]]);
  const { panel } = host;
  await says(host, 'Ready to ask');
  await panel.getByText('Bob').first().waitFor({ timeout: LONG });
  await pastHistory(host);
  await panel.getByRole('button', { name: 'Ask everyone', exact: true }).click();
  await says(host, 'Waiting for 2 of 3');
  for (const guest of [cem, bob])
    await guest.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  // What a press brings about may move things; from here on nobody presses anything in the panel.
  await panel.waitForTimeout(1000);
  await panel.evaluate(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        const what = entry.sources
          .map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80) ?? '')
          .join(' + ');
        if (!entry.hadRecentInput) shifts.push({ value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await chat(cem, 'ok, maybe');
  await chat(cem, 'I agree');
  await says(host, 'Waiting for 1 of 3');
  await chat(bob, 'I agree');
  await records(host);
  const shifts = await panel.evaluate(
    () => (globalThis as unknown as { shifts: { value: number; what: string }[] }).shifts,
  );
  const all = shifts.reduce((sum, { value }) => sum + value, 0);
  test.info().annotations.push({ type: 'layout shift', description: all.toFixed(4) });
  expect(all, JSON.stringify(shifts)).toBeLessThan(STILL);
});

test('a recording is found, played and saved on the records page with the keyboard alone', async () => {
  const page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  // The meetings come one after the other, the newest first, and the two tests before this one had one each.
  const meetings = page.getByRole('navigation', { name: 'Meetings' }).getByRole('button');
  await expect(meetings).toHaveCount(2, { timeout: LONG });
  const oldest = await meetings.last().textContent();
  await press(page, (oldest ?? '').replace(/\s+/g, ' ').trim());
  await press(page, 'Play');
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.duration), { timeout: LONG })
    .toBeGreaterThan(0);
  const downloading = page.waitForEvent('download', { timeout: LONG });
  await press(page, 'Save');
  await downloading;
  await page.close();
});
