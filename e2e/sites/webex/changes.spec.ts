import { expect, test } from '@playwright/test';
import { ask } from '../../journeys/panel.ts';
import { arm, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter, panelButton, questions } from './enter.ts';
import type { Switches } from './room.ts';
import { WebexRoom } from './stand-in.ts';

/**
 * The page changes under us while it records, as real sites do: the gate closes, and the panel says in one sentence why. When the page is as it
 * was, it goes on: nobody has to be asked again.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const room = new WebexRoom();
let host: Host;
let cem: string;

test.beforeAll(async () => {
  host = await arm(await enter(room, { name: 'Ada', hl: 'de' }));
  cem = await room.joins('Cem');
  await panelButton(host.page, 'people').click();
  await panelButton(host.page, 'chat').click();
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await ask(host);
  await expect(questions(host.page)).toHaveCount(1, { timeout: LONG });
  await room.says(cem, 'I agree');
  await records(host);
});
test.afterEach(async ({}, info) => {
  if (info.status === info.expectedStatus) return;
  await host.page.screenshot({ path: info.outputPath('meeting.png') });
  await host.panel.screenshot({ path: info.outputPath('panel.png') });
});
test.afterAll(() => host.context.close());

const change = (some: Partial<Switches>) => room.change(host.page, some);

async function closesAndSays(sentence: string): Promise<void> {
  await rests(host, /./);
  await expect(host.panel.getByText(sentence, { exact: false }).first()).toBeVisible({ timeout: LONG });
}

const BLIND = 'I cannot see the meeting page, or its chat.';
const HIDES = 'The page may hide others.';
const UNREAD = 'I cannot read the page’s list.';

const CHANGES: readonly (readonly [string, Partial<Switches>, Partial<Switches>, string])[] = [
  ['the count is gone', { counter: false }, { counter: true }, HIDES],
  ['rows have another class', { strangeRows: true }, { strangeRows: false }, UNREAD],
  ['the list is cut', { rows: 1 }, { rows: 50 }, HIDES],
  ['messages are built in a way that nobody knows', { strangeChat: true }, { strangeChat: false }, BLIND],
];
for (const [what, there, back, sentence] of CHANGES)
  test(what, async () => {
    await change(there);
    await closesAndSays(sentence);
    await change(back);
    await records(host);
  });

test('the list is closed, and its count with it', async () => {
  await panelButton(host.page, 'people').click();
  await closesAndSays(UNREAD);
  await panelButton(host.page, 'people').click();
  await records(host);
});

test('the chat is closed', async () => {
  await panelButton(host.page, 'chat').click();
  await closesAndSays(BLIND);
  await panelButton(host.page, 'chat').click();
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

test('one goes and another comes in one step, and the count never moves', async () => {
  const mallory = await room.swaps(cem, 'Mallory');
  await rests(host, /./);
  await expect(host.panel.getByText('Mallory').first()).toBeVisible({ timeout: LONG });
  await expect(questions(host.page)).toHaveCount(2, { timeout: LONG });
  await room.says(mallory, 'I agree');
  await records(host);
});

test('words have another class: every message looks edited, and a yes that was edited away is a question', async () => {
  await change({ strangeWords: true });
  await closesAndSays('Please decide');
});

test('somebody is removed from the call: the page says so in its own language', async () => {
  await host.page.evaluate(() => window.standIn.removed());
  await rests(host, /left/i);
});
