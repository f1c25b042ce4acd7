import { expect, test } from '@playwright/test';
import { ask } from '../../journeys/panel.ts';
import { HISTORY_MS, type Host, LONG, openPanel, press } from '../../journeys/party.ts';
import { enter } from './enter.ts';
import { BigBlueButtonRoom, SITE } from './stand-in.ts';

/** Lasting leave for somebody's server brings the right script to its meetings: a participant who pressed nothing is asked in the banner. */
test.describe.configure({ timeout: 120_000 });

let host: Host;
test.afterEach(() => host?.context.close());

test('on a server with lasting leave the banner asks whoever has pressed nothing', async () => {
  const room = new BigBlueButtonRoom();
  host = await openPanel(await enter(room, { name: 'Ada', leave: [`${SITE}/*`] }));
  await press(host);
  await host.panel.getByRole('button', { name: 'Always be ready on bbb.example' }).click({ timeout: LONG });
  await expect(host.panel.getByRole('button', { name: 'No longer on bbb.example' })).toBeVisible({ timeout: LONG });

  const ben = await host.context.newPage();
  await ben.goto(room.url({ joinAs: 'Ben' }));
  await ben.locator('[data-test="leaveMeetingDropdown"]').waitFor({ timeout: LONG });
  await ben.waitForTimeout(HISTORY_MS);
  await host.page.bringToFront();
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await ask(host);
  await expect(ben.locator('[data-ask-to-record]')).toBeAttached({ timeout: LONG });
});
