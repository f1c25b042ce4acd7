import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { findChromium } from '../browser/find.ts';
import type { Bench, Trial, Trialed } from './page/main.ts';
import { amplitude, brightness, complaints, decode, peak, probe } from './probe.ts';

/**
 * Recorder, vault and joined file in a real browser, from a canvas and two tones in place of a meeting and a microphone, read back
 * by ffmpeg. Three segments: one cut by an order, one ended by its own lease, one of sound only that was drained.
 */
const OUT = fileURLToPath(new URL('../../out/test/capture/', import.meta.url));
const [MEETING_HZ, MICROPHONE_HZ] = [440, 1000];

declare const bench: Bench;
let server: ViteDevServer;
let browser: Browser;
let page: Page;
let cut: Trialed;
let lapsed: Trialed;
let drained: Trialed;

const run = (trial: Trial) => page.evaluate((given) => bench.trial(given), trial);

test.beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('./page', import.meta.url)),
    cacheDir: join(OUT, 'vite'),
    logLevel: 'error',
    server: { port: 0, hmr: false, fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
    optimizeDeps: { include: ['mediabunny', 'idb', 'canonicalize'] },
  });
  await server.listen();
  const executablePath = findChromium();
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
  });
  page = await browser.newPage();
  page.on('console', (line) => console.log(line.text()));
  page.on('pageerror', (error) => console.log(error));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'bench' in globalThis);

  cut = await run({ media: 'sound+picture', orderAfter: 3600, permits: 99, drain: false, cutBefore: 1300 });
  lapsed = await run({ media: 'sound+picture', orderAfter: null, permits: 2, drain: false, cutBefore: null });
  drained = await run({ media: 'sound', orderAfter: 2600, permits: 99, drain: true, cutBefore: null });
});

test.afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('an order cuts what ended after it, and leaves no stream open', () => {
  const { seal, settled, live, tracksLeft, levels } = cut;
  expect(seal.cause).toBe('ordered');
  expect(settled.endAt).toBeLessThanOrEqual(seal.cutAfter ?? 0);
  expect(settled.chunks).toBeGreaterThanOrEqual(2);
  expect(seal.made).toBeGreaterThan(settled.chunks);
  expect({ live, tracksLeft }).toEqual({ live: 0, tracksLeft: 0 });
  expect(levels.meeting).toBeGreaterThan(0.05);
  expect(levels.microphone).toBeGreaterThan(0.05);
});

test('without permits the segment ends by itself, and nothing after the lease is kept', () => {
  const { seal, settled, tracksLeft, startedAt } = lapsed;
  expect(seal.cause).toBe('lease-lapsed');
  expect(seal.cutAfter).toBeLessThan(startedAt + 4000);
  expect(settled.endAt).toBeLessThanOrEqual(seal.cutAfter ?? 0);
  expect(settled.chunks).toBeGreaterThanOrEqual(2);
  expect(tracksLeft).toBe(0);
});

test('draining keeps the chunk that comes out of stopping', () => {
  expect(drained.seal.cause).toBe('ordered');
  expect(drained.settled).toMatchObject({ chunks: drained.seal.made, dropped: 0 });
  expect(drained.settled.chunks).toBeGreaterThanOrEqual(3);
});

for (const sound of ['apart', 'mixed'] as const) {
  test(`joined, sound ${sound}`, async () => {
    const { base64, timeline, progress } = await page.evaluate(([trials, how]) => bench.save(trials, how), [
      [cut, lapsed, drained],
      sound,
    ] as const);
    const file = join(OUT, `${sound}.webm`);
    writeFileSync(file, Buffer.from(base64, 'base64'));
    const { streams, format } = probe(file);
    const duration = Number(format.duration);

    expect(complaints(file)).toBe('');
    expect(streams.map((s) => s.codec_name).sort()).toEqual(['opus', 'vp8']);
    expect(timeline.map((part) => part.picture)).toEqual([true, true, false]);
    expect(Math.abs(duration * 1000 - (timeline.at(-1)?.toMs ?? 0))).toBeLessThan(100);
    expect(Math.abs(progress - duration * 1000)).toBeLessThan(100);
    for (const [i, { settled, seal }] of [cut, lapsed, drained].entries()) {
      const part = timeline[i];
      const expected = seal.ledger[settled.chunks - 1]?.ms ?? 0;
      expect(Math.abs((part?.toMs ?? 0) - (part?.fromMs ?? 0) - expected)).toBeLessThan(500);
    }

    const channels = sound === 'apart' ? 2 : 1;
    expect(streams.find((s) => s.codec_type === 'audio')?.channels).toBe(channels);
    const decoded = decode(file, channels);
    expect(Math.abs((decoded[0]?.length ?? 0) / 48_000 - duration)).toBeLessThan(0.15);
    const tones = decoded.map((samples) => [MEETING_HZ, MICROPHONE_HZ].map((hz) => strength(samples, hz)));
    if (sound === 'apart') {
      expect(tones[0]?.[0]).toBeGreaterThan(0.1);
      expect(tones[0]?.[1]).toBeLessThan(0.01);
      expect(tones[1]?.[0]).toBeLessThan(0.01);
      expect(tones[1]?.[1]).toBeGreaterThan(0.1);
    } else {
      expect(tones[0]?.[0]).toBeGreaterThan(0.1);
      expect(tones[0]?.[1]).toBeGreaterThan(0.1);
      expect(peak(decoded[0] ?? new Float32Array())).toBeLessThan(1);
    }

    expect(brightness(file, 0.5)).toBeGreaterThan(50);
    expect(brightness(file, (timeline[2]?.fromMs ?? 0) / 1000 + 0.5)).toBeLessThan(20);

    const to = duration * 0.6;
    const sought = await page.evaluate(([data, at]) => bench.seek(data, at), [base64, to] as const);
    expect(Math.abs(sought.duration - duration)).toBeLessThan(0.1);
    expect(Math.abs(sought.at - to)).toBeLessThan(0.05);
    expect(sought.width).toBe(640);
  });
}

/** The mean over windows of 100 ms: a join may turn a tone's phase, and over the whole file the parts would cancel out. */
function strength(samples: Float32Array, hz: number): number {
  const windows = Math.floor(samples.length / 4800);
  let sum = 0;
  for (let i = 0; i < windows; i++) sum += amplitude(samples.subarray(i * 4800, (i + 1) * 4800), hz);
  return sum / windows;
}
