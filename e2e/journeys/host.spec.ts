import { expect, test } from '@playwright/test';
import { presses, reads } from './banner.ts';
import { recorded } from './fault-stage.ts';
import { channelsOf, peak, RATE, save } from './files.ts';
import { act, ask, person } from './panel.ts';
import {
  chat,
  type Guest,
  type Host,
  LONG,
  logOf,
  only,
  openPanel,
  Party,
  press,
  records,
  rests,
  says,
} from './party.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const APART = 'Your microphone on its own channel';

let party: Party;
let host: Host;
/** With the extension. */
let ben: Guest;
/** Without it. */
let cem: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await openPanel(await party.unarmed('Host', { autojoin: '0' }));
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

/** Everybody is asked and says yes. */
async function agree(...people: readonly Guest[]): Promise<void> {
  await ask(host);
  for (const guest of people) {
    if (guest === ben) await presses(ben, 'Agree');
    else await saysYes(guest);
  }
  await records(host);
}

/** In the chat, once the question is there. */
async function saysYes(guest: Guest): Promise<void> {
  await guest.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await chat(guest, 'I agree');
}

test('a panel that was opened without the toolbar button says so, and one press in the lobby is enough', async () => {
  await says(host, 'You are not in the call yet');
  await press(host);
  await host.page.locator('[data-control="join"]').click();
  await says(host, 'Ready to ask');
});

test('in the call, too, the panel says that the toolbar button was not pressed, and pressing it then works', async () => {
  const eve = await openPanel(await party.unarmed('Eve'));
  await says(eve, 'Not armed');
  await expect(eve.panel.getByText('press the Ask to Record button in Chrome’s toolbar')).toBeVisible();
  await press(eve);
  await says(eve, 'Ready to ask');
  await party.leave(eve);
});

test('pause stops the capture and tells everybody, and only the host’s click resumes', async () => {
  ben = await party.guest('Ben');
  cem = await party.stranger('Cem');
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
  await agree(ben, cem);
  await act(host.panel, 'Pause');
  await rests(host, /^Paused/);
  await reads(ben, 'Recording is paused');
  await chat(cem, 'I agree');
  await chat(cem, 'please go on recording');
  await host.page.getByText('please go on recording').waitFor();
  await rests(host, /^Paused/);
  await act(host.panel, 'Resume recording');
  await records(host);
  await reads(ben, /^Recording$/m);
});

test('stop ends it until the host presses “Record again”, and the answers still hold', async () => {
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  await reads(ben, 'Recording has stopped');
  await act(host.panel, 'Record again');
  await records(host);
});

test('going on without recording is told to everybody, and nothing is captured', async () => {
  await act(host.panel, 'Pause');
  await rests(host, /^Paused/);
  await reads(ben, 'Recording is paused');
  // What they were told last was the pause.
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  await reads(ben, 'Recording has stopped');
  await act(host.panel, 'Record again');
  await records(host);
  await chat(cem, 'I do not agree');
  await rests(host, 'A yes was taken back');
  await act(host.panel, 'Go on without recording');
  await act(host.panel, 'Yes, go on without');
  await rests(host, 'Going on without recording');
  await cem.page.getByText('The meeting goes on as usual. Nothing is being recorded').waitFor({ timeout: LONG });
  await reads(ben, 'No recording');
  await chat(cem, 'I agree');
  await cem.page.waitForTimeout(1500);
  await rests(host, 'Going on without recording');
});

test('a second device of somebody who has agreed is joined to them by the host, and needs no answer of its own', async () => {
  await act(host.panel, 'Ask again');
  await records(host);
  const phone = await party.stranger('Ben phone');
  await rests(host, 'Waiting for 1 of 4');
  const row = await person(host, 'Ben phone');
  await row.getByRole('button', { name: 'Same person as…' }).click();
  await row.getByRole('combobox', { name: 'Same person as…' }).selectOption({ label: 'Ben' });
  await row.getByRole('button', { name: 'Join the two lines' }).click();
  await records(host);
  await expect(host.panel.getByText('3 in the meeting')).toBeVisible();
  // A no from either device is a no of the person.
  await chat(phone, 'stop recording');
  await rests(host, 'A yes was taken back');
  await party.leave(phone);
});

test('where the page does not count the people, the host confirms the list by hand', async () => {
  await party.move('uncounted', [[host, { counter: 'off' }], [cem]]);
  await says(host, 'Ready to ask');
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
  await ask(host);
  await saysYes(cem);
  await rests(host, 'Not recording yet');
  await expect(host.panel.getByText('I can see 2 people: Host and Cem. The page may hide others.')).toBeVisible();
  await act(host.panel, 'This list is complete');
  await records(host);
  await expect(host.panel.getByText('You confirmed this list by hand.')).toBeVisible();
});

test('a people list that shows only some rows is never believed, and the host’s word ends with the next newcomer', async () => {
  await party.move('virtual', [[host, { virtual: 'on' }], [cem], [ben]]);
  await says(host, 'Ready to ask');
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
  await host.page.locator('[data-roster]').evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await host.panel.getByText('Ben').first().waitFor({ timeout: LONG });
  await ask(host);
  for (const guest of [ben, cem]) await saysYes(guest);
  await rests(host, 'Not recording yet');
  await act(host.panel, 'This list is complete');
  await records(host);
  const dia = await party.stranger('Dia');
  await rests(host, /Not recording yet|Waiting for/);
  await party.leave(dia);
});

test('where the page hides whether the host is muted, only the switch in the panel lets the microphone in', async () => {
  await party.move('unknown-mute', [[host, { mute: 'unknown' }], [cem]]);
  await says(host, 'Ready to ask');
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
  await ask(host, { media: 'sound' });
  await saysYes(cem);
  await records(host);
  await recorded(host, 4);
  const off = only(await logOf(host), 'segment-started').length;
  await act(host.panel, 'Pause');
  await rests(host, /^Paused/);
  const silent = await channelsOf(host.context, await save(host, 'microphone-off.webm', APART));
  expect(peak(silent[1] ?? new Float64Array())).toBeLessThan(0.001);
  await host.panel.getByRole('switch', { name: 'Record my voice' }).check();
  await act(host.panel, 'Resume recording');
  await records(host);
  await recorded(host, 4);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  expect(only(await logOf(host), 'segment-started').length).toBeGreaterThan(off);
  const whole = await channelsOf(host.context, await save(host, 'microphone-on.webm', APART));
  expect(peak((whole[1] ?? new Float64Array()).subarray(-RATE))).toBeGreaterThan(0.02);
});
