import { expect, test } from '@playwright/test';
import { act, ask } from '../../journeys/panel.ts';
import {
  type Guest,
  HISTORY_MS,
  LONG,
  logOf,
  only,
  openPanel,
  press,
  records,
  rests,
  says,
} from '../../journeys/party.ts';
import { enter } from './enter.ts';
import { JitsiRoom } from './stand-in.ts';

/** Jitsi where its address does not tell: on somebody's own server. */
test.describe.configure({ timeout: 120_000 });

const guests: Guest[] = [];
test.afterEach(async ({}, info) => {
  for (const { name, context } of guests.splice(0)) {
    if (info.status !== info.expectedStatus)
      for (const [n, page] of context.pages().entries())
        await page.screenshot({ path: info.outputPath(`${name}-${n}.png`) });
    await context.close();
  }
});

test('on somebody’s own server: nothing of ours is there until the toolbar button is pressed, and then its store is read', async () => {
  const room = new JitsiRoom('https://jitsi.example');
  const guest = await enter(room, { name: 'Ada' });
  guests.push(guest);
  const host = await openPanel(guest);
  await says(host, 'No meeting here');
  await press(host);
  // It looks from now on: what it finds in the first moments may be history.
  await host.page.waitForTimeout(HISTORY_MS);
  const cem = await room.joins('Cem');
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await expect(host.panel.getByRole('button', { name: 'Always be ready on jitsi.example' })).toBeVisible();
  await ask(host);
  await expect.poll(() => room.lines().length, { timeout: LONG }).toBeGreaterThan(0);
  await room.says(cem, 'I agree');
  await records(host);
  expect(only(await logOf(host), 'roster-read').at(-1)).toMatchObject({ source: 'api', completeness: 'complete' });
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
});
