import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/words/en.ts';
import { serviceWorker } from '../browser/targets.ts';
import { presses, sees } from './banner.ts';
import { act, ask } from './panel.ts';
import { arm, chat, type Guest, type Host, LONG, logOf, only, Party, records, rests } from './party.ts';

/** One meeting whose rule changes with where people say that they are. The host chose the legal minimum, in Texas. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
/** With the extension. */
let ana: Guest;
/** Without it. */
let ben: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  const first = await party.unarmed('Host');
  const worker = await serviceWorker(first.context);
  await worker.evaluate(() =>
    chrome.storage.local.set({
      settings: { version: 1, changes: { place: 'US-TX', basis: 'legitimate-interests', floor: 'legal-minimum' } },
    }),
  );
  host = await arm(first);
  ana = await party.guest('Ana');
  ben = await party.stranger('Ben');
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const law = (text: RegExp) => expect(host.panel.locator('section.law p').first()).toHaveText(text, { timeout: LONG });
const waitsFor = (text: RegExp) => expect(host.panel.locator('ul.waits')).toHaveText(text, { timeout: LONG });
const formsIn = async () => only(await logOf(host), 'answered').map(({ form, answer }) => `${answer} ${form}`);
const noticesTo = async () => only(await logOf(host), 'post-ordered').filter(({ says }) => says === 'notice');

test('while nobody knows where people are, the legal minimum does not hold', async () => {
  await law(/^Everyone must agree explicitly, because nobody knows where Ana and Ben are/);
});

test('everybody says that they are in Texas: after the notice, and a while in which nobody objects, it records', async () => {
  await chat(ana, 'I am in Texas');
  await chat(ben, 'I’m in Texas.');
  await law(/^One person’s agreement is enough, because nobody here is in a place that asks for more/);
  await ask(host, { media: 'sound' });
  await waitsFor(/Ana and Ben were told just now/);
  await records(host);
  const lines = await logOf(host);
  const told = lines.find(({ entry }) => entry.kind === 'post-ordered' && entry.says === 'going-on');
  await expect(ben.page.getByText('whoever goes on in this meeting agrees to the recording').first()).toBeVisible();
  const implied = lines.filter(({ entry }) => entry.kind === 'answered' && entry.grade === 'implied');
  expect(implied).toHaveLength(2);
  for (const { at } of implied) expect(at - (told?.at ?? Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(15_000);
});

test('one says that they are in California: it stops, says why, and asks those who had only gone on', async () => {
  await chat(ben, 'I am in California');
  await rests(host, /\S/);
  await waitsFor(/Ana and Ben went on after the notice, and must now agree in their own words/);
  await law(/^Everyone must agree.*because Ben is in California \(Cal\. Penal Code § 632\)/);
  await expect
    .poll(async () => (await noticesTo()).map(({ people }) => people.length), { timeout: LONG })
    .toEqual([2, 2]);
  await sees(ana, { role: 'button', name: 'Agree' });
  await presses(ana, 'Agree');
  await chat(ben, 'I agree');
  await records(host);
  expect((await formsIn()).slice(-2).sort()).toEqual(['consented explicit', 'consented written']);
});

test('who comes in and says Germany is asked for a yes of their own; the answers of the others stand', async () => {
  const cem = await party.stranger('Cem');
  await rests(host, /\S/);
  await chat(cem, 'I am in Texas');
  // Going on is enough again for whoever comes under a rule that has them only told, and then no longer.
  await records(host);
  await chat(cem, 'I am in Germany');
  await rests(host, /\S/);
  await law(/^Everyone must agree explicitly, because Cem is in Germany \(StGB § 201\)/);
  await waitsFor(/Cem went on after the notice, and must now agree in their own words/);
  const asked = (await noticesTo()).at(-1)?.people ?? [];
  expect(asked).toHaveLength(1);
  const before = (await formsIn()).length;
  await chat(cem, 'I agree');
  await records(host);
  expect(await formsIn()).toHaveLength(before + 1);
});

test('where it must be heard on the recording, the panel shows the words, and it ends when nobody said them', async () => {
  await chat(ben, 'I am in Washington');
  const card = host.panel.locator('section.announce');
  await expect(card).toBeVisible({ timeout: LONG });
  // Thirty seconds are promised for it.
  await expect(host.panel.locator('h1')).toHaveText(/^Paused/, { timeout: 2 * LONG });
  await rests(host, /^Paused/);
  await waitsFor(/The words that must be heard on the recording were not said/);
  expect(only(await logOf(host), 'announcement-missed')).toHaveLength(1);
  await act(host.panel, 'Resume recording');
  await records(host);
  await card.getByRole('button', { name: en['announce.said'], exact: true }).click({ timeout: LONG });
  await expect(card).toBeHidden({ timeout: LONG });
  expect(only(await logOf(host), 'announced')).toHaveLength(1);
  await records(host);
});

test('each answer in the log names the requirement that it was given under', async () => {
  const lines = await logOf(host);
  const known = new Set(only(lines, 'requirement-set').map(({ fingerprint }) => fingerprint));
  expect(known.size).toBeGreaterThanOrEqual(4);
  for (const { requirement } of only(lines, 'answered')) expect(known.has(requirement ?? '')).toBe(true);
});
