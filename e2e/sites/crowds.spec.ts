import { expect, test } from '@playwright/test';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { LONG } from '../journeys/party.ts';
import { loadAdapter } from './adapter.ts';
import { BigBlueButtonRoom } from './bigbluebutton/stand-in.ts';
import { MeetRoom } from './meet/stand-in.ts';
import type { RoomState } from './room.ts';
import type { StandInRoom } from './stand-in.ts';
import { TeamsRoom } from './teams/stand-in.ts';
import { WebexRoom } from './webex/stand-in.ts';
import { ZoomRoom } from './zoom/stand-in.ts';

/**
 * Crowds, names and bursts as nobody wishes for them, read by each adapter off its whole stand-in: what comes behind the reading is the same code for
 * all and is tried with the extension on Meet's (meet/awkward.spec.ts). Jitsi's is read from a store: src/platforms/jitsi/read-state.test.ts.
 */
interface Crowded {
  readonly id: string;
  readonly open: () => { readonly room: StandInRoom<object>; readonly url: string };
  /** List and chat can be open at once. */
  readonly both: boolean;
}

const SITES: readonly Crowded[] = [
  { id: 'meet', both: false, open: () => at(new MeetRoom(), (room) => room.url({ joinAs: 'Ada' })) },
  { id: 'teams', both: false, open: () => at(new TeamsRoom(), (room) => room.url({ joinAs: 'Ada' })) },
  { id: 'zoom', both: true, open: () => at(new ZoomRoom(), (room) => room.url({ joinAs: 'Ada' })) },
  { id: 'webex', both: true, open: () => at(new WebexRoom(), (room) => room.url({ joinAs: 'Ada' })) },
  { id: 'bigbluebutton', both: true, open: () => at(new BigBlueButtonRoom(), (room) => room.url({ joinAs: 'Ada' })) },
];
const at = <Room extends StandInRoom<object>>(room: Room, urlOf: (room: Room) => string) => ({
  room,
  url: urlOf(room),
});

/** One look may take so long with five thousand people, on a machine that does other things too, ms. */
const LOOK_MS = 1000;

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium({}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
test.afterAll(() => browser.close());

for (const { id, open, both } of SITES)
  test.describe(id, () => {
    let room: StandInRoom<object>;
    let page: Page;

    test.beforeEach(async () => {
      const opened = open();
      room = opened.room;
      // The adapter stands in for our isolated world, to which the page's policy does not reach.
      const context = await browser.newContext({ bypassCSP: true });
      await room.serve(context);
      page = await context.newPage();
      await page.goto(opened.url);
      await room.joins('Zed');
      // Sites take the meeting's id out of the address before this adapter is there.
      await page.evaluate((address) => history.replaceState(null, '', address), opened.url);
      await loadAdapter(page, id);
      await expect.poll(() => page.evaluate(() => window.site.place()), { timeout: LONG }).toBe('call');
    });
    test.afterEach(() => page.context().close());

    const shows = async (panel: 'people' | 'chat') => {
      await page.evaluate((which) => {
        if (!window.site.panels?.shown().includes(which)) window.site.panels?.press(which);
      }, panel);
      await expect.poll(() => page.evaluate(() => window.site.panels?.shown()), { timeout: LONG }).toContain(panel);
    };

    test('five thousand people are read in bounded time, and a list that is not whole is not called whole', async () => {
      await shows('people');
      await room.fill(5000);
      const { roster, took } = await page.evaluate(() => {
        const from = performance.now();
        const read = window.site.roster();
        return { roster: read, took: performance.now() - from };
      });
      expect(roster.counter).toBe(5002);
      if (roster.completeness === 'complete') expect(roster.people).toHaveLength(5002);
      expect(roster.people.filter(({ self }) => self).length).toBeLessThanOrEqual(1);
      expect(took).toBeLessThan(LOOK_MS);
    });

    test('names that look alike, run backwards, have ten thousand letters or claim to be oneself are names', async () => {
      // U+0435 and U+043D are Cyrillic; U+202E turns what follows round.
      const strange = ['Ben', 'B\u0435\u043d', '\u202Eneb\u202C', 'x'.repeat(10_000), 'Ada (Host)', 'Everyone'];
      for (const name of strange) await room.joins(name);
      await shows('people');
      const read = () => page.evaluate(() => window.site.roster());
      await expect.poll(async () => (await read()).people.length, { timeout: LONG }).toBe(strange.length + 2);
      const { people } = await read();
      for (const name of strange) expect(people.filter((one) => one.name.trim() === name.trim())).toHaveLength(1);
      const selves = people.filter(({ self }) => self);
      expect(selves.every(({ name }) => name === 'Ada')).toBe(true);
    });

    test('a thousand messages at once: none is said to be anybody’s but its writer’s', async () => {
      const ben = await room.joins('Ben');
      const cem = await room.joins('Cem');
      if (both) await shows('people');
      await shows('chat');
      await page.evaluate(() => window.site.roster());
      await room.burst(ben, 500, (n) => `Ben says ${n}`);
      await room.burst(cem, 500, (n) => `Cem says ${n}`);
      const lines = () => page.evaluate(() => window.site.chat());
      const texts = async () => (await lines())?.map(({ text }) => text);
      await expect.poll(texts, { timeout: LONG }).toContain('Cem says 499');
      const read = (await lines()) ?? [];
      // What the site itself adds behind a name, "(Guest)", stays there.
      const spoke = ({ name }: { readonly name: string | null }) => name?.split(' (')[0] ?? null;
      for (const { sender, text } of read) expect([null, text.slice(0, 3)]).toContain(spoke(sender));
      expect(read.filter(({ sender }) => sender.self)).toEqual([]);
    });
  });

/** Between a list's run to its end and the event that tells of it more may come in: on a slow machine it did. */
test('messages that come in while Teams’ list runs to its end are drawn and read', async () => {
  const room = new TeamsRoom();
  const context = await browser.newContext({ bypassCSP: true });
  await room.serve(context);
  const page = await context.newPage();
  await page.goto(room.url({ joinAs: 'Ada' }));
  await room.joins('Ben');
  await loadAdapter(page, 'teams');
  await page.locator('#chat-button').click();
  await page.locator('[data-tid="ckeditor"]').waitFor({ timeout: LONG });
  await page.evaluate(async () => {
    const list = document.querySelector('[data-view="message-pane-list-viewport"]');
    const { standIn } = window as unknown as { standIn: { now(): { room: RoomState }; show(room: RoomState): void } };
    const { room: before } = standIn.now();
    const ben = before.members.at(-1);
    const lines = Array.from({ length: 600 }, (_, n) => ({
      id: `messages/${n + 1}`,
      from: ben?.id ?? '',
      name: 'Ben',
      at: Date.now(),
      text: `line ${n}`,
    }));
    standIn.show({ ...before, lines: lines.slice(0, 300) });
    while (list?.scrollTop === 0) await new Promise((resolve) => setTimeout(resolve));
    standIn.show({ ...before, lines });
  });
  const texts = () => page.evaluate(() => window.site.chat()?.map(({ text }) => text));
  await expect.poll(texts, { timeout: LONG }).toContain('line 599');
  await context.close();
});
