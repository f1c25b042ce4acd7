import { expect, test } from '@playwright/test';
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
