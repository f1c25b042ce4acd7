import { expect, test } from '@playwright/test';
import type { BrowserContext, FrameLocator, Page } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { launchWithExtension } from '../../browser/launch.ts';
import { pageAssets } from '../bundle.ts';
import { buildHands, ORIGIN, writesIn } from './hands-extension.ts';

/** The real editors, under a policy as strict as theirs on real sites, written to from a content script's own world. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');
/** A notice is one post with lines; a tag is its last one. */
const NOTICE =
  'May we record this meeting? Sound only, for notes.\nWrite: I agree / I do not agree\n[atr1 a <b> & "c"]';

test.describe.configure({ timeout: 30_000 });

let context: BrowserContext;
let page: Page;

test.beforeAll(async () => {
  const extensionDir = await buildHands();
  context = await launchWithExtension({ executablePath: findChromium({}), headless: true, extensionDir });
  const assets = await pageAssets(new URL('./page', import.meta.url));
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const { type, body } = assets.get(pathname) ?? assets.get('/index.html') ?? { type: 'text/plain', body: '' };
    const headers = { 'content-security-policy': POLICY };
    return route.fulfill({ contentType: type, headers, body: typeof body === 'string' ? body : Buffer.from(body) });
  });
});
test.afterAll(() => context.close());
test.beforeEach(async () => {
  page = await context.newPage();
});
test.afterEach(() => page.close());

async function open(editor: string, query: Readonly<Record<string, string>> = {}): Promise<Page | FrameLocator> {
  await page.goto(`${ORIGIN}/${editor}?${new URLSearchParams(query).toString()}`);
  const within = query.frame === 'yes' ? page.frameLocator('#inner') : page;
  const editable = query.locked === 'yes' ? 'false' : 'true';
  await within.locator(`[data-ready="${editor}"] [contenteditable="${editable}"]`).first().waitFor();
  return within;
}

/** Keeps such events from the editor, as sites do that want no foreign words, or want them by another way. */
function deafen(...types: string[]): Promise<void> {
  return page.evaluate((all) => {
    const keep = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const type of all) window.addEventListener(type, keep, { capture: true });
  }, types);
}

const sentLines = (within: Page | FrameLocator) => within.locator('li').allTextContents();
const field = (within: Page | FrameLocator) => within.locator('[contenteditable="true"]');
/** Editors turn blanks into ones that hold a place, and back, and hold a place for the caret with what nobody sees. */
const blanks = (text: string) => text.replace(/&nbsp;|\u00a0/gu, ' ').replace(/[\u2060\ufeff]/gu, '');
const draftHtml = async (within: Page | FrameLocator) => blanks(await field(within).innerHTML());

for (const editor of ['tiptap', 'quill', 'ckeditor']) {
  test.describe(editor, () => {
    test('sends a post of several lines by the button, as one post with its lines', async () => {
      const within = await open(editor);
      expect(await writesIn(page, NOTICE)).toBe(true);
      expect(await sentLines(within)).toEqual([NOTICE]);
      await expect(field(within)).toHaveText('');
    });

    test('sends by Enter where there is no button', async () => {
      const within = await open(editor, { button: 'no' });
      expect(await writesIn(page, NOTICE)).toBe(true);
      expect(await sentLines(within)).toEqual([NOTICE]);
    });

    test('keeps what a human has begun to write, and gives it back', async () => {
      const within = await open(editor);
      await field(within).click();
      await page.keyboard.press('ControlOrMeta+B');
      await page.keyboard.type('half');
      await page.keyboard.press('ControlOrMeta+B');
      await page.keyboard.type(' a thought');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('and another');
      const before = await draftHtml(within);
      expect(before).toContain('<strong>half</strong>');
      expect(await writesIn(page, NOTICE)).toBe(true);
      expect(await sentLines(within)).toEqual([NOTICE]);
      expect(await draftHtml(within)).toBe(before);
      await field(within).press('Enter');
      expect(blanks((await sentLines(within))[1] ?? '')).toBe('half a thought\nand another');
    });

    test('what the site does not take is false, and the draft is back', async () => {
      const within = await open(editor, { refuse: 'yes' });
      expect(await writesIn(page, NOTICE)).toBe(false);
      await expect(field(within)).toHaveText('');
      await field(within).fill('half a thought');
      expect(await writesIn(page, NOTICE)).toBe(false);
      await expect(field(within)).toHaveText('half a thought');
      expect(await sentLines(within)).toEqual([]);
    });

    test('where a paste is kept from it, it is written to as if typed, in one line, and the draft is back', async () => {
      const within = await open(editor);
      await field(within).fill('half a thought');
      await deafen('paste');
      expect(await writesIn(page, NOTICE)).toBe(true);
      expect(await sentLines(within)).toEqual([NOTICE.replaceAll('\n', ' ')]);
      await expect(field(within)).toHaveText('half a thought');
    });

    test('what the site makes something else of is not sent, and the draft is back', async () => {
      const within = await open(editor, { limit: '40' });
      await field(within).fill('half a thought');
      expect(await writesIn(page, NOTICE)).toBe(false);
      await expect(field(within)).toHaveText('half a thought');
      expect(await sentLines(within)).toEqual([]);
    });

    test('a button that wakes late is waited for; of one that stays asleep the draft comes back', async () => {
      const late = await open(editor, { wakes: '500' });
      expect(await writesIn(page, NOTICE)).toBe(true);
      expect(await sentLines(late)).toEqual([NOTICE]);
      const never = await open(editor, { wakes: '60000' });
      await field(never).fill('half a thought');
      expect(await writesIn(page, NOTICE)).toBe(false);
      await expect(field(never)).toHaveText('half a thought');
      expect(await sentLines(never)).toEqual([]);
    });

    test('where nobody may write, nothing is touched', async () => {
      const within = await open(editor, { locked: 'yes' });
      expect(await writesIn(page, NOTICE)).toBe(false);
      expect(await sentLines(within)).toEqual([]);
    });

    test('told to stop in the middle, it sends nothing, and the draft is back', async () => {
      const within = await open(editor, { wakes: '800' });
      await field(within).fill('half a thought');
      expect(await writesIn(page, NOTICE, 600)).toBe(false);
      await expect(field(within)).toHaveText('half a thought');
      // The button wakes again, for what stands there now.
      await page.waitForTimeout(1000);
      expect(await sentLines(within)).toEqual([]);
    });

    test('is written to in a frame, and whoever had the focus has it again', async () => {
      const within = await open(editor, { frame: 'yes' });
      await within.locator('#another').click();
      expect(await writesIn(page, NOTICE)).toBe(true);
      expect(await sentLines(within)).toEqual([NOTICE]);
      await page.keyboard.type('still here');
      await expect(within.locator('#another')).toHaveValue('still here');
    });

    test('is written to while another window is in front, with a draft in it', async () => {
      const within = await open(editor);
      await field(within).fill('half a thought');
      await within.locator('#another').click();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
      const front = await context.newPage();
      await front.bringToFront();
      expect(await page.evaluate(() => document.hasFocus())).toBe(false);
      expect(await writesIn(page, NOTICE)).toBe(true);
      expect(await sentLines(within)).toEqual([NOTICE]);
      await expect(field(within)).toHaveText('half a thought');
      await front.close();
    });
  });
}
