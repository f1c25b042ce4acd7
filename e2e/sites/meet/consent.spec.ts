import { expect, test } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { presses, reads } from '../../journeys/banner.ts';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests, says } from '../../journeys/party.ts';
import { enter, panelButton } from './enter.ts';
import { MeetRoom } from './stand-in.ts';

/** Long enough for whole chunks, of a second each, to be kept. */
const RECORDED_MS = 3500;

/** The whole consent journey under Meet's real address, with the built extension and real capture, in two directions of writing. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const hl of ['en', 'ar', 'ja']) {
  test.describe(`the page in ${hl}`, () => {
    const room = new MeetRoom();
    let host: Host;
    /** With the extension, in a browser of their own. */
    let ben: Guest;
    /** Without it. */
    let cem: string;

    test.beforeAll(async () => {
      host = await arm(await enter(room, { name: 'Ada', hl }));
      ben = await enter(room, { name: 'Ben', hl });
      cem = await room.joins('Cem');
    });
    test.afterEach(async ({}, info) => {
      if (info.status === info.expectedStatus) return;
      const shown = { meeting: host.page, panel: host.panel, ben: ben.page };
      for (const [name, page] of Object.entries(shown)) await page.screenshot({ path: info.outputPath(`${name}.png`) });
    });
    test.afterAll(() => Promise.all([host.context.close(), ben.context.close()]));

    if (hl === 'ja')
      test('the tiles show everybody; one click in our panel opens the chat, by Meet’s own button', async () => {
        await panelButton(ben.page, 'chat').click();
        const open = host.panel.getByRole('button', { name: en['open.chat'] });
        await open.click({ timeout: LONG });
        await expect(panelButton(host.page, 'chat')).toHaveAttribute('aria-pressed', 'true', { timeout: LONG });
        await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
        await act(host.panel, 'This list is complete');
        await expect(host.panel.getByText('You confirmed this list by hand', { exact: false })).toBeVisible({
          timeout: LONG,
        });
        await expect(open).toHaveCount(0);
      });
    else
      test('the list is read while People is open, and confirmed with one click when the chat is', async () => {
        await panelButton(host.page, 'people').click();
        await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
        await expect(host.panel.getByText('Open the chat in the meeting page', { exact: false })).toBeVisible({
          timeout: LONG,
        });
        await room.waits('Eve');
        const warning = host.panel.getByText('The names of people who wait to be let in are on your screen.');
        await expect(warning).toBeVisible({ timeout: LONG });
        await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
        await panelButton(host.page, 'chat').click();
        await panelButton(ben.page, 'chat').click();
        await expect(warning).toHaveCount(0, { timeout: LONG });
        await act(host.panel, 'This list is complete');
        await expect(host.panel.getByText('You confirmed this list by hand', { exact: false })).toBeVisible({
          timeout: LONG,
        });
      });

    test('everybody is asked in the chat; nothing is recorded before the last one has agreed', async () => {
      await ask(host);
      await expect(host.page.getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
      await coversNothing(ben);
      await presses(ben, 'Agree');
      await rests(host, 'Waiting for 1 of 3');
      await room.says(cem, 'I agree');
      await records(host);
      await reads(ben, 'Recording');
      await coversNothing(ben);
      await coversNothing(ben, 'people');
      const [opened] = only(await logOf(host), 'gate-opened');
      expect(opened?.roster).toHaveLength(3);
    });

    test('whoever comes later stops it at once, and it goes on when they have agreed and the list is confirmed', async () => {
      const dia = await room.joins('Dia');
      await rests(host, /./);
      await expect(host.panel.getByText('Dia').first()).toBeVisible({ timeout: LONG });
      await expect(host.page.getByText('May we record this meeting?')).toHaveCount(2, { timeout: LONG });
      await room.says(dia, 'I agree');
      await act(host.panel, 'This list is complete');
      await records(host);
    });

    test('a no in the chat stops it, and the host’s stop is told to everybody', async () => {
      await room.says(cem, 'stop recording');
      await rests(host, /./);
      expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('withdrawn');
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

/** No button and no field of the page lies under the banner, with this panel open. */
async function coversNothing({ page }: Guest, open: 'chat' | 'people' = 'chat'): Promise<void> {
  if (open === 'people') await panelButton(page, 'people').click();
  const covered = () =>
    page.evaluate(() => {
      const banner = document.querySelector('[data-ask-to-record]')?.getBoundingClientRect();
      if (!banner?.width) return ['no banner'];
      const under = [...document.querySelectorAll('button, [role="button"], textarea')].filter((control) => {
        const { left, right, top, bottom } = control.getBoundingClientRect();
        return left < banner.right && right > banner.left && top < banner.bottom && bottom > banner.top;
      });
      return under.map((control) => control.getAttribute('aria-label') ?? control.outerHTML);
    });
  await expect.poll(covered, { timeout: LONG }).toEqual([]);
  if (open === 'people') await panelButton(page, 'chat').click();
}
