import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { IDENTITY, RECIPIENT } from '../../src/vault/testdata/one-recipient.ts';
import { recorded } from './fault-stage.ts';
import { ask } from './panel.ts';
import { chat, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';
import { authenticator } from './passkey.ts';

/** The lock of the recordings in a real browser, with the real cost of a passphrase. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const FIRST = 'anchor violet cedar nine';
const SECOND = 'marble otter lantern five';

let party: Party;
let host: Host;
let settings: Page;
let library: Page;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  const cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  settings = await host.context.newPage();
  await settings.goto(`chrome-extension://${host.extension}/extension/settings/index.html#vault`);
  await settings.getByText(en['vault.none']).waitFor();
  await protect(FIRST);
  // Locked before anything is recorded: a recording needs no secret.
  await button(settings, 'vault.lock').click();
  await settings.getByText(en['vault.locked']).waitFor();
  await host.page.bringToFront();
  await ask(host, { media: 'sound' });
  await cem.page.getByText('May we record this meeting? Sound only').waitFor();
  await chat(cem, 'I agree');
  await records(host);
  await recorded(host, 4);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBe(1);
  library = await host.context.newPage();
  await library.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

type Word = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en];
const button = (page: Page, word: Word) => page.getByRole('button', { name: en[word], exact: true });
const field = (page: Page, word: Word) => page.getByLabel(en[word], { exact: true });

async function protect(passphrase: string): Promise<void> {
  await button(settings, 'vault.none.passphrase').click();
  await field(settings, 'vault.passphrase.new').fill(passphrase);
  await field(settings, 'vault.passphrase.again').fill(passphrase);
  await button(settings, 'vault.passphrase.set').click();
  await settings.getByText(en['vault.done.protected']).waitFor({ timeout: LONG });
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await field(page, 'vault.passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

async function plays(): Promise<void> {
  await button(library, 'records.play').click();
  const media = library.locator('video');
  await expect
    .poll(() => media.evaluate((element: HTMLMediaElement) => element.duration), { timeout: LONG })
    .toBeGreaterThan(0.3);
}

const asks = () => expect(field(library, 'vault.passphrase')).toBeVisible({ timeout: LONG });

test('what was recorded while it was locked asks for the passphrase, refuses a wrong one, and plays with the right one', async () => {
  await asks();
  await expect(button(library, 'records.play')).toBeHidden();
  await expect(button(library, 'records.save.do')).toBeHidden();
  await unlock(library, 'anchor violet cedar ten');
  await expect(library.getByText(en['failure.wrong-passphrase'])).toBeVisible({ timeout: LONG });
  await unlock(library, FIRST);
  await expect(button(library, 'records.play')).toBeVisible({ timeout: LONG });
  await plays();
  // What it was opened for was in the log before, and stands below the recording.
  expect(only(await logOf(host), 'accessed')).toMatchObject([{ purpose: 'quality', how: 'played' }]);
  await expect(library.getByRole('region', { name: en['records.history'] })).toContainText('for quality');
});

test('locked in another window: the player closes, and nothing decrypted stays behind', async () => {
  await button(settings, 'vault.lock').click();
  await asks();
  await expect(library.locator('video')).toBeHidden();
  const left = () =>
    library.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('scratch', { create: true });
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    });
  await expect.poll(left, { timeout: LONG }).toEqual([]);
});

test('a changed passphrase opens it; the one before does not', async () => {
  await unlock(settings, FIRST);
  await button(settings, 'vault.passphrase.change').click({ timeout: LONG });
  await field(settings, 'vault.passphrase.present').fill(FIRST);
  await field(settings, 'vault.passphrase.new').fill(SECOND);
  await field(settings, 'vault.passphrase.again').fill(SECOND);
  await button(settings, 'vault.passphrase.change').click();
  await settings.getByText(en['vault.done.passphrase-set']).waitFor({ timeout: LONG });
  await button(settings, 'vault.lock').click();
  await asks();
  await unlock(library, FIRST);
  await expect(library.getByText(en['failure.wrong-passphrase'])).toBeVisible({ timeout: LONG });
  await unlock(library, SECOND);
  await expect(button(library, 'records.play')).toBeVisible({ timeout: LONG });
  await plays();
});

test('the files of the vault hold no bare key, and the passphrase is asked of Debian’s age as well', async () => {
  const files = await keyFiles();
  expect(files.length).toBe(1);
  const heads = files.map((file) => Buffer.from(file, 'base64').subarray(0, 21).toString());
  expect(heads).toEqual(['age-encryption.org/v1']);
  test.skip(!existsSync('/usr/bin/age'), 'age is not installed here');
  const identity = await library.evaluate(async () => {
    const { 'vault-unlocked': opened } = await chrome.storage.session.get('vault-unlocked');
    return (opened as { identity: string }).identity;
  });
  expect(byAge(identity, files[0] ?? '')).toBe(32);
});

test('a passkey that is added opens it as well', async () => {
  const keys = await authenticator(settings);
  await settings.bringToFront();
  await button(settings, 'vault.passkey.add').click({ timeout: LONG });
  await settings.getByText(en['vault.done.passkey-added']).waitFor({ timeout: LONG });
  await button(settings, 'vault.lock').click();
  await button(settings, 'vault.unlock.passkey').click({ timeout: LONG });
  await settings.getByText(en['vault.done.unlocked']).waitFor({ timeout: LONG });
  await library.bringToFront();
  await expect(button(library, 'records.play')).toBeVisible({ timeout: LONG });
  await keys.detach();
});

test('given up: it plays without anything', async () => {
  await settings.bringToFront();
  await button(settings, 'vault.give-up').click({ timeout: LONG });
  await button(settings, 'vault.give-up.yes').click();
  await settings.getByText(en['vault.done.given-up']).waitFor({ timeout: LONG });
  await expect(settings.getByText(en['vault.none'])).toBeVisible();
  await library.reload();
  await library.getByRole('list').getByRole('button').first().click({ timeout: LONG });
  await plays();
});

test('others who are named in the settings open what was recorded before, and a typing error is told', async () => {
  test.skip(!existsSync('/usr/bin/age'), 'age is not installed here');
  const keys = field(settings, 'setting.vault.recipients');
  await settings.bringToFront();
  await keys.fill(RECIPIENT.replace('age1k', 'age1q'));
  await keys.blur();
  await expect(settings.getByText(en['fault.recipient'])).toBeVisible();
  await keys.fill(RECIPIENT);
  await keys.blur();
  const opened = async () => {
    try {
      return byAge(IDENTITY, (await keyFiles())[0] ?? '');
    } catch {
      return 0;
    }
  };
  await expect.poll(opened, { timeout: LONG }).toBe(32);
});

/** Key files of all epochs, base64. */
function keyFiles(): Promise<string[]> {
  return library.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle('keys')).getDirectoryHandle('epochs');
    const found: string[] = [];
    for await (const name of folder.keys()) {
      const file = await (await folder.getFileHandle(name)).getFile();
      found.push(new Uint8Array(await file.arrayBuffer()).toBase64());
    }
    return found;
  });
}

/** Bytes that Debian's age gets out of a key file. */
function byAge(identity: string, file: string): number {
  const folder = test.info().outputPath('age');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'identity.txt'), identity);
  writeFileSync(join(folder, 'epoch.age'), Buffer.from(file, 'base64'));
  return execFileSync('/usr/bin/age', ['-d', '-i', join(folder, 'identity.txt'), join(folder, 'epoch.age')]).length;
}
