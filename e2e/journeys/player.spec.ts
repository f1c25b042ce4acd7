import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { storedChunks } from './fault-stage.ts';
import { filesLeft, keyFiles, MEDIA_HEADS, ownFiles, whereIs } from './left-behind.ts';
import { ask } from './panel.ts';
import { chat, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** The player of a recording with a picture, and a stretch that is cut out of it, in a real browser. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const profile = mkdtempSync(join(tmpdir(), 'ask-to-record-cut-'));
let party: Party;
let host: Host;
let library: Page;
/** Keys of the recording before it was cut, and of what is left of it. */
let before: Buffer[] = [];
let after: Buffer[] = [];

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host', {}, profile);
  const cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  await ask(host);
  await cem.page.getByText('May we record this meeting?').first().waitFor();
  await chat(cem, 'I agree');
  await records(host);
  const [opened] = only(await logOf(host), 'gate-opened');
  const stored = async () => (await storedChunks(host.panel, opened?.epoch ?? '')).length;
  await expect.poll(stored, { timeout: 2 * LONG }).toBeGreaterThan(15);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBe(1);
  library = await host.context.newPage();
  await library.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

type Word = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en];
const button = (word: Word) => library.getByRole('button', { name: en[word], exact: true });
const place = () => library.getByRole('slider', { name: en['player.place'] });
const media = () =>
  library.locator('video').evaluate((video: HTMLVideoElement) => ({
    at: video.currentTime,
    ready: video.readyState,
    wide: video.videoWidth,
    long: video.duration,
    held: video.buffered.length > 0 ? video.buffered.end(video.buffered.length - 1) : 0,
    speed: video.playbackRate,
    paused: video.paused,
  }));
/** Names under which chunks lie, and key files. */
const lying = () =>
  library.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((opened) => {
      const request = indexedDB.open('ask-to-record');
      request.onsuccess = () => opened(request.result);
    });
    const keys = await new Promise<IDBValidKey[]>((read) => {
      const request = db.transaction('chunks').objectStore('chunks').getAllKeys();
      request.onsuccess = () => read(request.result);
    });
    db.close();
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle('keys')).getDirectoryHandle('epochs');
    const files: string[] = [];
    for await (const name of folder.keys()) files.push(name);
    return { chunks: [...new Set(keys.map((key) => (key as [string])[0]))].sort(), files: files.sort() };
  });

test('it shows a picture within a second of the press, and plays on by itself', async () => {
  await button('records.play').waitFor({ timeout: LONG });
  const began = Date.now();
  await button('records.play').click();
  await expect.poll(async () => (await media()).ready, { timeout: LONG, intervals: [20] }).toBeGreaterThanOrEqual(2);
  test.info().annotations.push({ type: 'first picture', description: `${Date.now() - began} ms` });
  expect((await media()).wide).toBeGreaterThan(0);
  await expect.poll(async () => (await media()).at, { timeout: LONG }).toBeGreaterThan(0.5);
  await expect(button('player.pause')).toBeVisible();
});

test('keys: a place, steps, speed, and back to the beginning', async () => {
  await button('player.pause').focus();
  await library.keyboard.press('k');
  await expect(button('player.play')).toBeVisible();
  await library.keyboard.press('5');
  const half = (await media()).long / 2;
  await expect.poll(async () => Math.abs((await media()).at - half), { timeout: LONG }).toBeLessThan(1);
  await expect.poll(async () => (await media()).ready, { timeout: LONG }).toBeGreaterThanOrEqual(2);
  await library.keyboard.press('ArrowRight');
  await expect.poll(async () => (await media()).at, { timeout: LONG }).toBeGreaterThan(half + 4);
  await library.keyboard.press('Shift+>');
  await expect.poll(async () => (await media()).speed).toBe(1.25);
  await library.keyboard.press('Home');
  await expect.poll(async () => (await media()).at, { timeout: LONG }).toBeLessThan(0.5);
  await expect(place()).toHaveAttribute('aria-valuetext', /on the clock/);
});

test('a stretch that is cut out is gone: its chunks and key, and from what is played', async () => {
  const [sealed] = only(await logOf(host), 'segment-sealed');
  const { epoch, ms } = sealed ?? { epoch: '', ms: 0 };
  expect(await lying()).toMatchObject({ chunks: [epoch], files: [epoch] });
  before = await keyFiles(library);
  await library.keyboard.press('Home');
  await library.keyboard.press('ArrowRight');
  await expect.poll(async () => (await media()).at, { timeout: LONG }).toBeGreaterThan(4.9);
  await library.keyboard.press('i');
  await library.keyboard.press('ArrowRight');
  await expect.poll(async () => (await media()).at, { timeout: LONG }).toBeGreaterThan(9.5);
  await library.keyboard.press('o');
  await expect(library.getByText(/^Marked: from/)).toBeVisible();
  await button('cut.do').click();
  await expect(button('cut.yes')).toBeVisible({ timeout: LONG });
  await library.keyboard.press('Escape');
  await expect(button('cut.yes')).toBeHidden();
  expect(await lying()).toMatchObject({ chunks: [epoch] });
  await button('cut.do').click();
  await button('cut.yes').click({ timeout: LONG });
  await expect(library.getByText(/^Cut out and destroyed/)).toBeVisible({ timeout: LONG });
  const [cut] = only(await logOf(host), 'cut');
  expect(cut).toMatchObject({ epoch });
  expect(cut?.from).toBeLessThanOrEqual(5100);
  expect(cut?.to).toBeGreaterThanOrEqual(9500);
  const left = (cut?.pieces ?? []).map(({ media: name }) => name);
  expect(left[0]).toBe(`${epoch}-1`);
  expect(await lying()).toEqual({ chunks: left, files: left });
  after = await keyFiles(library);
  await expect(library.getByText(/: cut out, and destroyed$/).first()).toBeVisible();
  const kept = (cut?.pieces ?? []).reduce((sum, piece) => sum + piece.ms, 0);
  expect(kept).toBeLessThan(ms - 4000);
});

test('what is left plays from its beginning to its end, the cut passed over', async () => {
  await button('records.play').click();
  await expect.poll(async () => (await media()).at, { timeout: LONG }).toBeGreaterThan(0.3);
  await library.keyboard.press('Tab');
  await button('player.pause').focus();
  await library.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await place().inputValue()), { timeout: LONG }).toBeGreaterThan(5500);
  await expect(button('player.play')).toBeVisible({ timeout: LONG });
  const total = Number(await place().getAttribute('max'));
  await expect.poll(async () => Number(await place().inputValue())).toBeGreaterThan(total - 300);
});

test('in the files of the closed browser nothing opens what was cut, and no media is in the clear', async () => {
  await host.context.close();
  const files = filesLeft(profile);
  const ours = ownFiles(files, host.extension);
  // What is left is found, so what is not found is not there.
  expect(after.flatMap((key) => whereIs(key, ours))).not.toEqual([]);
  expect(before.length).toBeGreaterThan(1);
  for (const key of before) expect(whereIs(key, files)).toEqual([]);
  for (const media of MEDIA_HEADS) expect(whereIs(media, ours)).toEqual([]);
});
