import { execFileSync } from 'node:child_process';
import { type Browser, expect as baseExpect, chromium, type Page, test } from '@playwright/test';
import { findChromium } from '../../browser/find.ts';
import { FFMPEG } from '../../media/ffmpeg.ts';
import { type Reading, readAll, readTone, secondOf, type Tone } from './clock.ts';
import { type Sandbox, startSandbox } from './server.ts';

/**
 * The sandbox meeting itself, with a browser process for each participant as in life. The three browsers are started
 * once; each test has a room of its own.
 */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

/** Three browsers on a busy machine take their time; what must be quick says so itself. */
const expect = baseExpect.configure({ timeout: 15_000 });

let sandbox: Sandbox;
let browsers: Browser[];
let rooms = 0;
let room = '';
const pages: Page[] = [];

test.beforeAll(async () => {
  sandbox = await startSandbox();
  const launch = () =>
    chromium.launch({
      executablePath: findChromium(),
      ignoreDefaultArgs: ['--mute-audio'],
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--autoplay-policy=no-user-gesture-required',
        '--disable-features=WebRtcHideLocalIpsWithMdns',
      ],
    });
  browsers = await Promise.all([launch(), launch(), launch()]);
});

test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await sandbox.close();
});

test.beforeEach(() => {
  room = `room-${++rooms}`;
});

test.afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

type Query = Readonly<Record<string, string>>;

/** Opens the lobby of the test's room in browser number `index`. */
async function open(index: number, name: string, query: Query = {}): Promise<Page> {
  const page = await (browsers[index] as Browser).newPage();
  pages.push(page);
  await page.goto(sandbox.roomUrl(room, { name, ...query }));
  return page;
}

async function enter(page: Page): Promise<void> {
  await control(page, 'join').click();
  await page.waitForSelector('[data-screen="call"]');
}

/** Joins without a click, as somebody who comes later. */
async function join(index: number, name: string, query: Query = {}): Promise<Page> {
  const page = await open(index, name, { autojoin: '1', ...query });
  await page.waitForSelector('[data-screen="call"]');
  return page;
}

async function together(hostQuery: Query = {}, guestQuery: Query = {}): Promise<[Page, Page]> {
  const [host, guest] = await Promise.all([open(0, 'Host', hostQuery), open(1, 'Participant 1', guestQuery)]);
  // In this order: whoever joins first is the host.
  await enter(host);
  await enter(guest);
  await expect(tiles(host)).toHaveCount(2);
  await expect(tiles(guest)).toHaveCount(2);
  return [host, guest];
}

const tiles = (page: Page) => page.locator('[data-tile]');
const rows = (page: Page) => page.locator('[data-roster] [data-person]');
const names = (page: Page) => page.locator('[data-roster] [data-name]');
const counter = (page: Page) => page.locator('[data-count]');
const messages = (page: Page) => page.locator('[data-message]');
const texts = (page: Page) => page.locator('[data-message] [data-text]');
const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`);

async function say(page: Page, text: string): Promise<void> {
  await page.locator('[data-chat-input]').fill(text);
  await page.locator('[data-chat-send]').click();
}

/** What the page shows, read like a frame of a recording. */
async function strips(page: Page): Promise<Reading[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const data = execFileSync(FFMPEG, ['-v', 'error', '-i', '-', '-f', 'rawvideo', '-pix_fmt', 'gray', '-'], {
    input: await page.screenshot({ scale: 'css' }),
    maxBuffer: 2 * width * height,
  });
  return readAll({ width, height, data });
}

/** Whom a page receives, told from half a second of their mixed sound. */
async function heard(page: Page): Promise<Tone[]> {
  const { samples, rate } = await page.evaluate(async () => {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 16_384 });
    for (const video of document.querySelectorAll<HTMLVideoElement>('[data-self="false"] video')) {
      context.createMediaStreamSource(video.srcObject as MediaStream).connect(analyser);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    await context.close();
    return { samples: [...samples], rate: context.sampleRate };
  });
  return readTone(samples, rate);
}

test('two browsers see each other in the people list and the counter', async () => {
  const [host, guest] = await together();
  for (const page of [host, guest]) {
    await expect(counter(page)).toHaveAttribute('data-count', '2');
    await expect(names(page)).toHaveText(['Host', 'Participant 1']);
    await expect(rows(page).first()).toHaveAttribute('data-host', 'true');
  }
  const ids = (page: Page) =>
    rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-participant-id')));
  expect(await ids(host)).toEqual(await ids(guest));
  expect(new Set(await ids(host)).size).toBe(2);
  await expect(guest.locator('[data-person][data-self="true"] [data-name]')).toHaveText('Participant 1');
});

test('three see and hear each other, two of one name, and their clocks can be read back', async () => {
  const [host] = await together();
  await join(2, 'Participant 1');
  await expect(counter(host)).toHaveAttribute('data-count', '3');
  await expect(names(host)).toHaveText(['Host', 'Participant 1', 'Participant 1']);
  const remote = host.locator('[data-self="false"] video');
  await expect(remote).toHaveCount(2);
  for (const video of await remote.all()) {
    const position = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
    const before = await position();
    await expect.poll(position).toBeGreaterThan(before + 0.3);
  }
  // A tile may lag behind the page's own clock, by the way through codec and network.
  await expect.poll(async () => (await strips(host)).map(({ number }) => number).sort()).toEqual([0, 1, 2, 3]);
  const before = Date.now();
  const readings = await strips(host);
  for (const { ms } of readings) {
    expect(ms).toBeGreaterThan(before - 3000);
    expect(ms).toBeLessThanOrEqual(Date.now());
  }

  await expect.poll(async () => (await heard(host)).map(({ number }) => number)).toEqual([2, 3]);
  const tones = await heard(host);
  const at = Date.now() - 500;
  for (const { step } of tones) expect(Math.abs(secondOf(step, at) - at)).toBeLessThan(2500);
});

test('mute and camera reach the others, in sound, picture and page', async () => {
  const [host, guest] = await together();
  await expect.poll(async () => (await heard(host)).map(({ number }) => number)).toEqual([2]);
  await control(guest, 'microphone').click();
  await control(guest, 'camera').click();
  await expect(control(guest, 'microphone')).toHaveAttribute('aria-pressed', 'true');
  const tile = host.locator('[data-tile][data-self="false"]');
  await expect(tile).toHaveAttribute('data-muted', 'true');
  await expect(tile).toHaveAttribute('data-camera', 'off');
  await expect.poll(() => heard(host)).toEqual([]);
});

test('chat arrives with ids, echoes as You, and refuses what is too long', async () => {
  const [host, guest] = await together();
  await say(guest, 'Hello');
  const own = messages(guest);
  const seen = messages(host);
  await expect(own.locator('[data-sender]')).toHaveText('You');
  await expect(seen.locator('[data-sender]')).toHaveText('Participant 1');
  await expect(seen.locator('time')).toHaveAttribute('datetime', /^\d{4}-.*Z$/);
  const id = await own.getAttribute('data-message-id');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await expect(seen).toHaveAttribute('data-message-id', id ?? '');
  const sender = await host.locator('[data-person][data-self="false"]').getAttribute('data-participant-id');
  await expect(seen).toHaveAttribute('data-sender-id', sender ?? '');

  await say(guest, 'x'.repeat(501));
  await expect(guest.locator('[data-chat-error]')).toContainText('501');
  await say(guest, 'x'.repeat(500));
  await expect(seen).toHaveCount(2);
  await expect(own).toHaveCount(2);

  // The host clears the chat for everyone; nobody else can.
  await expect(control(guest, 'wipe')).toHaveCount(0);
  await control(host, 'wipe').click();
  await expect(seen).toHaveCount(0);
  await expect(own).toHaveCount(0);
});

test('a rename keeps the id; leaving and rejoining makes a new one', async () => {
  const [host, guest] = await together();
  const row = host.locator('[data-person][data-self="false"]');
  const id = await row.getAttribute('data-participant-id');
  await control(guest, 'rename').click();
  await guest.locator('[data-rename-input]').fill('Participant One');
  await control(guest, 'save-name').click();
  await expect(row.locator('[data-name]')).toHaveText('Participant One');
  await expect(row).toHaveAttribute('data-participant-id', id ?? '');

  await control(guest, 'leave').click();
  await expect(guest.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
  await expect(guest.locator('[role="alert"]')).toHaveCount(0);
  await expect(rows(host)).toHaveCount(1);
  await control(guest, 'rejoin').click();
  await expect(row).toHaveCount(1);
  expect(await row.getAttribute('data-participant-id')).not.toBe(id);
});

test('a tab that is closed is gone for the others within a second', async () => {
  const [host, guest] = await together();
  await guest.close();
  const closed = Date.now();
  await host.waitForSelector('[data-count="1"]', { timeout: 1000 });
  await expect(rows(host)).toHaveCount(1);
  expect(Date.now() - closed).toBeLessThan(1000);
});

test.describe('switches', () => {
  test('ids=off, nomsgids=on, counter=off and mute=unknown take their attributes away', async () => {
    const [host, guest] = await together({ ids: 'off', nomsgids: 'on', counter: 'off', mute: 'unknown' });
    await say(guest, 'Hello');
    await expect(messages(host)).toHaveCount(1);
    const bare = '[data-participant-id], [data-sender-id], [data-message-id], [data-count], [data-muted]';
    await expect(host.locator(bare)).toHaveCount(0);
    expect(await host.locator('#app').innerHTML()).not.toContain(`${room}_`);
    await expect(control(host, 'microphone')).not.toHaveAttribute('aria-pressed');
    await expect(guest.locator('[data-participant-id]')).toHaveCount(4);
  });

  test('pictures=own takes nobody’s picture, but their sound, and the others see everybody', async () => {
    const [host, guest] = await together({}, { pictures: 'own' });
    await expect(async () => {
      expect((await strips(host)).map(({ number }) => number).sort()).toEqual([0, 1, 2]);
      expect((await strips(guest)).map(({ number }) => number).sort()).toEqual([0, 2]);
    }).toPass({ timeout: 15_000 });
    await expect(async () => expect((await heard(guest)).map(({ number }) => number)).toEqual([1])).toPass({
      timeout: 15_000,
    });
    const taken = await guest
      .locator('[data-self="false"] video')
      .evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream).getVideoTracks().length);
    expect(taken).toBe(0);
  });

  test('panels=exclusive keeps one panel in the page', async () => {
    const host = await join(0, 'Host');
    await expect(host.locator('[data-panel]')).toHaveCount(2);
    await host.getByRole('button', { name: 'Site switches' }).click();
    await host.locator('[data-switch="panels"]').click();
    await expect(host).toHaveURL(/panels=exclusive/);
    await host.getByRole('button', { name: 'Close switches' }).click();
    await expect(host.locator('[data-panel]')).toHaveCount(1);
    await control(host, 'people').click();
    await expect(host.locator('[data-panel="people"]')).toHaveCount(1);
    await expect(host.locator('[data-panel="chat"]')).toHaveCount(0);
    await control(host, 'people').click();
    await expect(host.locator('[data-panel]')).toHaveCount(0);
  });

  test('virtual=on mounts the rows in view and re-uses them', async () => {
    const [host] = await together({ virtual: 'on' });
    await join(2, 'Participant 2');
    await expect(counter(host)).toHaveAttribute('data-count', '3');
    await expect(names(host)).toHaveText(['Host', 'Participant 1']);
    const first = await rows(host).first().elementHandle();
    await host.locator('[data-roster]').evaluate((list) => list.scrollTo({ top: 52 }));
    await expect(names(host).filter({ hasText: 'Participant 2' })).toHaveCount(1);
    await expect(rows(host)).toHaveCount(2);
    expect(await first?.evaluate((row) => row.querySelector('[data-name]')?.textContent)).toBe('Participant 2');
  });

  test('replay=on sends a late joiner what was said before', async () => {
    const [host, guest] = await together();
    await say(host, 'First');
    await say(guest, 'I agree');
    await expect(messages(host)).toHaveCount(2);
    await guest.close();
    await expect(rows(host)).toHaveCount(1);
    const late = await join(2, 'Participant 2', { replay: 'on' });
    await expect(texts(late)).toHaveText(['First', 'I agree']);
    const without = await join(1, 'Participant 3');
    await expect(rows(without)).toHaveCount(3);
    await expect(messages(without)).toHaveCount(0);
  });

  test('late shows tile and sound at once, row and counter later', async () => {
    const host = await join(0, 'Host', { late: '2500' });
    await join(1, 'Participant 1');
    await expect(tiles(host)).toHaveCount(2);
    await expect(counter(host)).toHaveAttribute('data-count', '1');
    await expect(rows(host)).toHaveCount(1);
    await expect(counter(host)).toHaveAttribute('data-count', '2', { timeout: 4000 });
    await expect(rows(host)).toHaveCount(2);
  });

  test('refusechat=on drops messages without a word; flicker=on makes the rows anew', async () => {
    const [host, guest] = await together({ flicker: 'on' }, { refusechat: 'on' });
    const row = await rows(host).first().elementHandle();
    await say(guest, 'Hello');
    await say(host, 'Anyone?');
    await expect(texts(guest)).toHaveText(['Anyone?']);
    await expect(texts(host)).toHaveText(['Anyone?']);
    await expect(guest.locator('[data-chat-error]')).toHaveCount(0);
    await expect.poll(() => row?.evaluate((element) => element.isConnected)).toBe(false);
    await expect(rows(host)).toHaveCount(2);
  });

  test('chat=names leaves the name only; edit=on changes a message in place', async () => {
    const [host, guest] = await together({ chat: 'names' }, { edit: 'on' });
    await say(guest, 'I agree');
    await expect(messages(host).locator('[data-sender]')).toHaveText('Participant 1');
    await expect(messages(host)).not.toHaveAttribute('data-sender-id');
    await expect(host.locator('[data-person][data-participant-id]')).toHaveCount(2);
    const id = await messages(host).getAttribute('data-message-id');
    await control(guest, 'edit').click();
    await guest.locator('[data-edit-input]').fill('I do not agree');
    await control(guest, 'save-edit').click();
    await expect(texts(host)).toHaveText('I do not agree');
    await expect(messages(host)).toHaveAttribute('data-edited', 'true');
    await expect(messages(host)).toHaveAttribute('data-message-id', id ?? '');
  });
});
