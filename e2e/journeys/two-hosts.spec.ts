import { expect, test } from '@playwright/test';
import { presses, reads, sees } from './banner.ts';
import { ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** Two hosts in two browsers ask in one meeting. Each promise goes on from the one before. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let eva: Host;
/** With the extension, and asked by both. */
let ben: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  eva = await party.host('Eva', { pictures: 'own' });
  ben = await party.guest('Ben');
  for (const { panel } of [host, eva]) await panel.getByText('3 in the meeting').waitFor({ timeout: LONG });
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

/** Whose yeses a host's log holds, oneself left out. */
async function yeses(of: Host): Promise<{ readonly ask: string; readonly grade: string }[]> {
  const log = only(await logOf(of), 'answered').filter(
    ({ answer, channel }) => answer === 'consented' && channel !== 'panel',
  );
  return log.map(({ ask: about, grade }) => ({ ask: about, grade }));
}

async function askOf(of: Host): Promise<string | undefined> {
  return only(await logOf(of), 'asked').at(-1)?.ask;
}

test('each ask has a line of its own in a participant’s banner', async () => {
  await ask(host);
  await reads(ben, 'Host asks: may we record this conversation?');
  await ask(eva);
  await reads(ben, 'Eva asks: may we record this conversation?');
  await reads(ben, 'Host asks: may we record this conversation?');
  // A host is asked by the other one, like everybody.
  await reads(host, 'Eva asks');
  await reads(eva, 'Host asks');
  for (const of of [host, eva]) await rests(of, 'Waiting for 2 of 3');
});

test('a signed yes counts for its own ask, and for no other', async () => {
  await presses(ben, 'Agree');
  await rests(host, 'Waiting for 1 of 3');
  await presses(eva, 'Agree');
  await records(host);
  await rests(eva, 'Waiting for 2 of 3');
  expect(await yeses(host)).toEqual(Array(2).fill({ ask: await askOf(host), grade: 'signed' }));
  expect(await yeses(eva)).toEqual([]);
});

test('a yes by hand is settled by each host, because it does not say whom it answers', async () => {
  await chat(ben, 'I agree');
  await expect(eva.panel.locator('.doubt').getByText('Did Ben agree?')).toBeVisible({ timeout: LONG });
  await rests(eva, 'Waiting for 2 of 3');
  await sees(ben, { role: 'button', name: 'Agree' });
  await presses(ben, 'Agree');
  await presses(host, 'Agree');
  await records(eva);
  await records(host);
});

test('“stop recording” stops both', async () => {
  await chat(ben, 'stop recording');
  await rests(host, 'A yes was taken back');
  await rests(eva, 'A yes was taken back');
  await reads(ben, /You took your yes back\.[\s\S]*You took your yes back\./);
  for (const of of [host, eva]) expect(only(await logOf(of), 'answered').at(-1)).toMatchObject({ answer: 'withdrawn' });
});

test('when one of them goes on without recording, a yes by hand is for the other, and settles the banner', async () => {
  await says(eva, 'A yes was taken back');
  await eva.panel.getByRole('button', { name: 'Go on without recording', exact: true }).first().click();
  await eva.panel.getByRole('button', { name: 'Yes, go on without', exact: true }).click();
  await rests(eva, 'Going on without recording');
  await reads(ben, 'No recording');
  await chat(ben, 'I agree');
  await records(host);
  await reads(ben, /Recording[\s\S]*You agreed\./);
});
