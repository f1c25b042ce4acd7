import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { createEpochKey } from './epoch-keys.ts';
import { forgetOlder, leaveLockBehind, openByPassphrase, openOlder, protectByPassphrase } from './protect.ts';
import { forRecipients } from './recipients.ts';
import { rewrapAll } from './rewrap.ts';
import { readState } from './state.ts';
import { TestVault } from './testdata/vault.ts';

const [LOST, NEXT] = ['four words and more', 'four other words now'];
const [BEFORE, AFTER] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'] as const;
const told = { signal: new AbortController().signal, progress: () => undefined };
let vault: TestVault;

beforeEach(async () => {
  vault = await TestVault.open();
  await protectByPassphrase(vault, LOST);
  await createEpochKey(vault.files, BEFORE, forRecipients(vault.ground));
  await vault.rewrap(null);
});

test('a new lock opens what comes and nothing of what was, and says why', async () => {
  const identity = await leaveLockBehind(vault, NEXT);
  await createEpochKey(vault.files, AFTER, forRecipients(vault.ground));
  expect(await vault.rewrap(identity)).toMatchObject({ left: 0, settled: true });
  expect(await vault.opens(AFTER, identity)).toBe('open');
  expect(await vault.opens(BEFORE, identity)).toBe('older-lock');
  expect(await vault.opens(BEFORE, null)).toBe('vault-locked');
  expect(await openByPassphrase(vault, NEXT)).toBe(identity);
  await expect(openByPassphrase(vault, LOST)).rejects.toMatchObject({ code: 'wrong-passphrase' });
});

test('found again, the old passphrase brings everything under the lock of now, and the old one goes', async () => {
  const identity = await leaveLockBehind(vault, NEXT);
  await vault.rewrap(identity);
  await expect(openOlder(vault, NEXT)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  const older = await openOlder(vault, LOST);
  // Also while the vault is locked: wrapping takes public keys only.
  expect(await rewrapAll(vault.ground, null, told, [older.identity])).toMatchObject({ done: 1, settled: true });
  await forgetOlder(vault, older.recipient);
  expect(await vault.opens(BEFORE, identity)).toBe('open');
  expect((await readState(vault.db)).older).toBeUndefined();
});

test('left behind twice: each of the old passphrases still opens its own', async () => {
  await leaveLockBehind(vault, NEXT);
  await vault.rewrap(null);
  const third = await leaveLockBehind(vault, 'a third one, longer');
  expect((await readState(vault.db)).older).toHaveLength(2);
  const older = await openOlder(vault, LOST);
  await rewrapAll(vault.ground, third, told, [older.identity]);
  expect(await vault.opens(BEFORE, third)).toBe('open');
  expect((await openOlder(vault, NEXT)).recipient).not.toBe(older.recipient);
});

test('a crash before it is durable leaves the old lock, and it opens', async () => {
  const failing = vault.failWrites();
  await expect(leaveLockBehind(vault, NEXT)).rejects.toMatchObject({ code: 'storage-failed' });
  failing.mockRestore();
  expect(await vault.opens(BEFORE, await openByPassphrase(vault, LOST))).toBe('open');
});

test('there is nothing to leave behind where nothing is locked', async () => {
  const bare = await TestVault.open();
  await expect(leaveLockBehind(bare, NEXT)).rejects.toMatchObject({ code: 'vault-changed' });
});
