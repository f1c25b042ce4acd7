import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright';
import { ed25519Of } from '../../src/model/ed25519.ts';
import { checkFiles, verdictOf } from '../../src/verify/files.ts';
import type { Source } from '../../src/verify/source.ts';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { extensionId } from '../browser/targets.ts';

/**
 * The three faces of the verifier say the same of every file in testdata: the core in Node, as `npm run verify` uses it, the page of the extension,
 * and the page that stands alone, opened from a disk in a browser that has no network.
 */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const LOGS = ['src/log/testdata', 'src/log/testdata/tampered', 'src/verify/testdata', 'src/verify/testdata/false'];

interface Given {
  readonly name: string;
  readonly text: string;
}

/** Each file of testdata; of a tampered one, what was tampered with. */
const given: readonly Given[] = LOGS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const { export: changed } = JSON.parse(text) as { export?: string };
      return { name: file, text: changed ?? text };
    }),
);

async function byCore(files: readonly Given[]): Promise<{ verdict: string; lines: string[] }> {
  const sources = files.map(({ name, text }): Source => {
    const bytes = new TextEncoder().encode(text);
    return { name, size: bytes.length, bytes: async (from, to) => bytes.slice(from, to) };
  });
  const checking = {
    verify: ed25519Of(crypto.subtle),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const found = [];
  for await (const file of checkFiles(sources, checking)) found.push(file);
  return { verdict: verdictOf(found), lines: found.flatMap(({ lines }) => lines.map((line) => JSON.stringify(line))) };
}

async function byPage(page: Page, files: readonly Given[]): Promise<{ verdict: string; lines: string[] }> {
  const again = page.getByRole('button', { name: 'Check something else' });
  if (await again.isVisible()) await again.click();
  const buffers = files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) }));
  await page.locator('[data-pick=files]').setInputFiles(buffers);
  const verdict = page.locator('section.verdict');
  await verdict.waitFor();
  const said = (await verdict.getAttribute('class'))?.replace('verdict ', '') ?? '';
  const lines = await page
    .locator('textarea.technical')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  return { verdict: said, lines: lines.flatMap((text) => text.split('\n').filter(Boolean)) };
}

const sorted = ({ verdict, lines }: { verdict: string; lines: string[] }) => ({ verdict, lines: [...lines].sort() });

/** All at once, as files of one folder: each is then checked for itself and against every other of the same log. */
function agrees(open: () => Page): void {
  test('says of every file what the core says', async () => {
    expect(given.length).toBeGreaterThan(80);
    expect(sorted(await byPage(open(), given))).toEqual(sorted(await byCore(given)));
  });

  test('says of one file alone what the core says', async () => {
    for (const name of ['meeting.json', 'meeting-not-signed.json', 'withdrawal-left-out.json', 'bundle-cut.json']) {
      const one = given.filter((file) => file.name === name);
      expect(sorted(await byPage(open(), one)), name).toEqual(sorted(await byCore(one)));
    }
  });
}

/** As the system brings files over a window: the only way to a folder without a question of the browser's own. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const box = await page.locator('.drop').boundingBox();
  if (!box) throw new Error('nothing to drop on');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + 20, data: { items: [], files, dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at });
  await session.detach();
}

let context: BrowserContext;

test.describe('the page of the extension', () => {
  let page: Page;
  test.beforeAll(async () => {
    context = await launchWithExtension({ executablePath: findChromium(), extensionDir: 'dist', headless: true });
    page = await context.newPage();
    await page.goto(`chrome-extension://${await extensionId(context)}/extension/verify/index.html`);
  });
  test.afterAll(() => context.close());

  agrees(() => page);

  test('gives the checker away as one file, which is the one in the package', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the checker as a page' }).click();
    const path = test.info().outputPath('checker.html');
    await (await downloading).saveAs(path);
    expect(readFileSync(path, 'utf8')).toBe(readFileSync('dist/verify.html', 'utf8'));
  });

  test('saves what it found', async () => {
    const [one] = given.filter(({ name }) => name === 'meeting.json');
    if (!one) throw new Error('no meeting.json');
    await byPage(page, [one]);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the result' }).click();
    const path = test.info().outputPath('result.json');
    await (await downloading).saveAs(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      format: 'ask-to-record-verification',
      verdict: 'valid',
      files: [{ file: 'meeting.json', verdict: 'valid' }],
    });
  });

  test('takes a folder that is dropped, and says so where there is nothing in what was given', async () => {
    await page.reload();
    const folder = test.info().outputPath('export');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    writeFileSync(join(folder, 'inner', 'log.json'), readFileSync('src/verify/testdata/meeting.json'));
    await drop(page, folder);
    await expect(page.locator('article h3 bdi')).toHaveText('export/inner/log.json');
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
    await page.reload();
    await page
      .locator('.drop')
      .dispatchEvent('drop', { dataTransfer: await page.evaluateHandle(() => new DataTransfer()) });
    await expect(page.getByRole('alert')).toContainText('no file');
  });
});

test.describe('the page that stands alone', () => {
  let page: Page;
  const asked: string[] = [];
  test.beforeAll(async () => {
    context = await launchWithExtension({ executablePath: findChromium(), headless: true });
    await context.setOffline(true);
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') asked.push(message.text());
    });
    await page.goto(pathToFileURL('dist/verify.html').href);
  });
  test.afterAll(() => context.close());

  agrees(() => page);

  test('asks for nothing but itself', () => {
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([pathToFileURL('dist/verify.html').href]);
  });
});
