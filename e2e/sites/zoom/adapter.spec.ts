import { expect, type Page, test } from '@playwright/test';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { loadAdapter } from '../adapter.ts';

/** The adapter alone, on pieces of a page as the facts say that Zoom builds them. */
test.describe.configure({ timeout: 30_000 });

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
  await page.route('https://*.zoom.us/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body></body>' }),
  );
  await page.goto('https://us05web.zoom.us/wc/81234567890/join');
  await loadAdapter(page, 'zoom');
});
test.afterEach(() => page.close());

/** Into the page, or into the frame that it has. */
const draw = (html: string) =>
  page.evaluate((markup) => {
    const frame = document.querySelector<HTMLIFrameElement>('#webclient');
    const body = (frame?.contentDocument ?? document).body;
    body.innerHTML = markup;
  }, html);
const FOOTER = '<div id="wc-footer"><div id="chat"><button>Chat</button></div></div>';
const heads = (n: number | string) =>
  `<div id="wc-footer"><div id="participant"><button><b class="footer-button__number-counter">${n}</b></button></div></div>`;
const row = (place: number, name: string, label = '') =>
  `<div id="participants-list-${place}" class="participants-li"><span class="participants-item__display-name">${name}</span><span class="participants-item__name-label">${label}</span></div>`;
const list = (...rows: string[]) => `<div id="participants-ul">${rows.join('')}</div>`;
const tile = (name: string) => `<div class="video-avatar__avatar-footer"><span>${name}</span></div>`;
const roster = () => page.evaluate(() => window.site.roster());
const names = async () => (await roster()).people.map(({ name }) => name);
const selves = async () => (await roster()).people.filter(({ self }) => self).map(({ name }) => name);
const place = () => page.evaluate(() => window.site.place());

test('a call is told from preview, waiting room and having left by what is on the page', async () => {
  await draw('<input id="input-for-name"><button class="join-audio-container__btn"></button>');
  expect(await place()).toBe('lobby');
  await draw(`<p class="wr-tip">Soon</p>${FOOTER}`);
  expect(await place(), 'the waiting room has a bar too').toBe('lobby');
  await draw('<div id="wc-footer"><button aria-label="Leave">Leave</button></div>');
  expect(await place(), 'leaving is everywhere').toBe('lobby');
  await draw(FOOTER);
  expect(await place()).toBe('call');
  await draw(`${FOOTER}<h2 class="zm-modal-body-title">This meeting has been ended by host</h2>`);
  expect(await place()).toBe('left');
  await draw('<p>Bye</p>');
  expect(await place()).toBe('left');
});

test('the number of the meeting is kept when it goes out of the address, and another one is another meeting', async () => {
  const meeting = () => page.evaluate(() => window.site.meeting());
  const go = (path: string) => page.evaluate((to) => history.pushState(null, '', to), path);
  expect(await meeting()).toBe('81234567890');
  await draw(FOOTER);
  await go('/wc/home');
  expect([await meeting(), await place()]).toEqual(['81234567890', 'call']);
  await go('/wc/join/91234567890');
  await draw('');
  expect([await meeting(), await place()]).toEqual(['91234567890', 'lobby']);
});

test('on a page that is about no meeting there is none', async () => {
  await page.goto('https://app.zoom.us/wc/home');
  await loadAdapter(page, 'zoom');
  await draw(FOOTER);
  expect([await page.evaluate(() => window.site.meeting()), await place()]).toEqual([null, 'elsewhere']);
});

test('a meeting in the page’s frame is read there, its number too', async () => {
  await page.goto('https://app.zoom.us/wc/meeting');
  await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.id = 'webclient';
    frame.src = '/wc/81234567890/join';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
  });
  await loadAdapter(page, 'zoom');
  await draw(heads(2) + list(row(0, 'Ada', '(Me)'), row(1, 'Ben')));
  expect([await page.evaluate(() => window.site.meeting()), await place()]).toEqual(['81234567890', 'call']);
  expect(await roster()).toMatchObject({ completeness: 'complete', counter: 2 });
  const heard = page.evaluate(
    () => new Promise<boolean>((resolve) => window.site.watch(() => resolve(true), new AbortController().signal)),
  );
  await draw(FOOTER);
  expect(await heard, 'a change in the frame is heard').toBe(true);
});

test('the head count is read in any digits, the larger of two, and never from a number that is none', async () => {
  const counter = async () => (await roster()).counter;
  await draw(heads('١٢'));
  expect(await counter()).toBe(12);
  await draw(`${heads(3)}<div class="participants-header__title">Participants (4)</div>`);
  expect(await counter()).toBe(4);
  await draw(
    '<div id="wc-footer"><button aria-label="open the participants list pane,[2] particpants">2Participants</button></div>',
  );
  expect(await counter()).toBe(2);
  for (const none of [heads('99+'), heads(''), FOOTER]) {
    await draw(none);
    expect(await counter(), none).toBeNull();
  }
});

test('the open list is whole when every place in it is in the page and it is as long as the count', async () => {
  await draw(heads(3) + list(row(0, 'Ada', '(Host, me)'), row(1, 'Ben'), row(2, 'Cem')));
  expect(await roster()).toMatchObject({ completeness: 'complete', counter: 3, aside: 0 });
  expect((await roster()).people[0]).toEqual({ id: null, name: 'Ada', self: true, host: true });
  for (const [what, rows] of [
    ['a place twice', [row(0, 'Ada', '(Me)'), row(1, 'Ben'), row(1, 'Cem')]],
    ['a place left out', [row(0, 'Ada', '(Me)'), row(1, 'Ben'), row(3, 'Cem')]],
    ['one row too many', [row(0, 'Ada', '(Me)'), row(1, 'Ben'), row(2, 'Cem'), row(3, 'Dia')]],
    ['one row too few', [row(0, 'Ada', '(Me)'), row(1, 'Ben')]],
  ] as const) {
    await draw(heads(3) + list(...rows));
    expect((await roster()).completeness, what).toBe('partial');
  }
});

test('rows that are used again are put together while the count stays, and never taken for whole', async () => {
  await draw(heads(4) + list(row(0, 'Ada', '(Me)'), row(1, 'Ben')));
  expect(await names()).toEqual(['Ada', 'Ben']);
  await draw(heads(4) + list(row(2, 'Cem'), row(3, 'Dia')));
  expect(await names()).toEqual(['Ada', 'Ben', 'Cem', 'Dia']);
  expect((await roster()).completeness).toBe('partial');
  expect(await selves()).toEqual(['Ada']);
});

test('pictures tell nobody before one’s own name is known: one of them is one’s own', async () => {
  await draw(heads(2) + tile('Ada') + tile('Ben'));
  expect(await roster()).toMatchObject({ people: [], completeness: 'unknown', counter: 2 });
});

test('a closed list is remembered while the count stays and somebody is in sight; who is new on a picture is new', async () => {
  await draw(heads(2) + tile('Ada') + list(row(0, 'Ada', '(Me)'), row(1, 'Ben')));
  expect(await names()).toEqual(['Ada', 'Ben']);
  await draw(heads(2) + tile('Ada'));
  expect(await roster()).toMatchObject({ completeness: 'partial', counter: 2 });
  expect(await names()).toEqual(['Ada', 'Ben']);
  await draw(heads(2) + tile('Ada') + tile('Dia'));
  expect(await names()).toEqual(['Ada', 'Ben', 'Dia']);
  await draw(heads(3) + tile('Ada') + tile('Ben'));
  expect(await names(), 'the count has moved').toEqual(['Ben']);
  await draw(heads(3));
  expect(await roster()).toMatchObject({ people: [], completeness: 'unknown', counter: 3 });
});

test('whoever is listed first and labelled is oneself, in any language; a search, or a second sign, tells nobody', async () => {
  await draw(heads(2) + list(row(0, 'Ana', '(Toplantı sahibi, kendim)'), row(1, 'Ben', '(Misafir)')));
  expect(await selves(), 'no word that is known').toEqual(['Ana']);
  await draw(heads(2) + list(row(0, 'Ben (me)'), row(1, 'Ana', '(Guest)')));
  expect(await selves(), 'a name is no label').toEqual([]);
  await draw(heads(2) + list(row(0, 'Ben', '(Host)'), row(1, 'Ana', '(Me)')));
  expect(await selves(), 'two signs that differ').toEqual([]);
  await draw(heads(9) + list(row(0, 'Ben', '(Guest)')));
  expect(await selves(), 'a part of the list, as after a search').toEqual([]);
  await draw(heads(9) + list(row(4, 'Ana', '(自分)')));
  expect(await selves()).toEqual(['Ana']);
});

test('who waits to be let in is told, and is not in the call', async () => {
  const waiting = '<ul class="waiting-room-list-conatiner__ul"><li>Eve</li></ul>';
  await draw(heads(2) + waiting + list(row(0, 'Ada', '(Me)'), row(1, 'Ben')));
  expect(await names()).toEqual(['Ada', 'Ben']);
  expect(await page.evaluate(() => window.site.exposed())).toEqual(['lobby-list']);
});

interface Message {
  readonly place: number;
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
  readonly own?: boolean;
  readonly privately?: boolean;
}
const message = ({ place: at, text, from, to = 'Everyone', own = false, privately = false }: Message) => `
  <div class="chat-item-container" id="chat-item-container-${at}" data-id="1-m${at}">
    ${from === undefined ? '' : `<div><span class="chat-item__sender" data-name="${from}">${from}</span> to <span class="chat-item__receiver">${to}</span>${privately ? '<span class="chat-privately">(x)</span>' : ''}</div>`}
    <div class="new-chat-message__text-box${own ? ' new-chat-message__text-box--self' : ''}"><div class="chat-rtf-box__display">${text}</div></div><button>Reply</button>
  </div>`;
const chat = (...messages: string[]) => `${FOOTER}<div id="chat-list-content">${messages.join('')}</div>`;
const lines = () => page.evaluate(() => window.site.chat());
const senders = async () => (await lines())?.map(({ sender }) => (sender.self ? 'self' : sender.name));

test('every message has the sender of its run, Zoom’s own id, and its words without the buttons around them', async () => {
  await draw(
    chat(
      message({ place: 0, text: '<p>I agree</p>', from: 'Cem' }),
      message({ place: 1, text: '<p>a</p><p>b</p>' }),
      message({ place: 2, text: '<p>hello</p>', from: 'Ada', own: true }),
    ),
  );
  expect(await lines()).toEqual([
    { id: '1-m0', sender: { id: null, name: 'Cem', self: false }, text: 'I agree', edited: false },
    { id: '1-m1', sender: { id: null, name: 'Cem', self: false }, text: 'a\nb', edited: false },
    { id: '1-m2', sender: { id: null, name: null, self: true }, text: 'hello', edited: false },
  ]);
});

test('the head of a run is remembered when it is scrolled away, and never guessed', async () => {
  await draw(chat(message({ place: 0, text: 'x', from: 'Cem' }), message({ place: 1, text: 'y' })));
  expect(await senders()).toEqual(['Cem', 'Cem']);
  await draw(chat(message({ place: 1, text: 'y' }), message({ place: 2, text: 'z' })));
  expect(await senders()).toEqual(['Cem', 'Cem']);
  await draw(chat(message({ place: 2, text: 'z' }), message({ place: 5, text: 'I agree' })));
  expect(await senders(), 'lines between them are not in the page').toEqual(['Cem', null]);
  await draw(chat(message({ place: 8, text: 'I agree' })));
  expect(await senders(), 'a run whose head was never seen').toEqual([null]);
});

test('a line to one person has no sender and is told; one’s own is left out', async () => {
  const exposed = () => page.evaluate(() => window.site.exposed());
  await draw(heads(2) + list(row(0, 'Ada', '(Me)'), row(1, 'Cem')));
  await roster();
  for (const way of [{ privately: true, to: 'x' }, { to: 'Ada' }, { to: 'You' }]) {
    await draw(chat(message({ place: 0, text: 'I agree', from: 'Cem', ...way })));
    expect([await senders(), await exposed()]).toEqual([[null], ['private-chat']]);
  }
  await draw(chat(message({ place: 0, text: 'hello', from: 'Ada', own: true, to: 'Cem' })));
  expect([await lines(), await exposed()]).toEqual([[], ['private-chat']]);
  await draw(chat(message({ place: 0, text: 'I agree', from: 'Cem' })));
  expect([await senders(), await exposed()]).toEqual([['Cem'], []]);
});

test('a chat that is closed, hidden, or not understood is not read; an empty one is', async () => {
  await draw(FOOTER);
  expect(await lines()).toBeNull();
  await draw(`<div style="display:none">${chat(message({ place: 0, text: 'I agree', from: 'Cem' }))}</div>`);
  expect(await lines()).toBeNull();
  await draw(chat('<p>I agree</p>'));
  expect(await lines()).toBeNull();
  await draw(chat('<div class="chat-item__pmc" data-id="msgId-placeholder">Messages go to all</div>'));
  expect(await lines()).toEqual([]);
});

test('a chat that is scrolled up is not read for long: its newest lines are not in the page', async () => {
  const many = Array.from({ length: 40 }, (_, at) => message({ place: at, text: `line ${at}`, from: 'Cem' }));
  await draw(chat(...many).replace('<div id="chat-list', '<div style="height: 200px; overflow: auto" id="chat-list'));
  await page.evaluate(() => document.querySelector('#chat-list-content')?.scrollTo(0, 100_000));
  expect(await lines()).toHaveLength(40);
  await page.evaluate(() => document.querySelector('#chat-list-content')?.scrollTo(0, 0));
  await expect.poll(lines).toBeNull();
  await page.evaluate(() => document.querySelector('#chat-list-content')?.scrollTo(0, 100_000));
  expect(await lines()).toHaveLength(40);
});

test('a message is not written to one person, as far as the page shows it', async () => {
  const composer = (receiver: string, more = '') =>
    `${heads(2)}${list(row(0, 'Ada', '(Me)'), row(1, 'Cem'))}<button id="chatReceiverMenu">${receiver}</button>${more}
     <div class="chat-rtf-box__editor-outer"><div contenteditable="true"></div></div><button class="chat-rtf-box__send">s</button>`;
  const write = () => page.evaluate(() => window.site.write('May we record?', new AbortController().signal));
  const written = () => page.evaluate(() => document.title);
  await draw(composer('Cem'));
  await roster();
  for (const closed of [
    composer('Cem'),
    composer('x', '<i class="chat-receiver-list__privately-chat">(x)</i>'),
    composer('Host and co-hosts'),
  ]) {
    await draw(closed);
    expect(await write()).toBe(false);
    expect(await page.evaluate(() => window.site.exposed())).toEqual(['private-chat']);
    expect(await page.evaluate(() => window.site.composer?.())).toBe('private');
  }
  await draw(composer('Everyone').replace('"true"', '"false"'));
  expect(await page.evaluate(() => window.site.composer?.())).toBe('locked');
  expect(await write()).toBe(false);
  await draw(FOOTER);
  expect(await page.evaluate(() => window.site.composer?.())).toBe('closed');
  await draw(composer('Everyone'));
  expect(await page.evaluate(() => window.site.composer?.())).toBe('ready');
  await page.evaluate(() => {
    const editor = document.querySelector<HTMLElement>('[contenteditable]');
    document.querySelector('.chat-rtf-box__send')?.addEventListener('click', () => {
      document.title = editor?.textContent ?? '';
      editor?.replaceChildren();
    });
  });
  expect(await write()).toBe(true);
  expect(await written()).toBe('May we record?');
});

test('the microphone is told by its icon, and leaving is found in every language', async () => {
  const mute = () => page.evaluate(() => window.site.mute());
  const button = (icon: string) => `<button class="join-audio-container__btn"><svg class="${icon}"></svg></button>`;
  await draw(button('SvgAudioUnmute'));
  expect(await mute()).toBe('muted');
  await draw(button('SvgAudioMute'));
  expect(await mute()).toBe('live');
  await draw(button('other'));
  expect(await mute(), 'before the sound is joined').toBe('unknown');
  await draw('<button id="go"><svg class="SvgLeave"></svg></button>');
  expect(await page.evaluate(() => window.site.leaving()?.id)).toBe('go');
  const recording = () => page.evaluate(() => window.site.recording());
  expect(await recording()).toBe('off');
  await draw('<div class="recording-indication__recording-container">REC</div>');
  expect(await recording()).toBe('on');
});

test('five thousand people with names of ten thousand characters are read', async () => {
  const crowd = Array.from({ length: 5000 }, (_, n) =>
    row(n, n === 7 ? 'x'.repeat(10_000) : `Guest ${n}`, n === 0 ? '(Me)' : ''),
  );
  await draw(heads(5000) + list(...crowd));
  const read = await roster();
  expect(read).toMatchObject({ completeness: 'complete', counter: 5000 });
  expect(read.people[7]?.name).toHaveLength(10_000);
});

test('three hundred pictures and a thousand messages in one burst are read, each line once with its sender', async () => {
  const tiles = Array.from({ length: 300 }, (_, n) => tile(`Guest ${n}`)).join('');
  const burst = Array.from({ length: 1000 }, (_, at) =>
    message({ place: at, text: `line ${at}`, ...(at % 10 === 0 && { from: `Guest ${at / 10}` }) }),
  );
  await draw(heads(300) + list(row(0, 'Guest 0', '(Me)')) + tiles + chat(...burst));
  const { people } = await roster();
  expect(people).toHaveLength(300);
  expect(await roster()).toMatchObject({ completeness: 'partial', counter: 300 });
  const read = await lines();
  expect(new Set(read?.map(({ id }) => id)).size).toBe(1000);
  expect(read?.[999]?.sender.name).toBe('Guest 99');
});
