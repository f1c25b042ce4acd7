import { expect, test } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { act, ask, press } from '../../journeys/panel.ts';
import { arm, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter, panelButton, view } from './enter.ts';
import type { Switches } from './room.ts';
import { ZoomRoom } from './stand-in.ts';

/**
 * The page changes under us while it records, as real sites do: the gate closes, and the panel says in one sentence why. One meeting, and
 * after each change the page is again as it was.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const HIDES_OTHERS = 'The page may hide others.';
const IS_IT_WHOLE = 'The page counts 2 people, and I know of 2';
const room = new ZoomRoom();
let host: Host;
let cem: string;

test.beforeAll(async () => {
  host = await arm(await enter(room, { name: 'Ada', hl: 'de' }));
  cem = await room.joins('Cem');
  await panelButton(host.page, 'participant').click();
  await panelButton(host.page, 'chat').click();
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await ask(host);
  await expect(view(host.page).getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
  await room.says(cem, 'I agree');
  await records(host);
});
test.afterEach(async ({}, info) => {
  if (info.status === info.expectedStatus) return;
  await host.page.screenshot({ path: info.outputPath('meeting.png') });
  await host.panel.screenshot({ path: info.outputPath('panel.png') });
});
test.afterAll(() => host.context.close());

async function closesAndSays(sentence: string): Promise<void> {
  await rests(host, /./);
  await expect(host.panel.getByText(sentence, { exact: false }).first()).toBeVisible({ timeout: LONG });
}

const change = (some: Partial<Switches>) => room.change(host.page, some);

test('the chat is closed', async () => {
  await panelButton(host.page, 'chat').click();
  await closesAndSays(en['reason.watch-lost']);
  await panelButton(host.page, 'chat').click();
  await records(host);
});

test('the list of people is closed, and confirmed by hand while Zoom’s count stays', async () => {
  await panelButton(host.page, 'participant').click();
  await closesAndSays(IS_IT_WHOLE);
  await act(host.panel, 'This list is complete');
  await records(host);
  await panelButton(host.page, 'participant').click();
  await records(host);
});

test('the counter is gone, and then nobody can vouch for the list', async () => {
  await change({ counter: false });
  await closesAndSays(HIDES_OTHERS);
  const before = only(await logOf(host), 'roster-confirmed').length;
  await press(host.panel, 'This list is complete');
  await expect(host.panel.getByText(en['failure.list-unreadable'])).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'roster-confirmed')).toHaveLength(before);
  await change({ counter: true });
  await records(host);
});

test('rows of the list are built in a way that nobody knows', async () => {
  await change({ strangeRows: true });
  await closesAndSays(IS_IT_WHOLE);
  await change({ strangeRows: false });
  await records(host);
});

test('messages are built in a way that nobody knows', async () => {
  await change({ strangeChat: true });
  await closesAndSays(en['reason.watch-lost']);
  await change({ strangeChat: false });
  await records(host);
});

test('the chat is scrolled up: what is written now is not in the page', async () => {
  await change({ scrolledUp: true });
  await closesAndSays(en['reason.watch-lost']);
  await change({ scrolledUp: false });
  await records(host);
});

test('panels are built anew, and recording goes on', async () => {
  await change({ replaced: 1 });
  await change({ replaced: 2 });
  await room.says(cem, 'still here');
  await records(host);
  await room.says(cem, 'stop recording');
  await rests(host, /./);
  expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('withdrawn');
  await room.says(cem, 'I agree');
  await records(host);
});

test('the next message is for one person: the panel warns, and nothing of ours is written there', async () => {
  await change({ recipient: cem });
  await expect(host.panel.getByText(en['warning.private-chat'])).toBeVisible({ timeout: LONG });
  const before = room.lines().length;
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  await expect(host.panel.getByText(en['composer.private']).first()).toBeVisible({ timeout: LONG });
  expect(room.lines()).toHaveLength(before);
  await change({ recipient: '' });
  await act(host.panel, 'Record again');
  await records(host);
});

test('one goes and another comes in one step, and the count never moves', async () => {
  const mallory = await room.swaps(cem, 'Mallory');
  await rests(host, /./);
  await expect(host.panel.locator('li.person', { hasText: 'Mallory' }).first()).toBeVisible({ timeout: LONG });
  // The first one is out of the page by now.
  const asked = () => room.lines().filter(({ text }) => text.includes('May we record this meeting?')).length;
  await expect.poll(asked, { timeout: LONG }).toBe(2);
  await room.says(mallory, 'I agree');
  await records(host);
});

test('the list is cut: the page counts more people than it lists', async () => {
  await change({ rows: 1 });
  for (const name of ['Dia', 'Eli', 'Fay', 'Gus']) await room.joins(name);
  await closesAndSays(HIDES_OTHERS);
});

test('names of everything changed: that one is still in the call is not known', async () => {
  await change({ renamed: true });
  await rests(host, /left/i);
  await change({ renamed: false });
});

test('somebody is removed from the call: the page says so in its own language', async () => {
  await host.page.evaluate(() => window.standIn.removed());
  await rests(host, /left/i);
});
