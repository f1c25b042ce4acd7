import { expect, test } from '@playwright/test';
import { presses, reads } from '../../journeys/banner.ts';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests, says, truthOf } from '../../journeys/party.ts';
import { startSandbox } from '../sandbox/server.ts';
import { enter, panelButton } from './enter.ts';
import { MeetRoom } from './stand-in.ts';

/** People, names and pages as nobody wishes for them, on Meet's stand-in with the whole extension: in doubt it stays closed. */
test.describe.configure({ timeout: 180_000 });

let room: MeetRoom;
let host: Host;
const others: Guest[] = [];

test.beforeEach(async () => {
  room = new MeetRoom();
  host = await arm(await enter(room, { name: 'Ada' }));
});
test.afterEach(async ({}, info) => {
  const all = [{ name: 'host', context: host.context }, ...others.splice(0)];
  for (const { name, context } of all) {
    if (info.status !== info.expectedStatus)
      for (const [n, page] of context.pages().entries())
        await page.screenshot({ path: info.outputPath(`${name}-${n}.png`) });
    await context.close();
  }
});

/** The list is read once, and vouched for while the chat is in its place: the normal way on Meet. */
async function confirmed(people: number): Promise<void> {
  await panelButton(host.page, 'people').click();
  await expect(host.panel.getByText(`${people} in the meeting`)).toBeVisible({ timeout: LONG });
  await panelButton(host.page, 'chat').click();
  await act(host.panel, 'This list is complete');
}

async function asked(): Promise<void> {
  await ask(host);
  await expect(host.page.getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
}

test('names that look alike, run backwards or have ten thousand letters: nobody’s yes is another’s', async () => {
  const ben = await room.joins('Ben');
  // U+0435 and U+043D are Cyrillic; U+202E turns what follows round.
  const double = await room.joins('B\u0435\u043d');
  const backwards = await room.joins('\u202Eneb\u202C');
  const long = await room.joins('x'.repeat(10_000));
  await confirmed(5);
  await asked();
  await room.says(double, 'I agree');
  await room.says(backwards, 'I agree');
  await room.says(long, 'I agree');
  await rests(host, /./);
  const yeses = async () =>
    only(await logOf(host), 'answered').filter(({ by, channel }) => by === 'participant' && channel === 'chat');
  await expect
    .poll(async () => new Set((await yeses()).map(({ participant }) => participant)).size, { timeout: LONG })
    .toBe(3);
  await rests(host, 'Waiting for 1 of 5');
  await room.says(ben, 'I agree');
  await records(host);
  expect(only(await logOf(host), 'gate-opened')[0]?.roster).toHaveLength(5);
});

test('a thousand messages in one burst, none of which is a yes, open nothing; one no among them stops it', async () => {
  const cem = await room.joins('Cem');
  const dia = await room.joins('Dia');
  await confirmed(3);
  await asked();
  const almost = [
    'I agree with Dia',
    'I agree?',
    'Do you agree?',
    'we agreed on Friday',
    '“I agree”',
    'yes',
    'ok',
    'sure thing',
  ];
  await room.burst(cem, 1000, (n) => almost[n % almost.length] ?? '');
  await room.says(dia, 'I agree');
  await expect.poll(async () => only(await logOf(host), 'answered').length, { timeout: LONG }).toBe(2);
  await rests(host, /./);
  expect(only(await logOf(host), 'gate-opened')).toEqual([]);
  await room.says(cem, 'I agree');
  await records(host);
  await room.burst(dia, 1000, (n) => (n === 500 ? 'stop recording' : `line ${n}`));
  await rests(host, /./);
  expect(only(await logOf(host), 'answered').at(-1)).toMatchObject({ answer: 'withdrawn' });
});

test('five thousand people come in at once: the newcomers stop it, and the panel says for whom it waits', async () => {
  const cem = await room.joins('Cem');
  await confirmed(2);
  await asked();
  await room.says(cem, 'I agree');
  await records(host);
  await room.fill(5000);
  await rests(host, /./);
  await expect.poll(async () => (await truthOf(host)).gate, { timeout: LONG }).toBe('shut');
});

test('our element is taken out of the page again and again: it comes back, and a press in it counts', async () => {
  const guest = await enter(room, { name: 'Ben' });
  others.push(guest);
  await panelButton(guest.page, 'chat').click();
  await confirmed(2);
  await asked();
  await reads(guest, 'may we record');
  for (let n = 0; n < 3; n++) {
    await guest.page.evaluate(() => document.querySelector('[data-ask-to-record]')?.remove());
    await reads(guest, 'may we record');
  }
  await presses(guest, 'Agree');
  await records(host);
  await guest.page.evaluate(() => document.querySelector('[data-ask-to-record]')?.remove());
  await reads(guest, 'Recording');
});

test('two calls in two tabs: each is asked for itself, and what one agreed to opens nothing in the other', async () => {
  const cem = await room.joins('Cem');
  await confirmed(2);
  await asked();
  await room.says(cem, 'I agree');
  await records(host);

  const sandbox = await startSandbox();
  try {
    const page = await host.context.newPage();
    await page.goto(sandbox.roomUrl('another', { name: 'Ada', autojoin: '1' }));
    await page.locator('[data-screen="call"]').waitFor({ timeout: LONG });
    const second = await arm({ ...host, page });
    await says(second, 'Ready to ask');
    // The newest log is the second meeting's: nothing that was agreed to in the first one is in it.
    const log = await logOf(second);
    expect(only(log, 'meeting-opened')).toMatchObject([{ platform: 'sandbox' }]);
    expect([...only(log, 'answered'), ...only(log, 'gate-opened')]).toEqual([]);
    await says(host, /^Recording(?! broke)/);
    await room.says(cem, 'stop recording');
    await says(host, /^(?!Recording)/);
  } finally {
    await sandbox.close();
  }
});
