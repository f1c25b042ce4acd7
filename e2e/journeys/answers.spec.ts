import { expect, test } from '@playwright/test';
import { clickInClosedRoot } from '../browser/closed-root.ts';
import { presses, reads, sees } from './banner.ts';
import { act, ask, person } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** One meeting, in which people answer in every way that there is. Each promise goes on from the one before. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
/** With the extension. */
let ben: Guest;
/** Without it. */
let cem: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  ben = await party.guest('Ben');
  cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
  await ask(host, { needed: ['quality'], optional: ['training'] });
  await says(host, 'Waiting for 2 of 3');
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

/** What somebody has written, as the host's page shows it. */
function linesOf(name: string): Promise<string[]> {
  const messages = host.page.locator('[data-message]').filter({
    has: host.page.locator('[data-sender]', { hasText: new RegExp(`^${name}$`) }),
  });
  return messages.locator('[data-text]').allTextContents();
}

/** How often a no is in the log. */
async function noes(): Promise<number> {
  return only(await logOf(host), 'answered').filter(({ answer }) => answer !== 'consented').length;
}

test('“Not now” sends nothing to the chat and leaves a way to answer', async () => {
  await presses(ben, 'Not now');
  await sees(ben, { role: 'button', name: 'Answer now' });
  // Whatever Ben's page wanted to post would be there before what he writes now.
  await chat(ben, 'One moment please');
  await host.page.getByText('One moment please').waitFor();
  expect(await linesOf('Ben')).toEqual(['One moment please']);
  expect(only(await logOf(host), 'answered')).toHaveLength(1);
  await rests(host, 'Waiting for 2 of 3');
});

test('when somebody declines, nothing starts and the panel says who it was', async () => {
  await presses(ben, 'Answer now');
  await presses(ben, 'Decline');
  await rests(host, 'Refused');
  await expect(host.panel.getByText('Ben did not agree. Nothing is being recorded.')).toBeVisible();
  await reads(ben, 'You said no.');
  expect(only(await logOf(host), 'gate-opened')).toEqual([]);
});

test('“Ask again” asks anew, and an optional purpose counts only where it was ticked', async () => {
  await act(host.panel, 'Ask again');
  await sees(ben, { role: 'button', name: 'Agree' });
  await clickInClosedRoot(ben.page, { role: 'checkbox', name: /training/ });
  await presses(ben, 'Agree');
  await rests(host, 'Waiting for 1 of 3');
  const yes = only(await logOf(host), 'answered').at(-1);
  expect(yes).toMatchObject({ answer: 'consented', grade: 'signed', purposes: ['quality', 'training'] });
});

test('a yes said aloud is noted by the host after reading the words, told in the chat, and undone by whom it is about', async () => {
  const row = await person(host, 'Cem');
  await row.getByRole('button', { name: 'Agreed aloud…' }).click();
  await expect(row.getByText('Do you agree to being recorded? Please say: I agree')).toBeVisible();
  await row.getByRole('button', { name: 'Cem said yes' }).click();
  await records(host);
  await cem.page.getByText('Host noted that you, Cem, agreed aloud').waitFor({ timeout: LONG });
  expect(only(await logOf(host), 'answered').at(-1)).toMatchObject({
    grade: 'attested',
    by: 'host',
    purposes: ['quality'],
  });
  await chat(cem, 'I do not agree');
  await rests(host, 'A yes was taken back');
  await expect(host.panel.getByText('Cem no longer agrees. Nothing is being recorded.')).toBeVisible();
});

test('“ok”, agreeing with somebody and quoting the question are never a yes; the host settles what might be one', async () => {
  await chat(cem, 'I agree with Bob');
  await chat(cem, '> May we record this meeting?');
  await chat(cem, 'ok');
  const doubt = host.panel.locator('.doubt');
  await expect(doubt.locator('blockquote')).toHaveText(['ok'], { timeout: LONG });
  await expect(doubt.getByText('Did Cem agree?')).toBeVisible();
  await rests(host, 'A yes was taken back');
  expect(only(await logOf(host), 'answered').at(-1)?.answer).toBe('withdrawn');
  await doubt.getByRole('button', { name: 'Yes, agreed' }).click();
  await records(host);
  expect(only(await logOf(host), 'settled')).toMatchObject([{ as: 'consented' }]);
});

test('a plain “stop recording” and a plain “I do not agree” of somebody without the extension stop it', async () => {
  for (const words of ['stop recording', 'I do not agree']) {
    const before = await noes();
    await chat(cem, words);
    await rests(host, 'A yes was taken back');
    expect(await noes()).toBe(before + 1);
    await reads(ben, /Recording has stopped/);
    await chat(cem, 'I agree');
    await records(host);
    await reads(ben, /^Recording$/m);
  }
});

test('where two people sit behind one tile, it waits for the second of them to agree', async () => {
  await presses(ben, 'Withdraw');
  await presses(ben, 'Yes, take it back');
  await rests(host, 'A yes was taken back');
  await presses(ben, 'Answer now');
  await sees(ben, { role: 'button', name: 'Agree' });
  await clickInClosedRoot(ben.page, { css: 'input[type=number]' });
  await ben.page.keyboard.press('ArrowUp');
  await presses(ben, 'Agree');
  await reads(ben, '1 of 2 here have agreed. The next person presses Agree.');
  await rests(host, 'Waiting for 1 of 3');
  await expect(host.panel.getByText('With Ben, someone who can be heard has not agreed yet.')).toBeVisible();
  await presses(ben, 'Agree');
  await records(host);
  const yeses = only(await logOf(host), 'answered').slice(-2);
  expect(yeses.map((yes) => yes.person)).toEqual([1, 2]);
  expect(yeses.map((yes) => yes.purposes)).toEqual([['quality'], ['quality']]);
});
