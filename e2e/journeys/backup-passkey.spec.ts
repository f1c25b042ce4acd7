import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { DISK, picksDisk } from './disk.ts';
import { killWorker, recorded } from './fault-stage.ts';
import { ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';
import { authenticator } from './passkey.ts';

/**
 * Everything that the extension had on a computer is lost, and a passkey alone opens its backup. Where the passkey is kept is one tab of the
 * browser, so that everything that asks for it happens in this tab.
 */
test.describe.configure({ mode: 'serial', timeout: 150_000 });

let party: Party;
let host: Host;
let cem: Guest;
let tab: Page;
let parts = 0;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  await picksDisk(host.context);
  cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  tab = await host.context.newPage();
  await authenticator(tab);
  await tab.goto(own('settings', '#vault'));
  await button(tab, 'vault.none.passkey').click({ timeout: LONG });
  await tab.getByText(en['vault.done.protected']).waitFor({ timeout: LONG });
  await host.page.bringToFront();
  await ask(host, { media: 'sound' });
  await cem.page.getByText('May we record this meeting? Sound only').waitFor();
  await chat(cem, 'I agree');
  await records(host);
  await recorded(host, 4);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  const sealed = async () => only(await logOf(host), 'segment-sealed');
  const unsealed = async () => only(await logOf(host), 'segment-started').length - (await sealed()).length;
  await expect.poll(unsealed, { timeout: LONG }).toBe(0);
  parts = (await sealed()).filter(({ chunks }) => chunks > 0).length;
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

type Word = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en];
const own = (page: string, more = '') => `chrome-extension://${host.extension}/extension/${page}/index.html${more}`;
const button = (page: Page, word: Word) => page.getByRole('button', { name: en[word], exact: true });
const restored = () => `1 meeting, ${parts === 1 ? '1 recorded part' : `${parts} recorded parts`}`;

test('the backup of a vault that only a passkey opens says what that means elsewhere', async () => {
  await tab.bringToFront();
  await tab.goto(own('backup'));
  await button(tab, 'backup.choose').click({ timeout: LONG });
  await expect(tab.getByText(en['backup.done'])).toBeVisible({ timeout: LONG });
  await expect(tab.getByText(en['backup.passkey-only'])).toBeVisible({ timeout: LONG });
});

test('with everything else lost, the passkey brings it back, and it plays', async () => {
  await host.page.goto('about:blank');
  await loseAll(tab);
  await killWorker(host);
  await tab.goto(own('settings', '#vault'));
  await expect(tab.getByText(en['vault.none'])).toBeVisible({ timeout: LONG });
  await tab.goto(own('backup'));
  await button(tab, 'backup.restore.pick').click({ timeout: LONG });
  await expect(tab.getByText(/A backup of 1 meeting/)).toBeVisible({ timeout: LONG });
  await expect(tab.getByLabel(en['backup.restore.passphrase'], { exact: true })).toBeHidden();
  await tab.getByRole('button', { name: en['backup.restore.passkey'].replace('{day}', '').trim() }).click();
  await expect(tab.getByText(`Restored: ${restored()}.`)).toBeVisible({ timeout: LONG });
  const library = await host.context.newPage();
  await library.goto(own('records'));
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  await expect(library.getByText('Cem').filter({ visible: true }).first()).toBeVisible({ timeout: LONG });
  await button(library, 'records.play').click({ timeout: LONG });
  const media = library.locator('video');
  await expect
    .poll(() => media.evaluate((element: HTMLMediaElement) => element.duration), { timeout: LONG })
    .toBeGreaterThan(0.3);
  await library.close();
});

test('the vault that came back is locked and opened with that passkey', async () => {
  await tab.bringToFront();
  await tab.goto(own('settings', '#vault'));
  // What came back gets the lock of this computer first: what is pressed meanwhile counts for nothing.
  await expect.poll(() => unsettled(tab), { timeout: LONG }).toBe(false);
  await button(tab, 'vault.lock').click({ timeout: LONG });
  await expect(tab.getByText(en['vault.locked'])).toBeVisible({ timeout: LONG });
  await button(tab, 'vault.unlock.passkey').click({ timeout: LONG });
  await expect(tab.getByText(en['vault.done.unlocked'])).toBeVisible({ timeout: LONG });
});

/** Database, files and settings of the extension go; the folder with the backup is a disk of its own. */
async function loseAll(page: Page): Promise<void> {
  await page.evaluate(async (disk) => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of root.keys()) if (name !== disk) names.push(name);
    for (const name of names) await root.removeEntry(name, { recursive: true });
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('ask-to-record');
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
  }, DISK);
}

/** Keys that came back may still be wrapped as they were elsewhere. */
function unsettled(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ask-to-record');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<{ unsettled?: boolean }[]>((resolve, reject) => {
      const all = db.transaction('vault').objectStore('vault').getAll();
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    db.close();
    return rows.some((row) => row.unsettled === true);
  });
}
