import { expect, test } from '@playwright/test';
import { serviceWorker } from '../browser/targets.ts';
import { presses } from './banner.ts';
import { ask } from './panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, Party, records } from './party.ts';

/** The host is in Washington, where it must be heard on the recording that it is one (RCW 9.73.030(3)). */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let ana: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  const first = await party.unarmed('Host');
  const worker = await serviceWorker(first.context);
  await worker.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, changes: { place: 'US-WA', basis: 'legitimate-interests' } } }),
  );
  host = await arm(first);
  ana = await party.guest('Ana');
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const card = () => host.panel.locator('section.announce');

test('the words are shown when recording begins, and the host’s voice makes the button work', async () => {
  await ask(host);
  await presses(ana, 'Agree');
  await records(host);
  await expect(card()).toContainText('This conversation is being recorded.', { timeout: LONG });
  const said = card().getByRole('button', { name: 'I said it' });
  await expect(said).toHaveAttribute('aria-disabled', 'false', { timeout: LONG });
  await said.click();
  await expect(card()).toHaveCount(0, { timeout: LONG });
  expect(only(await logOf(host), 'announced')).toMatchObject([{ by: 'host' }]);
});
