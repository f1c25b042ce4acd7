import { expect, test } from '@playwright/test';
import { presses, reads } from '../../journeys/banner.ts';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { coversNothing } from '../covers.ts';
import { enter, toolbarButton } from './enter.ts';
import { JitsiRoom } from './stand-in.ts';

/** Long enough for whole chunks, of a second each, to be kept. */
const RECORDED_MS = 3500;

/** How often the question stands in the chat. */
const asked = (room: JitsiRoom) => room.lines().filter(({ text }) => text.startsWith('May we record this')).length;

/** The whole consent journey under Jitsi's real address, with the built extension and real capture. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const lang of ['en']) {
  test.describe(`the page in ${lang}`, () => {
    const room = new JitsiRoom();
    let host: Host;
    /** With the extension, in a browser of their own. */
    let ben: Guest;
    /** Without it. */
    let cem: string;

    test.beforeAll(async () => {
      host = await arm(await enter(room, { name: 'Ada', lang }));
      ben = await enter(room, { name: 'Ben', lang });
      cem = await room.joins('Cem');
    });
    test.afterEach(async ({}, info) => {
      if (info.status === info.expectedStatus) return;
      const shown = { meeting: host.page, panel: host.panel, ben: ben.page };
      for (const [name, page] of Object.entries(shown)) await page.screenshot({ path: info.outputPath(`${name}.png`) });
    });
    test.afterAll(() => Promise.all([host.context.close(), ben.context.close()]));

    test('everybody is listed with every panel closed, and a shared screen is nobody', async () => {
      await room.presents(cem);
      await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
      await room.waits('Eve');
      const warning = host.panel.getByText('The names of people who wait to be let in are on your screen.');
      await expect(warning).toBeVisible({ timeout: LONG });
    });

    test('everybody is asked in the chat; nothing is recorded before the last one has agreed', async () => {
      await ask(host);
      await expect
        .poll(
          () =>
            room
              .lines()
              .map(({ text }) => text)
              .join(),
          { timeout: LONG },
        )
        .toContain('May we record');
      await toolbarButton(ben.page, 'chat').click();
      await coversNothing(ben.page);
      await presses(ben, 'Agree');
      await rests(host, 'Waiting for 1 of 3');
      await room.says(cem, 'I agree');
      await records(host);
      await reads(ben, 'Recording');
      await toolbarButton(ben.page, 'participants').click();
      await coversNothing(ben.page);
      const log = await logOf(host);
      expect(only(log, 'gate-opened')[0]?.roster).toHaveLength(3);
      expect(only(log, 'roster-read').at(-1)).toMatchObject({ source: 'api', completeness: 'complete', counter: 3 });
    });

    test('whoever comes later stops it at once, and it goes on when they have agreed', async () => {
      const dia = await room.joins('Dia');
      await rests(host, 'Waiting for 1 of 4');
      await expect.poll(() => asked(room), { timeout: LONG }).toBe(2);
      await room.says(dia, 'I agree');
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
    });
  });
}
