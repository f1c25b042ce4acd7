import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { act } from './panel.ts';
import { type Host, LONG, logOf, only, Party, says } from './party.ts';

/** What is settled beforehand, on the settings page of a real browser, and what the meeting makes of it. One browser throughout. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let page: Page;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/settings/index.html`);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const field = (name: keyof typeof en) => page.getByLabel(String(en[name]), { exact: true });
const saved = () => expect(page.locator('.save-mark')).toHaveText('Saved', { timeout: LONG });

/** What lies in storage, as it lies there. */
const stored = () => page.evaluate(async () => (await chrome.storage.local.get('settings')).settings as unknown);

async function open(name: string, content: string): Promise<void> {
  const path = test.info().outputPath(name);
  writeFileSync(path, content);
  await page.locator('input[type=file]').setInputFiles(path);
}

test('the page is the one that Chrome opens for the extension’s options', async () => {
  const options = await page.evaluate(() => chrome.runtime.getManifest().options_ui?.page);
  expect(page.url()).toContain(options);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('what is changed is saved by itself, with the keyboard alone', async () => {
  await field('setting.place').focus();
  await page.keyboard.type('Germany');
  await page.keyboard.press('Tab');
  await expect(field('setting.place')).toHaveValue('Germany (DE)');
  await expect(field('setting.controller.name')).toBeFocused();
  await page.keyboard.type('Beispiel GmbH');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await saved();
  await expect.poll(stored, { timeout: LONG }).toEqual({
    version: 1,
    changes: { place: 'DE', 'controller.name': 'Beispiel GmbH', 'controller.organisation': true },
  });
});

test('words that mean no place are told, and never saved as one', async () => {
  await field('setting.controller.place').fill('Georgia');
  await field('setting.controller.contact').focus();
  await expect(page.getByText(en['place.none'])).toBeVisible();
  await field('setting.controller.place').fill('');
  expect(await stored()).not.toHaveProperty(['changes', 'controller.place']);
});

test('an address that is not safe is told, and not saved', async () => {
  await field('setting.controller.policyUrl').fill('http://example.com');
  await expect(page.getByText(en['fault.address'])).toBeVisible();
  expect(await stored()).not.toHaveProperty(['changes', 'controller.policyUrl']);
  await field('setting.controller.policyUrl').fill('https://example.com/privacy');
  await saved();
  await expect(page.getByText(en['fault.address'])).toBeHidden();
});

test('a page that is closed right after the last word has saved it', async () => {
  const second = await host.context.newPage();
  await second.goto(page.url());
  await second.getByLabel(en['setting.recipients'], { exact: true }).fill('our quality team');
  await second.close();
  await expect.poll(stored, { timeout: LONG }).toHaveProperty(['changes', 'recipients'], 'our quality team');
  await page.bringToFront();
  await expect(field('setting.recipients')).toHaveValue('our quality team', { timeout: LONG });
});

test('the ask form that is open begins with them at once, and what is asked is what was settled', async () => {
  await says(host, 'Ready to ask');
  const purposes = page.getByRole('group', { name: en['purpose.training.long'], exact: true });
  await purposes.getByRole('radio', { name: 'Needed', exact: true }).check();
  const notes = page.getByRole('group', { name: en['purpose.notes.long'], exact: true });
  await notes.getByRole('radio', { name: 'Off', exact: true }).check();
  await page.getByRole('radio', { name: en['media.sound'], exact: true }).check();
  await field('setting.terms.keepDays').selectOption({ label: '7 days' });
  await saved();
  const panel = host.panel;
  const chosen = (group: string, name: string) =>
    panel.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true });
  await expect(chosen(en['purpose.training.long'], 'Needed')).toBeChecked({ timeout: LONG });
  await expect(chosen(en['purpose.notes.long'], 'Off')).toBeChecked();
  await expect(chosen(en['ask.media'], en['media.sound'])).toBeChecked();
  await expect(panel.getByLabel(en['ask.keep'], { exact: true })).toHaveValue('7');
  await act(panel, 'Ask everyone');
  await expect
    .poll(async () => only(await logOf(host), 'asked'), { timeout: LONG })
    .toMatchObject([
      { purposes: [{ purpose: 'training', required: true }], media: 'sound', keepDays: 7, proofDays: 1095 },
    ]);
});

test('a choice without a needed purpose is told, and the one before it goes on counting', async () => {
  const before = await stored();
  const training = page.getByRole('group', { name: en['purpose.training.long'], exact: true });
  await training.getByRole('radio', { name: 'Off', exact: true }).check();
  await expect(page.getByText(en['fault.purposes'])).toBeVisible();
  expect(await stored()).toEqual(before);
  await training.getByRole('radio', { name: 'Needed', exact: true }).check();
});

test('the legal minimum is not offered while the law asks for an explicit yes anyway', async () => {
  await expect(page.getByRole('radio', { name: en['floor.legal-minimum'], exact: true })).toBeDisabled();
  await expect(page.getByText(en['floor.not.consent-basis'])).toBeVisible();
  await field('setting.basis').selectOption('contract');
  await expect(page.getByRole('radio', { name: en['floor.legal-minimum'], exact: true })).toBeEnabled();
  await saved();
});

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['that is no JSON', '{"settings": ', en['file.not-json']],
  ['that is empty', '', en['file.not-json']],
  ['of a million characters', `{"x": "${'x'.repeat(1_000_000)}"}`, en['file.too-big']],
  ['of something else', '{"name": "package"}', en['file.not-settings']],
  [
    'of another version',
    '{"format": "ask-to-record/settings", "version": 99, "settings": {}}',
    en['file.other-version'],
  ],
  [
    'with wrong kinds, unknown keys and less than the law',
    JSON.stringify({
      format: 'ask-to-record/settings',
      version: 1,
      settings: {
        place: 'FR',
        floor: 'none',
        atLeast: { rule: 'nobody', form: 'none' },
        terms: { keepDays: '7' },
        x: 1,
      },
    }),
    en['file.bad-settings'],
  ],
];

test('a hostile file leaves everything as it was, and says why', async () => {
  const before = await stored();
  for (const [name, content, says] of HOSTILE) {
    await open('hostile.json', content);
    await expect(page.locator('.carried'), name).toContainText(says, { timeout: LONG });
    await expect(page.locator('.carried'), name).toContainText('Nothing was changed.');
    expect(await stored(), name).toEqual(before);
  }
  for (const path of ['floor', 'atLeast.rule', 'terms.keepDays', 'x'])
    await expect(page.locator('.carried li', { hasText: `${path}: ` })).toHaveCount(1);
  await expect(field('setting.place')).toHaveValue('Germany (DE)');
});

test('a sound file is shown before it counts, with what it loosens, and can be left', async () => {
  const before = await stored();
  const file = { format: 'ask-to-record/settings', version: 1, settings: { place: 'US-TX', floor: 'legal-minimum' } };
  await open('colleague.json', JSON.stringify(file));
  const lines = page.locator('.carried li');
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(0)).toContainText('Germany (DE) → Texas (US-TX)');
  await expect(lines.nth(1)).toContainText(en['carry.looser']);
  await page.getByRole('button', { name: en['carry.leave'] }).click();
  expect(await stored()).toEqual(before);
  await open('colleague.json', JSON.stringify(file));
  await page.getByRole('button', { name: en['carry.take'] }).click();
  await expect(page.getByText(en['carry.taken'])).toBeVisible();
  await expect(field('setting.place')).toHaveValue('Texas (US-TX)');
  await expect(page.getByRole('radio', { name: en['floor.legal-minimum'], exact: true })).toBeChecked();
  await page.getByRole('button', { name: en['carry.undo'] }).click();
  await expect(page.getByText(en['carry.undone'])).toBeVisible();
  await expect.poll(stored).toEqual(before);
});

test('what is saved to a file is taken back whole after everything was reset', async () => {
  const before = await stored();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: en['carry.save'] }).click();
  const path = await (await downloading).path();
  await page.getByRole('button', { name: en['carry.reset'], exact: true }).click();
  await expect(page.getByText(en['carry.reset.done'])).toBeVisible();
  await expect.poll(stored).toEqual({ version: 1, changes: {} });
  await expect(field('setting.controller.name')).toHaveValue('');
  await open('mine.json', readFileSync(path, 'utf8'));
  await page.getByRole('button', { name: en['carry.take'] }).click();
  await expect(page.getByText(en['carry.taken'])).toBeVisible();
  await expect.poll(stored).toEqual(before);
});

test('storage that was tampered with counts as the strictest, and the page says so', async () => {
  await page.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, changes: { place: 'DE', floor: 'none', basis: 7 } } }),
  );
  await expect(page.getByText(en['settings.bad.stored'])).toBeVisible({ timeout: LONG });
  await expect(page.locator('.word li')).toHaveText([/^basis: /, /^floor: /]);
  await expect(page.getByRole('radio', { name: en['floor.product'], exact: true })).toBeChecked();
  await page.evaluate(() => chrome.storage.local.remove('settings'));
  await expect(page.getByText(en['settings.bad.stored'])).toBeHidden({ timeout: LONG });
});

test('a meeting page cannot read or write them, though a content script of ours is in it', async () => {
  const worker = host.context.serviceWorkers()[0];
  const said = await worker?.evaluate(async (tabId) => {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () =>
        chrome.storage.local.set({ settings: { version: 1, changes: { floor: 'legal-minimum' } } }).then(
          () => 'written',
          (error: Error) => error.message,
        ),
    });
    return result?.result;
  }, host.tab);
  expect(said).toMatch(/access to storage is not allowed/i);
  expect(await stored()).toBeUndefined();
});
