import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { presses, reads } from '../../journeys/banner.ts';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests, says } from '../../journeys/party.ts';
import { enter, railButton } from './enter.ts';
import { TeamsRoom } from './stand-in.ts';

/** Long enough for whole chunks, of a second each, to be kept. */
const RECORDED_MS = 3500;

/** The whole consent journey under Teams' real address, with the built extension and real capture: the chat in the page, and in a frame. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const query of [{ hl: 'en' }, { hl: 'ja', chat: 'frame', rows: 'live' }]) {
  test.describe(`the page in ${query.hl}`, () => {
    const room = new TeamsRoom();
    let host: Host;
    /** With the extension, in a browser of their own. */
    let ben: Guest;
    /** Without it. */
    let cem: string;

    test.beforeAll(async () => {
      host = await arm(await enter(room, { name: 'Ada', query }));
      ben = await enter(room, { name: 'Ben', query });
      cem = await room.joins('Cem');
    });
    test.afterEach(async ({}, info) => {
      if (info.status === info.expectedStatus) return;
      const shown = { meeting: host.page, panel: host.panel, ben: ben.page };
      for (const [name, page] of Object.entries(shown)) await page.screenshot({ path: info.outputPath(`${name}.png`) });
      const log = (await logOf(host)).map((entry) => `${JSON.stringify(entry)}\n`);
      writeFileSync(info.outputPath('log.jsonl'), log.join(''));
    });
    test.afterAll(() => Promise.all([host.context.close(), ben.context.close()]));

    test('the list is read while People is open, and confirmed with one click when the chat is', async () => {
      await railButton(host.page, 'people').click();
      await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
      await room.waits('Eve');
      const warning = host.panel.getByText('The names of people who wait to be let in are on your screen.');
      await expect(warning).toBeVisible({ timeout: LONG });
      await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
      await railButton(host.page, 'chat').click();
      await railButton(ben.page, 'chat').click();
      await expect(warning).toHaveCount(0, { timeout: LONG });
      await act(host.panel, 'This list is complete');
      await expect(host.panel.getByText('You confirmed this list by hand', { exact: false })).toBeVisible({
        timeout: LONG,
      });
    });

    test('everybody is asked in the chat; nothing is recorded before the last one has agreed', async () => {
      await ask(host);
      await expect.poll(() => asked(room), { timeout: LONG }).toBe(1);
      await coversNothing(ben);
      await presses(ben, 'Agree');
      await rests(host, 'Waiting for 1 of 3');
      await room.says(cem, 'I agree');
      await records(host);
      await reads(ben, 'Recording');
      await coversNothing(ben);
      const log = await logOf(host);
      expect(only(log, 'gate-opened')[0]?.roster).toHaveLength(3);
      expect(only(log, 'participant-joined').every(({ self, stable }) => self || stable)).toBe(true);
    });

    test('whoever comes later stops it at once; one click reads the list anew, and it goes on when they have agreed', async () => {
      const dia = await room.joins('Dia');
      await rests(host, /./);
      await act(host.panel, en['open.list']);
      await expect(host.panel.getByText('Dia').first()).toBeVisible({ timeout: LONG });
      await expect.poll(() => asked(room), { timeout: LONG }).toBe(2);
      await room.says(dia, 'I agree');
      await act(host.panel, 'This list is complete');
      await records(host);
    });

    test('a no in the chat stops it, and the host’s stop is told to everybody', async () => {
      await room.says(cem, 'stop recording');
      const last = async () => only(await logOf(host), 'answered').at(-1)?.answer;
      await expect.poll(last, { timeout: LONG }).toBe('withdrawn');
      await rests(host, /./);
      await room.says(cem, 'I agree');
      await records(host);
      await host.page.waitForTimeout(RECORDED_MS);
      await act(host.panel, 'Stop');
      await rests(host, 'Stopped');
      await reads(ben, 'stopped');
      const kept = async () => only(await logOf(host), 'segment-sealed').filter(({ bytes }) => bytes > 0).length;
      await expect.poll(kept, { timeout: LONG }).toBeGreaterThan(0);
      await says(host, 'Stopped');
    });
  });
}

/** How often the question stands in the chat. */
function asked(room: TeamsRoom): number {
  return room.lines().filter(({ text }) => text.startsWith('May we record this meeting?')).length;
}

/** No button and no field of the page lies under the banner. */
async function coversNothing({ page }: Guest): Promise<void> {
  const covered = () =>
    page.evaluate(() => {
      const banner = document.querySelector('[data-ask-to-record]')?.getBoundingClientRect();
      if (!banner?.width) return ['no banner'];
      const controls = 'button, [role="button"], [contenteditable="true"]';
      const frames = [...document.querySelectorAll('iframe')].flatMap((frame) => {
        const { left, top } = frame.getBoundingClientRect();
        return [...(frame.contentDocument?.querySelectorAll(controls) ?? [])].map((of) => ({ of, left, top }));
      });
      const here = [...document.querySelectorAll(controls)].map((of) => ({ of, left: 0, top: 0 }));
      const under = [...here, ...frames].filter(({ of, left, top }) => {
        const box = of.getBoundingClientRect();
        const across = box.left + left < banner.right && box.right + left > banner.left;
        return across && box.top + top < banner.bottom && box.bottom + top > banner.top;
      });
      return under.map(({ of }) => of.outerHTML);
    });
  await expect.poll(covered, { timeout: LONG }).toEqual([]);
}
