import { expect, test } from '@playwright/test';
import { presses, reads, sees } from './banner.ts';
import { recorded } from './fault-stage.ts';
import { channelsOf, heardIn, save } from './files.ts';
import { act, ask } from './panel.ts';
import {
  chat,
  closings,
  type Guest,
  type Host,
  type Line,
  LONG,
  logOf,
  only,
  Party,
  records,
  rests,
  says,
} from './party.ts';

/** Sites as they are: each test is a meeting of its own on a page that is awkward in one way. */
test.describe.configure({ timeout: 120_000 });

type Query = Readonly<Record<string, string>>;

let party: Party;
let host: Host;
let bob: Guest;
let cem: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  bob = await party.stranger('Bob');
  cem = await party.stranger('Cem');
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

/** Host and Cem in a room of their own; the switches are the host's page's, or Cem's. */
async function meet(room: string, ofHost: Query, ofCem: Query = {}): Promise<void> {
  await party.move(room, [
    [host, ofHost],
    [cem, ofCem],
  ]);
  await says(host, 'Ready to ask');
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
}

/** The question stands in their chat. */
async function isAsked(guest: Guest): Promise<void> {
  await guest.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
}

async function agrees(guest: Guest): Promise<void> {
  await isAsked(guest);
  await chat(guest, 'I agree');
}

async function notices(): Promise<number> {
  return only(await logOf(host), 'post-ordered').filter(({ says: what }) => what === 'notice').length;
}

/** Changes the newest own message, where the site allows that. */
async function edits({ page }: Guest, to: string): Promise<void> {
  await page.locator('[data-message][data-own="true"] [data-control="edit"]').last().click();
  await page.locator('[data-edit-input]').fill(to);
  await page.locator('[data-control="save-edit"]').click();
}

test('of two people with the same name on a page without ids, nobody has said yes before the host says who it was', async () => {
  await party.move('names', [[host, { ids: 'off', chat: 'names' }], [bob], [cem, { name: 'Bob' }]]);
  await says(host, 'Ready to ask');
  await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
  await ask(host);
  await agrees(bob);
  const doubt = host.panel.locator('.doubt');
  await expect(doubt.getByText('Two people here have the same name.')).toBeVisible({ timeout: LONG });
  await rests(host, 'Waiting for 2 of 3');
  await doubt.getByLabel('Who wrote this?').selectOption({ index: 1 });
  await doubt.getByRole('button', { name: 'Yes, agreed' }).click();
  await rests(host, 'Waiting for 1 of 3');
  await agrees(cem);
  await doubt.getByLabel('Who wrote this?').selectOption({ index: 2 });
  await doubt.getByRole('button', { name: 'Yes, agreed' }).click();
  await records(host);
  // A no closes at once, whichever of them it was.
  await chat(cem, 'stop recording');
  await rests(host, /Not recording yet|A yes was taken back|Waiting for/);
});

test('on a page without ids, what an Ana wrote who has left is not taken for the word of another Ana', async () => {
  await party.move('namesakes', [[host, { ids: 'off', chat: 'names' }]]);
  const first = await party.guest('Ana');
  await says(host, 'Ready to ask');
  await host.panel.getByText('Ana').first().waitFor({ timeout: LONG });
  await ask(host);
  await sees(first, { role: 'button', name: 'Agree' });
  const talk = host.page.locator('[data-control="chat"]');
  await talk.click();
  // Out of the host's sight: a signed yes and a place, and then she goes.
  await presses(first, 'Agree');
  // The field is hers again once what the banner wrote has been sent.
  await first.page.locator('[data-message][data-own="true"]').first().waitFor({ timeout: LONG });
  await first.page.waitForTimeout(1000);
  await chat(first, 'I am in Texas');
  await party.leave(first);
  await expect(host.panel.getByText('1 in the meeting')).toBeVisible({ timeout: LONG });
  const second = await party.stranger('Ana');
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await talk.click();
  const doubt = host.panel.locator('.doubt');
  await expect(doubt.getByText('Did Ana agree?')).toBeVisible({ timeout: LONG });
  await expect(doubt.getByText('The message was there before I began to read', { exact: false })).toBeVisible();
  await rests(host, 'Waiting for 1 of 2');
  const log = await logOf(host);
  expect(only(log, 'answered').filter(({ channel }) => channel !== 'panel')).toEqual([]);
  expect(only(log, 'place-stated')).toEqual([]);
  await doubt.getByRole('button', { name: 'Not an answer' }).click();
  // The one who is here is asked herself, and her own yes counts.
  await second.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await expect.poll(notices, { timeout: LONG }).toBe(2);
  await chat(second, 'I agree');
  await records(host);
  await party.leave(second);
});

test('where people list and chat shut each other out, the host confirms the list and keeps the chat in sight', async () => {
  await party.move('exclusive', [[host, { panels: 'exclusive' }], [cem]]);
  await says(host, 'Ready to ask');
  const people = host.page.locator('[data-control="people"]');
  const talk = host.page.locator('[data-control="chat"]');
  await expect(host.panel.getByText('I cannot read the page’s list.')).toBeVisible({ timeout: LONG });
  await people.click();
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
  await talk.click();
  await ask(host);
  await agrees(cem);
  await rests(host, 'Not recording yet');
  await expect(host.panel.getByText('Open the list of people in the meeting page.')).toBeVisible();
  await act(host.panel, 'This list is complete');
  await records(host);
  await people.click();
  await rests(host, 'Not recording yet');
  await talk.click();
  // Nobody looked for a moment, so the word of before no longer counts.
  await expect(host.panel.getByText('I cannot read the page’s list.')).toBeVisible({ timeout: LONG });
  await rests(host, 'Not recording yet');
  await act(host.panel, 'This list is complete');
  await records(host);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
});

test('while the chat is out of the host’s sight nothing is recorded, and a no that was written meanwhile counts', async () => {
  await meet('unseen-chat', {});
  await ask(host);
  await agrees(cem);
  await records(host);
  const talk = host.page.locator('[data-control="chat"]');
  await talk.click();
  await rests(host, 'Not recording yet');
  await talk.click();
  await records(host);
  await talk.click();
  await rests(host, 'Not recording yet');
  await chat(cem, 'stop recording');
  await talk.click();
  await rests(host, 'A yes was taken back');
});

test('a latecomer to whom the site replays the chat is asked once, and told how things stand now', async () => {
  await meet('replay', {});
  await ask(host);
  await agrees(cem);
  await records(host);
  const dia = await party.guest('Dia', { replay: 'on' });
  await rests(host, 'Waiting for 1 of 3');
  await sees(dia, { role: 'button', name: 'Agree' });
  await dia.page.getByText('Recording has stopped: we wait').waitFor({ timeout: LONG });
  await expect.poll(notices, { timeout: LONG }).toBe(2);
  await presses(dia, 'Agree');
  await records(host);
  await reads(dia, /^Recording$/m);
  await party.leave(dia);
});

test('of somebody whom the people list shows late, nothing is in the file', async () => {
  await meet('late', { late: '2000' });
  // The made-up microphone of the host beeps in everybody's bands.
  await host.page.locator('[data-control="microphone"]').click();
  await ask(host, { media: 'sound' });
  await agrees(cem);
  await records(host);
  const { epoch } = await recorded(host, 7);
  const dia = await party.stranger('Dia');
  await rests(host, 'Waiting for 1 of 3');
  await party.leave(dia);
  const [sound] = await channelsOf(host.context, await save(host, 'late.webm'));
  const heard = heardIn(sound ?? new Float64Array());
  expect(heard).toContain(2);
  expect(heard).not.toContain(3);
  // She has left, and it goes on: another part may have begun since.
  const part = only(await logOf(host), 'segment-sealed').find((one) => one.epoch === epoch);
  expect(part?.chunks).toBeGreaterThan(2);
});

test('a message that was changed into a yes is a question, and a yes that was changed closes the gate', async () => {
  await meet('edit', {}, { edit: 'on' });
  await ask(host);
  await isAsked(cem);
  await chat(cem, 'Good morning');
  await host.page.getByText('Good morning').waitFor();
  await edits(cem, 'I agree');
  const doubt = host.panel.locator('.doubt');
  await expect(doubt.getByText('The message was changed into a yes afterwards.')).toBeVisible({ timeout: LONG });
  await rests(host, 'Waiting for 1 of 2');
  await chat(cem, 'I agree');
  await records(host);
  await edits(cem, 'I like the weather');
  await rests(host, 'Not recording yet');
  await expect(doubt.getByText('The message that said yes was changed afterwards.')).toBeVisible();
  await doubt.getByRole('button', { name: 'Not an answer' }).click();
  await records(host);
  await edits(cem, 'I do not agree');
  await rests(host, 'A yes was taken back');
});

test('rows that flicker ask nobody twice and put nothing into the log', async () => {
  await meet('flicker', { flicker: 'on' });
  await ask(host);
  await agrees(cem);
  await records(host);
  await cem.page.getByText('Recording is on now').waitFor({ timeout: LONG });
  await expect.poll(async () => only(await logOf(host), 'post-seen').length, { timeout: LONG }).toBe(2);
  // A lease that lapses on a busy machine is written down as well; the rows are not what it comes of.
  const ofPeople = (lines: readonly Line[]) => lines.filter(({ entry }) => !/^(?:gate|segment)-/.test(entry.kind));
  const before = ofPeople(await logOf(host)).length;
  await host.page.waitForTimeout(4000);
  expect(ofPeople(await logOf(host))).toHaveLength(before);
  expect(closings(await logOf(host))).toEqual([]);
  expect(await notices()).toBe(1);
  await records(host);
});

test('what the chat does not take is shown to the host to be copied', async () => {
  await meet('refused', { refusechat: 'on' });
  await ask(host);
  await expect(host.panel.getByText('Not in the chat yet')).toBeVisible({ timeout: LONG });
  await expect(host.panel.getByLabel('I cannot see this message in the chat.', { exact: false })).toHaveValue(
    /^May we record this meeting\?/,
  );
  await expect(host.panel.getByText('The notice is not in the chat.')).toBeVisible();
  await act(host.panel, 'Copy');
  await rests(host, 'Waiting for 1 of 2');
});

test('a chat that is cleared by the site’s host takes no answer away, and a no in it still closes', async () => {
  await meet('wipe', {});
  await ask(host);
  await agrees(cem);
  await records(host);
  await host.page.locator('[data-control="wipe"]').click();
  await expect(host.page.locator('[data-message]')).toHaveCount(0);
  await host.page.waitForTimeout(1500);
  await records(host);
  expect(await notices()).toBe(1);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
});

test('who changes their name during the call is still the one who agreed', async () => {
  await meet('rename', {});
  await ask(host);
  await agrees(cem);
  await records(host);
  await cem.page.locator('[data-control="rename"]').click();
  await cem.page.locator('[data-rename-input]').fill('Cemile');
  await cem.page.locator('[data-control="save-name"]').click();
  await expect(host.panel.locator('li.person bdi').getByText('Cemile', { exact: true })).toBeVisible({ timeout: LONG });
  await records(host);
  const log = await logOf(host);
  expect(closings(log)).toEqual([]);
  expect(only(log, 'participant-renamed').length).toBeGreaterThan(0);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
});
