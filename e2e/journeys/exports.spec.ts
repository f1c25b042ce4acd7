import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import { verifyFiles } from '../../scripts/verify.ts';
import { isManifestSealed, readManifest } from '../../src/log/manifest.ts';
import { ed25519Of } from '../../src/model/ed25519.ts';
import { en } from '../../src/ui/words/en.ts';
import { presses, sees } from './banner.ts';
import { chooseFormats, makeFile, openExport } from './exports.ts';
import { ask } from './panel.ts';
import { type Host, LONG, logOf, only, Party, says } from './party.ts';

/** A real consent, and what leaves this computer of it: each promise goes on from the one before. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const FOLDER = 'out/test/journeys/exports';
const CONTROLLER = {
  name: 'Beispiel GmbH',
  contact: 'datenschutz@example.com',
  address: 'Beispielweg 1, 10115 Berlin',
  email: 'datenschutz@example.com',
  phone: '+49 30 5550100',
};

let party: Party;
let host: Host;

test.beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  party = await Party.start({});
  host = await party.host('Host');
  const ben = await party.guest('Ben');
  await says(host, 'Ready to ask');
  await ask(host, { needed: ['quality'], optional: ['training'] });
  await sees(ben, { role: 'button', name: 'Agree' });
  await presses(ben, 'Agree');
  await says(host, /^Recording/);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('what the settings lack for a format is said, and the format is left alone', async () => {
  const page = await openExport(host);
  await expect(page.getByRole('checkbox', { name: en['format.kantara'], exact: true })).toBeDisabled();
  await expect(page.getByText(/Your settings lack: .*Postal address/)).toBeVisible();
  await page.getByRole('link', { name: en['export.missing.open'] }).first().click();
  for (const [key, value] of Object.entries(CONTROLLER)) {
    const field = page.getByLabel(en[`setting.controller.${key as keyof typeof CONTROLLER}`], { exact: true });
    await field.fill(value);
    await field.blur();
  }
  await expect(page.getByText(en['settings.saved'], { exact: true })).toBeVisible({ timeout: LONG });
  await page.close();
});

test('a zip locked to a key opens with age, and everything in it holds together', async () => {
  const identity = await generateX25519Identity();
  const page = await openExport(host);
  await chooseFormats(page, ['report', 'csv', 'json', 'dpv', 'kantara', 'receipts']);
  await page.getByRole('radio', { name: en['lock.recipients'], exact: true }).check();
  const keys = page.getByLabel(en['export.recipients'], { exact: true });
  await keys.fill('age1nokeyatall');
  await page.getByRole('button', { name: en['export.do'], exact: true }).click();
  await expect(page.getByText(/This is no public key of age: age1nokeyatall/)).toBeVisible();
  await expect(keys).toHaveValue('age1nokeyatall');
  await keys.fill(await identityToRecipient(identity));
  await page.getByLabel(en['export.whom'], { exact: true }).fill('the auditor');
  const file = join(FOLDER, 'export.zip.age');
  expect(await makeFile(page, file)).toMatch(/\.zip\.age$/);
  await expect(page.getByText(/^Saved as /)).toBeVisible({ timeout: LONG });
  const sha = execFileSync('sha256sum', [file]).toString().slice(0, 64);
  await expect(page.getByText(sha)).toBeVisible();
  await page.close();

  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const zip = await decrypter.decrypt(readFileSync(file));
  writeFileSync(join(FOLDER, 'identity.txt'), `${identity}\n`);
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['report.html', 'answers.csv', 'log.json', 'manifest.json']),
  );

  const manifest = readManifest(text(files['manifest.json']));
  expect(manifest.ok && (await isManifestSealed(manifest.manifest, ed25519Of(crypto.subtle)))).toBe(true);

  writeFileSync(join(FOLDER, 'log.json'), files['log.json'] ?? '');
  const lines: unknown[] = [];
  expect(await verifyFiles([join(FOLDER, 'log.json')], (line) => lines.push(line)), JSON.stringify(lines)).toBe(0);

  const rows = text(files['answers.csv']).split('\r\n');
  expect(rows.some((row) => row.includes('"Ben"') && row.includes('"consented"') && row.includes('"quality'))).toBe(
    true,
  );
  const kantara = Object.entries(files).filter(([name]) => name.startsWith('kantara/'));
  expect(kantara.length).toBeGreaterThan(0);
  for (const [, bytes] of kantara)
    expect(JSON.parse(text(bytes))).toMatchObject({
      version: 'KI-CR-v1.1.0',
      piiControllers: [{ piiController: CONTROLLER.name }],
    });
  expect(JSON.parse(text(files['consent-records.jsonld']))['@graph'].length).toBeGreaterThan(0);
  const receipts = Object.keys(files).filter((name) => /^receipts\/Ben-.*\.(?:json|html)$/.test(name));
  expect(receipts).toHaveLength(2);
  writeFileSync(join(FOLDER, 'export.zip'), zip);
  expect(await verifyFiles([join(FOLDER, 'export.zip')], () => undefined)).toBe(0);
  writeFileSync(join(FOLDER, 'report.html'), files['report.html'] ?? '');
});

test('age of the system opens the same file', async () => {
  const found = spawnSync('age', ['--version']).status === 0;
  test.skip(!found, 'there is no age on this computer');
  const zip = execFileSync('age', ['-d', '-i', join(FOLDER, 'identity.txt'), join(FOLDER, 'export.zip.age')], {
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(Object.keys(unzipSync(zip))).toContain('log.json');
});

test('each export stands in the log, with what and for whom, before the file was there', async () => {
  const [exported] = only(await logOf(host), 'exported');
  expect(exported).toMatchObject({ format: 'zip', names: 'full', lock: 'recipients' });
  expect(exported?.parts).toEqual(['report', 'csv', 'json', 'dpv', 'kantara', 'receipts']);
});

test('a passphrase locks it too, and is gone from the page afterwards', async () => {
  const page = await openExport(host);
  await page.getByRole('radio', { name: en['lock.passphrase'], exact: true }).check();
  const [first, second] = [
    page.getByLabel(en['export.passphrase'], { exact: true }),
    page.getByLabel(en['export.again'], { exact: true }),
  ];
  await first.fill('green table quiet seven');
  await second.fill('green table quiet eight');
  await page.getByRole('button', { name: en['export.do'], exact: true }).click();
  await expect(page.getByText(en['export.fault.passphrase-differs'])).toBeVisible();
  await second.fill('green table quiet seven');
  const file = join(FOLDER, 'passphrase.zip.age');
  await makeFile(page, file);
  await expect(page.getByText(/^Saved as /)).toBeVisible({ timeout: LONG });
  await expect(first).toHaveValue('');
  const decrypter = new Decrypter();
  decrypter.addPassphrase('green table quiet seven');
  expect(Object.keys(unzipSync(await decrypter.decrypt(readFileSync(file))))).toContain('log.json');
  await page.close();
});

test('receipts are not made without names, and that is said', async () => {
  const page = await openExport(host);
  await chooseFormats(page, ['json', 'receipts']);
  await page.getByRole('radio', { name: en['names.none'], exact: true }).check();
  await page.getByRole('button', { name: en['export.do'], exact: true }).click();
  await expect(page.getByText(en['export.fault.receipt-names'])).toBeVisible();
  await page.close();
});

test('without names there is none in any file, and the log is whole all the same', async () => {
  const page = await openExport(host);
  await chooseFormats(page, ['report', 'csv', 'json', 'dpv', 'kantara']);
  await page.getByRole('radio', { name: en['names.none'], exact: true }).check();
  const file = join(FOLDER, 'nameless.zip');
  await makeFile(page, file);
  await page.close();
  const files = unzipSync(readFileSync(file));
  for (const [name, bytes] of Object.entries(files)) expect(text(bytes), name).not.toMatch(/\bBen\b/);
  const path = join(FOLDER, 'nameless.json');
  writeFileSync(path, files['log.json'] ?? '');
  expect(await verifyFiles([path], () => undefined)).toBe(0);
});
