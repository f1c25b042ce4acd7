import { expect, test } from '@playwright/test';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { loadAdapter } from '../adapter.ts';

/** The adapter alone, on pieces of a page as the facts say that Teams builds them. */
const THREAD = '19:meeting_YWRh@thread.v2';
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium({}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
test.afterAll(() => browser.close());
test.beforeEach(() => open(`https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(THREAD)}/0`));
test.afterEach(() => page.close());

/** strip: the page takes the meeting out of its address before the adapter is there. */
async function open(url: string, strip = false): Promise<void> {
  await page?.close();
  page = await browser.newPage();
  await page.route('https://teams.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body></body>' }),
  );
  await page.goto(url);
  if (strip) await page.evaluate(() => history.replaceState(null, '', '/v2/'));
  await loadAdapter(page, 'teams');
}

const draw = (html: string) =>
  page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, html);
const place = () => page.evaluate(() => window.site.place());
const meeting = () => page.evaluate(() => window.site.meeting());
const roster = () => page.evaluate(() => window.site.roster());
const names = async () => (await roster()).people.map(({ name }) => name);

const id = (n: number) => `8:orgid:0000-${n}`;
const row = (n: number, name: string, kind = 'participantsInCall-') =>
  `<div role="treeitem" data-cid="roster-participant" data-tid="${kind}${name}"><i id="calling-roster-item-${id(n)}"></i><i id="roster-avatar-img-${id(n)}">${name}</i></div>`;
const nameless = (name: string) =>
  `<div role="treeitem" data-cid="roster-participant" data-tid="participantsInCall-${name}"></div>`;
const tree = (...rows: string[]) => `<div role="tree">${rows.join('')}</div>`;
const title = (n: number | string) => `<div role="treeitem"><b id="roster-title-section-2">Hier (${n})</b></div>`;
const badge = (n: number | string) =>
  `<button id="roster-button">People <b data-tid="toolbar-item-badge">${n}</b></button>`;
const self = (name: string) => `<div data-tid="myself-video" aria-label="Eigenes Video, ${name}, Ton an"></div>`;
const tile = (name: string, kind = 'Video') =>
  `<div style="width:9px;height:9px" data-cid="calling-participant-stream" data-stream-type="${kind}" data-tid="x@y"><b data-tid="participant-info-nametag">${name}</b></div>`;
const call = '<button id="hangup-button"></button><button id="chat-button"></button>';

test('a call is told from lobby, prejoin and having left by what is on the page, and never by alerts or captions', async () => {
  expect(await place()).toBe('lobby');
  await draw('<button id="hangup-button"></button><p role="alert">in the call</p>');
  expect(await place(), 'who waits in the lobby can leave as well').toBe('lobby');
  await draw(`${call}<button data-tid="prejoin-join-button"></button>`);
  expect(await place()).toBe('lobby');
  await draw(call);
  expect(await place()).toBe('call');
  await draw('<div data-tid="call-monitor"></div>');
  expect(await place()).toBe('call');
  await draw('<div data-tid="closed-caption-renderer-wrapper">hello</div><p role="alert">Leave</p>');
  expect(await place()).toBe('left');
});

test('the meeting’s id is remembered when the address loses it, and not lent to another call', async () => {
  expect(await meeting()).toBe(THREAD);
  await open(`https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/${THREAD}/0?x=1`, true);
  expect(await place(), 'who does not join after all is in no lobby').toBe('elsewhere');
  await draw(call);
  expect(await place()).toBe('call');
  expect(await meeting()).toBe(THREAD);
  await draw('');
  await draw(call);
  expect([await place(), await meeting()], 'a hiccup is no other call').toEqual(['call', THREAD]);
  await draw('');
  await place();
  await page.waitForTimeout(5200);
  await draw(call);
  await place();
  expect(await meeting()).toMatch(/^call-/);
  await page.evaluate(() => history.pushState(null, '', '/meet/9312345678?p=abc'));
  expect([await place(), await meeting()]).toEqual(['call', '9312345678']);
});

test('a page of Teams that is no call is elsewhere; a call joined there has an id of its own', async () => {
  const launcher = `/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#/l/meetup-join/${encodeURIComponent(THREAD)}/0`)}`;
  await open(`https://teams.microsoft.com${launcher}`);
  expect(await meeting()).toBe(THREAD);
  await open('https://teams.microsoft.com/v2/');
  await draw('<div id="chat-pane-list"></div><p role="alert">x</p>');
  expect([await place(), await meeting()]).toEqual(['elsewhere', null]);
  await draw(call);
  expect(await place()).toBe('call');
  expect(await meeting()).toMatch(/^call-/);
});

test('outside of calls no change of the page is looked at', async () => {
  const heard = async (html: string) => {
    await draw(html);
    await place();
    return page.evaluate(async () => {
      let changes = 0;
      window.site.watch(() => (changes += 1), new AbortController().signal);
      window.site.place();
      document.body.append(document.createElement('p'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return changes;
    });
  };
  await open('https://teams.microsoft.com/v2/');
  expect(await heard('<p>Mail</p>')).toBe(0);
  expect(await heard(call)).toBe(1);
});

test('the heads are counted in the digits of any language, by the larger of two counts, and by no number that is none', async () => {
  const counter = async () => (await roster()).counter;
  await draw(badge('١٢') + tree(title(3)));
  expect(await counter()).toBe(12);
  await draw(badge(2) + tree(title(3), '<b id="roster-title-section-3">Invited (9)</b>'));
  expect(await counter()).toBe(3);
  await draw(badge(''));
  expect(await counter(), 'it is away for a moment').toBe(3);
  await draw(badge('99+'));
  await page.waitForTimeout(1100);
  expect(await counter()).toBeNull();
});

test('the open list is whole when it is as long as the count; closed, it is remembered until the count moves', async () => {
  await draw(badge(3) + self('Ada') + tree(title(3), row(1, 'Ada'), row(2, 'Ben'), row(3, 'Cem')));
  expect(await roster()).toMatchObject({ completeness: 'complete', counter: 3, aside: 0 });
  expect((await roster()).people[0]).toEqual({ id: id(1), name: 'Ada', self: true, host: null });
  await draw(badge(3));
  expect(await roster()).toMatchObject({ completeness: 'partial', counter: 3 });
  expect(await names()).toEqual(['Ada', 'Ben', 'Cem']);
  await draw(badge(3) + tile('Ben (Gast)') + tile('Cem') + tile('Ben · shares', 'ScreenSharing'));
  expect(await names(), 'whoever is on the stage is on the list').toEqual(['Ada', 'Ben', 'Cem']);
  await draw(badge(3) + tile('Mallory'));
  expect(await names(), 'somebody is on the stage who is on no list: only oneself is still known').toEqual(['Ada']);
  await draw(badge(3) + tree(row(1, 'Ada'), row(2, 'Ben'), row(3, 'Cem')));
  expect(await names()).toHaveLength(3);
  await draw(badge(2));
  expect(await names(), 'the count has moved').toEqual(['Ada']);
  await draw('');
  await page.waitForTimeout(1100);
  expect(await roster()).toMatchObject({ completeness: 'partial', counter: null });
});

test('before any list was read, pictures on the stage are nobody', async () => {
  await draw(badge(3) + tile('Ben') + tile('Cem'));
  expect(await roster()).toMatchObject({ people: [], completeness: 'unknown', counter: 3 });
});

test('a list that re-uses its rows is put together by ids, and is not taken for whole', async () => {
  await draw(badge(3) + self('Ada') + tree(row(1, 'Ada'), row(2, 'Ben')));
  expect(await names(), 'who may be oneself is nobody else yet').toEqual(['Ben']);
  await draw(badge(3) + self('Ada') + tree(row(2, 'Ben'), row(3, 'Cem')));
  const read = await roster();
  expect(read.people.map(({ name }) => name).toSorted()).toEqual(['Ada', 'Ben', 'Cem']);
  expect(read.completeness).toBe('partial');
  expect(read.people.find((person) => person.self)?.name).toBe('Ada');
  await draw(badge(3) + tree(nameless('Ada'), nameless('Ben')));
  expect(await names(), 'without ids nobody is known but who is there').toEqual(['Ada', 'Ben']);
});

test('invited people and people in the lobby are not in the call; rows of a new kind are, and make no list whole', async () => {
  const others = [row(7, 'Eve', 'participantsInLobby-'), row(8, 'Zoe', 'participantsFromThread-')];
  await draw(badge(2) + tree(row(1, 'Ada', 'attendeesInMeeting-'), row(2, 'Ben'), ...others));
  expect(await names()).toEqual(['Ada', 'Ben']);
  expect(await page.evaluate(() => window.site.exposed())).toEqual(['lobby-list']);
  await draw(badge(3) + tree(row(1, 'Ada'), row(2, 'Ben'), row(9, 'Kim', 'peopleHere-')));
  expect(await names()).toContain('Kim');
  expect((await roster()).completeness).toBe('partial');
});

test('one’s own row is the only one that the page names, in a whole list; otherwise there is none', async () => {
  const own = async () => (await roster()).people.filter((person) => person.self).map(({ name }) => name);
  await draw(badge(3) + self('Ada') + tree(row(1, 'Ben')));
  expect(await own(), 'a list that is not whole').toEqual([]);
  await draw(badge(2) + self('Ada') + tree(row(1, 'Ada'), row(2, 'Ton an')));
  expect(await own(), 'somebody is called as the label goes').toEqual([]);
  await draw(badge(2) + self('Ana Maria') + tree(row(3, 'Ana'), row(4, 'Ana Maria')));
  expect(await own()).toEqual(['Ana Maria']);
  await open('https://teams.microsoft.com/meet/123456');
  const picture = '<i data-tid="me-control-avatar" aria-label="山田のプロフィール写真"></i>';
  await draw(badge(2) + picture + tree(row(1, '山田'), row(2, 'Ben')));
  expect(await own()).toEqual(['山田']);
});

const message = (n: number, text: string, author: string | null, kind = 'fui-ChatMessage') =>
  `<div class="${kind}">${author === null ? '' : `<b id="author-${n}" data-tid="message-author-name">${author}</b>`}<div data-tid="chat-pane-message" data-mid="${n}"><time>10:00</time><div id="content-${n}">${text}</div><button>…</button></div></div>`;
const chat = (...items: string[]) => `${call}<div id="chat-pane-list">${items.join('')}</div>`;
const lines = () => page.evaluate(() => window.site.chat());
const control = '<div class="fui-ChatControlMessage">Ben was invited</div>';

/** The id of a message is when it was sent, ms. */
const SENT = 1_764_000_000_000;

test('every message has its id, its words and its sender, once a run; one’s own are told by their class', async () => {
  await draw(
    chat(
      control,
      message(1, '<p>I agree</p><p>[tag]</p>', 'Cem (Gast)'),
      message(2, 'and more', null),
      message(3, 'hello', 'Ada', 'fui-ChatMyMessage'),
      message(4, 'whose?', null),
      message(SENT, 'when?', 'Cem (Gast)'),
    ),
  );
  const line = (n: number, text: string, name: string | null, own = false) => ({
    id: String(n),
    sender: { id: null, name, self: own },
    text,
    edited: false,
    writtenAt: n === SENT ? SENT : null,
  });
  expect(await lines()).toEqual([
    line(1, 'I agree\n[tag]', 'Cem (Gast)'),
    line(2, 'and more', 'Cem (Gast)'),
    line(3, 'hello', null, true),
    line(4, 'whose?', null),
    line(SENT, 'when?', 'Cem (Gast)'),
  ]);
});

test('a chat that is closed, hidden, not understood or not the call’s is not read; an empty one is', async () => {
  await draw(call);
  expect(await lines()).toBeNull();
  await draw(`<div hidden>${chat(message(1, 'I agree', 'Cem'))}</div>`);
  expect(await lines()).toBeNull();
  await draw(chat(control, '<p>I agree</p>'));
  expect(await lines()).toBeNull();
  await draw(`<div data-tid="call-monitor"></div><div id="chat-pane-list">${message(1, 'I agree', 'Cem')}</div>`);
  expect(await lines(), 'the chat beside a small window may be anybody’s').toBeNull();
  expect(await page.evaluate(() => window.site.exposed())).toEqual(['private-chat']);
  await draw(chat('<div role="separator">Today</div>', control));
  expect(await lines()).toEqual([]);
});

test('a chat in a frame of the same origin is read too', async () => {
  await draw(`${call}<iframe src="/embed/chat"></iframe>`);
  await page.frameLocator('iframe').locator('body').waitFor();
  await page.frames()[1]?.evaluate(
    (markup) => {
      document.body.innerHTML = markup;
    },
    `<div id="chat-pane-list">${message(1, 'a<br>b', 'Cem')}</div>`,
  );
  expect(await lines()).toMatchObject([{ id: '1', sender: { name: 'Cem' }, text: 'a\nb' }]);
});

test('nothing is written where one may not write, nor beside a small window', async () => {
  const editor = '<div data-tid="ckeditor" contenteditable="true">x</div>';
  const locked = '<div data-tid="compose-disabled-placeholder-text">No</div>';
  const write = () => page.evaluate(() => window.site.write('May we record?', new AbortController().signal));
  for (const html of [call, `${call}${editor}${locked}`, `<div data-tid="call-monitor"></div>${editor}`]) {
    await draw(html);
    expect(await write(), html).toBe(false);
    const field = page.locator('[data-tid="ckeditor"]');
    if ((await field.count()) > 0) await expect(field).toHaveText('x');
  }
});

test('the microphone’s state is its own, and leaving is found in every language', async () => {
  const mute = () => page.evaluate(() => window.site.mute());
  await draw('<button id="microphone-button" data-state="mic-off"></button>');
  expect(await mute()).toBe('muted');
  await draw('<button id="microphone-button" data-state="mic"></button>');
  expect(await mute()).toBe('live');
  await draw('<button id="microphone-button" data-state="?"></button>');
  expect(await mute()).toBe('unknown');
  await draw(call);
  expect(await page.evaluate(() => window.site.leaving()?.id)).toBe('hangup-button');
});

test('five thousand people with names of ten thousand characters are read', async () => {
  const crowd = Array.from({ length: 5000 }, (_, n) => row(n, n === 7 ? 'x'.repeat(10_000) : `Guest ${n}`));
  await draw(badge(5000) + tree(...crowd));
  const read = await roster();
  expect(read).toMatchObject({ completeness: 'complete', counter: 5000 });
  expect(read.people[7]?.name).toHaveLength(10_000);
});
