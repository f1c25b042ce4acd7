import { expect, test } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { presses, reads } from '../../journeys/banner.ts';
import { act, ask } from '../../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { enter, panelButton } from './enter.ts';
import { MeetRoom } from './stand-in.ts';

/** A meeting of an organisation whose chat is Google Chat, in a frame of another site: read and written by our script in that frame. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const room = new MeetRoom();
let host: Host;
/** With the extension, in a browser of their own. */
let ben: Guest;
/** Without it. */
let cem: string;

test.beforeAll(async () => {
  host = await arm(await enter(room, { name: 'Ada', chat: 'known' }));
  ben = await enter(room, { name: 'Ben', chat: 'known' });
  cem = await room.joins('Cem');
  await panelButton(ben.page, 'chat').click();
  await panelButton(host.page, 'chat').click();
});
test.afterEach(async ({}, info) => {
  if (info.status === info.expectedStatus) return;
  const shown = { meeting: host.page, panel: host.panel, ben: ben.page };
  for (const [name, page] of Object.entries(shown)) await page.screenshot({ path: info.outputPath(`${name}.png`) });
});
test.afterAll(() => Promise.all([host.context.close(), ben.context.close()]));

test('the question goes into the frame, and its echo is heard there', async () => {
  await act(host.panel, 'This list is complete');
  await ask(host);
  const chat = host.page.frameLocator('iframe');
  await expect(chat.getByText('May we record this meeting?').last()).toBeVisible({ timeout: LONG });
  await expect(host.panel.getByText(en['composer.foreign'])).toHaveCount(0);
  await expect
    .poll(async () => only(await logOf(host), 'post-seen').map(({ outcome }) => outcome), { timeout: LONG })
    .toContain('echoed');
});

test('a signed yes and a yes in words count from the frame', async () => {
  await presses(ben, 'Agree');
  await rests(host, 'Waiting for 1 of 3');
  await room.says(cem, 'I agree');
  await records(host);
  await reads(ben, 'Recording');
  const grades = only(await logOf(host), 'answered').map(({ grade }) => grade);
  expect(grades.sort()).toEqual(['chat', 'signed', 'signed']);
});

test('whose words they are is not said over a second line of a run: it is asked of the host, and a no closes all the same', async () => {
  await room.says(cem, 'by the way');
  await records(host);
  await room.says(cem, 'stop recording');
  await rests(host, /./);
});

test('when the frame shows nothing that can be read, the panel says so and the self-test too', async () => {
  await room.change(host.page, { foreignChat: 'strange' });
  await expect(host.panel.getByText(en['composer.foreign'])).toBeVisible({ timeout: LONG });
  await host.panel.getByText(en['test.title']).click();
  const report = await host.panel.locator('.self-test textarea').inputValue();
  expect(report).toContain('chat-read: NO');
  for (const somebody of ['Ada', 'Ben', 'Cem', 'abc-defg-hij']) expect(report).not.toContain(somebody);
});
