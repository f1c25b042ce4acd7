import { expect, test } from '@playwright/test';
import { serviceWorker } from '../../browser/targets.ts';
import { type Host, LONG, openPanel, press, says } from '../../journeys/party.ts';
import { enter, SITE } from './stand-in.ts';

/**
 * Lasting leave for a site, given and given back in the panel. Chrome's own question cannot be answered in a browser without a window;
 * this one was answered before, so that Chrome does not ask again.
 */
test.describe.configure({ timeout: 120_000 });

let host: Host;
test.afterEach(() => host?.context.close());

test('given, our script is there as soon as a page of that site opens; given back, it is not', async () => {
  host = await openPanel(await enter({ leave: [`${SITE}/*`] }));
  const worker = await serviceWorker(host.context);
  const registered = () =>
    worker.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches),
    );
  await says(host, 'No meeting here');
  expect(await registered()).toEqual([]);
  await press(host);
  await says(host, 'No call seen here yet');
  await host.panel.getByRole('button', { name: 'Always be ready on calls.example' }).click();
  const back = host.panel.getByRole('button', { name: 'No longer on calls.example' });
  await expect(back).toBeVisible({ timeout: LONG });
  await expect.poll(registered, { timeout: LONG }).toContain(`${SITE}/*`);

  const second = await anotherTab();
  await says(second, 'No call seen here yet');
  await back.click();
  await expect(host.panel.getByRole('button', { name: 'Always be ready on calls.example' })).toBeVisible({
    timeout: LONG,
  });
  await expect.poll(registered, { timeout: LONG }).toEqual([]);
  await says(await anotherTab(), 'No meeting here');
});

/** A page of the site in which the toolbar button was never pressed. */
async function anotherTab(): Promise<Host> {
  const page = await host.context.newPage();
  await page.goto(`${SITE}/room?number=8`);
  return openPanel({ ...host, page });
}
