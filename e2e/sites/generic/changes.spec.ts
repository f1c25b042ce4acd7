import { expect, test } from '@playwright/test';
import { ask } from '../../journeys/panel.ts';
import { arm, type Host, LONG, logOf, only, openPanel, records, rests, says } from '../../journeys/party.ts';
import { listIsRight, notesYes, writeDown } from './host-list.ts';
import { enter, happens, join, SITE } from './stand-in.ts';

/** The page changes under us while it records: the gate closes, and the panel says in one sentence why. */
test.describe.configure({ timeout: 180_000 });

let host: Host;

test.beforeEach(async () => {
  const guest = await enter();
  await join(guest.page);
  await happens(guest.page, 'comes', 1);
  host = await arm(guest);
  await says(host, 'Ready to ask');
  await writeDown(host, 'Ben');
  await ask(host);
  await notesYes(host, 'Ben');
  await records(host);
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) {
    await host.page.screenshot({ path: info.outputPath('page.png') });
    await host.panel.screenshot({ path: info.outputPath('panel.png'), fullPage: true });
  }
  await host.context.close();
});

test('its streams end: the call seems to be over, and nothing is recorded', async () => {
  await happens(host.page, 'ends');
  await rests(host, 'The call seems to be over');
  await expect(
    host.panel.getByText('Nobody’s voice or picture plays in this page any more, so nothing is being recorded.', {
      exact: false,
    }),
  ).toBeVisible();
  const log = await logOf(host);
  expect(only(log, 'meeting-left')).toMatchObject([{ how: 'left' }]);
  expect(only(log, 'gate-closed').at(-1)?.reasons).toContain('not-in-call');
});

test('it is loaded anew: our script comes back under the same grant, and the host vouches for the list again', async () => {
  await host.page.reload();
  await rests(host, 'No call seen here yet');
  await join(host.page);
  await happens(host.page, 'comes', 1);
  await listIsRight(host, 'Ben');
  await records(host);
});

test('it goes to another site: nothing of ours goes with it', async () => {
  await host.context.route('https://elsewhere.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }),
  );
  await host.page.goto('https://elsewhere.example/');
  await rests(host, 'No meeting here');
});

test('lasting leave for a site is offered, names that site only, and is not asked for elsewhere', async () => {
  const offer = host.panel.getByRole('button', { name: 'Always be ready on calls.example' });
  await expect(offer).toBeVisible({ timeout: LONG });
  const asked = await host.panel.evaluate(() => chrome.permissions.getAll());
  expect(asked.origins).not.toContain(`${SITE}/*`);
  const lobby = await openPanel({ ...host, page: await host.context.newPage() });
  await expect(lobby.panel.getByRole('button', { name: /Always be ready/ })).toHaveCount(0);
});
