import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { canBeManaged, managedBrowser } from '../browser/policy.ts';
import { unpackedId } from '../browser/profile.ts';
import { closeWelcome, LONG } from './party.ts';

/** An organisation's policy file, as administrators lay it down, in a real browser: what it sets is in force and locked, and says who locked it. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.skip(!canBeManaged(), 'no program can be given a policy file of its own on this machine');

const ORGANISATION = 'Beispiel Klinik';
const POLICY = {
  organisation: ORGANISATION,
  unlocked: ['terms.keepDays'],
  place: 'DE',
  controller: { name: 'Beispiel Klinik gGmbH', organisation: true },
  terms: { keepDays: 7, proofDays: 1825 },
  floor: 'product',
};

let context: BrowserContext;
let page: Page;

test.beforeAll(async () => {
  const id = unpackedId(resolve('dist'));
  const folder = mkdtempSync(join(tmpdir(), 'ask-to-record-policy-'));
  context = await launchWithExtension({
    executablePath: managedBrowser(folder, findChromium({}), { [id]: POLICY }),
    headless: true,
    extensionDir: 'dist',
    extraArgs: ['--no-sandbox'],
  });
  await closeWelcome(context);
  page = await context.newPage();
  await page.goto(`chrome-extension://${id}/extension/settings/index.html`);
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus)
    await page.screenshot({ path: info.outputPath('settings.png'), fullPage: true });
});
test.afterAll(() => context.close());

const field = (name: keyof typeof en) => page.getByLabel(String(en[name]), { exact: true });

test('Chrome hands the file to the extension', async () => {
  const managed = () => page.evaluate(() => chrome.storage.managed.get());
  await expect.poll(managed, { timeout: LONG }).toMatchObject({ organisation: ORGANISATION, place: 'DE' });
});

test('what it sets is shown, cannot be changed, and says who set it', async () => {
  await expect(field('setting.place')).toHaveValue('Germany (DE)', { timeout: LONG });
  await expect(field('setting.place')).toBeDisabled();
  await expect(field('setting.controller.name')).toHaveValue('Beispiel Klinik gGmbH');
  await expect(field('setting.controller.name')).toBeDisabled();
  await expect(page.getByText(`Set by ${ORGANISATION}.`).first()).toBeVisible();
});

test('what it leaves to hosts is what they begin with, and they can change it', async () => {
  const days = field('setting.terms.keepDays');
  await expect(days).toHaveValue('7');
  await expect(days).toBeEnabled();
  await expect(field('setting.terms.proofDays')).toHaveValue('1825');
  await expect(field('setting.terms.proofDays')).toBeDisabled();
});

test('a locked value is in force whatever lies in the host’s own storage', async () => {
  await page.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, changes: { place: 'US-TX', 'terms.proofDays': 365 } } }),
  );
  await page.reload();
  await expect(field('setting.place')).toHaveValue('Germany (DE)', { timeout: LONG });
  await expect(field('setting.terms.proofDays')).toHaveValue('1825');
});
