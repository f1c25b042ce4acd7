import { expect, test } from '@playwright/test';
import { presses, reads } from '../../journeys/banner.ts';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter, panelButton, view, viewFrame } from './enter.ts';
import { ZoomRoom } from './stand-in.ts';

const DRAFT = 'half a thought';

/** The whole consent journey under Zoom's real address, in the frame that it has there, in two directions of writing. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const hl of ['en', 'ar']) {
  test.describe(`the page in ${hl}`, () => {
    const room = new ZoomRoom();
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

    test('people and chat stand side by side: the list is whole, and nobody need confirm it', async () => {
      await panelButton(host.page, 'participant').click();
      await panelButton(host.page, 'chat').click();
      await panelButton(ben.page, 'chat').click();
      await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
    });

    test('everybody is asked in the chat, the host’s draft stays, and nothing is recorded before the last one has agreed', async () => {
      const editor = view(host.page).locator('.ProseMirror');
      await editor.fill(DRAFT);
      await ask(host);
      await expect(view(host.page).getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
      await expect(editor).toHaveText(DRAFT, { timeout: LONG });
      await coversNothing(ben);
      await presses(ben, 'Agree');
      await rests(host, 'Waiting for 1 of 3');
      await room.says(cem, 'I agree', room.idOf('Ada'));
      await expect(host.panel.getByText('A private chat is on your screen.')).toBeVisible({ timeout: LONG });
      await rests(host, /./);
      const yeses = only(await logOf(host), 'answered');
      expect(yeses, 'the host’s and Ben’s: a yes to one person is nobody’s').toHaveLength(2);
      await room.says(cem, 'I agree');
      await records(host);
      await reads(ben, 'Recording');
      await coversNothing(ben);
      const [opened] = only(await logOf(host), 'gate-opened');
      expect(opened?.roster).toHaveLength(3);
    });

    test('whoever comes later stops it at once, and it goes on when they have agreed', async () => {
      const dia = await room.joins('Dia');
      await rests(host, /./);
      await expect(host.panel.locator('li.person', { hasText: 'Dia' }).first()).toBeVisible({ timeout: LONG });
      await expect(view(host.page).getByText('May we record this meeting?')).toHaveCount(2, { timeout: LONG });
      await room.says(dia, 'I agree');
      await records(host);
    });

    test('a no in the chat stops it, and the host’s stop is told to everybody', async () => {
      await room.says(cem, 'stop recording');
      await rests(host, /./);
      expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('withdrawn');
      await room.says(cem, 'I agree');
      await records(host);
      await act(host.panel, 'Stop');
      await rests(host, 'Stopped');
      await reads(ben, 'stopped');
    });
  });
}

/** No button and no field of the meeting lies under the banner. The frame is as large as the page. */
async function coversNothing({ page }: Guest): Promise<void> {
  const covered = async () => {
    const banner = await page.evaluate(() => {
      const box = document.querySelector('[data-ask-to-record]')?.getBoundingClientRect();
      return box?.width ? { left: box.left, right: box.right, top: box.top, bottom: box.bottom } : null;
    });
    if (!banner) return ['no banner'];
    return viewFrame(page).evaluate((box) => {
      const controls = [...document.querySelectorAll('button, #wc-footer, [contenteditable="true"]')];
      const under = controls.filter((control) => {
        const { left, right, top, bottom } = control.getBoundingClientRect();
        return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
      });
      return under.map((control) => control.getAttribute('aria-label') ?? control.outerHTML);
    }, banner);
  };
  await expect.poll(covered, { timeout: LONG }).toEqual([]);
}
