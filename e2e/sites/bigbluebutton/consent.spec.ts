import { expect, test } from '@playwright/test';
import { presses, reads } from '../../journeys/banner.ts';
import { recorded } from '../../journeys/fault-stage.ts';
import { act, ask } from '../../journeys/panel.ts';
import {
  arm,
  type Guest,
  HISTORY_MS,
  type Host,
  LONG,
  logOf,
  only,
  openPanel,
  press,
  records,
  rests,
  says,
} from '../../journeys/party.ts';
import { coversNothing } from '../covers.ts';
import { notesYes } from '../generic/host-list.ts';
import { enter, panelButton } from './enter.ts';
import { BigBlueButtonRoom } from './stand-in.ts';

/** How often the question stands in the chat. */
const asked = (room: BigBlueButtonRoom) => room.lines().filter(({ text }) => text.includes('[atr1 ask')).length;

/** The whole consent journey on a host that no manifest names, with the built extension and real capture, in two versions of the client. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const { lang, v } of [
  { lang: 'en', v: '3.0' },
  { lang: 'ar', v: '3.1' },
]) {
  test.describe(`version ${v} in ${lang}`, () => {
    const room = new BigBlueButtonRoom();
    let host: Host;
    /** With the extension, in a browser of their own. */
    let ben: Guest;
    /** Without it. */
    let cem: string;

    test.beforeAll(async () => {
      [host, ben] = [
        await openPanel(await enter(room, { name: 'Ada', lang, v })),
        await enter(room, { name: 'Ben', lang, v }),
      ];
      cem = await room.joins('Cem');
    });
    test.afterEach(async ({}, info) => {
      if (info.status === info.expectedStatus) return;
      const shown = { meeting: host.page, panel: host.panel, ben: ben.page };
      for (const [name, page] of Object.entries(shown)) await page.screenshot({ path: info.outputPath(`${name}.png`) });
    });
    test.afterAll(() => Promise.all([host.context.close(), ben.context.close()]));

    test('nothing of ours is in the page before the toolbar button is pressed; then the list is read', async () => {
      await says(host, 'No meeting here');
      await host.page.bringToFront();
      await press(host);
      await arm(ben);
      // Our script has come with the press, and for it the chat begins there.
      await ben.page.waitForTimeout(HISTORY_MS);
      await ben.page.bringToFront();
      if (v === '3.1') await panelButton(host.page, 'users').click();
      await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
      await room.waits('Eve');
      const warning = host.panel.getByText('The names of people who wait to be let in are on your screen.');
      await expect(warning).toBeVisible({ timeout: LONG });
      await expect(host.panel.getByText('3 in the meeting')).toBeVisible();
      await expect(host.panel.getByRole('button', { name: 'Always be ready on bbb.example' })).toBeVisible();
    });

    test('everybody is asked in the chat; nothing is recorded before the last one has agreed', async () => {
      if (v === '3.1') {
        for (const { page } of [host, ben]) await panelButton(page, 'chat').click();
        await confirmList(host);
      }
      await ask(host);
      await expect(host.page.getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
      await coversNothing(ben.page);
      await presses(ben, 'Agree');
      await rests(host, 'Waiting for 1 of 3');
      await room.says(cem, 'I agree');
      await records(host);
      await reads(ben, 'Recording');
      await coversNothing(ben.page);
      const [opened] = only(await logOf(host), 'gate-opened');
      expect(opened?.roster).toHaveLength(3);
      expect(only(await logOf(host), 'meeting-opened')).toMatchObject([{ platform: 'bigbluebutton' }]);
    });

    test('whoever comes later, by phone, stops it at once, and it goes on when they have agreed aloud', async () => {
      const before = asked(room);
      await room.joins('030 1234');
      await rests(host, /./);
      if (v === '3.1') await panelButton(host.page, 'users').click();
      await expect(host.panel.getByText('4 in the meeting')).toBeVisible({ timeout: LONG });
      await notesYes(host, '030 1234');
      if (v === '3.1') {
        // The list was closed while the count moved: one Ben may have left and another one come, so everybody is asked anew.
        await panelButton(host.page, 'chat').click();
        await confirmList(host);
        // The question goes into the chat once it is open again; a yes that comes sooner would be for the one before.
        await expect.poll(() => asked(room), { timeout: LONG }).toBeGreaterThan(before);
        await room.says(cem, 'I agree');
        await reads(ben, 'You are asked again');
        await presses(ben, 'Agree');
      }
      await records(host);
      if (v === '3.1') expect(only(await logOf(host), 'answered').at(-1)).toMatchObject({ grade: 'signed' });
    });

    test('a no in the chat stops it, and the host’s stop is told to everybody', async () => {
      await room.says(cem, 'stop recording');
      await rests(host, /./);
      expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('withdrawn');
      await room.says(cem, 'I agree');
      await records(host);
      await recorded(host, 2);
      await act(host.panel, 'Stop');
      await rests(host, 'Stopped');
      await reads(ben, 'stopped');
      const kept = async () => only(await logOf(host), 'segment-sealed').filter(({ bytes }) => bytes > 0).length;
      await expect.poll(kept, { timeout: LONG }).toBeGreaterThan(0);
    });
  });
}

async function confirmList({ panel }: Host): Promise<void> {
  await act(panel, 'This list is complete');
  await expect(panel.getByText('You confirmed this list by hand', { exact: false })).toBeVisible({ timeout: LONG });
}
