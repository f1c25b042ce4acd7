import 'fake-indexeddb/auto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';
import type { VaultRow } from '../database/schema.ts';
import {
  addPasskey,
  openByPasskey,
  openByPassphrase,
  protectByPasskey,
  protectByPassphrase,
  removePasskey,
  setPassphrase,
} from './protect.ts';
import { readState } from './state.ts';
import { TestVault } from './testdata/vault.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await TestVault.open();
});

const credentials = async () => (await readState(vault.db)).lock?.passkeys.map(({ credential }) => credential) ?? [];

describe('a passphrase', () => {
  test('opens, and a wrong one does not', async () => {
    const identity = await protectByPassphrase(vault, 'four words and more');
    expect(await openByPassphrase(vault, 'four words and more')).toBe(identity);
    await expect(openByPassphrase(vault, 'four words and morf')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(openByPassphrase(vault, '')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });
  test('is the same however a keyboard spells it', async () => {
    const identity = await protectByPassphrase(vault, 'fünf große Wörter');
    expect(await openByPassphrase(vault, 'fünf große Wörter')).toBe(identity);
  });
  test('changed: the new one opens the same, the old one nothing', async () => {
    const identity = await protectByPassphrase(vault, 'the old one, long');
    await setPassphrase(vault, identity, 'the new one, long');
    expect(await openByPassphrase(vault, 'the new one, long')).toBe(identity);
    await expect(openByPassphrase(vault, 'the old one, long')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });
  test('changed in two windows at once: one of them counts, the other is told', async () => {
    const identity = await protectByPassphrase(vault, 'the old one, long');
    const both = await Promise.allSettled([
      setPassphrase(vault, identity, 'of the first window'),
      setPassphrase(vault, identity, 'of the other window'),
    ]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'vault-changed' } }]);
    const counts = both[0]?.status === 'fulfilled' ? 'of the first window' : 'of the other window';
    expect(await openByPassphrase(vault, counts)).toBe(identity);
  });
  test('set in two windows at once: there is one lock, and it opens', async () => {
    const both = await Promise.allSettled([
      protectByPassphrase(vault, 'of the first window'),
      protectByPassphrase(vault, 'of the other window'),
    ]);
    const [made] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(both.filter((one) => one.status === 'rejected')).toMatchObject([{ reason: { code: 'vault-changed' } }]);
    const counts = both[0]?.status === 'fulfilled' ? 'of the first window' : 'of the other window';
    expect(await openByPassphrase(vault, counts)).toBe(made);
  });
  test('a crash before the change is durable leaves the old one', async () => {
    const identity = await protectByPassphrase(vault, 'the old one, long');
    const failing = vault.failWrites();
    await expect(setPassphrase(vault, identity, 'the new one, long')).rejects.toMatchObject({ code: 'storage-failed' });
    failing.mockRestore();
    expect(await openByPassphrase(vault, 'the old one, long')).toBe(identity);
  });
  test('is not set a second time as if it were the first', async () => {
    await protectByPassphrase(vault, 'the first one, long');
    await expect(protectByPassphrase(vault, 'another')).rejects.toMatchObject({ code: 'vault-changed' });
  });
});

describe('a passkey', () => {
  test('alone protects and opens', async () => {
    const identity = await protectByPasskey(vault, 'Laptop');
    const [credential = ''] = await credentials();
    expect(await openByPasskey(vault, credential)).toBe(identity);
    await expect(openByPassphrase(vault, 'anything at all')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(removePasskey(vault, credential)).rejects.toMatchObject({ code: 'unexpected' });
  });
  test('beside a passphrase: either opens, and it can be taken away', async () => {
    const identity = await protectByPassphrase(vault, 'four words and more');
    await addPasskey(vault, identity, 'Telephone');
    const [credential = ''] = await credentials();
    expect(await openByPasskey(vault, credential)).toBe(identity);
    await removePasskey(vault, credential);
    await expect(openByPasskey(vault, credential)).rejects.toMatchObject({ code: 'passkey-refused' });
    expect(await openByPassphrase(vault, 'four words and more')).toBe(identity);
  });
  test('whose owner says no changes nothing', async () => {
    vault.passkeys.refuses = true;
    await expect(protectByPasskey(vault, 'Laptop')).rejects.toMatchObject({ code: 'passkey-refused' });
    expect((await readState(vault.db)).lock).toBeNull();
  });
});

describe('an edited database', () => {
  const edit = async (change: (row: VaultRow) => unknown) =>
    vault.db.put('vault', change((await vault.db.get('vault', 'state')) as VaultRow) as VaultRow, 'state');
  test('that would have recordings wrapped for somebody else is found when the vault is opened', async () => {
    await protectByPassphrase(vault, 'four words and more');
    const recipient = await identityToRecipient(await generateX25519Identity());
    await edit((row) => ({ ...row, lock: { ...row.lock, recipient } }));
    await expect(openByPassphrase(vault, 'four words and more')).rejects.toMatchObject({ code: 'damaged' });
  });
  test('with a torn passphrase file: it is damaged, and not a wrong passphrase', async () => {
    await protectByPassphrase(vault, 'four words and more');
    await edit((row) => ({ ...row, lock: { ...row.lock, passphrase: row.lock?.passphrase?.slice(0, 80) } }));
    await expect(openByPassphrase(vault, 'four words and more')).rejects.toMatchObject({ code: 'damaged' });
  });
  test.each([
    [{ version: 2 }],
    [{ opensWith: 'anybody' }],
    [{ opensWith: 'lock', lock: null }],
    [{ revision: 'one' }],
    [{ idleMinutes: 0 }],
  ])('that says %j is refused', async (change) => {
    await protectByPassphrase(vault, 'four words and more');
    await edit((row) => ({ ...row, ...change }));
    await expect(readState(vault.db)).rejects.toMatchObject({ code: 'damaged' });
  });
});
