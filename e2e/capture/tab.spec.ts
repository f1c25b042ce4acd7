import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { Worker } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { extensionId, pressToolbarButton, serviceWorker } from '../browser/targets.ts';
import { buildCaptureExtension } from './extension/build.ts';
import type { Judge } from './extension/worker.ts';
import { amplitude, complaints, decode, probe } from './probe.ts';

/** The real offscreen document on a real tab: streams, messages, permits, and a worker that dies in between. */
const OUT = fileURLToPath(new URL('../../out/test/capture/', import.meta.url));
const LOG = 'lAAAAAAAAAAAA';
const MEETING = `<!doctype html><title>Meeting</title><canvas width="600" height="300"></canvas><script>
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(new GainNode(context, { gain: 0.3 })).connect(context.destination);
  tone.start();
  const pen = document.querySelector('canvas').getContext('2d');
  setInterval(() => { pen.fillStyle = 'hsl(' + (Date.now() / 20) % 360 + ' 80% 50%)'; pen.fillRect(0, 0, 600, 300); }, 50);
</script>`;

declare const judge: Judge;
let context: BrowserContext;
let worker: Worker;
let meeting: Page;
const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(MEETING));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const reports = (report: string) =>
  worker.evaluate((of) => judge.heard.filter((message) => message.report === of), report);
const revoke = (epoch: string, drain: boolean, cutAfter: number | null) =>
  worker.evaluate(
    ([order]) => judge.send(order as never),
    [{ to: 'offscreen', order: 'revoke', epoch, drain, cutAfter, reasons: [] }],
  );
const captured = () =>
  worker.evaluate(async () => (await chrome.tabCapture.getCapturedTabs()).map((tab) => String(tab.status)));

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  const extensionDir = join(OUT, 'extension');
  await buildCaptureExtension(extensionDir);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context = await launchWithExtension({
    executablePath: findChromium(),
    extensionDir,
    headless: true,
    micGranted: true,
  });
  worker = await serviceWorker(context);
  // A press that nobody listens to yet is lost: the worker has a name before its script has run.
  await worker.evaluate(async () => {
    while (!chrome.action.onClicked.hasListeners()) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  worker.on('console', (line) => console.log('worker:', line.text()));
  meeting = await context.newPage();
  await meeting.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await pressToolbarButton(context, await extensionId(context), meeting);
  await worker.evaluate(async () => {
    while (judge.tab === null) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});

test.afterAll(async () => {
  await context?.close();
  server.close();
});

test('records the tab with the microphone until the order comes', async () => {
  const opened = await worker.evaluate(() => judge.open('eAAAAAAAAAAAA', 'sound+picture'));
  expect(opened).toEqual({ ok: true, value: { mime: 'video/webm;codecs=vp8,opus', microphone: true } });
  await pause(4000);
  expect(await captured()).toEqual(['active']);
  await worker.evaluate(() => judge.gate('eAAAAAAAAAAAA', 'draining', null));
  expect(await revoke('eAAAAAAAAAAAA', true, null)).toEqual({ ok: true, value: null });
  await expect.poll(() => reports('sealed')).toHaveLength(1);
  expect(await captured()).not.toContain('active');
  expect(await reports('started')).toHaveLength(1);
  const [chunks, [sealed]] = [await reports('chunk'), await reports('sealed')];
  expect(chunks.length).toBeGreaterThanOrEqual(3);
  expect(sealed).toMatchObject({ log: LOG, epoch: 'eAAAAAAAAAAAA', cause: 'ordered', dropped: 0 });
});

test('an order from a page of our own is refused', async () => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionId(context)}/page.html`);
  const answer = await page.evaluate(() => chrome.runtime.sendMessage({ to: 'offscreen', order: 'status' }));
  expect(answer).toEqual({ ok: false, code: 'bad-message' });
  expect(await worker.evaluate(() => judge.send({ to: 'offscreen', order: 'status' }))).toMatchObject({ ok: true });
  await page.close();
});

test('a worker that is killed comes back with a report and renews: no gap', async () => {
  expect(await worker.evaluate(() => judge.open('eBBBBBBBBBBBB', 'sound+picture'))).toMatchObject({ ok: true });
  await pause(1500);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionId(context)}/page.html`);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await pause(4000);
  const chunks = await reports('chunk');
  // What the first worker had heard died with it: these were told to the second one.
  expect(chunks[0]?.seq).not.toBe(0);
  expect(chunks.length).toBeGreaterThanOrEqual(3);
  // No answer can be understood from here on: the recorder has to stop by its own clock.
  await worker.evaluate(() => {
    judge.silent = true;
  });
  await expect.poll(() => reports('sealed'), { timeout: 8000 }).toHaveLength(1);
  const [sealed] = await reports('sealed');
  expect(sealed).toMatchObject({ epoch: 'eBBBBBBBBBBBB', cause: 'lease-lapsed' });
  expect(await captured()).not.toContain('active');
  await page.close();
});

test('what was recorded is the tab on the left and the microphone on the right', async () => {
  const mime = 'video/webm;codecs=vp8,opus';
  const epochs = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'].map((epoch) => ({ epoch, mime }));
  const file = join(OUT, 'tab.webm');
  writeFileSync(file, Buffer.from(await worker.evaluate((given) => judge.save(given), epochs), 'base64'));
  expect(complaints(file)).toBe('');
  const { format, streams } = probe(file);
  const [left = new Float32Array(), right = new Float32Array()] = decode(file, 2);
  const tenth = (samples: Float32Array, i: number) => samples.subarray(48_000 + i * 4800, 52_800 + i * 4800);
  /** The tone goes on all the time. The made-up microphone's beeps sound near to it, in one tenth of a second out of five. */
  const toneIn = (samples: Float32Array) =>
    Array.from({ length: 10 }, (_, i) => amplitude(tenth(samples, i), 440)).sort((a, b) => a - b)[4] ?? 0;
  const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
  const measured = {
    duration: format.duration,
    tone: toneIn(left),
    left: rms(left),
    right: rms(right),
  };
  console.log(
    measured,
    streams.map((stream) => stream.codec_name),
  );
  expect(Number(format.duration)).toBeGreaterThan(5);
  expect(measured.tone).toBeGreaterThan(0.1);
  expect(toneIn(right)).toBeLessThan(0.02);
  expect(measured.right).toBeGreaterThan(0.005);
});

test('closing the tab seals what there is', async () => {
  await worker.evaluate(() => {
    judge.silent = false;
  });
  await pressToolbarButton(context, await extensionId(context), meeting);
  await worker.evaluate(async () => {
    while (judge.tab === null) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(await worker.evaluate(() => judge.open('eCCCCCCCCCCCC', 'sound'))).toMatchObject({ ok: true });
  await pause(1500);
  await meeting.close();
  await expect.poll(() => reports('sealed')).toHaveLength(2);
  expect((await reports('sealed'))[1]).toMatchObject({ epoch: 'eCCCCCCCCCCCC', cause: 'tab-stream-ended' });
});
