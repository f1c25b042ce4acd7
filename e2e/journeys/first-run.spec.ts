import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { extensionId, serviceWorker } from '../browser/targets.ts';
import { presses } from './banner.ts';
import { type Guest, HISTORY_MS, LONG, logOf, only, openPanel, Party, press, records, says } from './party.ts';

/**
 * As somebody new: a profile that has never seen the extension, nothing settled, nothing read beforehand. Every press that a person makes is
 * counted, the answer to Chrome's own question and the participant's among them.
 */
const CLICKS_MAX = 6;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let ben: Guest;
let context: BrowserContext;

test.beforeAll(async () => {
  party = await Party.start();
  ben = await party.guest('Ben');
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(async () => {
  await context?.close();
  await party.end();
});

async function welcomeOf(context: BrowserContext): Promise<Page> {
  await serviceWorker(context);
  const isWelcome = (page: Page) => page.url().includes('/extension/welcome/');
  const page = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { timeout: LONG }));
  await page.waitForURL(/\/extension\/welcome\//);
  return page;
}

test('from a fresh profile to a first recording to which everyone agreed, in at most six clicks', async () => {
  const clicks: string[] = [];
  const click = async (what: string, made: Promise<unknown>) => {
    await made;
    clicks.push(what);
  };
  const began = Date.now();
  context = await launchWithExtension({
    executablePath: findChromium({}),
    extensionDir: 'dist',
    headless: true,
    windowSize: { width: 1440, height: 900 },
  });
  const welcome = await welcomeOf(context);
  await expect(welcome.getByText('It is sensible without any of it.')).toBeVisible();
  await expect(welcome.getByText('It is not legal advice.')).toBeVisible();
  await click('Allow microphone', welcome.getByRole('button', { name: 'Allow microphone' }).click());
  // Chrome's question is answered by a switch of this browser, which does not remember it, and counted as the click that a person makes.
  await click('Chrome: Allow', welcome.getByText('Allowed. Say something').waitFor({ timeout: LONG }));
  await expect(welcome.getByRole('meter')).toHaveAttribute('aria-valuetext', 'heard', { timeout: LONG });

  const page = await context.newPage();
  const room = new URL(ben.page.url());
  room.searchParams.set('name', 'Host');
  room.searchParams.delete('autojoin');
  await page.goto(room.href);
  await click('Join', page.locator('[data-control="join"]').click());
  await page.locator('[data-screen="call"]').waitFor({ timeout: LONG });
  const newcomer: Guest = { context, page, name: 'Host', watches: true };
  // Somebody new looks for the button; what is said this soon after coming in counts as history.
  await page.waitForTimeout(HISTORY_MS);
  await click('Toolbar button', press(newcomer));
  const host = await openPanel(newcomer);
  await says(host, 'Ready to ask');
  await host.panel.getByText('Ben').first().waitFor({ timeout: LONG });
  await click('Ask everyone', host.panel.getByRole('button', { name: 'Ask everyone', exact: true }).click());
  await click('Agree', presses(ben, 'Agree'));
  await records(host);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);

  const told = `${clicks.length} clicks (${clicks.join(', ')}), ${seconds} s`;
  console.log(`first run: ${told}`);
  await test.info().attach('first-run.txt', { body: told, contentType: 'text/plain' });
  expect(clicks.length).toBeLessThanOrEqual(CLICKS_MAX);

  const log = await logOf(host);
  expect(only(log, 'asked')).toMatchObject([{ purposes: [{ purpose: 'notes', required: true }], keepDays: 30 }]);
  expect(only(log, 'answered').map(({ answer }) => answer)).toEqual(['consented', 'consented']);
  const started = async () => only(await logOf(host), 'segment-started').length;
  await expect.poll(started, { timeout: LONG }).toBeGreaterThan(0);
});

test('what somebody new settles on the first page, by keyboard alone, stands on the settings page', async () => {
  const base = `chrome-extension://${await extensionId(context)}`;
  const welcome = await context.newPage();
  await welcome.goto(`${base}/extension/welcome/index.html`);
  await welcome.getByLabel(en['setting.place'], { exact: true }).focus();
  await welcome.keyboard.type('France');
  await welcome.keyboard.press('Tab');
  await welcome.keyboard.type('Exemple SARL');
  await welcome.keyboard.press('Tab');
  await welcome.keyboard.type('vie-privee@example.com');
  await welcome.keyboard.press('Tab');
  await expect(welcome.locator('.save-mark')).toHaveText('Saved', { timeout: LONG });
  await welcome.getByLabel(en['setting.terms.keepDays'], { exact: true }).selectOption({ label: '90 days' });
  const opening = context.waitForEvent('page');
  await welcome.getByRole('button', { name: en['welcome.settings'] }).click();
  const settings = await opening;
  await expect(settings.getByLabel(en['setting.place'], { exact: true })).toHaveValue('France (FR)', { timeout: LONG });
  await expect(settings.getByLabel(en['setting.controller.name'], { exact: true })).toHaveValue('Exemple SARL');
  await expect(settings.getByLabel(en['setting.controller.contact'], { exact: true })).toHaveValue(
    'vie-privee@example.com',
  );
  await expect(settings.getByLabel(en['setting.terms.keepDays'], { exact: true })).toHaveValue('90');
});
