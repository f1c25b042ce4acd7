import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { recorded } from './fault-stage.ts';
import { ask } from './panel.ts';
import { chat, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** Notes and scores of a recording, the summary of them, and the report of who used what for which purpose. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let library: Page;
const SECRET = 'Named the price too late';
const HOSTILE = '=HYPERLINK("http://x","y")';

type Word = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en];
const button = (page: Page, word: Word) => page.getByRole('button', { name: en[word], exact: true });
const field = (page: Page, word: Word) => page.getByLabel(en[word], { exact: true });
/** What is to be chosen from is a part of the label around it. */
const choice = (page: Page, word: Word) => page.locator('label', { hasText: en[word] }).locator('select');
const open = async (path: string) => {
  const page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/${path}/index.html`);
  return page;
};

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  const cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  await ask(host, { needed: ['quality', 'research'], media: 'sound' });
  await cem.page.getByText('May we record this meeting? Sound only').waitFor();
  await chat(cem, 'I agree');
  await records(host);
  await recorded(host, 4);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBe(1);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

test('whoever reviews gives a name in the settings, and a card gets one criterion more', async () => {
  const settings = await open('settings');
  await field(settings, 'setting.review.reviewer').fill('Rosa Lind');
  await field(settings, 'setting.review.reviewer').blur();
  await button(settings, 'cards.add.criterion').click();
  const names = settings.getByLabel(en['cards.criterion'], { exact: true });
  await expect(names).toHaveCount(4);
  await names.nth(3).fill(HOSTILE);
  await names.nth(3).blur();
  await settings.getByText(en['settings.saved'], { exact: true }).waitFor({ timeout: LONG });
  const kept = () => settings.evaluate(async () => JSON.stringify(await chrome.storage.local.get('settings')));
  await expect.poll(kept, { timeout: LONG }).toContain(JSON.stringify(HOSTILE));
  await settings.close();
});

test('nothing is offered for a purpose that is not for reviews', async () => {
  library = await open('records');
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  await library.getByRole('radio', { name: en['purpose.research'], exact: true }).check();
  await expect(library.getByText(en['review.choose'])).toBeVisible();
  await expect(button(library, 'review.open')).toBeHidden();
});

test('a note is written where the player stands, in the log before it is sealed, and nowhere to be read', async () => {
  await library.getByRole('radio', { name: en['purpose.quality'], exact: true }).check();
  await button(library, 'review.open').click();
  await expect(library.getByText(en['review.notes.none'])).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'accessed')).toMatchObject([{ purpose: 'quality', how: 'reviewed' }]);
  await expect(field(library, 'review.reviewer')).toHaveValue('Rosa Lind');
  await field(library, 'review.note').fill(SECRET);
  await field(library, 'review.tags').fill('Price, price, tone');
  await button(library, 'review.note.add').click();
  const note = library.locator('.notes > li');
  await expect(note).toHaveCount(1, { timeout: LONG });
  await expect(note).toContainText(SECRET);
  await expect(note.locator('.tag')).toHaveText(['Price', 'tone']);
  await expect(field(library, 'review.note')).toHaveValue('');
  expect(only(await logOf(host), 'reviewed')).toMatchObject([{ what: 'note', did: 'added', purpose: 'quality' }]);
  const stored = await library.evaluate(async () => {
    const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
    const opening = indexedDB.open('ask-to-record');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    const db = await promise;
    const rows = Promise.withResolvers<unknown[]>();
    const all = db.transaction('reviews').objectStore('reviews').getAll();
    all.onsuccess = () => rows.resolve(all.result);
    all.onerror = () => rows.reject(all.error);
    const found = await rows.promise;
    db.close();
    return JSON.stringify(found, (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    );
  });
  expect(stored).toContain('"sealed"');
  expect(stored).not.toContain('price');
  expect(JSON.stringify(await logOf(host))).not.toContain('price');
});

test('more than 10,000 characters are told and not cut', async () => {
  await field(library, 'review.note').fill('x'.repeat(10_001));
  await expect(library.getByText('1 character too many.')).toBeVisible();
  // Marked as not to be pressed, and pressed all the same.
  await expect(button(library, 'review.note.add')).toHaveAttribute('aria-disabled', 'true');
  await button(library, 'review.note.add').click({ force: true });
  await expect(library.locator('.notes > li')).toHaveCount(1);
  await expect(field(library, 'review.note')).toHaveValue('x'.repeat(10_001));
  await field(library, 'review.note').fill('');
});

test('a removed note is back with one press, and each step is in the log', async () => {
  await button(library, 'review.remove').first().click();
  await expect(library.getByText(en['review.removed.note'])).toBeVisible({ timeout: LONG });
  await expect(library.locator('.notes > li')).toHaveCount(0);
  await button(library, 'review.undo').click();
  await expect(library.locator('.notes > li')).toContainText(SECRET, { timeout: LONG });
  expect(only(await logOf(host), 'reviewed').map(({ did }) => did)).toEqual(['added', 'removed', 'restored']);
});

test('a call is scored by the card of the settings', async () => {
  await button(library, 'review.card.fill').click();
  await expect(field(library, 'review.agent')).toHaveValue('Host');
  await field(library, 'review.agent').fill(HOSTILE);
  const criterion = (name: string) => library.getByRole('group', { name, exact: true });
  await criterion('Tone').getByRole('radio', { name: '5', exact: true }).check();
  await criterion('Resolution').getByRole('radio', { name: 'No', exact: true }).check();
  await expect(library.getByText('Together: 33%')).toBeVisible();
  await button(library, 'review.card.add').click();
  await expect(library.locator('.filled-card')).toContainText('33%', { timeout: LONG });
});

test('the note is where it was after the page was opened anew, and a press on it plays from there', async () => {
  await library.reload();
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  await library.getByRole('radio', { name: en['purpose.quality'], exact: true }).check({ timeout: LONG });
  await button(library, 'review.open').click();
  await expect(library.locator('.notes > li')).toContainText(SECRET, { timeout: LONG });
  await library.getByRole('button', { name: 'Play from 00:00:00', exact: true }).click();
  await expect.poll(async () => only(await logOf(host), 'accessed').at(-1)?.how, { timeout: LONG }).toBe('played');
});

test('what is written about the call is given to somebody in it as a file, in the log first', async () => {
  await library.getByText(en['review.give'], { exact: true }).click();
  await choice(library, 'review.give.whom').selectOption({ label: 'Cem' });
  const downloading = library.waitForEvent('download', { timeout: 60_000 });
  await button(library, 'review.give.do').click();
  const path = test.info().outputPath('about-cem.json');
  await (await downloading).saveAs(path);
  const file = JSON.parse(readFileSync(path, 'utf8'));
  expect(file.reviews.map(({ is }: { is: string }) => is).sort()).toEqual(['note', 'scores']);
  expect(only(await logOf(host), 'exported')).toMatchObject([{ format: 'review', purpose: 'quality' }]);
});

test('notes are found from the list once they are opened for it, and not before', async () => {
  const search = library.getByRole('searchbox', { name: en['records.search'] });
  await search.fill('late price');
  await expect(library.getByText('No meeting fits “late price”.')).toBeVisible();
  await library.getByText(en['review.search.open']).click();
  await library.locator('.note-search').getByRole('button', { name: en['purpose.quality'], exact: true }).click();
  await expect(library.locator('.meeting-line .hit')).toContainText(SECRET, { timeout: LONG });
  await button(library, 'review.search.stop').click();
  await expect(library.locator('.meeting-line')).toHaveCount(0);
  await search.fill('');
});

test('the summary opens for a purpose, counts, and gives a table without formulas', async () => {
  const reviews = await open('review');
  await reviews.getByRole('radio', { name: en['purpose.training'], exact: true }).check({ timeout: LONG });
  await button(reviews, 'reviews.open').click();
  await expect(reviews.getByText('1 reviewed recording stays closed')).toBeVisible({ timeout: LONG });
  await reviews.getByRole('radio', { name: en['purpose.quality'], exact: true }).check();
  await button(reviews, 'reviews.open').click();
  await expect(reviews.getByRole('rowheader', { name: HOSTILE })).toBeVisible({ timeout: LONG });
  await expect(reviews.getByRole('img', { name: en['reviews.course.plot'] })).toBeVisible();
  const downloading = reviews.waitForEvent('download', { timeout: 60_000 });
  await button(reviews, 'reviews.csv').click();
  const path = test.info().outputPath('scores.csv');
  await (await downloading).saveAs(path);
  const table = readFileSync(path, 'utf8');
  expect(table).toContain('"Tone"');
  expect(table).toContain('"33.3"');
  expect(table).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(table).not.toMatch(/(^|,)"[=+@|-]/m);
  expect(only(await logOf(host), 'exported').at(-1)).toMatchObject({ format: 'review', purpose: 'quality' });
  expect(only(await logOf(host), 'exported')).toHaveLength(2);
  await reviews.close();
});

test('the report says who used it for which purpose, by the logs alone', async () => {
  const before = (await logOf(host)).length;
  const use = await open('use');
  const counts = use.getByRole('region', { name: en['use.counts'] });
  await expect(counts.getByRole('row', { name: /Quality Rosa Lind/ })).toBeVisible({ timeout: LONG });
  await choice(use, 'use.purpose').selectOption('research');
  await expect(use.getByText(en['use.found.none'])).toBeVisible();
  await choice(use, 'use.purpose').selectOption('');
  await expect(use.getByRole('region', { name: en['use.lines'] })).toContainText('Opened to be played');
  expect((await logOf(host)).length).toBe(before);
});
