import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { verifyFiles } from '../../scripts/verify.ts';
import { chooseFormats, makeFile, openExport } from './exports.ts';
import { ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** A yes that was taken back, as the log page tells it afterwards: its story, its proof, and what is found when somebody touches the log. */
test.describe.configure({ timeout: 180_000, mode: 'serial' });

const FOLDER = 'out/test/log-page';
let party: Party;
let host: Host;
let cem: Guest;
let page: Page;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  cem = await party.stranger('Cem');
  mkdirSync(FOLDER, { recursive: true });
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(async () => {
  await party.end();
});

const line = (text: string | RegExp) => page.locator('.line', { hasText: text });

async function saved(press: () => Promise<void>, from: Page, name: string): Promise<string> {
  const downloading = from.waitForEvent('download', { timeout: LONG });
  await press();
  const path = join(FOLDER, name);
  await (await downloading).saveAs(path);
  return path;
}

test('tells the meeting as a story, in which an answer leads to the recording that rests on it', async () => {
  await says(host, 'Ready to ask');
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
  await ask(host);
  await chat(cem, 'I agree');
  await records(host);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBeGreaterThan(0);

  page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/log/index.html`);
  const yes = line(/Cem agreed \(in the chat\)/);
  await expect(yes).toHaveCount(1, { timeout: LONG });
  await expect(yes.getByText('In the chat: good evidence')).toBeVisible();
  await expect(line(/Cem took their yes back/)).toHaveCount(1);
  await yes
    .getByRole('button', { name: /^Entry \d+$/ })
    .first()
    .click();
  // A slow machine may have let it end and open again.
  const opened = line('the gate opened').first();
  await expect(opened).toBeFocused();
  await expect(opened.getByRole('button', { name: /^Entry \d+$/ })).toHaveCount(2);
});

test('finds what somebody looks for', async () => {
  await page.getByLabel('Names, words, numbers or codes').fill('cem took yes');
  await expect(page.locator('.line')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByRole('combobox', { name: 'Answer' }).selectOption({ label: 'Took it back' });
  await expect(page.locator('.line')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Recording' });
  await expect(page.getByText('No entry fits.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
});

test('proves an entry by a file that the verifier accepts, and one of another entry that it does not', async () => {
  const yes = line(/Cem agreed/);
  await yes.getByRole('button', { name: /^Proof of entry/ }).click();
  const press = () => page.getByRole('button', { name: 'Save the proof' }).click({ timeout: LONG });
  const proof = await saved(press, page, 'yes.tlog-proof');
  const exporting = await openExport(host);
  await chooseFormats(exporting, ['json']);
  const log = join(FOLDER, 'log.json');
  await makeFile(exporting, log);
  await exporting.close();
  const told: unknown[] = [];
  expect(await verifyFiles([log, proof], (one) => told.push(one))).toBe(0);
  expect(told).toContainEqual(expect.objectContaining({ what: 'check', code: 'witness', result: 'holds' }));
});

test('tells what left this device, and the numbers to read aloud', async () => {
  await page.reload();
  await page.getByRole('radio', { name: 'What left this device' }).check({ timeout: LONG });
  await expect(line('Exported as json')).toHaveCount(1, { timeout: LONG });
  await page.getByRole('radio', { name: 'Keys and fingerprints' }).check();
  await expect(page.locator('.fingerprint').first()).toHaveText(/(?:\d{5} ){7}\d{5}$/);
  const press = () => page.getByRole('button', { name: 'Save the device log' }).click();
  const device = await saved(press, page, 'device-log.json');
  // All that was signed of the meeting is in it.
  const told: unknown[] = [];
  expect(await verifyFiles([device, join(FOLDER, 'log.json')], (one) => told.push(one))).toBe(0);
  expect(told).toContainEqual(expect.objectContaining({ code: 'device-meetings', result: 'holds' }));
  await page.getByRole('radio', { name: 'What happened' }).check();
});

test('finds an entry that somebody touched in the database, and says where', async () => {
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/^All is in order/)).toBeVisible({ timeout: LONG });
  const log = (await logOf(host))[0]?.log ?? '';
  await page.evaluate(async (name) => {
    const answered = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answered(indexedDB.open('ask-to-record'));
    const entries = db.transaction('entries', 'readwrite', { durability: 'strict' }).objectStore('entries');
    const row = (await answered(entries.get([name, 4]))) as { leaf: Uint8Array };
    await answered(entries.put({ ...row, leaf: row.leaf.map((byte, i) => (i === 60 ? byte ^ 1 : byte)) }));
    db.close();
  }, log);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Damage was found')).toBeVisible({ timeout: LONG });
  await expect(page.getByText(/entry [45]: an entry was changed/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('it proves nothing any more')).toBeVisible({ timeout: LONG });
  // What can still be read is shown, and nothing of it is thrown away.
  expect(await page.locator('.line').count()).toBeGreaterThan(10);
  await expect.poll(() => page.getByText('Damage was found').count()).toBe(1);
});
