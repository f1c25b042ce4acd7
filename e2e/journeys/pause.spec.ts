import { expect, test } from '@playwright/test';
import { serviceWorker } from '../browser/targets.ts';
import { reads } from './banner.ts';
import { recorded } from './fault-stage.ts';
import { act, ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests } from './party.ts';

/** Sensitive moments while they happen: what pauses a recording beside the button in the panel. One meeting throughout. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const CARD = '4111 1111 1111 1111';

let party: Party;
let host: Host;
/** With the extension. */
let ben: Guest;
/** Without it. */
let cem: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  ben = await party.guest('Ben');
  cem = await party.stranger('Cem');
  for (const { name } of [ben, cem]) await host.panel.getByText(name).first().waitFor({ timeout: LONG });
  await ask(host);
  for (const { page } of [ben, cem]) await page.getByText('May we record this meeting?').waitFor({ timeout: LONG });
  for (const guest of [ben, cem]) await chat(guest, 'I agree');
  await records(host);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const LATER_MS = 125_000;
/** In a page or worker: it is later by so much, ms, until it is said anew; 0 is the time that it is. */
function later(ms: number): void {
  const clock = Date as typeof Date & { true?: () => number };
  clock.true ??= Date.now.bind(Date);
  const now = clock.true;
  Date.now = () => now() + ms;
}

const pauses = async () => only(await logOf(host), 'paused');
/** What the toolbar button shows in the meeting's tab. */
const badge = async () =>
  (await serviceWorker(host.context)).evaluate((tabId) => chrome.action.getBadgeText({ tabId }), host.tab);
const resume = async () => {
  await act(host.panel, 'Resume recording');
  await records(host);
};

test('whoever writes “please pause” pauses it at once; it says who asked, everywhere', async () => {
  await recorded(host, 1);
  await chat(cem, 'please pause');
  await rests(host, /^Paused/);
  await expect(host.panel.getByText('Cem asked for it in the chat. Nothing is being recorded now.')).toBeVisible();
  await reads(ben, 'Recording is paused');
  await expect(cem.page.getByText('Recording is paused', { exact: false }).last()).toBeVisible({ timeout: LONG });
  await expect.poll(badge, { timeout: LONG }).toBe('II');
  const joined = only(await logOf(host), 'participant-joined').map(({ participant }) => participant);
  const [pause] = await pauses();
  expect(pause).toMatchObject({ kind: 'paused', cause: 'chat' });
  expect(joined).toContain(pause?.participant);
});

test('no words let it go on, and after two minutes the host is reminded without anything jumping up', async () => {
  for (const words of ['I agree', 'resume recording', 'go on recording please']) await chat(ben, words);
  await host.page.getByText('go on recording please').waitFor({ timeout: LONG });
  await host.page.waitForTimeout(2000);
  await rests(host, /^Paused/);
  // Two minutes and more go by at once, for the worker's clock and for the panel's.
  const clocks = async (ms: number) => {
    await (await serviceWorker(host.context)).evaluate(later, ms);
    await host.panel.evaluate(later, ms);
  };
  await clocks(LATER_MS);
  await expect(host.panel.getByText('It has been paused for more than two minutes.')).toBeVisible();
  await expect.poll(badge, { timeout: LONG, intervals: [200] }).toBe('2m');
  const front = await host.page.evaluate(() => document.visibilityState);
  expect(front, 'the meeting stays in front').toBe('visible');
  await clocks(0);
  await resume();
  await expect.poll(badge, { timeout: LONG }).toBe('');
  await reads(ben, /^Recording$/m);
});

test('the host’s keys pause it from any tab, and pressed again they let nothing go on', async () => {
  const elsewhere = await host.context.newPage();
  await elsewhere.bringToFront();
  const press = async () =>
    (await serviceWorker(host.context)).evaluate(() => {
      // As the browser does when the keys are pressed: no test can press a key of the browser's own.
      (chrome.commands.onCommand as unknown as { dispatch(name: string): void }).dispatch('pause');
    });
  await press();
  await rests(host, /^Paused/);
  expect((await pauses()).at(-1)).toMatchObject({ cause: 'shortcut' });
  await press();
  await host.page.waitForTimeout(1500);
  expect(await pauses()).toHaveLength(2);
  await elsewhere.close();
  // Chrome gives no keys that are its own: these it gave.
  await expect(host.panel.getByText('Press Alt+P in any tab.', { exact: false })).toBeVisible();
  await resume();
});

test('a quote asks for nothing; another language does', async () => {
  await chat(ben, '> please pause\nwhat was that about?');
  await host.page.getByText('what was that about?').waitFor({ timeout: LONG });
  await host.page.waitForTimeout(1500);
  await records(host);
  await chat(ben, 'Bitte die Aufnahme pausieren');
  await rests(host, /^Paused/);
  await resume();
});

test('a card number is only talk until the host settles otherwise', async () => {
  await chat(cem, `my card is ${CARD}`);
  await host.page.getByText(CARD).waitFor({ timeout: LONG });
  await host.page.waitForTimeout(1500);
  await records(host);
});

test('then it pauses by itself, cuts off what has just been seen, and is in no log', async () => {
  const page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/settings/index.html`);
  await page.getByLabel('Pause by itself when the number of a card or an account is in the chat').check();
  await expect(page.locator('.save-mark')).toHaveText('Saved', { timeout: LONG });
  await expect(page.getByText('Your keys for a pause: Alt+P')).toBeVisible();
  await page.close();
  await host.page.bringToFront();
  await recorded(host, 3);
  await chat(cem, `sorry, it is 5555-5555-5555-4444`);
  await rests(host, /^Paused/);
  await expect(host.panel.getByText('A card number was written in the chat.', { exact: false })).toBeVisible();
  expect((await pauses()).at(-1)).toEqual({ kind: 'paused', cause: 'card-number' });
  const sealed = async () => only(await logOf(host), 'segment-sealed');
  const closed = async () => only(await logOf(host), 'gate-closed').length;
  await expect.poll(async () => (await sealed()).length === (await closed()), { timeout: LONG }).toBe(true);
  expect((await sealed()).at(-1)?.dropped, 'the last moments').toBeGreaterThan(0);
  await resume();
  await chat(ben, 'pause please, mine is DE89 3704 0044 0532 0130 00');
  await rests(host, /^Paused/);
  expect((await pauses()).at(-1)).toEqual({ kind: 'paused', cause: 'account-number' });
});

test('what the log shows of it names whoever asked, and no number', async () => {
  const page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/log/index.html`);
  await expect(page.getByText('Cem asked for a pause in the chat: “please pause”. Recording was paused.')).toBeVisible({
    timeout: LONG,
  });
  await expect(page.getByText('The host paused the recording by keyboard.')).toBeVisible();
  await expect(page.getByText('The number is not in this log.', { exact: false }).first()).toBeVisible();
  expect(await page.locator('body').innerText()).not.toMatch(/4111|5555|DE89/);
  await page.close();
});
