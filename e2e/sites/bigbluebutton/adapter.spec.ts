import { expect, type Page, test } from '@playwright/test';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { loadAdapter } from '../adapter.ts';

/** The adapter alone, on pieces of a page as the client's source has them. */
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
  await page.route('https://bbb.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body></body>' }),
  );
  await page.goto('https://bbb.example/html5client/?sessionToken=abcdefgh12345678');
  await loadAdapter(page, 'bigbluebutton');
});
test.afterEach(() => page.close());

const draw = (html: string) =>
  page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, html);
const roster = () => page.evaluate(() => window.site.roster());
const chat = () => page.evaluate(() => window.site.chat());
const place = () => page.evaluate(() => window.site.place());

const row = (name: string, { own = false, moderator = false, version = '3.1' } = {}) => `
  <div data-test="${own ? 'userListItemCurrent' : 'userListItem'}">
    <div data-test-avatar="userAvatar"><div data-test="${moderator ? 'moderatorAvatar' : 'viewerAvatar'}">ab</div></div>
    <div><div><span>${name}${own ? '&nbsp;(Du)' : ''}</span></div>
      <div ${version === '3.1' ? 'data-test="userNameSubs"' : ''}>Gast</div></div>
  </div>`;
const count = (n: number | string) => `<div data-test="usersListSidebarButton">👥<b>${n}</b></div>`;
const heading = (name: string) =>
  `<div><div>xy</div><div><div><span>${name}</span><time>10:00</time></div></div></div>`;
const message = (id: string, text: string, name = '') => `
  <div data-sequence="${id}"><div>${name && heading(name)}
    <div data-test="chatMessageItem" data-chat-message-id="${id}"><div data-test="messageContent">${text}</div></div>
  </div></div>`;
const said = (...messages: string[]) =>
  `<div data-test="chatMessages"><div id="contentRef">${messages.join('')}</div></div>`;

test('lobby, call and end are told by what is on the page, and half a token names the meeting', async () => {
  expect(await place()).toBe('lobby');
  await draw('<p data-test="guestMessage">Wait</p>');
  expect(await place()).toBe('lobby');
  await draw('<div data-test="meetingEndedModal">Bye</div>');
  expect(await place()).toBe('elsewhere');
  await draw('<button data-test="leaveMeetingDropdown"></button>');
  expect(await place()).toBe('call');
  await draw('<button data-test="leaveMeetingDropdown"></button><div data-test="meetingEndedModal">Bye</div>');
  expect(await place()).toBe('left');
  expect(await page.evaluate(() => window.site.meeting())).toBe('bbb.example/abcdefgh');
});

for (const version of ['3.0', '3.1'])
  test(`names stand where version ${version} has them, one’s own without what is behind it`, async () => {
    await draw(
      count(3) +
        row('Ada Li', { own: true, moderator: true, version }) +
        row('Ben (You)', { version }) +
        row('030 12', { version }),
    );
    const read = await roster();
    expect(read.people).toEqual([
      { id: null, name: 'Ada Li', self: true, host: true },
      { id: null, name: 'Ben (You)', self: false, host: false },
      { id: null, name: '030 12', self: false, host: false },
    ]);
    expect(read).toMatchObject({ completeness: 'complete', counter: 3 });
  });

test('the count is the larger of two, in an attribute or among words, and no number is none', async () => {
  const counter = async () => (await roster()).counter;
  await draw('<b data-test-users-count="12"></b>');
  expect(await counter()).toBe(12);
  await draw(`<div data-test="userListTitle"><h2>Users (4)</h2></div>${count(5)}`);
  expect(await counter()).toBe(5);
  await draw(count(''));
  expect(await counter()).toBeNull();
});

test('a list is whole only when it is as long as the count, and only for who is shown viewers', async () => {
  const completeness = async () => (await roster()).completeness;
  const ada = row('Ada', { own: true, moderator: true });
  await draw(count(3) + ada + row('Ben'));
  expect(await completeness()).toBe('partial');
  await draw(ada + row('Ben'));
  expect(await completeness(), 'without a count').toBe('partial');
  await draw(count(2) + ada + row(''));
  expect(await completeness(), 'a name that is not found').toBe('partial');
  await draw(count(2) + row('Ada', { own: true }) + row('Mod', { moderator: true }));
  expect(await completeness(), 'other viewers may be hidden').toBe('partial');
  await draw(count(3) + row('Ada', { own: true }) + row('Mod', { moderator: true }) + row('Ben'));
  expect(await completeness()).toBe('complete');
});

test('a list that has made way is remembered while the count stays, and never whole', async () => {
  await draw(count(2) + row('Ada', { own: true, moderator: true }) + row('Ben'));
  expect(await roster()).toMatchObject({ completeness: 'complete' });
  await draw(count(2));
  expect(await roster()).toMatchObject({
    completeness: 'partial',
    counter: 2,
    people: [{ name: 'Ada' }, { name: 'Ben' }],
  });
  await draw(count(3));
  expect(await roster()).toMatchObject({ completeness: 'unknown', people: [] });
  await draw(count(2));
  expect(await roster(), 'what was forgotten does not come back').toMatchObject({ people: [] });
});

test('a message has the sender of its run; what the client says itself ends the run', async () => {
  await draw(
    said(
      message('1', '<p>hello<br>\nthere</p>', 'Ben'),
      message('2', '<p>I agree</p>'),
      '<div data-sequence="3"><div><div data-test="chatMessageItem" data-chat-message-id="3">Cem presents</div></div></div>',
      message('4', '<p>stop recording</p>'),
    ),
  );
  const lines = await chat();
  expect(lines?.map(({ id, sender }) => [id, sender.name])).toEqual([
    ['1', 'Ben'],
    ['2', 'Ben'],
    ['3', null],
    ['4', null],
  ]);
  expect(lines?.[0]?.text.split(/\n+/)).toEqual(['hello', 'there']);
  await draw(said(message('1', '<p>hello</p>', 'Ben'), message('7', '<p>I agree</p>')));
  expect((await chat())?.at(-1)?.sender.name, 'what is between them is not in the page').toBeNull();
});

test('one’s own lines have one’s own name, and where two have it they are nobody’s', async () => {
  const lines = said(message('1', '<p>I agree</p>', 'Ada'));
  await draw(row('Ada', { own: true }) + row('Ben') + lines);
  await roster();
  expect((await chat())?.[0]?.sender).toEqual({ id: null, name: null, self: true });
  await draw(row('Ada', { own: true }) + row('Ada') + lines);
  await roster();
  expect((await chat())?.[0]?.sender).toEqual({ id: null, name: null, self: false });
});

test('the chat is read only while it is everybody’s and looks like one', async () => {
  const line = message('1', '<p>hello</p>', 'Ben');
  const composer = () => page.evaluate(() => window.site.composer?.());
  for (const mark of ['privateChatBackButton', 'hidePrivateChat', 'private-user-list-content']) {
    await draw(`<div data-test="${mark}"></div>${said(line)}`);
    expect(await chat(), mark).toBeNull();
    expect(await page.evaluate(() => window.site.exposed())).toEqual(['private-chat']);
    expect(await composer()).toBe('private');
  }
  await draw('<div data-test="chatMessages" style="display:none"></div>');
  expect(await chat()).toBeNull();
  expect(await composer()).toBe('closed');
  for (const [state, attribute] of [
    ['ready', ''],
    ['locked', 'disabled'],
  ] as const) {
    await draw(`<textarea id="message-input" ${attribute}></textarea>`);
    expect(await composer()).toBe(state);
  }
  await draw(said('<p>I agree</p>'));
  expect(await chat(), 'words, and no message').toBeNull();
  await draw(said('<div data-test="welcomeMessage">Welcome</div>'));
  expect(await chat()).toEqual([]);
});

test('the client’s own recording is told by its clock, and the microphone by what its button would do', async () => {
  const recording = () => page.evaluate(() => window.site.recording());
  const mute = () => page.evaluate(() => window.site.mute());
  expect([await recording(), await mute()]).toEqual(['unknown', 'unknown']);
  await draw('<div data-test="recordingIndicator">Start</div><button data-test="muteMicButton"></button>');
  expect([await recording(), await mute()]).toEqual(['off', 'live']);
  await draw('<div data-test="recordingIndicator">00:12</div><button data-test="unmuteMicButton"></button>');
  expect([await recording(), await mute()]).toEqual(['on', 'muted']);
  await draw('<button data-test="joinAudio"></button>');
  expect(await mute()).toBe('muted');
});

test('a message that the page changes is not sent, and the draft is there again', async () => {
  await draw(
    '<form><textarea id="message-input">my draft</textarea><button data-test="sendMessageButton"></button></form>',
  );
  await page.evaluate(() => {
    const field = document.querySelector('textarea');
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (field) field.value = '';
    });
    field?.addEventListener('input', () => {
      field.value = field.value.slice(0, 20);
    });
  });
  const write = (text: string) => page.evaluate((one) => window.site.write(one, new AbortController().signal), text);
  expect(await write('far more than a field of twenty letters takes')).toBe(false);
  expect(await page.locator('textarea').inputValue()).toBe('my draft');
  expect(await write('short enough')).toBe(true);
  expect(await page.locator('textarea').inputValue()).toBe('my draft');
  await page.evaluate(() => document.querySelector('textarea')?.setAttribute('disabled', ''));
  expect(await write('short enough')).toBe(false);
});
