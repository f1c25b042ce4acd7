import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { build } from 'vite';
import { sees } from './banner.ts';
import { recorded } from './fault-stage.ts';
import { forPurpose } from './files.ts';
import { ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/**
 * The build with the banner's root open: axe sees nothing in a closed one and reports nothing. One meeting; each promise goes on from
 * the one before.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const FOLDER = 'dist-open-root';
const BANNER = '[data-ask-to-record]';

let party: Party;
let host: Host;
let ben: Guest;

test.beforeAll(async () => {
  await build({ mode: 'open-root', logLevel: 'error' });
  party = await Party.start({ extensionDir: FOLDER });
  host = await party.host('Host');
  ben = await party.guest('Ben');
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

/** What axe objects to. That it looked at all is asserted too: an empty answer is green for the wrong reason. */
async function objections(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(async (selector) => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe;
    const found = await checker.run({ include: [[selector]] }, { resultTypes: ['violations', 'passes'] });
    return {
      passes: found.passes.length,
      violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    };
  }, within);
  expect(passes, 'axe has looked at something').toBeGreaterThan(0);
  return violations;
}

test('the first page, the settings and the panel before asking are free of barriers', async () => {
  await says(host, 'Ready to ask');
  await host.panel.getByText('Ben').first().waitFor({ timeout: LONG });
  expect(await objections(host.panel)).toEqual([]);
  for (const [name, ready] of [
    ['welcome', 'settle-title'],
    ['settings', 'carry-title'],
  ]) {
    const page = await host.context.newPage();
    await page.goto(`chrome-extension://${host.extension}/extension/${name}/index.html`);
    await page.locator(`#${ready}`).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.close();
  }
  await host.page.bringToFront();
});

test('the banner takes no focus from who is writing in the chat', async () => {
  const box = ben.page.locator('[data-chat-input]');
  await box.click();
  await ben.page.keyboard.type('Half a sen');
  await ask(host, { needed: ['quality'], optional: ['training'] });
  await sees(ben, { role: 'button', name: 'Agree' });
  await expect(box).toBeFocused();
  await ben.page.keyboard.type('tence');
  await expect(box).toHaveValue('Half a sentence');
  await box.fill('');
  expect(await objections(ben.page, BANNER)).toEqual([]);
  await says(host, 'Waiting for 1 of 2');
  expect(await objections(host.panel)).toEqual([]);
});

test('a click that no person made is not an answer', async () => {
  await ben.page.evaluate((selector) => {
    const buttons = document.querySelector(selector)?.shadowRoot?.querySelectorAll('button') ?? [];
    const agree = [...buttons].find(({ textContent }) => textContent === 'Agree');
    if (!agree) throw new Error('no button to click');
    agree.click();
    agree.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
    agree.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, detail: 1 }));
  }, BANNER);
  // Whatever that had set off would stand in the chat before this.
  await chat(ben, 'I am still thinking');
  await host.page.getByText('I am still thinking').waitFor({ timeout: LONG });
  await expect(ben.page.locator(BANNER).getByRole('button', { name: 'Agree', exact: true })).toBeVisible();
  expect(only(await logOf(host), 'answered')).toHaveLength(1);
  await rests(host, 'Waiting for 1 of 2');
});

test('the question can be answered, and the yes taken back, by keyboard alone', async () => {
  await tabTo('Agree');
  await ben.page.keyboard.press('Enter');
  await records(host);
  expect(only(await logOf(host), 'answered').at(-1)).toMatchObject({ grade: 'signed', purposes: ['quality'] });
  expect(await objections(host.panel)).toEqual([]);
  await sees(ben, { role: 'button', name: 'Withdraw' });
  expect(await objections(ben.page, BANNER)).toEqual([]);
  // A yes that is taken back within the site's lag leaves nothing to keep, and the records page below wants a recording.
  await recorded(host, 5);
  await tabTo('Withdraw');
  await ben.page.keyboard.press('Enter');
  await sees(ben, { role: 'button', name: 'Yes, take it back' });
  expect(await objections(ben.page, BANNER)).toEqual([]);
  await tabTo('Yes, take it back');
  await ben.page.keyboard.press('Enter');
  await rests(host, 'A yes was taken back');
});

test('the records page is free of barriers, with and without a meeting chosen', async () => {
  const page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await page.getByRole('list').getByRole('button').first().waitFor({ timeout: LONG });
  expect(await objections(page)).toEqual([]);
  await page.getByRole('list').getByRole('button').first().click();
  await forPurpose(page);
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ timeout: LONG });
  expect(await objections(page)).toEqual([]);
  await page.close();
});

/** Goes round the page with the Tab key until the banner's button has the focus. */
async function tabTo(name: string): Promise<void> {
  const focused = () =>
    ben.page.evaluate((selector) => document.querySelector(selector)?.shadowRoot?.activeElement?.textContent, BANNER);
  for (let pressed = 0; pressed < 80; pressed++) {
    if ((await focused()) === name) return;
    await ben.page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never comes to “${name}”`);
}
