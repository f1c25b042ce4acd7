import 'fake-indexeddb/auto';
import { identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deviceKey, readDeviceKey } from './device-key.ts';
import { forRecipients, identitiesOf, ownRecipient } from './recipients.ts';
import { changeState, readState, setOrganisation } from './state.ts';
import { TestVault } from './testdata/vault.ts';
import type { Unlocked } from './unlocked.ts';
import { whoOpens } from './who-opens.ts';

const LOCK = { recipient: 'age1lock', passphrase: null, passkeys: [] };
let vault: TestVault;
beforeEach(async () => {
  vault = await TestVault.open();
});
const state = () => readState(vault.db);
const change = async (change: Parameters<typeof changeState>[2]) => changeState(vault.ground, await state(), change);

describe('the key of this computer', () => {
  test('is made once, can be used, and is never to be read', async () => {
    expect(await readDeviceKey(vault.db)).toBeNull();
    const made = await deviceKey(vault.db);
    expect(await deviceKey(vault.db)).toMatchObject({ recipient: made.recipient });
    expect(made.key).toMatchObject({ extractable: false, usages: ['deriveBits'] });
    expect(await identityToRecipient(made.key)).toBe(made.recipient);
    expect((await readDeviceKey(vault.db))?.recipient).toBe(made.recipient);
  });

  test('is the same for two windows that ask at once, so that neither wraps for one that is lost', async () => {
    const [one, two] = await Promise.all([deviceKey(vault.db), deviceKey(vault.db)]);
    expect(one.recipient).toBe(two.recipient);
    expect(await identityToRecipient(two.key)).toBe(two.recipient);
    expect((await readDeviceKey(vault.db))?.recipient).toBe(one.recipient);
  });

  test.each([
    ['another version', { version: 2 }],
    ['no recipient', { recipient: undefined }],
    ['no key', { key: 'AGE-SECRET-KEY-1X' }],
  ])('%s in its place is damaged, and no other is made', async (_name, edit) => {
    const made = await deviceKey(vault.db);
    await vault.db.put('vault', { ...made, ...edit } as never, 'device');
    await expect(deviceKey(vault.db)).rejects.toMatchObject({ code: 'damaged' });
    await expect(readDeviceKey(vault.db)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('that could not be kept wraps nothing', async () => {
    const failing = vault.failWrites();
    await expect(deviceKey(vault.db)).rejects.toMatchObject({ code: 'storage-failed' });
    failing.mockRestore();
    expect(await readDeviceKey(vault.db)).toBeNull();
    vault.db.close();
    await expect(readDeviceKey(vault.db)).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

describe('for whom a new recording is wrapped', () => {
  const all = () => forRecipients(vault.ground)(async (recipients) => [...recipients]);

  test('this computer and the others, while nobody protects it', async () => {
    await setOrganisation(vault.ground, { recipients: ['age1b'], hostPlays: true });
    expect(await all()).toEqual([(await deviceKey(vault.db)).recipient, 'age1b']);
  });

  test('the lock in this computer’s place; given up, this computer again, though the lock is still there', async () => {
    await change({ opensWith: 'lock', lock: LOCK });
    expect(await all()).toEqual(['age1lock']);
    expect(await readDeviceKey(vault.db)).toBeNull();
    await change({ opensWith: 'device' });
    expect(await ownRecipient(vault.db, await state())).toBe((await deviceKey(vault.db)).recipient);
  });

  test('the others alone, where the host may record and not play', async () => {
    await setOrganisation(vault.ground, { recipients: ['age1b'], hostPlays: false });
    expect(await all()).toEqual(['age1b']);
    expect(await readDeviceKey(vault.db)).toBeNull();
  });

  test('nobody: then nothing is begun', async () => {
    await setOrganisation(vault.ground, { recipients: [], hostPlays: false });
    const work = vi.fn(async () => undefined);
    await expect(forRecipients(vault.ground)(work)).rejects.toMatchObject({ code: 'no-recipient' });
    expect(work).not.toHaveBeenCalled();
  });
});

describe('who opens', () => {
  test('this computer’s key where there is one, and what somebody unlocked', async () => {
    expect(await identitiesOf(vault.db, await state(), null)).toEqual({ keys: [], locked: false, older: false });
    const { key } = await deviceKey(vault.db);
    expect((await identitiesOf(vault.db, await state(), null)).keys).toEqual([key]);
    expect((await identitiesOf(vault.db, await state(), 'AGE-SECRET-KEY-1X')).keys).toEqual([key, 'AGE-SECRET-KEY-1X']);
    await change({ opensWith: 'lock', lock: LOCK, older: [LOCK] });
    expect(await identitiesOf(vault.db, await state(), null)).toMatchObject({ locked: true, older: true });
    expect(await identitiesOf(vault.db, await state(), 'AGE-SECRET-KEY-1X')).toMatchObject({ locked: false });
  });

  const opened = { identity: 'AGE-SECRET-KEY-1X', by: 'passphrase', idleMs: 1 } as const;

  test('nobody before a protected vault is unlocked, not even what still lies there for this computer', async () => {
    const { key } = await deviceKey(vault.db);
    await change({ opensWith: 'lock', lock: LOCK });
    const read = vi.fn<Unlocked['read']>(async () => null);
    await expect(whoOpens(vault.db, { read })).rejects.toMatchObject({ code: 'vault-locked' });
    read.mockResolvedValue(opened);
    expect(await whoOpens(vault.db, { read })).toMatchObject({ keys: [key, opened.identity], locked: false });
    await change({ opensWith: 'device' });
    read.mockResolvedValue(null);
    expect(await whoOpens(vault.db, { read })).toMatchObject({ keys: [key], locked: true });
  });

  test('of a vault without a lock, nobody is asked whether it is unlocked', async () => {
    await deviceKey(vault.db);
    const read = vi.fn<Unlocked['read']>(async () => opened);
    expect((await whoOpens(vault.db, { read })).keys).toHaveLength(1);
    expect(read).not.toHaveBeenCalled();
  });
});
