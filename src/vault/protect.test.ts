import 'fake-indexeddb/auto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { VaultRow } from '../database/schema.ts';
import {
  addPasskey,
  forgetOlder,
  giveUpProtection,
  leaveLockBehind,
  openByPasskey,
  openByPassphrase,
  openOlder,
  protectByPasskey,
  protectByPassphrase,
  removePasskey,
  setPassphrase,
  stayProtected,
} from './protect.ts';
import { changeState, readState } from './state.ts';
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

describe('an identity that is not this vault’s', () => {
  test('changes nothing: no passphrase, no passkey and no giving up by it', async () => {
    await protectByPassphrase(vault, 'four words and more');
    const before = await readState(vault.db);
    for (const stranger of [await generateX25519Identity(), 'AGE-SECRET-KEY-1X', '']) {
      const damaged = { code: 'damaged' };
      await expect(setPassphrase(vault, stranger, 'the new one, long')).rejects.toMatchObject(damaged);
      await expect(addPasskey(vault, stranger, 'Laptop')).rejects.toMatchObject(damaged);
      await expect(giveUpProtection(vault, stranger)).rejects.toMatchObject(damaged);
    }
    expect(await readState(vault.db)).toEqual(before);
  });

  test('that a passkey gives is found as well', async () => {
    await protectByPasskey(vault, 'Laptop');
    const [credential = ''] = await credentials();
    vault.passkeys.open = () => generateX25519Identity();
    await expect(openByPasskey(vault, credential)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('of a vault that nobody protects', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a passphrase opens nothing', () => openByPassphrase(vault, 'four words and more')],
    ['a passkey opens nothing', () => openByPasskey(vault, 'any')],
    ['no passphrase is changed', () => setPassphrase(vault, 'AGE-SECRET-KEY-1X', 'four words and more')],
    ['no passkey is added', () => addPasskey(vault, 'AGE-SECRET-KEY-1X', 'Laptop')],
    ['no passkey is taken away', () => removePasskey(vault, 'any')],
    ['nothing is given up', () => giveUpProtection(vault, 'AGE-SECRET-KEY-1X')],
    ['there is nothing to stay with', () => stayProtected(vault)],
  ])('%s', async (_name, act) => {
    const before = await readState(vault.db);
    await expect(act()).rejects.toMatchObject({ code: 'vault-changed' });
    expect(await readState(vault.db)).toEqual(before);
  });

  test('no older passphrase is the right one', async () => {
    await expect(openOlder(vault, 'four words and more')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await forgetOlder(vault, 'age1x');
    expect((await readState(vault.db)).older).toBeUndefined();
  });
});

describe('every change of who opens has the keys wrapped anew', () => {
  const calm = async () => changeState(vault.ground, await readState(vault.db), { unsettled: false });
  const now = async () => {
    const { opensWith, unsettled, lock } = await readState(vault.db);
    return [opensWith, unsettled, lock !== null];
  };

  test('a lock, its giving up, and its staying', async () => {
    await calm();
    const identity = await protectByPassphrase(vault, 'four words and more');
    expect(await now()).toEqual(['lock', true, true]);
    await calm();
    await giveUpProtection(vault, identity);
    expect(await now()).toEqual(['device', true, true]);
    await calm();
    await stayProtected(vault);
    expect(await now()).toEqual(['lock', true, true]);
    await calm();
    await setPassphrase(vault, identity, 'the new one, long');
    expect(await now()).toEqual(['lock', false, true]);
  });

  test('a passkey’s lock, one that was left behind, and one that was found again', async () => {
    await calm();
    await protectByPasskey(vault, 'Laptop');
    expect(await now()).toEqual(['lock', true, true]);
    const lost = (await readState(vault.db)).lock;
    await calm();
    await leaveLockBehind(vault, 'four words and more');
    expect(await now()).toEqual(['lock', true, true]);
    expect(await readState(vault.db)).toMatchObject({ older: [lost], lock: { passkeys: [] } });
    // A lock that only passkeys opened is asked for no passphrase.
    await expect(openOlder(vault, 'four words and more')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await leaveLockBehind(vault, 'a third one, longer');
    await calm();
    const found = await openOlder(vault, 'four words and more');
    expect(await now()).toEqual(['lock', true, true]);
    await forgetOlder(vault, found.recipient);
    expect((await readState(vault.db)).older).toEqual([lost]);
  });

  test('a lock that is left behind while it is given up is one all the same', async () => {
    const identity = await protectByPassphrase(vault, 'four words and more');
    await giveUpProtection(vault, identity);
    await leaveLockBehind(vault, 'the new one, long');
    expect((await readState(vault.db)).opensWith).toBe('lock');
  });
});

test('an older lock that is torn is damaged, and is not taken for a wrong passphrase', async () => {
  await protectByPassphrase(vault, 'four words and more');
  await leaveLockBehind(vault, 'the new one, long');
  const seen = await readState(vault.db);
  const torn = (seen.older ?? []).map((lock) => ({ ...lock, passphrase: lock.passphrase?.slice(0, 80) ?? null }));
  await changeState(vault.ground, seen, { older: torn });
  await expect(openOlder(vault, 'four words and more')).rejects.toMatchObject({ code: 'damaged' });
});

test('of two older locks the torn one is told, and not covered up by a passphrase that is wrong for the other', async () => {
  await protectByPassphrase(vault, 'four words and more');
  await leaveLockBehind(vault, 'the second one, long');
  await leaveLockBehind(vault, 'the third one, long');
  const seen = await readState(vault.db);
  const [first, second] = seen.older ?? [];
  if (!first?.passphrase || !second) throw new Error('two are left behind');
  await changeState(vault.ground, seen, { older: [{ ...first, passphrase: first.passphrase.slice(0, 80) }, second] });
  for (const passphrase of ['of nobody at all', 'the second one, long'])
    await expect(openOlder(vault, passphrase)).rejects.toMatchObject({ code: 'damaged' });
});

test('each of two passkeys opens by itself: the one that was touched is asked, and no other', async () => {
  const identity = await protectByPasskey(vault, 'Laptop');
  await addPasskey(vault, identity, 'Telephone');
  const asked = vi.spyOn(vault.passkeys, 'open');
  for (const credential of await credentials()) {
    expect(await openByPasskey(vault, credential)).toBe(identity);
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ credential }));
  }
});

test('the last of two passkeys stays, and with a passphrase none has to', async () => {
  const identity = await protectByPasskey(vault, 'Laptop');
  await addPasskey(vault, identity, 'Telephone');
  const [first = '', second = ''] = await credentials();
  await removePasskey(vault, first);
  expect(await credentials()).toEqual([second]);
  await expect(removePasskey(vault, second)).rejects.toMatchObject({ code: 'unexpected' });
  await setPassphrase(vault, identity, 'four words and more');
  expect(await openByPasskey(vault, second)).toBe(identity);
  await removePasskey(vault, second);
  expect(await openByPassphrase(vault, 'four words and more')).toBe(identity);
});
