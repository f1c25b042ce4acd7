import { expect, test } from '@playwright/test';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { isAsked } from '../consent-journey.ts';
import { enter, panelButton } from './enter.ts';
import { MeetRoom } from './stand-in.ts';

/** The small window that stays on top takes the tiles away from the page, or shows them a second time. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const room = new MeetRoom();
let host: Host;
let cem: string;

test.beforeAll(async () => {
  host = await arm(await enter(room, { name: 'Ada' }));
  cem = await room.joins('Cem');
  await panelButton(host.page, 'chat').click();
  await act(host.panel, 'This list is complete');
  await ask(host);
  await expect(host.page.getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
  await room.says(cem, 'I agree');
  await records(host);
});
test.afterEach(async ({}, info) => {
  if (info.status === info.expectedStatus) return;
  const shown = { meeting: host.page, panel: host.panel };
  for (const [name, page] of Object.entries(shown)) await page.screenshot({ path: info.outputPath(`${name}.png`) });
});
test.afterAll(() => host.context.close());

const epochs = async () => only(await logOf(host), 'gate-opened').length;
const tilesInPage = () => host.page.locator('main.stage [data-participant-id]');

test('tiles that moved there are still somebody: recording goes on, in the same epoch', async () => {
  const before = await epochs();
  await host.page.locator('button.small').click();
  await expect(tilesInPage()).toHaveCount(0, { timeout: LONG });
  await host.page.waitForTimeout(2500);
  await records(host);
  expect(await epochs()).toBe(before);
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
});

test('shown in both, everybody is counted once', async () => {
  await room.change(host.page, { smallToo: true });
  await expect(tilesInPage()).toHaveCount(2, { timeout: LONG });
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible();
  await records(host);
  await room.change(host.page, { smallToo: false });
  await expect(tilesInPage()).toHaveCount(0, { timeout: LONG });
});

test('whoever comes in is seen there, and stops it', async () => {
  const dia = await room.joins('Dia');
  await rests(host, /./);
  await expect(host.panel.getByText('Dia').first()).toBeVisible({ timeout: LONG });
  await isAsked(room, 2);
  await room.says(dia, 'I agree');
  await act(host.panel, 'This list is complete');
  await records(host);
});

test('one goes and another comes in one step, and only the small window shows it', async () => {
  await room.swaps(cem, 'Mallory');
  await rests(host, /./);
  await expect(host.panel.getByText('Mallory').first()).toBeVisible({ timeout: LONG });
});

test('the window is closed: tiles come back, and nobody has left the call', async () => {
  await host.page.evaluate(() => {
    const { documentPictureInPicture: pip } = window as unknown as { documentPictureInPicture: { window: Window } };
    pip.window.close();
  });
  await expect(tilesInPage()).not.toHaveCount(0, { timeout: LONG });
  expect(only(await logOf(host), 'meeting-left')).toEqual([]);
});
