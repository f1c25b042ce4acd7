import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient, Stanza } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { KEY_FILE_MAX } from './key-files.ts';
import { IDENTITY, one, RECIPIENT } from './testdata/one-recipient.ts';
import { markOf, readMark, unwrapKey, wrapKey } from './wrap.ts';

const epoch = 'eAAAAAAAAAAAA';
const key = Uint8Array.from({ length: 32 }, (_, i) => i);
const AGE = '/usr/bin/age';

test('each of the recipients gets the key back', async () => {
  const other = await generateX25519Identity();
  const file = await wrapKey([RECIPIENT, await identityToRecipient(other)], epoch, key);
  expect(await unwrapKey(one, epoch, file)).toEqual(key);
  expect(await unwrapKey({ keys: [other], locked: false }, epoch, file)).toEqual(key);
  expect(await unwrapKey({ keys: [await generateX25519Identity(), other], locked: false }, epoch, file)).toEqual(key);
});

test('a key that can be used and not read opens as well', async () => {
  const { privateKey } = (await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])) as CryptoKeyPair;
  const file = await wrapKey([await identityToRecipient(privateKey)], epoch, key);
  expect(await unwrapKey({ keys: [privateKey], locked: false }, epoch, file)).toEqual(key);
});

test.runIf(existsSync(AGE))('the age that Debian ships opens it, and gives the 32 bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wrapped-'));
  try {
    const other = await identityToRecipient(await generateX25519Identity());
    writeFileSync(join(folder, 'key.age'), await wrapKey([other, RECIPIENT], epoch, key));
    writeFileSync(join(folder, 'key.txt'), IDENTITY);
    const opened = execFileSync(AGE, ['-d', '-i', join(folder, 'key.txt'), join(folder, 'key.age')]);
    expect(new Uint8Array(opened)).toEqual(key);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file for one is small, and one for twenty fits', async () => {
  expect((await wrapKey([RECIPIENT], epoch, key)).length).toBeLessThan(350);
  const many = await Promise.all(
    Array.from({ length: 20 }, async () => identityToRecipient(await generateX25519Identity())),
  );
  expect((await wrapKey(many, epoch, key)).length).toBeLessThan(KEY_FILE_MAX);
});

describe('who cannot open it is told why', () => {
  test('others, with the vault unlocked: it is not for them', async () => {
    const file = await wrapKey([RECIPIENT], epoch, key);
    const who = { keys: [await generateX25519Identity()], locked: false };
    await expect(unwrapKey(who, epoch, file)).rejects.toMatchObject({ code: 'not-recipient' });
    await expect(unwrapKey({ keys: [], locked: false }, epoch, file)).rejects.toMatchObject({ code: 'not-recipient' });
  });
  test('under a lock that was left behind: it says that, unless it may only be locked', async () => {
    const file = await wrapKey([RECIPIENT], epoch, key);
    const keys = [await generateX25519Identity()];
    const code = (locked: boolean, older: boolean, of: readonly string[] = keys) =>
      unwrapKey({ keys: of, locked, older }, epoch, file).catch((error: { code: string }) => error.code);
    expect([await code(false, true), await code(false, true, [])]).toEqual(['older-lock', 'older-lock']);
    expect([await code(true, true), await code(false, false)]).toEqual(['vault-locked', 'not-recipient']);
  });
  test('locked: unlock first', async () => {
    const file = await wrapKey([RECIPIENT], epoch, key);
    const who = { keys: [await generateX25519Identity()], locked: true };
    await expect(unwrapKey(who, epoch, file)).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(unwrapKey({ keys: [], locked: true }, epoch, file)).rejects.toMatchObject({ code: 'vault-locked' });
  });
});

describe('what is not whole does not open', () => {
  test('cut off anywhere', async () => {
    const file = await wrapKey([RECIPIENT], epoch, key);
    for (let length = 0; length < file.length; length += 7)
      await expect(unwrapKey(one, epoch, file.slice(0, length)), `${length}`).rejects.toMatchObject({
        code: 'damaged',
      });
  });
  test('a flipped bit, wherever it is', async () => {
    const file = await wrapKey([RECIPIENT], epoch, key);
    for (let at = 0; at < file.length; at += 5) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const outcome = await unwrapKey(one, epoch, flipped).then(
        () => 'opened',
        (error: { code?: string }) => error.code,
      );
      // A stanza that no longer fits its key says that the file is for somebody else.
      expect(['damaged', 'not-recipient'], `byte ${at}`).toContain(outcome);
    }
  });
  test('the key of another epoch in its place, with its mark or with a forged one', async () => {
    const other = await wrapKey([RECIPIENT], 'eBBBBBBBBBBBB', key);
    await expect(unwrapKey(one, epoch, other)).rejects.toMatchObject({ code: 'damaged' });
    const text = new TextDecoder('latin1').decode(other).replace('eBBBBBBBBBBBB', epoch);
    const forged = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(readMark(forged)?.epoch).toBe(epoch);
    await expect(unwrapKey(one, epoch, forged)).rejects.toMatchObject({ code: 'damaged' });
  });
});

/** An age file of our kind by somebody who knows the form: with these marks, and this in it. */
async function forge(marks: readonly (readonly string[])[], content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(RECIPIENT);
  for (const args of marks) encrypter.addRecipient({ wrapFileKey: () => [new Stanza([...args], new Uint8Array(0))] });
  return (await encrypter.encrypt(content)).slice();
}

describe('a file of another form', () => {
  const mine = ['ask-to-record/for', epoch, 'whoever'];
  test('with our mark opens, so that the others are refused for what is wrong with them', async () => {
    const file = await forge([mine], key);
    expect(readMark(file)).toEqual({ epoch, recipients: 'whoever' });
    expect(await unwrapKey(one, epoch, file)).toEqual(key);
  });
  test.each<[string, string[][], Uint8Array]>([
    ['with a key that is too short', [mine], key.slice(1)],
    ['with a key that is too long', [mine], Uint8Array.of(...key, 0)],
    ['without a mark', [], key],
    ['with a second mark for another epoch', [mine, ['ask-to-record/for', 'eBBBBBBBBBBBB', 'whoever']], key],
    ['with more in its mark than we know', [[...mine, 'more']], key],
    ['that does not say for whom', [mine.slice(0, 2)], key],
    ['with a mark of another name', [['ask-to-record/form', epoch, 'whoever']], key],
  ])('%s', async (_name, marks, content) => {
    await expect(unwrapKey(one, epoch, await forge(marks, content))).rejects.toMatchObject({ code: 'damaged' });
  });
  test('a mark counts in the header alone, and only in one that ends', () => {
    const text = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));
    const mark = `-> ask-to-record/for ${epoch} whoever`;
    const [first, end] = ['age-encryption.org/v1', '--- mac'];
    expect(readMark(text([first, mark, end, 'x']))).toEqual({ epoch, recipients: 'whoever' });
    expect(readMark(text([first, end, mark]))).toBeNull();
    expect(readMark(text([first, mark]))).toBeNull();
    expect(readMark(text(['age-encryption.org/v2', mark, end]))).toBeNull();
    expect(readMark(text([first, `x${mark}`, end]))).toBeNull();
    expect(readMark(text([first, '-'.repeat(9000), mark, end]))).toBeNull();
  });
});

test('the mark tells for whom, whatever the order, and nothing else has one', async () => {
  const other = await identityToRecipient(await generateX25519Identity());
  const mark = readMark(await wrapKey([other, RECIPIENT], epoch, key));
  expect(mark).toEqual(await markOf(epoch, [RECIPIENT, other]));
  expect(mark).toEqual(await markOf(epoch, [other, RECIPIENT, other]));
  expect(mark).not.toEqual(await markOf(epoch, [RECIPIENT]));
  expect((await markOf(epoch, ['a', 'b'])).recipients).not.toBe((await markOf(epoch, ['ab'])).recipients);
  expect(mark?.recipients).toHaveLength(22);
  expect(readMark(key)).toBeNull();
  expect(readMark(new TextEncoder().encode('age-encryption.org/v1\n'))).toBeNull();
});

test('nothing is wrapped for nobody', async () => {
  await expect(wrapKey([], epoch, key)).rejects.toMatchObject({ code: 'unexpected' });
  await expect(wrapKey([RECIPIENT], epoch, key.slice(1))).rejects.toMatchObject({ code: 'unexpected' });
});
