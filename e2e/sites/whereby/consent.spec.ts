import { expect, test } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { act, ask } from '../../journeys/panel.ts';
import { type Host, LONG, logOf, only, openPanel, press, records, rests, says } from '../../journeys/party.ts';
import { notesYes, writeDown } from '../generic/host-list.ts';
import { happens, join } from '../generic/stand-in.ts';
import { enterRoom } from './stand-in.ts';

/** The whole consent journey at Whereby's real address, with the built extension and real capture. */
test.describe.configure({ timeout: 120_000 });

let host: Host;

test.beforeEach(async () => {
  host = await openPanel(await enterRoom());
});
test.afterEach(() => host?.context.close());

test('the panel is ready in the room, the host writes the list and notes the answers, and a newcomer stops it', async () => {
  await says(host, 'No call seen here yet');
  await join(host.page);
  await happens(host.page, 'comes', 1);
  await says(host, 'Not armed');
  await press(host);
  await says(host, 'Ready to ask');
  await writeDown(host, 'Ben');
  await ask(host);
  await notesYes(host, 'Ben');
  await records(host);
  await writeDown(host, 'Cem');
  await rests(host, 'Waiting for 1 of 3');
  await notesYes(host, 'Cem');
  await records(host);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  expect(only(await logOf(host), 'meeting-opened')).toMatchObject([{ platform: 'whereby' }]);
  await expect(host.panel.getByRole('button', { name: /Always be ready/ })).toHaveCount(0);
  await expect(host.panel.getByText('What I can do on this page')).toBeVisible({ timeout: LONG });
});

test('the self-test says what works, what the host says instead and what does not, and its report names nobody', async () => {
  const { panel } = host;
  await says(host, 'No call seen here yet');
  await panel.getByText(en['test.title']).click();
  const line = (sense: string) => panel.locator('.senses li').filter({ hasText: sense });
  await expect(line('See that you are in the call')).not.toContainText('works', { timeout: LONG });
  await join(host.page);
  await happens(host.page, 'comes', 1);
  await press(host);
  await says(host, 'Ready to ask');
  await writeDown(host, 'Ben');
  await expect(line('See that you are in the call')).toContainText('works', { timeout: LONG });
  await expect(line('See who is here')).toContainText('you say it');
  await expect(line('Read answers in the chat')).toContainText('does not work here');
  await expect(line('Write the question into the chat')).toContainText('does not work here');
  const report = () => panel.locator('.self-test textarea').inputValue();
  expect(await report()).toContain('platform whereby, call');
  for (const sense of [
    'call: yes',
    'people: by the host',
    'count: NO',
    'chat-read: NO',
    'chat-write: NO',
    'mute: by the host',
  ])
    expect(await report()).toContain(sense);
  for (const somebody of ['Ben', 'monday', 'whereby.com']) expect(await report()).not.toContain(somebody);
  // The call is lost, and the test says so at once.
  await happens(host.page, 'ends');
  await expect(line('See that you are in the call')).not.toContainText('works', { timeout: LONG });
});
