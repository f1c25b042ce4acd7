import { expect, test } from '@playwright/test';
import { clickInClosedRoot } from '../browser/closed-root.ts';
import { presses, reads, sees } from './banner.ts';
import { ask } from './panel.ts';
import { type Guest, type Host, LONG, logOf, only, Party } from './party.ts';

/** Somebody says in the banner where they are. Each promise goes on from the one before. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let ana: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  ana = await party.guest('Ana', { account: 'ana' });
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const law = (text: RegExp) => expect(host.panel.locator('section.law')).toContainText(text, { timeout: LONG });
const opens = async () => {
  await sees(ana, { css: '.where summary' });
  await clickInClosedRoot(ana.page, { css: '.where summary' });
  // The list is asked of the worker only now.
  await reads(ana, 'South Africa');
};
/** By the keyboard, as one goes to a place in a long list. */
const chooses = async (place: string) => {
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.type(place);
  await presses(ana, 'Post it');
};

test('before they answer, and the answer needs it not', async () => {
  await ask(host);
  await law(/nobody knows where you and Ana are/);
  await opens();
  await chooses('Germany');
  await reads(ana, 'You are in: Germany');
  await expect(host.page.getByText('My place: Germany (DE)')).toBeVisible({ timeout: LONG });
  expect(only(await logOf(host), 'place-stated')).toMatchObject([
    { places: ['DE'], known: 'declared', by: 'participant' },
  ]);
  await reads(ana, 'Agree');
});

test('the panel tells who is there, and by whose word', async () => {
  await host.panel.getByText('Why:').click();
  await law(/Because Ana is in Germany \(StGB § 201\)\./);
  await host.panel.getByRole('button', { name: /^Ana/ }).click();
  await expect(host.panel.getByText('Where: Germany (they said it themselves)')).toBeVisible({ timeout: LONG });
});

test('and after the answer too: the newest word counts', async () => {
  await presses(ana, 'Agree');
  await reads(ana, 'You agreed.');
  await opens();
  await chooses('California');
  await reads(ana, 'You are in: California');
  await expect
    .poll(async () => only(await logOf(host), 'place-stated').at(-1)?.places, { timeout: LONG })
    .toEqual(['US-CA']);
  expect(only(await logOf(host), 'answered').filter(({ answer }) => answer !== 'consented')).toEqual([]);
});

test('where they live is the second step: its law counts beside that of where they are', async () => {
  // Back from the button, past two ticks, to the list.
  for (let n = 0; n < 3; n++) await ana.page.keyboard.press('Shift+Tab');
  await ana.page.keyboard.type('Germany');
  await presses(ana, 'I live there');
  await reads(ana, 'You live in: Germany');
  await expect(host.page.getByText('My residence: Germany (DE)')).toBeVisible({ timeout: LONG });
  await expect
    .poll(async () => only(await logOf(host), 'place-stated').at(-1), { timeout: LONG })
    .toMatchObject({ places: ['US-CA'], residence: 'DE', by: 'participant' });
  await expect(host.panel.getByText('Lives in: Germany')).toBeVisible({ timeout: LONG });
  // What is chosen for the next step is where they are, as before.
  for (let n = 0; n < 4; n++) await ana.page.keyboard.press('Shift+Tab');
  await ana.page.keyboard.type('California');
});

test('and the host remembers it for the next meeting, where they give leave for that', async () => {
  await clickInClosedRoot(ana.page, { css: '.where label:last-of-type input' });
  await presses(ana, 'Post it');
  await expect(host.page.getByText('My place: California (US-CA), please remember it')).toBeVisible({ timeout: LONG });
  await expect
    .poll(async () => only(await logOf(host), 'place-stated').at(-1), { timeout: LONG })
    .toMatchObject({ places: ['US-CA'], known: 'declared', remember: true });
  await party.move('next', [[host], [ana, { account: 'ana' }]]);
  await expect
    .poll(async () => only(await logOf(host), 'place-stated'), { timeout: LONG })
    .toMatchObject([{ places: ['US-CA'], known: 'met-before', by: 'participant' }]);
  await host.panel.getByRole('button', { name: /^Ana/ }).click();
  await expect(host.panel.getByText('Where: California (they said it in an earlier meeting)')).toBeVisible({
    timeout: LONG,
  });
});

test('and forgets it when they write that', async () => {
  await ana.page.locator('[data-chat-input]').fill('Forget where I am');
  await ana.page.locator('[data-chat-input]').press('Enter');
  await expect
    .poll(async () => only(await logOf(host), 'place-stated').at(-1), { timeout: LONG })
    .toMatchObject({ places: [], remember: false });
  await party.move('third', [[host], [ana, { account: 'ana' }]]);
  await ask(host);
  await law(/nobody knows where you and Ana are/);
  expect(only(await logOf(host), 'place-stated')).toEqual([]);
});
