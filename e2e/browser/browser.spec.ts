import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type BrowserContext, expect, test } from '@playwright/test';
import { clickInClosedRoot, findInClosedRoot, textOfClosedRoot } from './closed-root.ts';
import { findChromium } from './find.ts';
import { launchWithExtension } from './launch.ts';
import { unpackedId } from './profile.ts';
import { extensionId, offscreenEval, pressToolbarButton, serviceWorker } from './targets.ts';

/**
 * The tools of this folder against a real browser and the smallest extension that needs them all: a toolbar button
 * that grants a tab, an offscreen document that captures it, and a banner in a closed shadow root.
 */
const FILES = {
  'worker.js': `
    chrome.action.onClicked.addListener(async (tab) => {
      const streamId = await chrome.tabCapture.getMediaStreamId({ targetTabId: tab.id });
      await chrome.offscreen.createDocument({ url: 'hands.html', reasons: ['USER_MEDIA'], justification: 'test' });
      chrome.runtime.sendMessage({ streamId, title: tab.title });
    });`,
  'hands.html': '<script src="hands.js"></script>',
  'hands.js': `
    globalThis.captured = new Promise((resolve) => {
      chrome.runtime.onMessage.addListener(async ({ streamId, title }) => {
        const source = { mandatory: { chromeMediaSource: 'tab', chromeMediaSourceId: streamId } };
        const tab = await navigator.mediaDevices.getUserMedia({ audio: source, video: source });
        const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error) => error.name);
        const context = new AudioContext();
        const analyser = new AnalyserNode(context);
        context.createMediaStreamSource(tab).connect(analyser);
        let peak = 0;
        for (let tries = 0; tries < 40 && peak < 0.05; tries++) {
          await new Promise((done) => setTimeout(done, 50));
          const samples = new Float32Array(2048);
          analyser.getFloatTimeDomainData(samples);
          peak = Math.max(peak, ...samples);
        }
        resolve({ title, tracks: tab.getTracks().length, microphone: microphone.active ?? microphone, peak });
      });
    });`,
  'banner.js': `
    const host = document.createElement('div');
    host.setAttribute('data-ask-to-record', '');
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<style>button { margin: 40px }</style><p>May we record?</p><button class="yes">I agree</button>'
      + '<button hidden>Unseen</button>';
    root.querySelector('.yes').addEventListener('click', (event) => {
      root.querySelector('p').textContent = 'trusted: ' + event.isTrusted;
    });
    document.body.append(host);`,
};

function smallestExtension(folder: string): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const manifest = {
    manifest_version: 3,
    name: 'Smallest',
    version: '1',
    key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    permissions: ['activeTab', 'tabCapture', 'offscreen'],
    action: {},
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['http://*.localhost/*'], js: ['banner.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

const PAGE = `<title>tone</title><script>
  const context = new AudioContext();
  const tone = new OscillatorNode(context);
  tone.connect(new GainNode(context, { gain: 0.3 })).connect(context.destination);
  tone.start();
</script><body>`;

let context: BrowserContext;
let address: string;
let extensionDir: string;
const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(request.url === '/tone' ? PAGE : '<title>silent</title><body>');
});

test.beforeAll(async ({}, info) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://page.localhost:${(server.address() as AddressInfo).port}`;
  extensionDir = smallestExtension(info.outputPath('smallest'));
  context = await launchWithExtension({
    executablePath: findChromium(),
    extensionDir,
    headless: true,
    micGranted: true,
    colorScheme: 'dark',
  });
});

test.afterAll(async () => {
  await context?.close();
  server.close();
});

test('the id is known before the browser starts', async () => {
  expect(await extensionId(context)).toBe(unpackedId(extensionDir));
  expect((await serviceWorker(context)).url()).toContain('worker.js');
});

test('the toolbar button grants the tab of the page that is meant, with sound and microphone', async () => {
  const twin = await context.newPage();
  await twin.goto(`${address}/silent`);
  const page = await context.newPage();
  await page.goto(`${address}/tone`);
  const other = await context.newPage();
  await other.goto(`${address}/silent`);
  await pressToolbarButton(context, await extensionId(context), page);
  await expect.poll(() => offscreenEval(context, 'typeof captured').catch(() => 'none')).toBe('object');
  const captured = await offscreenEval<{ title: string; tracks: number; microphone: unknown; peak: number }>(
    context,
    'captured',
  );
  expect(captured).toMatchObject({ tracks: 2, microphone: true });
  expect(captured.peak).toBeGreaterThan(0.05);
  await expect(offscreenEval(context, 'Promise.reject(new Error("told"))')).rejects.toThrow('told');
});

test('a closed shadow root is found by role, name and CSS, and clicked as a person does', async () => {
  const page = await context.newPage();
  await page.goto(`${address}/silent`);
  await expect.poll(() => textOfClosedRoot(page)).toContain('May we record?');
  expect(await textOfClosedRoot(page)).not.toContain('Unseen');
  expect(await findInClosedRoot(page, { css: '.absent' })).toBeNull();
  expect(await findInClosedRoot(page, { css: 'button[hidden]' })).toBeNull();
  expect(await findInClosedRoot(page, { css: '.yes' })).toMatchObject({ width: expect.any(Number) });
  await clickInClosedRoot(page, { role: 'button', name: 'I agree' });
  expect(await textOfClosedRoot(page)).toContain('trusted: true');
  await expect(clickInClosedRoot(page, { name: /never/ })).rejects.toThrow('Not found');
});
