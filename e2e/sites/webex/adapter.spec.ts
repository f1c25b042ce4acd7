import { expect, type Page, test } from '@playwright/test';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { loadAdapter } from '../adapter.ts';

/** The adapter alone, on pieces of a page as the facts say that Webex builds them. */
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium({}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
test.afterAll(() => browser.close());
test.beforeEach(async () => {
  page = await browser.newPage();
  await page.route('https://acme.webex.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body></body>' }),
  );
  await page.goto('https://acme.webex.com/meet/ada');
  await loadAdapter(page, 'webex');
});
test.afterEach(() => page.close());

/** In the page, and in a frame of it. */
const draw = (html: string, where: 'page' | 'frame' = 'page') =>
  page.evaluate(
    ({ markup, framed }) => {
      if (!framed) {
        document.body.innerHTML = markup;
        return;
      }
      const frame = document.createElement('iframe');
      frame.id = 'unified-webclient-iframe';
      document.body.replaceChildren(frame);
      if (frame.contentDocument) frame.contentDocument.body.innerHTML = markup;
    },
    { markup: html, framed: where === 'frame' },
  );
const roster = () => page.evaluate(() => window.site.roster());
const chat = () => page.evaluate(() => window.site.chat());
const place = () => page.evaluate(() => window.site.place());

const launch = (name: string) =>
  `<script type="application/json" id="crossLaunchData">{"currentUser":{"displayName":"${name}"}}</script>`;
const title = (text: string) => `<mdc-text tagname="h2">${text}</mdc-text>`;
const row = (name: string) =>
  `<li class="participants-list-item" tabindex="-1" id="r"><mdc-text data-test="participant-name">${name}</mdc-text></li>`;
const message = (id: string, text: string, sender = '') =>
  `<li tabindex="-1" id="${id}">${sender && `<b class="sender-name">${sender}</b>`}<div class="activity-item-message">${text}</div></li>`;
const panels = (inner: string, composer = true) =>
  `<div id="meeting-panel-container">${inner}${
    composer
      ? '<div class="composer"><div id="quill-composer"><div class="ql-editor" contenteditable="true"></div></div></div>'
      : ''
  }</div>`;
const CALL =
  '<mdc-button data-test="leave-button"></mdc-button><mdc-button data-test="participants-toggle-button"></mdc-button>';

for (const where of ['page', 'frame'] as const)
  test(`preview, lobby, call and end are told by what is in the ${where}`, async () => {
    expect(await place()).toBe('lobby');
    await draw('<mdc-button data-test="leave-button"></mdc-button>', where);
    expect(await place(), 'one sign alone').toBe('lobby');
    await draw(`<div data-test="call_lobby_content">Soon</div>${CALL}`, where);
    expect(await place()).toBe('lobby');
    await draw(CALL, where);
    expect(await place()).toBe('call');
    await draw('<p>Bye</p>', where);
    expect(await place()).toBe('left');
  });

test('a meeting is named by its address, and other pages of the site are none', async () => {
  const at = async (path: string) => {
    await page.evaluate((to) => history.pushState(null, '', to), path);
    return page.evaluate(() => window.site.meeting());
  };
  expect(await at('/meet/ada?x=1')).toBe('acme.webex.com/meet/ada');
  expect(await at('/settings'), 'remembered').toBe('acme.webex.com/meet/ada');
  expect(await at('/acme/j.php?MTID=m0123abc')).toBe('acme.webex.com/m0123abc');
  expect(await at('/wbxmjs/joinservice/sites/acme/meeting/download/77aa?x=1')).toBe(
    'acme.webex.com/wbxmjs/joinservice/sites/acme/meeting/download/77aa',
  );
  await page.goto('https://acme.webex.com/settings');
  await loadAdapter(page, 'webex');
  expect(await place()).toBe('elsewhere');
});

test('the list is whole only when it is as long as the count over it', async () => {
  await draw(launch('Ada') + panels(title('People (٣)') + row('Ada (Host)') + row('Ben') + row('Cem')), 'frame');
  expect(await roster()).toMatchObject({ completeness: 'complete', counter: 3 });
  expect((await roster()).people.map(({ name, self }) => [name, self])).toEqual([
    ['Ada', true],
    ['Ben', false],
    ['Cem', false],
  ]);
  const completeness = async () => (await roster()).completeness;
  await draw(panels(title('People (3)') + row('Ada') + row('Ben')));
  expect(await completeness()).toBe('partial');
  await draw(panels(title('People') + row('Ada') + row('Ben')));
  expect(await roster(), 'no count').toMatchObject({ completeness: 'partial', counter: null });
  await draw(panels(title('People (2)') + row('Ada') + row('')));
  expect(await completeness(), 'a name that is not found').toBe('partial');
  await draw(panels(title('Chat (2)')));
  expect(await roster(), 'the list is closed').toMatchObject({ completeness: 'unknown', counter: null, people: [] });
});

test('nobody is taken for oneself where two have one’s name, or the page does not say it', async () => {
  const selves = async () => (await roster()).people.filter(({ self }) => self).length;
  await draw(panels(title('People (2)') + row('Ada') + row('Ben')));
  expect(await selves()).toBe(0);
  await draw(launch('Ada') + panels(title('People (2)') + row('Ada') + row('Ada (Host)')));
  expect(await selves()).toBe(0);
});

test('a message has the sender of its run, and one that is on its way is none yet', async () => {
  const list = (...messages: string[]) => panels(`${title('Chat')}<ul>${messages.join('')}</ul>`);
  await draw(
    list(
      message('m1', '<p>hello</p><p>there</p>', 'Ben'),
      message('m2', 'I agree'),
      message('act-web-client-9', 'mine'),
    ),
  );
  expect((await chat())?.map(({ id, sender, text }) => [id, sender.name, text])).toEqual([
    ['m1', 'Ben', 'hello\nthere'],
    ['m2', 'Ben', 'I agree'],
  ]);
  await draw(
    list(
      message('m2', 'I agree'),
      message('m3', 'hello', 'from Cem to Everyone'),
      message('m4', 'psst', 'from Cem to You'),
    ),
  );
  expect(
    (await chat())?.map(({ sender }) => sender.name),
    'known by its id; a private line has none',
  ).toEqual(['Ben', 'Cem', null]);
  expect(await page.evaluate(() => window.site.exposed())).toEqual(['private-chat']);
  await draw(list('<li tabindex="-1" id="m5">Dia came in</li>', message('m6', 'stop recording')));
  expect((await chat())?.map(({ sender }) => sender.name)).toEqual([null, null]);
  await draw(list(message('m7', 'hello', 'You')));
  expect((await chat())?.[0]?.sender).toEqual({ id: null, name: null, self: true });
});

test('the chat is read only while one can write in it, and something in it looks like a message', async () => {
  await draw(panels(`<ul>${message('m1', 'hello', 'Ben')}</ul>`, false));
  expect(await chat()).toBeNull();
  await draw(panels(`${title('Chat')}<p>I agree</p>`));
  expect(await chat()).toBeNull();
  await draw(panels(title('Chat') + title('People (1)') + row('Ada')));
  expect(await chat()).toEqual([]);
});
