import { expect, test } from '@playwright/test';
import { channelsOf, heardIn, save } from '../../journeys/files.ts';
import { act, ask, person } from '../../journeys/panel.ts';
import { type Host, LONG, logOf, only, openPanel, press, records, rests, says } from '../../journeys/party.ts';
import { listIsRight, notesYes, writeDown } from './host-list.ts';
import { enter, happens, join } from './stand-in.ts';

/** The whole consent journey on a page that no adapter knows, with the built extension and real capture. */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** What is thrown away before a newcomer is the site's lag of 10 s: a stretch must be longer for something of it to be kept. */
const LONGER_THAN_THE_LAG_MS = 14_000;

let host: Host;

test.beforeAll(async () => {
  host = await openPanel(await enter());
});
test.afterEach(async ({}, info) => {
  if (info.status === info.expectedStatus) return;
  await host.page.screenshot({ path: info.outputPath('page.png') });
  await host.panel.screenshot({ path: info.outputPath('panel.png'), fullPage: true });
});
test.afterAll(() => host?.context.close());

test('nothing of ours is in the page before the toolbar button is pressed; then the panel waits for a call', async () => {
  await says(host, 'No meeting here');
  await press(host);
  await says(host, 'No call seen here yet');
});

test('a call is seen by what it plays, and what this page lets us do is one click away', async () => {
  await join(host.page);
  await host.page.waitForTimeout(1500);
  await says(host, 'No call seen here yet');
  await happens(host.page, 'comes', 1);
  await says(host, 'Ready to ask');
  await happens(host.page, 'comes', 2);
  await host.panel.getByText('What I can do on this page').click();
  const line = (sense: string) => host.panel.locator('.senses li').filter({ hasText: sense });
  await expect(line('See that you are in the call')).toContainText('works');
  await expect(line('See who is here')).toContainText('you say it');
  await expect(line('Read answers in the chat')).toContainText('does not work here');
  const report = await host.panel.locator('.self-test textarea').inputValue();
  expect(report).toContain('platform generic, call');
  expect(report).not.toContain('calls.example');
});

test('the host writes the list, asks, and notes each answer: then it records', async () => {
  await writeDown(host, '- Ben\n- Cem');
  await expect(host.panel.getByText('3 in the meeting')).toBeVisible({ timeout: LONG });
  await ask(host);
  await says(host, 'Waiting for 2 of 3');
  await expect(host.panel.getByText('Read this aloud, or paste it there').first()).toBeVisible({ timeout: LONG });
  await notesYes(host, 'Ben');
  await rests(host, 'Waiting for 1 of 3');
  await notesYes(host, 'Cem');
  await records(host);
  await expect(host.panel.getByText('Everyone on your list has agreed.')).toBeVisible();
});

test('elements and streams are built anew while nobody comes, and it goes on', async () => {
  await happens(host.page, 'redraws');
  await host.page.waitForTimeout(LONGER_THAN_THE_LAG_MS);
  await records(host);
  expect(only(await logOf(host), 'gate-opened')).toHaveLength(1);
});

test('a new voice stops it, the newcomer is written down and answers, and it goes on', async () => {
  await happens(host.page, 'comes', 3);
  await rests(host, 'Not recording yet');
  await expect(host.panel.getByText('Still only these people: Ben and Cem?')).toBeVisible({ timeout: LONG });
  await writeDown(host, 'Dia');
  await rests(host, 'Waiting for 1 of 4');
  await notesYes(host, 'Dia');
  await records(host);
});

test('somebody written down without a new voice stops it too: it is the host’s word that counts', async () => {
  await writeDown(host, 'Room 12');
  await rests(host, 'Waiting for 1 of 5');
  const row = await person(host, 'Room 12');
  await row.getByRole('button', { name: 'Has left…' }).click();
  await row.getByRole('button', { name: 'Room 12 has left' }).click();
  await records(host);
});

test('a corrected name is still the same person', async () => {
  const row = await person(host, 'Dia');
  await row.getByRole('button', { name: 'Change name…' }).click();
  await row.getByRole('textbox').fill('Dina');
  await row.getByRole('button', { name: 'Change it' }).click();
  await expect(host.panel.locator('li.person bdi', { hasText: /^Dina$/ })).toBeVisible({ timeout: LONG });
  await records(host);
  await host.page.waitForTimeout(2000);
});

test('stopped: the file has their voices, and the log says whose word all of it is', async () => {
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  const log = await logOf(host);
  expect(only(log, 'meeting-opened')).toMatchObject([{ platform: 'generic', lagMs: 10_000 }]);
  const answers = only(log, 'answered').filter(({ channel }) => channel !== 'panel');
  expect(answers.map(({ grade, by, answer }) => ({ grade, by, answer }))).toEqual(
    Array(3).fill({ grade: 'attested', by: 'host', answer: 'consented' }),
  );
  const lists = only(log, 'roster-read').filter(({ source }) => source === 'host');
  expect(lists.map(({ rows }) => rows)).toEqual([3, 4, 5, 4]);
  expect(only(log, 'roster-confirmed').at(-1)).toMatchObject({ rows: 4, counter: null });
  expect(only(log, 'gate-closed')[0]?.reasons).toEqual(['roster-partial']);
  const [first] = only(log, 'segment-sealed');
  expect(first?.chunks, 'what is older than the lag is kept').toBeGreaterThan(0);
  expect(first?.dropped, 'what the newcomer may be in is not').toBeGreaterThan(0);
  const [meeting = new Float64Array()] = await channelsOf(host.context, await save(host, 'any-page.webm'));
  expect(heardIn(meeting).sort()).toEqual(expect.arrayContaining([1, 2]));
});

test('vouching for the list after the call was lost is one click', async () => {
  await act(host.panel, 'Record again');
  await records(host);
  await happens(host.page, 'ends');
  await rests(host, 'The call seems to be over');
  await happens(host.page, 'comes', 1);
  await listIsRight(host, 'Ben, Cem, and Dina');
  await records(host);
});
