import { expect, test } from '@playwright/test';
import { clickInClosedRoot, waitInClosedRoot } from '../browser/closed-root.ts';
import { extensionId } from '../browser/targets.ts';
import { presses, sees } from './banner.ts';
import { ask } from './panel.ts';
import { type Guest, type Host, LONG, logOf, only, Party, rests, says } from './party.ts';

/** A page that wants its visitor to press Agree without knowing it. One meeting; nothing is answered before the last test. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let ben: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  // What an asker is called, others read in their banner.
  host = await party.host('<i>Host</i>\u202e<img src=x onerror="document.title=\'owned\'">');
  ben = await party.guest('Ben');
  await says(host, 'Ready to ask');
  await host.panel.getByText('Ben').first().waitFor({ timeout: LONG });
  await ask(host);
  await sees(ben, AGREE);
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const AGREE = { role: 'button', name: 'Agree' };
const MARK = '[data-ask-to-record]';

/** Only the host has answered, by asking. */
async function nothingWasAnswered(): Promise<void> {
  // Longer than any press needs to be known to the host.
  await ben.page.waitForTimeout(800);
  expect(only(await logOf(host), 'answered')).toHaveLength(1);
  await rests(host, 'Waiting for 1 of 2');
}

test('a click that the page makes up does not count', async () => {
  await ben.page.evaluate((mark) => {
    const banner = document.querySelector<HTMLElement>(mark);
    if (!banner) throw new Error('no banner');
    expectClosed(banner);
    const { left, top, width, height } = banner.getBoundingClientRect();
    const at = {
      bubbles: true,
      cancelable: true,
      composed: true,
      clientX: left + width / 2,
      clientY: top + height - 30,
    };
    const under = document.elementFromPoint(at.clientX, at.clientY);
    for (const target of [banner, under, document.body]) {
      for (const type of ['pointerdown', 'pointerup', 'click']) target?.dispatchEvent(new PointerEvent(type, at));
      target?.dispatchEvent(new KeyboardEvent('keydown', { ...at, key: 'Enter' }));
      target?.dispatchEvent(new Event('submit', at));
      (target as HTMLElement | null)?.click();
    }
    banner.focus();

    function expectClosed(element: HTMLElement): void {
      if (element.shadowRoot !== null) throw new Error('the root of the banner is open to the page');
    }
  }, MARK);
  await nothingWasAnswered();
});

test('a page cannot ask for files of this extension, and so cannot tell by them that it is there', async () => {
  const id = await extensionId(ben.context);
  const files = ['manifest.json', 'extension/content/sites/sandbox.iife.js', 'extension/content/sites/generic.iife.js'];
  const got = await ben.page.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => url,
            () => null,
          ),
        ),
      ),
    files.map((file) => `chrome-extension://${id}/${file}`),
  );
  expect(got.filter((url) => url !== null)).toEqual([]);
});

test('the banner looks the same whatever the page’s style sheets say about it', async () => {
  const looks = () =>
    ben.page.evaluate((mark) => {
      const banner = document.querySelector(mark);
      if (!banner) throw new Error('no banner');
      const style = getComputedStyle(banner);
      const said = [...style]
        .filter((name) => !name.startsWith('--'))
        .map((name) => `${name}: ${style.getPropertyValue(name)}`);
      const { x, y, width, height } = banner.getBoundingClientRect();
      return [...said, `box: ${x} ${y} ${width} ${height}`];
    }, MARK);
  const before = await looks();
  await ben.page.evaluate((mark) => {
    const rules = `opacity: .01; zoom: .1; scale: 9; translate: 60% 60%; rotate: 90deg; transform: scale(.1); filter: opacity(0);
      clip-path: inset(50%); mask: linear-gradient(transparent, transparent); mix-blend-mode: difference; visibility: hidden;
      display: none; position: static; inset: auto; width: 1px; height: 1px; margin: -999px; text-indent: -9999px;
      -webkit-text-fill-color: transparent; letter-spacing: -1em; text-transform: uppercase; -webkit-text-security: disc;
      pointer-events: none; content-visibility: hidden; contain: strict; overflow: hidden; z-index: -1; color: transparent`;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${mark} { ${rules.replaceAll(';', ' !important;')} !important }`);
    document.adoptedStyleSheets.push(sheet);
  }, MARK);
  expect(await looks()).toEqual(before);
  await ben.page.evaluate(() => document.adoptedStyleSheets.pop());
});

/** Out of the top layer the banner is a part of the page like any other, until it is put back. */
async function styled(rules: string): Promise<void> {
  await ben.page.evaluate(
    ([mark, css]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      const hide = () => {
        const banner = document.querySelector<HTMLElement>(mark);
        if (banner?.matches(':popover-open')) banner.hidePopover();
      };
      const timer = setInterval(hide, 1);
      addEventListener('enough', () => clearInterval(timer), { once: true });
    },
    [MARK, rules] as const,
  );
  await ben.page.waitForTimeout(800);
}

async function enough(): Promise<void> {
  await ben.page.evaluate(() => {
    dispatchEvent(new Event('enough'));
    document.adoptedStyleSheets.pop();
  });
}

test('a press on a banner whose page is made all but invisible does not count', async () => {
  await styled('html { opacity: .02 !important }');
  await clickInClosedRoot(ben.page, AGREE);
  await enough();
  await nothingWasAnswered();
});

test('a press on a banner whose question is pushed off the screen does not count', async () => {
  const whole = await waitInClosedRoot(ben.page, AGREE);
  // Its buttons are what is left of it, at the upper edge of the screen.
  await styled(`html { transform: translateY(${Math.round(4 - whole.y)}px) !important }`);
  const left = await waitInClosedRoot(ben.page, AGREE);
  expect(left.y).toBeLessThan(40);
  expect(left.y).toBeGreaterThanOrEqual(0);
  await clickInClosedRoot(ben.page, AGREE);
  await enough();
  await nothingWasAnswered();
});

test('a name is shown as its letters, and a real press counts', async () => {
  await presses(ben, 'Agree');
  await expect.poll(async () => only(await logOf(host), 'answered').length, { timeout: LONG }).toBe(2);
  expect(await ben.page.title()).not.toBe('owned');
});
