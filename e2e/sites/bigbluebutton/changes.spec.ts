import { expect, test } from '@playwright/test';
import { ask } from '../../journeys/panel.ts';
import { arm, HISTORY_MS, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter } from './enter.ts';
import type { Switches } from './room.ts';
import { BigBlueButtonRoom } from './stand-in.ts';

/**
 * The page changes under us while it records, as real installations do: the gate closes, and the panel says in one sentence why. When the page is
 * as it was, it goes on: nobody has to be asked again.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const room = new BigBlueButtonRoom();
let host: Host;
let cem: string;
let mallory: string;

test.beforeAll(async () => {
  host = await arm(await enter(room, { name: 'Ada', lang: 'de' }));
  // Our script has come with the press, and for it the chat begins there.
  await host.page.waitForTimeout(HISTORY_MS);
  cem = await room.joins('Cem');
  await expect(host.panel.getByText('2 in the meeting')).toBeVisible({ timeout: LONG });
  await ask(host);
  await expect(host.page.getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
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
  ['the counter is gone, as in version 2.7', { counter: false }, { counter: true }, HIDES],
  ['a page of the list is not drawn', { pageRows: 1 }, { pageRows: 50 }, HIDES],
  [
    'every name for tests is another',
    { renamed: true },
    { renamed: false },
    'The page counts 2 people, and I know of 2',
  ],
  ['messages are built in a way that nobody knows', { strangeChat: true }, { strangeChat: false }, BLIND],
  ['a conversation of two takes the place of the chat', { privately: 'Cem' }, { privately: '' }, BLIND],
];
for (const [what, there, back, sentence] of CHANGES)
  test(what, async () => {
    await change(there);
    await closesAndSays(sentence);
    await change(back);
    await records(host);
  });

test('the list is closed, and its count with it', async () => {
  const navigation = host.page.locator('[data-test="toggleSidebarNavigation"]');
  await navigation.click();
  await closesAndSays(UNREAD);
  await navigation.click();
  await records(host);
});

test('panels are built anew, and recording goes on', async () => {
  const before = only(await logOf(host), 'gate-opened').length;
  await change({ replaced: 1 });
  await change({ replaced: 2 });
  await room.says(cem, 'still here');
  await records(host);
  expect(only(await logOf(host), 'gate-opened')).toHaveLength(before);
});

test('one goes and another comes in one step, and the count never moves', async () => {
  mallory = await room.swaps(cem, 'Mallory');
  await rests(host, /./);
  await expect(host.panel.getByText('Mallory').first()).toBeVisible({ timeout: LONG });
  await expect(host.page.getByText('May we record this meeting?').nth(1)).toBeVisible({ timeout: LONG });
  await room.says(mallory, 'I agree');
  await records(host);
});

test('no message has a sender any more: whose a no is, is not known, so it closes', async () => {
  await change({ noSenders: true });
  await room.says(mallory, 'I do not agree any more, stop recording');
  await closesAndSays('Please decide');
});

test('the session is ended, or somebody is removed from it: the page says so in its own language', async () => {
  await host.page.evaluate(() => window.standIn.removed());
  await rests(host, /left/i);
});
