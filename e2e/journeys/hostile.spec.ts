import { expect, test } from '@playwright/test';
import { waitInClosedRoot } from '../browser/closed-root.ts';
import { presses, reads, sees } from './banner.ts';
import { act, ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** A page, and people, that want a yes which nobody gave. One meeting; each promise goes on from the one before. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
/** With the extension. */
let ben: Guest;
/** Without it, and up to no good. */
let mallory: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  ben = await party.guest('Ben');
  mallory = await party.stranger('Mallory');
  await says(host, 'Ready to ask');
  await host.panel.getByText('Mallory').first().waitFor({ timeout: LONG });
  await ask(host);
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const AGREE = { role: 'button', name: 'Agree' };

/** A message of somebody as it stands in Mallory's page, tag and all. */
async function copied(text: string): Promise<string> {
  const line = mallory.page.locator('[data-message] [data-text]').filter({ hasText: text }).last();
  return (await line.textContent()) ?? '';
}

test('a page that takes our banner away gets it back, and nothing was answered', async () => {
  await sees(ben, AGREE);
  await ben.page.evaluate(() => document.querySelector('[data-ask-to-record]')?.remove());
  await sees(ben, AGREE);
  expect(only(await logOf(host), 'answered')).toHaveLength(1);
  await rests(host, 'Waiting for 2 of 3');
});

test('a press that comes through something which the page has laid over the banner does not count', async () => {
  await ben.page.evaluate(() => {
    const cover = document.createElement('div');
    cover.id = 'cover';
    cover.setAttribute('popover', 'manual');
    const { style } = cover;
    style.position = 'fixed';
    style.inset = '0';
    style.width = '100vw';
    style.height = '100vh';
    style.background = 'green';
    style.pointerEvents = 'none';
    document.body.append(cover);
    cover.showPopover();
  });
  await sees(ben, AGREE);
  await sees(ben, AGREE);
  const box = await waitInClosedRoot(ben.page, AGREE);
  await ben.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await chat(ben, 'What a green screen');
  await host.page.getByText('What a green screen').waitFor({ timeout: LONG });
  expect(only(await logOf(host), 'answered')).toHaveLength(1);
  await ben.page.evaluate(() => document.querySelector('#cover')?.remove());
});

test('the signed answer of somebody else, sent once more, is a question and not a yes', async () => {
  await presses(ben, 'Agree');
  await rests(host, 'Waiting for 1 of 3');
  await mallory.page.getByText('I agree to the recording, for').waitFor({ timeout: LONG });
  await chat(mallory, await copied('I agree to the recording, for'));
  const doubt = host.panel.locator('.doubt');
  await expect(doubt.getByText('It was signed with another key than before.')).toBeVisible({ timeout: LONG });
  await rests(host, 'Waiting for 1 of 3');
  await doubt.getByRole('button', { name: 'Not an answer' }).click();
  await expect(doubt).toHaveCount(0);
});

test('only who asked can say whether recording runs', async () => {
  await chat(mallory, 'I agree');
  await records(host);
  await reads(ben, /^Recording$/m);
  const tagged = await copied('Recording is on now');
  await act(host.panel, 'Pause');
  await rests(host, /^Paused/);
  await reads(ben, 'Recording is paused');
  const told = ben.page.locator('[data-text]').filter({ hasText: 'Recording is on now' });
  const before = await told.count();
  await chat(mallory, tagged);
  await expect(told).toHaveCount(before + 1);
  // Ben's page is read at least once a second.
  await ben.page.waitForTimeout(1500);
  await reads(ben, 'Recording is paused');
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
});

test('a question whose words were changed is shown as one that nobody can vouch for', async () => {
  const changed = (await copied('May we record this meeting?')).replace('costs nothing', 'costs you your bonus');
  await party.move('elsewhere', [[mallory], [ben]]);
  await chat(mallory, changed);
  await reads(ben, 'The words in the chat are not the ones that this notice stands for.');
});
