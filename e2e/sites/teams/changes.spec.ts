import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { act, ask, press } from '../../journeys/panel.ts';
import { arm, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter, railButton } from './enter.ts';
import type { Switches } from './room.ts';
import { TeamsRoom } from './stand-in.ts';

/** The page changes under us while it records, as real sites do: the gate closes, and the panel says in one sentence why. */
test.describe.configure({ timeout: 180_000 });

let room: TeamsRoom;
let host: Host;
let cem: string;

test.beforeEach(async () => {
  room = new TeamsRoom();
  host = await arm(await enter(room, { name: 'Ada', query: { hl: 'de' } }));
  cem = await room.joins('Cem');
  await railButton(host.page, 'people').click();
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await railButton(host.page, 'chat').click();
  await confirmList();
  await ask(host);
  await expect.poll(() => room.lines().length, { timeout: LONG }).toBe(1);
  await room.says(cem, 'I agree');
  await records(host);
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) {
    await host.page.screenshot({ path: info.outputPath('meeting.png') });
    await host.panel.screenshot({ path: info.outputPath('panel.png') });
    const log = (await logOf(host)).map((entry) => `${JSON.stringify(entry)}\n`);
    writeFileSync(info.outputPath('log.jsonl'), log.join(''));
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

test('the toolbar is drawn anew, then the panels, and recording goes on; the chat is closed, and it does not', async () => {
  await change({ blink: 1 });
  await change({ replaced: 1 });
  await room.says(cem, 'still here');
  await host.page.waitForTimeout(1500);
  await records(host);
  expect(only(await logOf(host), 'gate-closed'), 'a number that is away for a moment says nothing').toEqual([]);
  await railButton(host.page, 'people').click();
  await closesAndSays('I cannot see the meeting page, or its chat.');
});

test('the number is gone, and then nobody can vouch for the list', async () => {
  await change({ badge: false });
  await closesAndSays('The page may hide others.');
  const before = only(await logOf(host), 'roster-confirmed').length;
  await press(host.panel, 'This list is complete');
  await expect(host.panel.getByText(en['failure.list-unreadable'])).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'roster-confirmed')).toHaveLength(before);
  await rests(host, /./);
});

test('the list is cut: the page counts more people than it lists', async () => {
  await change({ rows: 1 });
  await railButton(host.page, 'people').click();
  for (const name of ['Dia', 'Eli', 'Fay', 'Gus', 'Hal']) await room.joins(name);
  await rests(host, /./);
  // While the list is in the chat's place, that is what the panel speaks of.
  await railButton(host.page, 'chat').click();
  await closesAndSays('The page may hide others.');
});

test('rows have lost their ids: who is listed now is somebody else, and asked anew', async () => {
  await change({ noIds: true });
  await railButton(host.page, 'people').click();
  await rests(host, /./);
  await expect
    .poll(async () => only(await logOf(host), 'participant-joined').at(-1)?.stable, { timeout: LONG })
    .toBe(false);
  await railButton(host.page, 'chat').click();
  await confirmList();
  await rests(host, 'Waiting for 1 of 2');
});

test('messages are built in a way that nobody knows, or have other names', async () => {
  await change({ strangeChat: true });
  await closesAndSays('I cannot see the meeting page, or its chat.');
  await change({ strangeChat: false });
  await confirmList();
  await records(host);
  await change({ renamed: true });
  await closesAndSays('I cannot see the meeting page, or its chat.');
});

test('the call becomes a small window beside somebody else’s chat: nothing of that is read', async () => {
  await change({ small: true });
  await closesAndSays('I cannot see the meeting page, or its chat.');
  await room.says(cem, 'stop recording');
  await host.page.waitForTimeout(1500);
  expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('consented');
});

test('the host reads far above the end of the chat: what is new is not drawn, so a no would be missed', async () => {
  for (let n = 0; n < 12; n++) await room.says(cem, `${n} ${'and so on '.repeat(20)}`);
  await records(host);
  await host.page.locator('[data-view="message-pane-list-viewport"]').evaluate((list) => list.scrollTo(0, 0));
  await closesAndSays('I cannot see the meeting page, or its chat.');
});

test('the host may not write any more: what was not sent can be copied with one click', async () => {
  await change({ locked: true });
  await act(host.panel, 'Pause');
  await rests(host, /^Paused/);
  await expect(host.panel.getByText(en['composer.locked'])).toBeVisible({ timeout: LONG });
  await expect(host.panel.getByLabel(en['unsent.refused'])).toHaveValue(/^Recording is paused\./);
  expect(room.lines().at(-1)?.text).not.toContain('paused');
});

test('one goes and another comes in one step, and the count never moves', async () => {
  await room.swaps(cem, 'Mallory');
  await closesAndSays('The page may hide others.');
  await act(host.panel, en['open.list']);
  await expect(host.panel.getByText('Mallory').first()).toBeVisible({ timeout: LONG });
  await rests(host, /./);
});

test('somebody is removed from the call; alert and captions stay on the page', async () => {
  await host.page.evaluate(() => window.standIn.removed());
  await rests(host, /left/i);
});
