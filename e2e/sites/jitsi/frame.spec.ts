import { expect, test } from '@playwright/test';
import { presses, reads } from '../../journeys/banner.ts';
import { recorded } from '../../journeys/fault-stage.ts';
import { ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { coversNothing } from '../covers.ts';
import { enterFramed, toolbarButton } from './enter.ts';
import { JitsiRoom } from './stand-in.ts';

/** The whole consent journey where another site's page has the call in a frame, as portals embed it; the tab is recorded. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let room: JitsiRoom;
let host: Host;
/** With the extension, in a browser of their own. */
let ben: Guest;
/** Without it. */
let cem: string;

/** The call, in its frame. */
function call({ frame }: Guest) {
  if (!frame) throw new Error('the call is in no frame');
  return frame;
}
const questions = () => room.lines().filter(({ text }) => text.includes('[atr1 ask')).length;

test.beforeAll(async () => {
  room = new JitsiRoom();
  host = await arm(await enterFramed(room, { name: 'Ada' }));
  ben = await enterFramed(room, { name: 'Ben' });
  cem = await room.joins('Cem');
});
test.afterEach(async ({}, info) => {
  if (info.status === info.expectedStatus) return;
  const shown = { meeting: host.page, panel: host.panel, ben: ben.page };
  for (const [name, page] of Object.entries(shown)) await page.screenshot({ path: info.outputPath(`${name}.png`) });
});
test.afterAll(() => Promise.all([host.context.close(), ben.context.close()]));

test('the frame’s store is read: everybody is listed with every panel closed', async () => {
  await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'meeting-opened')).toMatchObject([{ platform: 'jitsi' }]);
});

test('the banner is in the frame, and nothing is recorded before the last one has agreed', async () => {
  await ask(host);
  await expect.poll(questions, { timeout: LONG }).toBe(1);
  await toolbarButton(call(ben), 'chat').click();
  await coversNothing(call(ben));
  await presses(ben, 'Agree');
  await rests(host, 'Waiting for 1 of 3');
  await room.says(cem, 'I agree');
  await records(host);
  await reads(ben, 'Recording');
  const log = await logOf(host);
  expect(only(log, 'answered').map(({ grade }) => grade)).toContain('signed');
  expect(only(log, 'gate-opened')[0]?.roster).toHaveLength(3);
  expect(only(log, 'roster-read').at(-1)).toMatchObject({ source: 'api', completeness: 'complete', counter: 3 });
});

test('whoever comes later stops it at once, and it goes on when they have agreed', async () => {
  const dia = await room.joins('Dia');
  await rests(host, 'Waiting for 1 of 4');
  await expect.poll(questions, { timeout: LONG }).toBe(2);
  await room.says(dia, 'I agree');
  await records(host);
});

test('a no that is pressed in the frame stops it, and so does one in the chat', async () => {
  await presses(ben, 'Withdraw');
  await presses(ben, 'Yes, take it back');
  await rests(host, 'A yes was taken back');
  expect(only(await logOf(host), 'answered').at(-1)).toMatchObject({ answer: 'withdrawn', grade: 'signed' });
  await reads(ben, 'You took your yes back.');
  await presses(ben, 'Answer now');
  await presses(ben, 'Agree');
  await records(host);
  await room.says(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await room.says(cem, 'I agree');
  await records(host);
});

test('the page around takes the frame away: nobody sees the call any more, and nothing is recorded', async () => {
  // What was recorded since shortly before the last look at the call is thrown away: there must be more than that.
  await recorded(host, 5);
  await host.page.evaluate(() => document.querySelector('iframe')?.remove());
  await rests(host, 'No meeting here');
  const kept = async () => only(await logOf(host), 'segment-sealed').filter(({ bytes }) => bytes > 0).length;
  await expect.poll(kept, { timeout: LONG }).toBeGreaterThan(0);
});
