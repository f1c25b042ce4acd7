import { expect, test } from '@playwright/test';
import { presses, reads } from '../../journeys/banner.ts';
import { recorded } from '../../journeys/fault-stage.ts';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { coversNothing } from '../covers.ts';
import { enter, panelButton, questions } from './enter.ts';
import { WebexRoom } from './stand-in.ts';

/** The whole consent journey under Webex's real address, with the built extension and real capture, in two directions of writing. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const hl of ['en', 'ar']) {
  test.describe(`the page in ${hl}`, () => {
    const room = new WebexRoom();
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

    test('the list is read while it is open beside the chat', async () => {
      await panelButton(host.page, 'people').click();
      await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
      for (const { page } of [host, ben]) await panelButton(page, 'chat').click();
    });

    test('everybody is asked in the chat; nothing is recorded before the last one has agreed', async () => {
      await ask(host);
      await expect(questions(host.page)).toHaveCount(1, { timeout: LONG });
      await coversNothing(ben.page);
      await presses(ben, 'Agree');
      await rests(host, 'Waiting for 1 of 3');
      await room.says(cem, 'I agree');
      await records(host);
      await reads(ben, 'Recording');
      await coversNothing(ben.page);
      const [opened] = only(await logOf(host), 'gate-opened');
      expect(opened?.roster).toHaveLength(3);
    });

    test('whoever comes later stops it at once, and it goes on when they have agreed', async () => {
      const dia = await room.joins('Dia');
      await rests(host, /./);
      await expect(host.panel.getByText('Dia').first()).toBeVisible({ timeout: LONG });
      await expect(questions(host.page)).toHaveCount(2, { timeout: LONG });
      await room.says(dia, 'I agree');
      await records(host);
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
