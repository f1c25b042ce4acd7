import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { requestWords } from '../../src/consent/request-words.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../../src/log/bundle.ts';
import { canonical, utf8 } from '../../src/log/canonical.ts';
import { leafHash, NO_LEAF } from '../../src/log/leaf.ts';
import type { Receipt } from '../../src/log/receipt.ts';
import { ed25519Of } from '../../src/model/ed25519.ts';
import type { Leaf } from '../../src/model/entry.ts';
import { consentsEn } from '../../src/ui/words/consents-en.ts';
import { keepingEn } from '../../src/ui/words/keeping-en.ts';
import { verifyReceipt } from '../../src/verify/receipt.ts';
import { extensionId } from '../browser/targets.ts';
import { presses } from './banner.ts';
import { ask } from './panel.ts';
import { type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/**
 * What a participant takes home. Mia agrees in the banner; what she agreed to, and the root that stood in the chat, are kept on her side. The host
 * gives her a receipt, which fits; a log that was made up afterwards does not; and when she takes her yes back, an addendum says so.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const FOLDER = 'out/test/journeys';
let party: Party;
let host: Host;
let mia: Guest;
/** "My consents" in Mia's browser, and the records page in the host's. */
let consents: Page;
let library: Page;
let receipt: string;

test.beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  party = await Party.start();
  host = await party.host('Host');
  mia = await party.guest('Mia');
  await says(host, 'Ready to ask');
  await host.panel.getByText('Mia').first().waitFor({ timeout: LONG });
  await ask(host);
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

test('what she agreed to is kept on her side, with her signature and the root from the chat', async () => {
  await presses(mia, 'Agree');
  await records(host);
  const opening = mia.context.waitForEvent('page', { timeout: LONG });
  await presses(mia, 'My consents');
  consents = await opening;
  await consents.waitForURL(`chrome-extension://${await extensionId(mia.context)}/extension/consents/index.html`);
  const card = consents.getByRole('article', { name: 'Host asked on Sandbox' });
  await expect(card.getByText('You agreed')).toBeVisible({ timeout: LONG });
  await expect(card.getByText('Recording is on now.')).toBeVisible({ timeout: LONG });
  await card.getByText('What proves it').click();
  await expect(card.getByText(/^(\d{5} ){7}\d{5}$/)).toBeVisible();
  await expect(card.getByText(/with \d+ entries/)).toHaveCount(1, { timeout: LONG });
});

/** Saves what the host offers for Mia. */
async function give(label: string, file: string): Promise<string> {
  const downloading = library.waitForEvent('download', { timeout: LONG });
  await library.getByRole('button', { name: label }).click({ timeout: LONG });
  const path = join(FOLDER, file);
  await (await downloading).saveAs(path);
  return path;
}

/** Gives a file to Mia's page; what was found of it is told by the newest line of its meeting. */
async function drop(file: string | { name: string; mimeType: string; buffer: Buffer }, says: string): Promise<void> {
  await consents.bringToFront();
  await consents.locator('input[type=file]').setInputFiles(file);
  await expect(consents.locator('.given-file').first()).toContainText(says, { timeout: LONG });
}

test('the host saves her receipt; it holds by itself, names nobody else, and is of the log that she saw', async () => {
  library = await host.context.newPage();
  await library.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  receipt = await give('Receipt for Mia: as a file that proves it', 'receipt.json');
  const text = readFileSync(receipt, 'utf8');
  const { verdict, lines } = await verifyReceipt(text, ed25519Of(crypto.subtle));
  expect([verdict, lines.filter((line) => line.what === 'check' && line.result === 'fails')]).toEqual(['valid', []]);
  expect(lines.filter(({ what }) => what === 'answer')).toMatchObject([{ name: 'Mia', grade: 'signed' }]);
  // A root stands in the chat each time that recording begins: where a busy machine let it lapse, more than once.
  const begun = only(await logOf(host), 'gate-opened').length;
  expect((JSON.parse(text) as Receipt).roots.length).toBeGreaterThan(0);
  expect((JSON.parse(text) as Receipt).roots.length).toBeLessThanOrEqual(begun);
  await drop(receipt, 'Valid, and the same log that you saw.');
});

test('a log that was made up afterwards, every hash in order, is shown as a fork', async () => {
  const texts = await leavesOf(host.panel);
  const leaves: string[] = [];
  let prev = NO_LEAF;
  for (const text of texts) {
    const leaf = { ...(JSON.parse(text) as Leaf), prev };
    // One word that nobody would look for.
    if (leaf.entry.kind === 'meeting-opened') leaf.entry = { ...leaf.entry, software: `${leaf.entry.software}-forged` };
    leaves.push(canonical(leaf));
    prev = await leafHash(utf8(leaves.at(-1) ?? ''));
  }
  const [{ log }] = leaves.map((text) => JSON.parse(text) as Leaf) as [Leaf];
  const forged = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    exportedAt: new Date().toISOString(),
    logs: [{ log, platform: 'sandbox', size: leaves.length, head: prev, leaves, disclosures: [] }],
  };
  const buffer = Buffer.from(JSON.stringify(forged));
  await drop({ name: 'export.json', mimeType: 'application/json', buffer }, 'This is not the log that you saw');
});

test('she asks for a copy and for erasure while the meeting is open: it stands in the chat, and with what she asked for', async () => {
  for (const [what, label] of [
    ['copy', 'Ask for a copy'],
    ['erasure', 'Ask to erase my name and words'],
  ] as const) {
    await consents.bringToFront();
    await consents.getByRole('button', { name: label }).click();
    await expect(consents.getByText(consentsEn['consents.said.request'])).toBeVisible({ timeout: LONG });
    await mia.page.bringToFront();
    await host.page.bringToFront();
    await expect(host.page.getByText(requestWords('en', what)).first()).toBeVisible({ timeout: LONG });
  }
  await consents.bringToFront();
  const asked = consents.locator('.requests').getByRole('listitem');
  await expect(asked).toHaveText([
    /^A copy, .*\(in the meeting’s chat\)$/,
    /^Erasure of your name and words, .*\(in the meeting’s chat\)$/,
  ]);
});

test('she takes her yes back from the same page, and the addendum says so', async () => {
  await consents.getByRole('button', { name: 'Take my yes back' }).click();
  await mia.page.bringToFront();
  await rests(host, 'A yes was taken back');
  await consents.bringToFront();
  await expect(consents.getByText('You took your yes back')).toBeVisible({ timeout: LONG });
  await library.bringToFront();
  await library.reload();
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  const addendum = await give('Addendum for Mia: as a file that proves it', 'addendum.json');
  const whole = JSON.parse(readFileSync(addendum, 'utf8')) as Receipt;
  expect(whole.since?.checkpoint).toBe((JSON.parse(readFileSync(receipt, 'utf8')) as Receipt).checkpoint);
  await drop(addendum, 'Valid, and the same log that you saw.');
});

test('a receipt comes as a page to print as well, and a row that was removed can be put back', async () => {
  const page = await give('Receipt for Mia: as a page to print', 'receipt.html');
  expect(readFileSync(page, 'utf8')).toContain('<b><bdi>Mia</bdi></b>');
  await consents.bringToFront();
  await consents.getByRole('button', { name: 'Remove from this list' }).click();
  await consents.getByRole('group').getByRole('button', { name: 'Remove from this list' }).click();
  await expect(consents.getByText('Nothing here yet')).toBeVisible({ timeout: LONG });
  await consents.getByRole('button', { name: 'Put it back' }).click();
  await expect(consents.getByText('You took your yes back')).toBeVisible({ timeout: LONG });
});

test('when the host deletes the recording, an addendum proves that it is gone', async () => {
  await host.page.close();
  await library.bringToFront();
  await expect(async () => {
    await library.reload();
    await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
    await library.getByRole('button', { name: keepingEn['keeping.delete'] }).click({ timeout: 3000 });
  }).toPass({ timeout: LONG });
  await library.getByRole('button', { name: keepingEn['keeping.delete.yes'] }).click({ timeout: LONG });
  await expect(library.getByText(keepingEn['keeping.done.deleted'])).toBeVisible({ timeout: LONG });
  const addendum = join(FOLDER, 'deletion.json');
  const downloading = library.waitForEvent('download', { timeout: LONG });
  await library.getByRole('button', { name: 'Addendum for Mia: as a file that proves it' }).click({ timeout: LONG });
  await (await downloading).saveAs(addendum);
  const whole = JSON.parse(readFileSync(addendum, 'utf8')) as Receipt;
  const deleted = whole.entries
    .map(({ leaf }) => (JSON.parse(leaf) as Leaf).entry)
    .filter(({ kind }) => kind === 'deleted');
  expect(deleted.length).toBeGreaterThan(0);
  expect(whole.since).toBeDefined();
  await drop(addendum, 'Valid, and the same log that you saw.');
});

/** Leaves of the only log, as they lie in the host's database. */
function leavesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ask-to-record');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<{ leaf: Uint8Array<ArrayBuffer> }[]>((resolve, reject) => {
      const reading = db.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    db.close();
    return rows.map(({ leaf }) => new TextDecoder().decode(leaf));
  });
}
