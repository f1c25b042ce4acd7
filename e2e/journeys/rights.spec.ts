import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Locator } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { extensionId } from '../browser/targets.ts';
import { presses } from './banner.ts';
import { recorded } from './fault-stage.ts';
import { filesLeft, keyFiles, MEDIA_HEADS, ownFiles, whereIs } from './left-behind.ts';
import { act, ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/**
 * What a participant may ask for, from the chat and by file to the end: after erasure the browser is closed, and in no file that it has left behind
 * are keys, names, words, or media in the clear.
 */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const FOLDER = 'out/test/journeys';
/** Words that nothing else in a profile holds, so that a piece of one tells as much as all of it. */
const NAME = 'Quillfaxbrandywick Umbrewortlestrange';
const NEW_NAME = 'Zephquimharbottle Voldraxenpomeroy';
const QUOTE = 'I do not agree any more, vexquonkmarrowgate thrimblazeunderwhelk';
const NOTE = 'Blinthervoxalquim grumquistledornaps';
const PASSPHRASE = 'anchor violet cedar nine';
/** Written into the database on purpose: that the search would find a name there if one were. */
const CANARY = 'Gralnyx Pobwhistle';

const profile = mkdtempSync(join(tmpdir(), 'ask-to-record-rights-'));
let party: Party;
let host: Host;
let guest: Guest;
let consents: Page;
let library: Page;
let person: Page;
let keys: Buffer[] = [];
/** The host's own key, which stays. */
let stays: Buffer[] = [];

test.beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  party = await Party.start();
  host = await party.host('Host', {}, profile);
  guest = await party.guest(NAME);
  await says(host, 'Ready to ask');
  await host.panel.getByText(NAME).first().waitFor({ timeout: LONG });
  await ask(host, { media: 'sound' });
  await presses(guest, 'Agree');
  await records(host);
  await recorded(host, 4);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const own = (page: string) => `chrome-extension://${host.extension}/extension/${page}/index.html`;
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });

test('asked for in the chat by their own extension, it is in the log as theirs', async () => {
  const opening = guest.context.waitForEvent('page', { timeout: LONG });
  await presses(guest, 'My consents');
  consents = await opening;
  await consents.waitForURL(`chrome-extension://${await extensionId(guest.context)}/extension/consents/index.html`);
  await button(consents, en['consents.copy']).click({ timeout: LONG });
  await consents.getByText(en['consents.said.request']).waitFor({ timeout: LONG });
  await guest.page.bringToFront();
  await host.page.bringToFront();
  const asked = async () => only(await logOf(host), 'request-received').map(({ what, way }) => `${what} ${way}`);
  await expect.poll(asked, { timeout: LONG }).toEqual(['copy chat']);
});

test('they say no in their own words, and nobody erases while the meeting runs', async () => {
  await guest.page.bringToFront();
  await chat(guest, QUOTE);
  await rests(host, /.+/);
  await expect
    .poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG })
    .toBeGreaterThanOrEqual(1);
  const [line] = await logOf(host);
  const who = only(await logOf(host), 'request-received')[0]?.participant;
  person = await host.context.newPage();
  await person.goto(`${own('person')}?log=${line?.log}&person=${who}`);
  await expect(person.getByRole('heading', { level: 1 })).toHaveText(NAME, { timeout: LONG });
  await button(person, en['person.erase.do']).click();
  await button(person, en['person.erase.yes']).click();
  await expect(person.getByText(en['failure.meeting-runs'])).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'request-received')).toHaveLength(1);
});

test('their no by the host’s word, from their page, stops what is being recorded', async () => {
  await act(host.panel, en['act.again']);
  await guest.page.bringToFront();
  await presses(guest, 'Agree');
  await host.page.bringToFront();
  await records(host);
  await person.reload();
  await button(person, en['person.withdraw.do']).click({ timeout: LONG });
  await button(person, en['person.withdraw.yes']).click();
  await expect(person.getByText(en['person.done.withdraw'])).toBeVisible({ timeout: LONG });
  await rests(host, /.+/);
  const last = only(await logOf(host), 'answered').at(-1);
  expect(last).toMatchObject({ answer: 'withdrawn', grade: 'attested', by: 'host' });
});

/** The request as their page saves it, when the meeting is over. */
async function request(): Promise<string> {
  await guest.page.goto('about:blank');
  await consents.bringToFront();
  await button(consents, en['consents.erasure']).first().click();
  const downloading = consents.waitForEvent('download', { timeout: LONG });
  await button(consents, en['consents.hand.file']).click({ timeout: LONG });
  const path = join(FOLDER, 'erasure.request.json');
  await (await downloading).saveAs(path);
  return path;
}

async function drop(file: string): Promise<void> {
  const box = library.locator('.request-box');
  if (!(await button(box, en['requests.choose']).isVisible())) await box.locator('summary').first().click();
  await box.locator('input[type=file]').setInputFiles(file);
}

test('a request by file: a forged one changes nothing, the real one is theirs, and the same one again is refused', async () => {
  await host.page.goto('about:blank');
  const real = await request();
  const before = (await logOf(host)).length;
  library = await host.context.newPage();
  await library.goto(own('records'));
  const forged = join(FOLDER, 'forged.request.json');
  writeFileSync(forged, readFileSync(real, 'utf8').replace('"what":"erasure"', '"what":"copy"'));
  await drop(forged);
  await expect(library.getByText(en['failure.request-forged'])).toBeVisible({ timeout: LONG });
  writeFileSync(forged, 'no request at all');
  await drop(forged);
  await expect(library.getByText(en['failure.request-unreadable'])).toBeVisible({ timeout: LONG });
  expect((await logOf(host)).length).toBe(before);
  await drop(real);
  await expect(library.getByText(en['requests.taken'])).toBeVisible({ timeout: LONG });
  await expect(library.locator('.request-box')).toContainText(en['request.way.file']);
  await drop(real);
  await expect(library.getByText(en['failure.request-again'])).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'request-received').map(({ what, way }) => `${what} ${way}`)).toEqual([
    'copy chat',
    'erasure file',
  ]);
});

test('the person’s page shows what is held, and until when each request is due', async () => {
  await person.reload();
  await expect(person.getByText(QUOTE).first()).toBeVisible({ timeout: LONG });
  await expect(person.locator('.due')).toHaveCount(2);
  await expect(person.getByRole('heading', { name: en['person.held.recorded'] })).toBeVisible();
});

test('a corrected name stands everywhere, and the copy that they get has it and nobody else in it', async () => {
  await person.getByLabel(en['person.name.new']).fill(NEW_NAME);
  await button(person, en['person.name.do']).click();
  await expect(person.getByText(en['person.done.name'])).toBeVisible({ timeout: LONG });
  await expect(person.getByRole('heading', { level: 1 })).toHaveText(NEW_NAME);
  await expect(person.getByText(NAME)).toHaveCount(0);
  const zip = await copied(en['person.copy.do']);
  for (const part of ['held.html', 'held.json', 'manifest.json', NEW_NAME, 'vexquonk']) expect(zip).toContain(part);
  expect(zip).not.toContain('Quillfax');
  await expect(person.getByText(/^Done /)).toHaveCount(2, { timeout: LONG });
  expect(only(await logOf(host), 'exported')).toMatchObject([{ format: 'zip' }]);
});

/** The zip that comes of a press, as text: nothing in it is compressed. */
async function copied(press: string): Promise<string> {
  const downloading = person.waitForEvent('download', { timeout: LONG });
  await button(person, press).click({ timeout: LONG });
  const path = join(FOLDER, 'copy.zip');
  await (await downloading).saveAs(path);
  return readFileSync(path).toString('utf8');
}

test('what a reviewer wrote about them: locked, the copy says that it is missing; unlocked, it is in it, and in the log first', async () => {
  await library.bringToFront();
  await library.reload();
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  await library.getByRole('radio', { name: en['purpose.quality'], exact: true }).check({ timeout: LONG });
  await button(library, en['review.open']).click();
  await library.getByLabel(en['review.note'], { exact: true }).fill(NOTE, { timeout: LONG });
  await library.getByLabel(en['review.tags'], { exact: true }).fill('price');
  await button(library, en['review.note.add']).click();
  await expect(library.locator('.notes > li')).toHaveCount(1, { timeout: LONG });
  const settings = await host.context.newPage();
  await settings.goto(`${own('settings')}#vault`);
  await button(settings, en['vault.none.passphrase']).click({ timeout: LONG });
  await settings.getByLabel(en['vault.passphrase.new'], { exact: true }).fill(PASSPHRASE);
  await settings.getByLabel(en['vault.passphrase.again'], { exact: true }).fill(PASSPHRASE);
  await button(settings, en['vault.passphrase.set']).click();
  await settings.getByText(en['vault.done.protected']).waitFor({ timeout: LONG });
  await button(settings, en['vault.lock']).click();
  await settings.getByText(en['vault.locked']).waitFor({ timeout: LONG });
  await settings.close();
  const openings = async () => only(await logOf(host), 'accessed').filter(({ how }) => how === 'reviewed').length;
  const before = await openings();
  await person.bringToFront();
  await person.reload();
  await expect(person.getByText(/^1 note or score card about them is locked/)).toBeVisible({ timeout: LONG });
  await expect(button(person, en['person.copy.do'])).toBeHidden();
  const bare = await copied(en['person.copy.without']);
  expect(bare).toContain('is missing in this copy');
  expect(bare).not.toContain('Blinther');
  expect(await openings()).toBe(before);
  await person.getByLabel(en['vault.passphrase'], { exact: true }).fill(PASSPHRASE);
  await person.keyboard.press('Enter');
  const whole = await copied(en['person.copy.do']);
  expect(whole).toContain(NOTE);
  expect(whole).toContain('"tags":["price"]');
  expect(whole).not.toContain('missing in this copy');
  expect(await openings()).toBe(before + 1);
});

test('a legal hold is said, and nothing can be erased under it', async () => {
  const [line] = await logOf(host);
  await hold(person, line?.log ?? '', true);
  await person.reload();
  await expect(person.getByText(en['person.erase.held'])).toBeVisible({ timeout: LONG });
  await expect(button(person, en['person.erase.do'])).toBeDisabled();
  await hold(person, line?.log ?? '', false);
});

test('erased in one of two windows, after it was said what goes and what stays', async () => {
  const asker = only(await logOf(host), 'request-received')[0]?.participant ?? '';
  const self = only(await logOf(host), 'participant-joined').find((one) => one.self)?.participant ?? '';
  keys = await keyFiles(person, asker);
  stays = (await keyFiles(person, self)).filter((key) => !keys.some((one) => one.equals(key)));
  expect(keys.length).toBeGreaterThan(2);
  const other = await host.context.newPage();
  await person.reload();
  await other.goto(person.url());
  for (const page of [person, other]) await button(page, en['person.erase.do']).click({ timeout: LONG });
  await expect(person.getByText(en['person.erase.stays.proof'])).toBeVisible();
  await Promise.all([person, other].map((page) => button(page, en['person.erase.yes']).click()));
  for (const page of [person, other])
    await expect(page.getByText(en['person.done.erase'])).toBeVisible({ timeout: LONG });
  const lines = await logOf(host);
  const parts = only(lines, 'segment-sealed');
  expect(parts.length).toBeGreaterThan(1);
  expect(only(lines, 'deleted').map(({ epoch, why }) => [epoch === null, why])).toEqual([
    ...parts.map(() => [false, 'erased']),
    [true, 'erased'],
  ]);
  expect(only(lines, 'answered').length).toBeGreaterThan(1);
  await library.bringToFront();
  await library.reload();
  await expect(library.getByText(NEW_NAME)).toHaveCount(0);
});

test('in the files of the closed browser there are no keys, no names, no words, and no media in the clear', async () => {
  await plant(person);
  const host_ = host.context;
  await host_.close();
  const files = filesLeft(profile);
  const ours = ownFiles(files, host.extension);
  expect(ours.length).toBeGreaterThan(3);
  const spelt = (text: string) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  // What lies in the database in clear is found.
  expect(spelt('Pobwhistle').flatMap((needle) => whereIs(needle, ours))).not.toEqual([]);
  // Both halves of each word: a compressed block may have cut it in two. Eight letters and more, which chance does not write.
  for (const piece of [NAME, NEW_NAME, QUOTE.slice(QUOTE.indexOf('vexquonk')), NOTE].flatMap(halves))
    expect(
      spelt(piece).flatMap((needle) => whereIs(needle, ours)),
      piece,
    ).toEqual([]);
  // A key that is there is found, too.
  expect(stays.flatMap((key) => whereIs(key, ours))).not.toEqual([]);
  for (const key of keys) expect(whereIs(key, files)).toEqual([]);
  for (const media of MEDIA_HEADS) expect(whereIs(media, ours)).toEqual([]);
});

function halves(words: string): string[] {
  return words.split(' ').flatMap((word) => [word.slice(0, word.length >> 1), word.slice(word.length >> 1)]);
}

async function hold(page: Page, log: string, on: boolean): Promise<void> {
  await page.evaluate(
    async ({ of, set }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('ask-to-record');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const store = db.transaction('holds', 'readwrite').objectStore('holds');
      const parts = [{ log: of, epochs: null, people: null, person: [] }];
      const row = { id: 'hAAAAAAAAAAAA', over: 'recording', matter: '', who: 'a', why: 'b', setAt: 1, liftedAt: null };
      const request = set ? store.put({ ...row, parts, untold: [] }) : store.delete('hAAAAAAAAAAAA');
      await new Promise((resolve) => {
        request.onsuccess = resolve;
      });
      db.close();
    },
    { of: log, set: on },
  );
}

async function plant(page: Page): Promise<void> {
  await page.evaluate(async (canary) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ask-to-record');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const request = db.transaction('settings', 'readwrite').objectStore('settings').put(canary, 'canary');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    db.close();
  }, CANARY);
}
