import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { spectralDistance } from '../../src/mask/testdata/measure.ts';
import { en } from '../../src/ui/words/en.ts';
import { FFPROBE } from '../media/ffmpeg.ts';
import { readTone } from '../sites/sandbox/clock.ts';
import { killWorker, storedChunks } from './fault-stage.ts';
import { type Channel, channelsOf, forPurpose, RATE } from './files.ts';
import { ask } from './panel.ts';
import { chat, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** A voice-masked copy, from a recording in real Chromium to the file that a trainee gets, and to its end. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const FOLDER = 'out/test/journeys';
/** Number of Cem's tone: the second who came. */
const CEM = 2;

let party: Party;
let host: Host;
let library: Page;
let copy = '';
let masked: Channel = new Float64Array();

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  const cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  await ask(host, { needed: ['quality', 'training'], media: 'sound+picture' });
  await cem.page.getByText('May we record this meeting?').first().waitFor();
  await chat(cem, 'I agree');
  await records(host);
  // The newest two seconds are cut off; a part that ends before the recording does is still to be chosen then.
  const [opened] = only(await logOf(host), 'gate-opened');
  const stored = async () => (await storedChunks(host.panel, opened?.epoch ?? '')).length;
  await expect.poll(stored, { timeout: LONG }).toBeGreaterThan(9);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBe(1);
  library = await host.context.newPage();
  await library.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const section = () => library.getByRole('region', { name: en['copies.title'] });
const press = (word: 'copies.make' | 'copies.play' | 'copies.close' | 'copies.save' | 'copies.delete') =>
  section().getByRole('button', { name: en[word] }).first().click({ timeout: LONG });

test('nothing chosen, and a part that is none, say so; nothing is opened for it', async () => {
  await section().waitFor({ timeout: LONG });
  await expect(section()).toContainText(en['copies.not']);
  await press('copies.make');
  await expect(section()).toContainText(en['failure.nothing-chosen'], { timeout: LONG });
  await section().getByRole('checkbox').first().check();
  await section().getByLabel(en['copies.part.from']).fill('9:00');
  await press('copies.make');
  await expect(section().getByText(/Write minutes and seconds/)).toBeVisible();
  expect(only(await logOf(host), 'accessed')).toEqual([]);
});

test('a copy of a part is made, and the log says what was opened for it before, and what it is after', async () => {
  await section().getByLabel(en['copies.part.from']).fill('0:01');
  await section().getByLabel(en['copies.part.to']).fill('0:05');
  await press('copies.make');
  await expect(section()).toContainText(en['copies.made'], { timeout: LONG });
  const log = await logOf(host);
  expect(only(log, 'accessed')).toMatchObject([{ purpose: 'training', how: 'copied' }]);
  const [made] = only(log, 'copy-made');
  if (!made) throw new Error('no copy in the log');
  copy = made.copy;
  expect(made.of).toMatchObject([{ from: 1000, to: 5000 }]);
  expect(Math.abs(made.ms - 4000)).toBeLessThan(50);
  expect(log.findIndex(({ entry }) => entry.kind === 'accessed')).toBeLessThan(
    log.findIndex(({ entry }) => entry.kind === 'copy-made'),
  );
});

test('it plays, for training, and that is in the log too', async () => {
  await press('copies.play');
  const audio = section().locator('audio');
  await expect
    .poll(() => audio.evaluate((element: HTMLMediaElement) => element.duration), { timeout: LONG })
    .toBeGreaterThan(3.8);
  expect(only(await logOf(host), 'accessed').at(-1)).toMatchObject({ purpose: 'training', how: 'played', copy });
  await press('copies.close');
  await expect(audio).toBeHidden();
});

test('its file is Opus and nothing else, says what it is, and is not what was recorded', async () => {
  await forPurpose(library);
  const original = await download('masked-original.webm', () =>
    library.getByRole('button', { name: en['records.save.do'], exact: true }).first().click(),
  );
  const [left] = await channelsOf(host.context, original.path);
  const saved = await download('masked-copy.webm', () => press('copies.save'));
  expect(saved.name).toMatch(/^Voice-masked copy \d{4}-\d\d-\d\d \d\d\.\d\d\.webm$/);
  const probed = JSON.parse(
    execFileSync(FFPROBE, ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', saved.path]).toString(),
  ) as { streams: { codec_name: string; channels: number }[]; format: { tags: Record<string, string> } };
  expect(probed.streams.map(({ codec_name, channels }) => [codec_name, channels])).toEqual([['opus', 1]]);
  expect(Object.values(probed.format.tags)).toContain(en['copies.label']);

  const [only1] = await channelsOf(host.context, saved.path);
  if (!left || !only1) throw new Error('no sound');
  masked = only1;
  const part = left.subarray(RATE, 5 * RATE);
  const second = (samples: Channel, n: number) => samples.subarray(n * RATE, (n + 1) * RATE);
  // Cem's tone tells the second; masked, it lies between the steps of no second of those.
  const told = [1, 2].map((n) => readTone(second(part, n), RATE).find(({ number }) => number === CEM)?.step);
  const now = [1, 2].map((n) => readTone(second(masked, n), RATE).find(({ number }) => number === CEM)?.step);
  expect(told.every((step) => step !== undefined)).toBe(true);
  expect(now).not.toEqual(told);
  const distance = spectralDistance(Float32Array.from(part), Float32Array.from(masked));
  console.log(`spectral distance of the copy from the recording: ${distance.toFixed(1)} dB`);
  expect(distance).toBeGreaterThan(1);
  expect(only(await logOf(host), 'exported').at(-1)).toMatchObject({ format: 'webm', copy, purpose: 'training' });
});

test('what a page began and left behind is gone when the worker starts again, and the copy that is whole stays', async () => {
  const begun = 'cBEGUNBEGUN00';
  await library.evaluate(
    async ({ copy, begun }) => {
      const answered = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await answered(indexedDB.open('ask-to-record'));
      const tx = db.transaction(['copies', 'chunks'], 'readwrite');
      const row = await answered(tx.objectStore('copies').get(copy));
      tx.objectStore('copies').put({ ...row, id: begun, state: 'making' });
      const chunk = await answered(tx.objectStore('chunks').get([copy, 0]));
      tx.objectStore('chunks').put({ ...chunk, epoch: begun });
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
      db.close();
    },
    { copy, begun },
  );
  expect((await stored()).copies.toSorted()).toEqual([begun, copy].toSorted());
  await killWorker(host);
  await expect.poll(async () => (await stored()).copies, { timeout: LONG }).toEqual([copy]);
  expect((await stored()).chunksOf).not.toContain(begun);
});

test('deleted by hand, its key, its chunks and its row are gone, the log says so, and the recording is there', async () => {
  await press('copies.delete');
  await section().getByRole('button', { name: en['copies.delete.yes'] }).click();
  await expect(section()).toContainText(en['copies.gone'], { timeout: LONG });
  const left = await stored();
  expect(left.copies).toEqual([]);
  expect(left.chunksOf).not.toContain(copy);
  expect(left.keys).not.toContain(copy);
  expect(left.keys.length).toBe(1);
  expect(only(await logOf(host), 'copy-deleted')).toEqual([{ kind: 'copy-deleted', copy, why: 'by-hand' }]);
});

async function download(file: string, start: () => Promise<void>): Promise<{ path: string; name: string }> {
  const downloading = library.waitForEvent('download', { timeout: LONG });
  await start();
  const got = await downloading;
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, file);
  await got.saveAs(path);
  return { path, name: got.suggestedFilename() };
}

/** Ids of copies, of whatever has chunks, and of whatever has a key. */
function stored(): Promise<{ copies: string[]; chunksOf: string[]; keys: string[] }> {
  return library.evaluate(async () => {
    const answered = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answered(indexedDB.open('ask-to-record'));
    const tx = db.transaction(['copies', 'chunks']);
    const copies = (await answered(tx.objectStore('copies').getAllKeys())) as string[];
    const chunks = (await answered(tx.objectStore('chunks').getAllKeys())) as [string, number][];
    db.close();
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle('keys')).getDirectoryHandle('epochs');
    const keys: string[] = [];
    for await (const name of folder.keys()) keys.push(name);
    return { copies, chunksOf: [...new Set(chunks.map(([epoch]) => epoch))], keys };
  });
}
