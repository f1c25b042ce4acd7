import { expect, test } from '@playwright/test';
import { act, ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** A page that shows what is not so, and people whose names are traps: nobody's yes comes of it, and in doubt nothing is recorded. */
test.describe.configure({ timeout: 120_000 });

let party: Party;
let host: Host;
let mallory: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  mallory = await party.stranger('Mallory');
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

type Query = Readonly<Record<string, string>>;

async function meet(room: string, ofMallory: Query = {}, ofHost: Query = {}): Promise<void> {
  await party.move(room, [
    [host, ofHost],
    [mallory, ofMallory],
  ]);
  await says(host, 'Ready to ask');
  await host.panel.getByText('2 in the meeting').waitFor({ timeout: LONG });
  await ask(host);
  await mallory.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
}

test('names and words full of mark-up and tricks are shown as they are written, and change nothing', async () => {
  const trap = '<img src=x onerror="document.title=\'owned\'"><b>';
  const name = `${trap}\u202eeerga I\u2066\u200b${'x'.repeat(10_000)}`;
  await meet('trap', { name });
  const shown = host.panel.locator('li.person bdi').filter({ hasText: trap });
  await expect(shown).toHaveCount(1);
  const wide = await host.panel.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await chat(mallory, `${trap}I agree\u202e`);
  const doubt = host.panel.locator('.doubt');
  await expect(doubt.getByText(trap).first()).toBeVisible({ timeout: LONG });
  await rests(host, 'Waiting for 1 of 2');
  await doubt.getByRole('button', { name: 'Not an answer' }).click();
  await chat(mallory, 'I agree');
  await records(host);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  const library = await host.context.newPage();
  await library.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  await expect(library.locator('bdi').filter({ hasText: trap }).first()).toBeVisible({ timeout: LONG });
  for (const page of [host.panel, library, host.page]) {
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
  }
  await library.close();
});

test('of two names that look alike nobody has said yes before the host says who it was', async () => {
  const twin = await party.stranger('M\u0430ll\u200bory', { autojoin: '0' });
  await party.move('alike', [[host, { ids: 'off', chat: 'names' }], [mallory], [twin]]);
  await host.panel.getByText('3 in the meeting').waitFor({ timeout: LONG });
  await ask(host);
  await twin.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await chat(twin, 'I agree');
  await expect(host.panel.locator('.doubt').getByText('Two people here have names that look alike.')).toBeVisible({
    timeout: LONG,
  });
  await rests(host, 'Waiting for 2 of 3');
  expect(only(await logOf(host), 'answered')).toHaveLength(1);
  await party.leave(twin);
});

test('a list that does not fit the page’s own count closes the gate, and the host reads why', async () => {
  await meet('count');
  await chat(mallory, 'I agree');
  await records(host);
  await host.page.locator('[data-count]').evaluate((element) => element.setAttribute('data-count', '1'));
  await rests(host, 'Not recording yet');
  await expect(host.panel.getByText(/The page shows 1 people, I can see 2/)).toBeVisible({ timeout: LONG });
});

test('a row that is forged to be the host’s own is nobody’s yes', async () => {
  await meet('self');
  const row = host.page.locator('[data-person][data-self="false"]');
  await row.evaluate((element) => element.setAttribute('data-self', 'true'));
  await host.page.waitForTimeout(1500);
  await rests(host, /^(?:Waiting for|Not recording yet)/);
  expect(only(await logOf(host), 'answered')).toHaveLength(1);
});
