import { test } from '@playwright/test';
import { ask } from '../../journeys/panel.ts';
import { arm, type Host, records, rests, says } from '../../journeys/party.ts';
import { notesYes, writeDown } from '../generic/host-list.ts';
import { happens, join } from '../generic/stand-in.ts';
import { enterRoom } from './stand-in.ts';

/** The page changes under us: the gate closes, and the panel says in one sentence why. */
test.describe.configure({ timeout: 120_000 });

let host: Host;
test.afterEach(() => host?.context.close());

async function recording(): Promise<void> {
  const guest = await enterRoom();
  await join(guest.page);
  await happens(guest.page, 'comes', 1);
  host = await arm(guest);
  await says(host, 'Ready to ask');
  await writeDown(host, 'Ben');
  await ask(host);
  await notesYes(host, 'Ben');
  await records(host);
}

test('its streams end', async () => {
  await recording();
  await happens(host.page, 'ends');
  await rests(host, 'The call seems to be over');
});

test('it goes to a page of its own without loading anew: what plays there is no call', async () => {
  await recording();
  await host.page.evaluate(() => history.pushState(null, '', '/information/tos'));
  await rests(host, /No call seen here yet|The call seems to be over/);
});
