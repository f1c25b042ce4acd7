import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { storedChunks } from './fault-stage.ts';
import { ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** What is heard of a recording in the player: each side by itself, silence passed over, and what a stretch would leave if it were cut. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let cem: Guest;
let library: Page;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  await ask(host);
  await cem.page.getByText('May we record this meeting?').first().waitFor();
  await chat(cem, 'I agree');
  await records(host);
  // Both are heard, then nobody, then both.
  await more(6);
  await switchMicrophones('true');
  await more(6);
  await switchMicrophones('false');
  await more(6);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBe(1);
  library = await host.context.newPage();
  await library.addInitScript(tapWhatIsHeard);
  await library.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  await button('records.play').click({ timeout: LONG });
  await expect.poll(() => at(), { timeout: LONG }).toBeGreaterThan(300);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

/** So many chunks more than there are. */
async function more(chunks: number): Promise<void> {
  const [opened] = only(await logOf(host), 'gate-opened');
  const stored = async () => (await storedChunks(host.panel, opened?.epoch ?? '')).length;
  const before = await stored();
  await expect.poll(stored, { timeout: LONG }).toBeGreaterThan(before + chunks);
}

async function switchMicrophones(muted: 'true' | 'false'): Promise<void> {
  for (const { page } of [cem, host]) {
    const microphone = page.locator('[data-control="microphone"]');
    await microphone.click();
    await expect(microphone).toHaveAttribute('aria-pressed', muted);
  }
}

/** In the page, before it runs: what goes to the ears goes through here, in the order in which it was connected. */
function tapWhatIsHeard(): void {
  const taps: AnalyserNode[] = [];
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...more: []) {
    if (to === this.context.destination) {
      const tap = new AnalyserNode(this.context);
      connect.call(this, tap);
      taps.push(tap);
    }
    return connect.call(this, to, ...more);
  } as typeof AudioNode.prototype.connect;
  Object.assign(globalThis, { taps });
}

type Word = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en];
const button = (word: Word) => library.getByRole('button', { name: en[word], exact: true });
const place = () => library.getByRole('slider', { name: en['player.place'] });
const at = () => library.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime * 1000);
const passed = () => library.getByText(/found so far\)$/);

/** Stretches that are drawn below the player's line, ms of the recording. */
async function drawn(what: 'pause' | 'marked'): Promise<{ from: number; to: number }[]> {
  const total = Number(await place().getAttribute('max'));
  const all = await library
    .locator(`.seek-bar rect.${what}`)
    .evaluateAll((found) => found.map((one) => [Number(one.getAttribute('x')), Number(one.getAttribute('width'))]));
  return all.map(([x = 0, width = 0]) => ({ from: (x * total) / 1000, to: ((x + width) * total) / 1000 }));
}

async function goTo(ms: number): Promise<void> {
  await place().evaluate((input: HTMLInputElement, to) => {
    input.value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, ms);
  await expect.poll(async () => Math.abs((await at()) - ms), { timeout: LONG }).toBeLessThan(1500);
}

/** The loudest of the others and of the host's own microphone, while so much of the recording is played. */
function heardIn(playedMs: number): Promise<{ others: number; you: number }> {
  return library.evaluate(async (ms) => {
    const { taps } = globalThis as unknown as { taps: AnalyserNode[] };
    const video = document.querySelector('video');
    if (!video) throw new Error('no player');
    const loudest = taps.map(() => 0);
    // A tap holds the newest samples: those from before this moment have gone through it by then.
    const fresh = taps.map(({ context, fftSize }) => context.currentTime + (2 * fftSize) / context.sampleRate);
    const until = video.currentTime + ms / 1000;
    while (video.currentTime < until && !video.ended) {
      for (const [i, tap] of taps.entries()) {
        if (tap.context.currentTime < (fresh[i] ?? 0)) continue;
        const samples = new Float32Array(tap.fftSize);
        tap.getFloatTimeDomainData(samples);
        loudest[i] = Math.max(loudest[i] ?? 0, ...samples.map(Math.abs));
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [others = -1, you = -1] = loudest;
    return { others, you };
  }, playedMs);
}

test('the others and the host are heard each by themselves, or together', async () => {
  const hear = (word: Word) => library.getByRole('radio', { name: en[word], exact: true }).check({ force: true });
  await goTo(2500);
  const both = await heardIn(1200);
  expect(both.others).toBeGreaterThan(0.01);
  expect(both.you).toBeGreaterThan(0.01);
  await hear('player.side.others');
  await goTo(2500);
  const others = await heardIn(1200);
  expect(others.others).toBeGreaterThan(0.01);
  expect(others.you).toBe(0);
  await hear('player.side.you');
  await goTo(2500);
  const you = await heardIn(1200);
  expect(you.others).toBe(0);
  expect(you.you).toBeGreaterThan(0.01);
  await hear('player.side.both');
});

test('silence is passed over, and it says how much was found', async () => {
  await library.getByLabel(en['player.skip']).check();
  await expect(passed()).toBeVisible({ timeout: LONG });
  const [longest] = (await drawn('pause')).toSorted((a, b) => b.to - b.from - (a.to - a.from));
  if (!longest) throw new Error('no silence found');
  const { from, to } = longest;
  expect(to - from).toBeGreaterThan(2000);
  // Between a second before the silence and what follows it, nothing in its middle is ever shown.
  await goTo(Math.max(0, from - 1000));
  const seen = await placesUntil(to);
  expect(seen.filter((one) => one > from + 600 && one < to - 600)).toEqual([]);
  await library.getByLabel(en['player.skip']).uncheck();
  await expect(passed()).toBeHidden();
});

test('a stretch that is drawn over the timeline is marked, and the recording can be heard without it', async () => {
  const line = library.locator('.timeline svg');
  await line.scrollIntoViewIfNeeded();
  const box = await line.boundingBox();
  if (!box) throw new Error('no timeline');
  const recorded = await line.locator('rect.kept').first().boundingBox();
  if (!recorded) throw new Error('nothing recorded');
  const y = box.y + box.height / 2;
  await library.mouse.move(recorded.x + recorded.width * 0.3, y);
  await library.mouse.down();
  await library.mouse.move(recorded.x + recorded.width * 0.45, y, { steps: 4 });
  await library.mouse.move(recorded.x + recorded.width * 0.6, y, { steps: 4 });
  await library.mouse.up();
  await expect(library.getByText(/^Marked: from .* to .*, /)).toBeVisible();
  const [marked] = await drawn('marked');
  if (!marked) throw new Error('nothing is drawn as marked');
  const { from, to } = marked;
  expect(to - from).toBeGreaterThan(2000);
  await library.getByLabel(en['cut.without']).check();
  await goTo(from - 1000);
  const without = await placesUntil(to);
  expect(without.filter((one) => one > from + 600 && one < to - 600)).toEqual([]);
  await library.getByLabel(en['cut.without']).uncheck();
  await goTo(from - 1000);
  const whole = await placesUntil(to);
  expect(whole.filter((one) => one > from + 600 && one < to - 600).length).toBeGreaterThan(3);
  expect(only(await logOf(host), 'cut')).toEqual([]);
});

test('a place by a drag along the player’s own line', async () => {
  await place().scrollIntoViewIfNeeded();
  const box = await place().boundingBox();
  if (!box) throw new Error('no line');
  const total = Number(await place().getAttribute('max'));
  const y = box.y + box.height / 2;
  await library.mouse.move(box.x + box.width * 0.2, y);
  await library.mouse.down();
  await library.mouse.move(box.x + box.width * 0.7, y, { steps: 5 });
  await library.mouse.up();
  await expect.poll(async () => Math.abs((await at()) - total * 0.7), { timeout: LONG }).toBeLessThan(2500);
});

/** Where the player is, look by look, from now until it has come so far. Plays if it does not. */
async function placesUntil(ms: number): Promise<number[]> {
  if (await button('player.play').isVisible()) await button('player.play').click();
  return library.evaluate(async (end) => {
    const video = document.querySelector('video');
    if (!video) throw new Error('no player');
    const seen: number[] = [];
    while (video.currentTime * 1000 < end && !video.ended) {
      if (!video.seeking) seen.push(video.currentTime * 1000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return seen;
  }, ms);
}
