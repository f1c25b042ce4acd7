import { expect, test } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { killWorker } from '../../journeys/fault-stage.ts';
import { act, ask, press } from '../../journeys/panel.ts';
import { arm, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter, panelButton } from './enter.ts';
import type { Switches } from './room.ts';
import { MeetRoom } from './stand-in.ts';

/** The page changes under us while it records, as real sites do: the gate closes, and the panel says in one sentence why. */
test.describe.configure({ timeout: 180_000 });

let room: MeetRoom;
let host: Host;
let cem: string;

test.beforeEach(async () => {
  room = new MeetRoom();
  host = await arm(await enter(room, { name: 'Ada', hl: 'de' }));
  cem = await room.joins('Cem');
  await panelButton(host.page, 'people').click();
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await panelButton(host.page, 'chat').click();
  await confirmList();
  await ask(host);
  await expect(host.page.getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
  await room.says(cem, 'I agree');
  await records(host);
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) {
    await host.page.screenshot({ path: info.outputPath('meeting.png') });
    await host.panel.screenshot({ path: info.outputPath('panel.png') });
  }
  await host.context.close();
});

async function confirmList(): Promise<void> {
  await act(host.panel, 'This list is complete');
  await expect(host.panel.getByText('You confirmed this list by hand', { exact: false })).toBeVisible({
    timeout: LONG,
  });
}

async function closesAndSays(sentence: string): Promise<void> {
  await rests(host, /./);
  await expect(host.panel.getByText(sentence, { exact: false }).first()).toBeVisible({ timeout: LONG });
}

const change = (some: Partial<Switches>) => room.change(host.page, some);

test('the chat is closed, or makes way for the list of people', async () => {
  await panelButton(host.page, 'people').click();
  await closesAndSays('I cannot see the meeting page, or its chat.');
  await panelButton(host.page, 'chat').click();
  await confirmList();
  await records(host);
});

test('the counter is gone, and then nobody can vouch for the list', async () => {
  await change({ counter: false });
  await closesAndSays('The page may hide others.');
  const before = only(await logOf(host), 'roster-confirmed').length;
  await press(host.panel, 'This list is complete');
  await expect(host.panel.getByText(en['failure.list-unreadable'])).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'roster-confirmed')).toHaveLength(before);
  await rests(host, /./);
});

test('what worked before is missed, also by a worker that has just started; the report of it names nobody', async () => {
  await change({ counter: false });
  await expect(host.panel.getByText(en['lost.count'])).toBeVisible({ timeout: LONG });
  await killWorker(host);
  await host.panel.reload();
  await expect(host.panel.getByText(en['lost.count'])).toBeVisible({ timeout: LONG });
  await host.panel.getByText(en['test.title']).click();
  const report = await host.panel.locator('.self-test textarea').inputValue();
  expect(report).toContain('count: NO');
  expect(report).toMatch(/^worked before: .*\bcount\b/m);
  for (const somebody of ['Ada', 'Cem', 'abc-defg-hij', 'spaces/']) expect(report).not.toContain(somebody);
});

test('the list is cut: the page counts more people than it lists', async () => {
  await change({ rows: 1 });
  await panelButton(host.page, 'people').click();
  for (const name of ['Dia', 'Eli', 'Fay', 'Gus']) await room.joins(name);
  await closesAndSays('The page may hide others.');
});

test('people have lost their ids', async () => {
  await change({ noIds: true });
  await closesAndSays('I cannot read the page’s list.');
});

test('messages are built in a way that nobody knows', async () => {
  await change({ strangeChat: true });
  await closesAndSays('I cannot see the meeting page, or its chat.');
});

test('the chat is Google Chat, and not as it is known: it can be neither read nor written, and the panel says what to do', async () => {
  await change({ foreignChat: 'strange' });
  await closesAndSays(en['composer.foreign']);
  await expect(host.panel.getByText(en['composer.foreign.next'])).toBeVisible();
});

test('nobody may write into the chat any more: what was not sent can be copied with one click', async () => {
  await change({ locked: true });
  await act(host.panel, 'Pause');
  await rests(host, /^Paused/);
  await expect(host.panel.getByText(en['composer.locked'])).toBeVisible({ timeout: LONG });
  await expect(host.panel.getByLabel(en['unsent.refused'])).toHaveValue(/^Recording is paused\./);
  await act(host.panel, 'Copy');
  await expect(host.panel.getByLabel(en['unsent.refused'])).toHaveCount(0);
});

test('names of classes and scripts changed: whose words they are is not known, so a no of anybody’s closes', async () => {
  await change({ renamed: true });
  await room.says(cem, 'I do not agree any more, stop recording');
  await closesAndSays('Please decide');
});

test('panels are built anew, and recording goes on', async () => {
  await change({ replaced: 1 });
  await change({ replaced: 2 });
  await room.says(cem, 'still here');
  await records(host);
  await room.says(cem, 'stop recording');
  await rests(host, /./);
  expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('withdrawn');
});

test('one goes and another comes in one step, and the count never moves', async () => {
  await room.swaps(cem, 'Mallory');
  await rests(host, /./);
  await expect(host.panel.getByText('Mallory').first()).toBeVisible({ timeout: LONG });
});

test('somebody is removed from the call: the page says "you left" in its own language', async () => {
  await host.page.evaluate(() => window.standIn.removed());
  await rests(host, /left/i);
});
