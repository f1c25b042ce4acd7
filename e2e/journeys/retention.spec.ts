import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import type { Entry, EntryOf } from '../../src/model/entry.ts';
import { en } from '../../src/ui/words/en.ts';
import { serviceWorker } from '../browser/targets.ts';
import { act, ask } from './panel.ts';
import { chat, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** Recordings leave when their time is up, or when the host wants it; a legal hold keeps them; a clock that jumps deletes nothing. */
test.describe.configure({ mode: 'serial', timeout: 150_000 });

const DAY_MS = 86_400_000;
let party: Party;
let host: Host;
let library: Page;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  const cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  await ask(host, { media: 'sound' });
  await cem.page.getByText('May we record this meeting? Sound only').waitFor();
  await chat(cem, 'I agree');
  await records(host);
  await host.page.waitForTimeout(4000);
  await act(host.panel, 'Stop');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBe(1);
  await act(host.panel, 'Record again');
  await records(host);
  await host.page.waitForTimeout(4000);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBe(2);
  await host.page.close();
  library = await host.context.newPage();
  await library.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const stays = () => library.getByRole('region', { name: en['keeping.title'] });
const press = (name: string) => stays().getByRole('button', { name, exact: true }).click({ timeout: LONG });
const dated = (days: number) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(Date.now() + days * DAY_MS);
const entries = async <K extends Entry['kind']>(kind: K) =>
  (await leaves()).filter((entry): entry is EntryOf<K> => entry.kind === kind);

async function open(): Promise<void> {
  await library
    .getByRole('navigation', { name: en['records.list'] })
    .getByRole('button')
    .first()
    .click({ timeout: LONG });
}

/** Entries of the only log, as they lie in the host's database. */
function leaves(): Promise<Entry[]> {
  return library.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ask-to-record');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<{ leaf: Uint8Array }[]>((resolve, reject) => {
      const reading = db.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    db.close();
    return rows.map(({ leaf }) => JSON.parse(new TextDecoder().decode(leaf)).entry);
  });
}

/** What of recordings lies on this computer: chunks, and files with their keys. */
function stored(): Promise<{ readonly chunks: number; readonly keys: number }> {
  return library.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ask-to-record');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const chunks = await new Promise<number>((resolve, reject) => {
      const counting = db.transaction('chunks').objectStore('chunks').count();
      counting.onsuccess = () => resolve(counting.result);
      counting.onerror = () => reject(counting.error);
    });
    db.close();
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle('keys')).getDirectoryHandle('epochs');
    let keys = 0;
    for await (const _ of folder.keys()) keys += 1;
    return { chunks, keys };
  });
}

async function hold(why: string): Promise<void> {
  await press(en['hold.set']);
  await stays().getByLabel(en['hold.who'], { exact: true }).fill('Ana Beispiel');
  await stays().getByLabel(en['hold.why'], { exact: true }).fill(why);
  await press(en['hold.set.do']);
  await expect(stays().getByText(en['hold.on.recording'])).toBeVisible({ timeout: LONG });
}

async function lift(): Promise<void> {
  await press(en['hold.lift']);
  await stays().getByLabel(en['hold.lift.who'], { exact: true }).fill('Bob');
  await stays().getByLabel(en['hold.why'], { exact: true }).fill('It is settled.');
  await press(en['hold.lift.do']);
  await expect(stays().getByText(en['hold.on.recording'])).toBeHidden({ timeout: LONG });
}

test('each recording says until when it stays, in the list and on its own page', async () => {
  await expect(library.getByText(`Recording until ${dated(30)}`).first()).toBeVisible({ timeout: LONG });
  await expect(library.getByRole('region', { name: en['next.title'] })).toContainText(dated(30));
  await open();
  await expect(stays()).toContainText(`Deleted on ${dated(30)}`);
  await expect(stays()).toContainText(`Erased on ${dated(1095)}`);
});

test('the time is made shorter, and the date moves at once', async () => {
  await press(en['keeping.shorten']);
  await stays().getByLabel(en['keeping.shorten.keep'], { exact: true }).fill('7');
  await press(en['keeping.shorten.do']);
  await expect(stays()).toContainText(`Deleted on ${dated(7)}`, { timeout: LONG });
  expect(await entries('retention-shortened')).toMatchObject([{ keepDays: 7, proofDays: 1095 }]);
});

test('a legal hold is asked for with who and why, and takes the button that deletes away', async () => {
  await press(en['hold.set']);
  await expect(stays().getByRole('button', { name: en['hold.set.do'] })).toHaveAttribute('aria-disabled', 'true');
  await press(en['hold.set']);
  await hold('A dispute about the price.');
  await expect(stays()).toContainText('Set by Ana Beispiel');
  await expect(stays()).toContainText('A dispute about the price.');
  await expect(stays().getByRole('button', { name: en['keeping.delete'] })).toBeHidden();
  expect(await entries('hold-set')).toMatchObject([{ over: 'recording' }]);
});

test('a clock that jumps deletes nothing before the host says that the date is right; what is held stays then, too', async () => {
  const before = await stored();
  expect(before.keys).toBe(2);
  const worker = await serviceWorker(host.context);
  await worker.evaluate(async () => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 31 * 86_400_000;
    // No minute's wait: it is due now by the browser's own clock.
    await chrome.alarms.create('keep-promises', { when: real() });
  });
  const yes = library.getByRole('button', { name: en['date.doubt.yes'], exact: true });
  await expect(async () => {
    await library.reload();
    await expect(yes).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: LONG });
  expect(await stored()).toEqual(before);
  await yes.click();
  await expect(yes).toBeHidden({ timeout: LONG });
  expect(await stored()).toEqual(before);
  await expect(library.getByText(en['next.held']).first()).toBeVisible({ timeout: LONG });
});

test('the hold is lifted: what is over goes in the same moment, key and all, and the log says so', async () => {
  await open();
  await lift();
  await expect(stays()).toContainText(en['keeping.media.none'], { timeout: LONG });
  expect(await stored()).toEqual({ chunks: 0, keys: 0 });
  const gone = await entries('deleted');
  expect(gone).toHaveLength(2);
  for (const one of gone) expect(one).toMatchObject({ why: 'shortened' });
  expect(await entries('hold-lifted')).toHaveLength(1);
  await expect(library.getByRole('region', { name: en['records.history'] })).toContainText('It is settled.');
  await expect(library.getByRole('button', { name: en['records.play'] })).toBeHidden();
});
