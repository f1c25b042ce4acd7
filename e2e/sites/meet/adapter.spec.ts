import { expect, type Page, test } from '@playwright/test';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../browser/find.ts';
import { loadAdapter } from '../adapter.ts';

/** The adapter alone, on pieces of a page as the facts say that Meet builds them. */
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
  await page.route('https://meet.google.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body></body>' }),
  );
  await page.goto('https://meet.google.com/abc-defg-hij');
  await loadAdapter(page, 'meet');
});
test.afterEach(() => page.close());

const draw = (html: string) =>
  page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, html);
const id = (n: number) => `spaces/x/devices/${n}`;
const tile = (n: number, name: string, own = false) =>
  `<div data-participant-id="${id(n)}">${own ? `<i data-self-name="${name}"></i>` : ''}<span class="notranslate">${name}</span></div>`;
const row = (n: number, name: string) =>
  `<div role="listitem" data-participant-id="${id(n)}" aria-label="${name}"></div>`;
const list = (...rows: string[]) => `<div role="list">${rows.join('')}</div>`;
const heads = (n: number | string) => `<b data-avatar-count="${n}"></b>`;
const roster = () => page.evaluate(() => window.site.roster());
const names = async () => (await roster()).people.map(({ name }) => name);

test('a call is told from the green room and from having left by what is on the page', async () => {
  const place = () => page.evaluate(() => window.site.place());
  await draw(
    '<button jsname="CQylAd"></button><button data-is-muted="false"><i class="google-symbols">mic</i></button>',
  );
  expect(await place()).toBe('lobby');
  await draw('<button data-panel-id="2"></button>');
  expect(await place()).toBe('call');
  await draw('<p>Bye</p>');
  expect(await place()).toBe('left');
  await page.evaluate(() => history.pushState(null, '', '/klm-nopq-rst'));
  expect(await place()).toBe('lobby');
  await page.evaluate(() => history.pushState(null, '', '/'));
  expect(await page.evaluate(() => window.site.meeting())).toBe('klm-nopq-rst');
  await draw('<i class="google-symbols">closed_caption_off</i>');
  expect(await place()).toBe('call');
});

test('the head count is read in the digits of any language, the larger of two, and never from a number that is none', async () => {
  const counter = async () => (await roster()).counter;
  await draw(heads(3));
  expect(await counter()).toBe(3);
  await draw(`${heads(3)}<button data-panel-id="1">people ١٢</button>`);
  expect(await counter()).toBe(12);
  await draw('<button data-panel-id="1" aria-label="People - 7 joined"><i>people</i></button>');
  expect(await counter()).toBe(7);
  for (const none of [heads('3+'), heads(''), '<button data-panel-id="1">1 of 2</button>', '']) {
    await draw(none);
    expect(await counter(), none).toBeNull();
  }
});

test('the open list is whole when it is as long as the count; closed, it is remembered until the count moves', async () => {
  const self = tile(1, 'Ada', true);
  await draw(self + heads(3) + list(row(1, 'Ada'), row(2, 'Ben'), row(3, 'Cem')));
  expect(await roster()).toMatchObject({ completeness: 'complete', counter: 3, aside: 0 });
  expect((await roster()).people[0]).toEqual({ id: id(1), name: 'Ada', self: true, host: null });
  await draw(self + heads(3));
  expect(await roster()).toMatchObject({ completeness: 'partial', counter: 3 });
  expect(await names()).toEqual(['Ada', 'Ben', 'Cem']);
  await draw(self + tile(9, 'Dia') + heads(3));
  expect(await names(), 'a tile that nobody has seen is somebody new').toContain('Dia');
  await draw(self + heads(2));
  expect(await names()).toEqual(['Ada']);
  await draw(heads(2));
  expect(await roster(), 'with no tile left nobody new would be seen').toMatchObject({
    people: [],
    completeness: 'unknown',
  });
  await draw(self + heads(2));
  await draw(heads(2));
  await draw('');
  expect(await roster()).toMatchObject({ people: [], completeness: 'unknown', counter: null });
});

test('tiles alone are never everybody, however many there are', async () => {
  await draw(tile(1, 'Ada', true) + tile(2, 'Ben') + heads(2));
  expect(await roster()).toMatchObject({ completeness: 'partial', counter: 2 });
});

test('a list that re-uses its rows is put together while it is scrolled, and is not taken for whole', async () => {
  await draw(tile(1, 'Ada', true) + heads(3) + list(row(1, 'Ada'), row(2, 'Ben')));
  expect(await names()).toEqual(['Ada', 'Ben']);
  await page.evaluate((other) => {
    const [, second] = document.querySelectorAll('[role="listitem"]');
    second?.setAttribute('data-participant-id', other);
    second?.setAttribute('aria-label', 'Cem');
  }, id(3));
  expect(await names()).toEqual(['Ada', 'Ben', 'Cem']);
  await draw(tile(1, 'Ada', true) + heads(3) + list(row(2, 'Ben'), row(3, 'Cem')));
  expect((await names()).toSorted()).toEqual(['Ada', 'Ben', 'Cem']);
  expect((await roster()).completeness).toBe('partial');
});

test('a presentation is set aside only while there are more rows than people: a name is what somebody chose', async () => {
  const rows = [row(1, 'Ada'), row(2, 'Ana'), row(3, 'Ana (Presentation)')];
  await draw(tile(1, 'Ada', true) + heads(2) + list(...rows));
  expect(await roster()).toMatchObject({ completeness: 'complete', aside: 1 });
  await draw(tile(1, 'Ada', true) + heads(3) + list(...rows));
  expect(await names()).toEqual(['Ada', 'Ana', 'Ana (Presentation)']);
  await draw(tile(1, 'Ada', true) + heads(2) + list(row(1, 'Ada'), row(2, 'Ana'), row(3, 'Ana (Unbekannt)')));
  expect((await roster()).completeness, 'an unknown language leaves a row too many').not.toBe('complete');
});

test('who waits to be let in is not in the call, and their list on the screen is told', async () => {
  await draw(tile(1, 'Ada', true) + heads(2) + list(row(7, 'Eve')) + list(row(1, 'Ada'), row(2, 'Ben')));
  expect(await names()).toEqual(['Ada', 'Ben']);
  expect(await page.evaluate(() => window.site.exposed())).toEqual(['lobby-list']);
  await draw(tile(1, 'Ada', true) + heads(3) + list(row(7, 'Eve')) + list(row(1, 'Ada'), row(2, 'Ben')));
  expect(await names(), 'the count says that three are in').toContain('Eve');
  expect(await page.evaluate(() => window.site.exposed())).toEqual([]);
});

const message = (n: number, text: string) =>
  `<div data-message-id="m${n}"><div jsname="dTKtvb"><div>${text}</div></div><button>Pin</button></div>`;
const group = (sender: string | null, ...messages: string[]) =>
  `<div jsname="Ypafjf"><div>${sender === null ? '' : `<div>${sender}</div>`}<div jsname="biJjHb">10:00</div></div>${messages.join('')}</div>`;
const chat = (...groups: string[]) => `<div jsname="xySENc" aria-live="polite">${groups.join('')}</div>`;
const lines = () => page.evaluate(() => window.site.chat());

test('every message has the sender of its group, its id, and its words without the buttons around them', async () => {
  await draw(chat(group('Cem', message(1, 'I agree'), message(2, 'a<br>b')), group('You', message(3, 'hello'))));
  expect(await lines()).toEqual([
    { id: 'm1', sender: { id: null, name: 'Cem', self: false }, text: 'I agree', edited: false },
    { id: 'm2', sender: { id: null, name: 'Cem', self: false }, text: 'a\nb', edited: false },
    { id: 'm3', sender: { id: null, name: null, self: true }, text: 'hello', edited: false },
  ]);
});

test('a chat that is closed, hidden, or not understood is not read; an empty one is', async () => {
  await draw('');
  expect(await lines()).toBeNull();
  await draw(`<div style="display:none">${chat(group('Cem', message(1, 'I agree')))}</div>`);
  expect(await lines()).toBeNull();
  await draw(chat('<p>I agree</p>'));
  expect(await lines()).toBeNull();
  await draw(chat());
  expect(await lines()).toEqual([]);
});

test('without a place for the sender a line is nobody’s', async () => {
  await draw(chat(message(1, 'I agree')));
  expect((await lines())?.map(({ sender }) => sender)).toEqual([{ id: null, name: null, self: false }]);
});

test('a message is typed, sent, and the draft put back; a field that is locked or too small is left alone', async () => {
  const field = (more: string) =>
    `${chat()}<textarea jsname="YPqjbf" ${more}></textarea><button jsname="c6xSqd" disabled></button>`;
  const write = (text: string) =>
    page.evaluate((words) => window.site.write(words, new AbortController().signal), text);
  const ready = () =>
    page.evaluate(() => {
      const [input, send] = [document.querySelector('textarea'), document.querySelector('button')];
      if (!input || !send) throw new Error('no field');
      input.addEventListener('input', () => setTimeout(() => (send.disabled = input.value === ''), 100));
      send.addEventListener('click', () => {
        document.title = input.value;
        input.value = '';
      });
      input.value = 'half a thought';
    });
  await draw(field('maxlength="500"'));
  await ready();
  expect(await write('May we record?')).toBe(true);
  expect(await page.title()).toBe('May we record?');
  expect(await page.locator('textarea').inputValue()).toBe('half a thought');
  expect(await write('x'.repeat(501))).toBe(false);
  await draw(field('disabled'));
  expect(await write('May we record?')).toBe(false);
  await draw(field(''));
  expect(await write('May we record?'), 'the button never wakes up').toBe(false);
  expect(await page.locator('textarea').inputValue()).toBe('');
});

test('where a message would go is told: nowhere yet, to everybody, to nobody, or to another site', async () => {
  const composer = () => page.evaluate(() => window.site.composer?.());
  const field = (more = '') => `<textarea jsname="YPqjbf" ${more}></textarea>`;
  for (const [markup, is] of [
    ['', 'closed'],
    [`<div hidden>${field()}</div>`, 'closed'],
    [field(), 'ready'],
    [field('disabled'), 'locked'],
    [field('readonly'), 'locked'],
    ['<iframe src="https://chat.google.com/u/0/frame"></iframe>', 'foreign'],
    ['<iframe hidden src="https://chat.google.com/u/0/frame"></iframe>', 'closed'],
  ] as const) {
    await draw(markup);
    expect(await composer(), markup).toBe(is);
  }
});

test('panels are opened by Meet’s own buttons, and which one is open is read off them', async () => {
  const buttons = (people: string, chat: string) =>
    `<button data-panel-id="1" ${people}></button><button data-panel-id="2" ${chat}></button>`;
  const shown = () => page.evaluate(() => window.site.panels?.shown());
  await draw(buttons('aria-pressed="false"', 'aria-pressed="false"'));
  expect(await shown()).toEqual([]);
  await draw(buttons('aria-pressed="true"', 'aria-pressed="false"'));
  expect(await shown()).toEqual(['people']);
  await draw(buttons('aria-expanded="false"', 'aria-expanded="true"'));
  expect(await shown()).toEqual(['chat']);
  await draw(`${buttons('', '')}<textarea jsname="YPqjbf"></textarea>`);
  expect(await shown(), 'a button that says nothing').toEqual(['chat']);
  await draw(buttons('', ''));
  const pressed = await page.evaluate(() => {
    const presses: string[] = [];
    for (const button of document.querySelectorAll('button'))
      button.addEventListener('click', () => presses.push(button.dataset.panelId ?? ''));
    return [window.site.panels?.press('people'), window.site.panels?.press('chat'), presses.join()];
  });
  expect(pressed).toEqual([true, true, '1,2']);
  await draw('');
  expect(await page.evaluate(() => window.site.panels?.press('chat'))).toBe(false);
});

test('the microphone’s button is told from the camera’s, and leaving is found in every language', async () => {
  const button = (icon: string, muted: boolean) =>
    `<button data-is-muted="${muted}"><i class="google-symbols">${icon}</i></button>`;
  const mute = () => page.evaluate(() => window.site.mute());
  await draw(button('videocam', false) + button('mic_off', true));
  expect(await mute()).toBe('muted');
  await draw(button('videocam_off', true) + button('mic', false));
  expect(await mute()).toBe('live');
  await draw(button('videocam', false));
  expect(await mute()).toBe('unknown');
  await draw('<button>call_end</button>');
  expect(await page.evaluate(() => window.site.leaving()?.textContent)).toBe('call_end');
});

test('five thousand people with names of ten thousand characters are read', async () => {
  const crowd = Array.from({ length: 5000 }, (_, n) => row(n, n === 7 ? 'x'.repeat(10_000) : `Guest ${n}`));
  await draw(tile(0, 'Guest 0', true) + heads(5000) + list(...crowd));
  const read = await roster();
  expect(read).toMatchObject({ completeness: 'complete', counter: 5000 });
  expect(read.people[7]?.name).toHaveLength(10_000);
});
