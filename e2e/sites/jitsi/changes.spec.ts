import { expect, test } from '@playwright/test';
import { ask } from '../../journeys/panel.ts';
import { arm, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter, toolbarButton } from './enter.ts';
import type { Switches } from './room.ts';
import { JitsiRoom } from './stand-in.ts';

/** Page and store change under us while it records: the gate closes, and the panel says in one sentence why. */
test.describe.configure({ timeout: 120_000 });

let room: JitsiRoom;
let host: Host;
let cem: string;

test.beforeEach(async () => {
  room = new JitsiRoom();
  host = await arm(await enter(room, { name: 'Ada', lang: 'ja' }));
  cem = await room.joins('Cem');
  await agreed();
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) {
    await host.page.screenshot({ path: info.outputPath('meeting.png') });
    await host.panel.screenshot({ path: info.outputPath('panel.png') });
  }
  await host.context.close();
});

async function agreed(): Promise<void> {
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await ask(host);
  await expect.poll(() => room.lines().length, { timeout: LONG }).toBeGreaterThan(0);
  await room.says(cem, 'I agree');
  await records(host);
}

async function closesAndSays(sentence: string): Promise<void> {
  await rests(host, /./);
  await expect(host.panel.getByText(sentence, { exact: false }).first()).toBeVisible({ timeout: LONG });
}
const change = (some: Partial<Switches>) => room.change(host.page, some);

test('names in the page change and its elements are new ones, and recording goes on: nothing rests on them', async () => {
  await toolbarButton(host.page, 'chat').click();
  await toolbarButton(host.page, 'participants').click();
  await change({ renamed: true, replaced: 1 });
  await toolbarButton(host.page, 'chat').click();
  await room.says(cem, 'still here');
  await records(host);
  expect(only(await logOf(host), 'gate-opened')).toHaveLength(1);
  await room.says(cem, 'stop recording');
  await rests(host, /./);
  expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('withdrawn');
});

test('the store is gone: the list that the page draws is never enough, nor are the names in it', async () => {
  await toolbarButton(host.page, 'chat').click();
  await toolbarButton(host.page, 'participants').click();
  await change({ store: false });
  await closesAndSays('The page may hide others.');
  expect(only(await logOf(host), 'roster-read').at(-1)).toMatchObject({ source: 'dom', completeness: 'partial' });
});

test('the store keeps its people elsewhere, and no list is open', async () => {
  await change({ listRenamed: true });
  await closesAndSays('I cannot see the meeting page, or its chat.');
});

test('the conference counts one more than the list has', async () => {
  await change({ unlisted: 1 });
  await closesAndSays('The page may hide others.');
});

test('people look on of whom there is no list', async () => {
  await change({ visitors: 3 });
  await closesAndSays('The page may hide others.');
});

test('people have lost their ids', async () => {
  await change({ noIds: true });
  await rests(host, /./);
});

test('what is said in private is no answer before everybody, and a no in private closes all the same', async () => {
  await change({ whispers: [{ id: 'w1', from: cem, text: 'I agree' }] });
  await records(host);
  await change({ whispers: [{ id: 'w2', from: cem, text: 'stop recording' }] });
  await closesAndSays('Please decide');
});

test('Jitsi records too: the host is warned, and so of private words on the screen', async () => {
  await toolbarButton(host.page, 'chat').click();
  await change({ recording: true, whispers: [{ id: 'w1', from: cem, text: 'hello' }] });
  await expect(host.panel.getByText('private', { exact: false }).first()).toBeVisible({ timeout: LONG });
  await expect(host.panel.getByText('record', { exact: false }).first()).toBeVisible({ timeout: LONG });
});

test('one goes and another comes in one step, and the count never moves', async () => {
  await room.swaps(cem, 'Mallory');
  await rests(host, /./);
  await expect(host.panel.getByText('Mallory').first()).toBeVisible({ timeout: LONG });
});

test('the host is sent to a breakout room: that is another meeting', async () => {
  await change({ breakout: 'room-2' });
  await rests(host, /./);
  expect(only(await logOf(host), 'gate-closed').at(-1)?.reasons).toContain('not-in-call');
});

test('somebody is removed from the call: the page says "you left" in its own language', async () => {
  await host.page.evaluate(() => window.standIn.removed());
  await rests(host, /left/i);
});
