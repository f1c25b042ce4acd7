import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { VaultRow } from '../database/schema.ts';
import { changeState, IDLE_MINUTES, readState, setOrganisation, settled } from './state.ts';
import { TestVault } from './testdata/vault.ts';

const LOCK = { recipient: 'age1x', passphrase: null, passkeys: [] };
const HERE = 'device';
let vault: TestVault;
const state = () => readState(vault.db);
const organisation = (recipients: string[], hostPlays = true) =>
  setOrganisation(vault.ground, { recipients, hostPlays });

beforeEach(async () => {
  vault = await TestVault.open();
});

test('at first this computer opens, nobody else, and what earlier versions left is to be wrapped', async () => {
  expect(await state()).toEqual({
    version: 1,
    revision: 0,
    opensWith: 'device',
    lock: null,
    unsettled: true,
    idleMinutes: IDLE_MINUTES,
    organisation: { version: 1, recipients: [], hostPlays: true },
  });
});

describe('of two windows that change it at once', () => {
  test('one is told: its change is not made, and the other’s stays whole', async () => {
    const seen = await state();
    await changeState(vault.ground, seen, { idleMinutes: 5 });
    expect(await state()).toMatchObject({ idleMinutes: 5, revision: 1, unsettled: true });
    await expect(changeState(vault.ground, seen, { idleMinutes: 9 })).rejects.toMatchObject({ code: 'vault-changed' });
    expect(await state()).toMatchObject({ idleMinutes: 5, revision: 1 });
  });

  test('others who may open were named meanwhile: the change waits for a second look', async () => {
    const seen = await state();
    await organisation(['age1b']);
    await expect(changeState(vault.ground, seen, { unsettled: false })).rejects.toMatchObject({
      code: 'vault-changed',
    });
    await expect(settled(vault.ground, seen)).rejects.toMatchObject({ code: 'vault-changed' });
    expect((await state()).unsettled).toBe(true);
  });
});

describe('when no key needs what was there before any more', () => {
  const keptHere = () => vault.db.get('vault', HERE);
  beforeEach(async () => {
    await vault.db.put('vault', { version: 1 } as never, HERE);
  });

  test('protected: this computer’s key goes, the lock stays', async () => {
    await changeState(vault.ground, await state(), { opensWith: 'lock', lock: LOCK });
    await settled(vault.ground, await state());
    expect(await state()).toMatchObject({ opensWith: 'lock', lock: LOCK, unsettled: false, revision: 1 });
    expect(await keptHere()).toBeUndefined();
  });

  test('given up: the lock goes, this computer’s key stays', async () => {
    await changeState(vault.ground, await state(), { opensWith: 'device', lock: LOCK });
    const seen = await state();
    await settled(vault.ground, seen);
    expect(await state()).toMatchObject({ opensWith: 'device', lock: null, unsettled: false, revision: 2 });
    expect(await keptHere()).toBeDefined();
    // Whoever saw the lock that went changes nothing any more.
    await expect(changeState(vault.ground, seen, { lock: LOCK })).rejects.toMatchObject({ code: 'vault-changed' });
  });

  test('never protected: nothing goes', async () => {
    await settled(vault.ground, await state());
    expect(await state()).toMatchObject({ opensWith: 'device', lock: null, unsettled: false, revision: 0 });
    expect(await keptHere()).toBeDefined();
  });

  test('changed since: this computer’s key stays, for there may be keys again that need it', async () => {
    await changeState(vault.ground, await state(), { opensWith: 'lock', lock: LOCK });
    const seen = await state();
    await changeState(vault.ground, seen, { opensWith: 'device' });
    await expect(settled(vault.ground, seen)).rejects.toMatchObject({ code: 'vault-changed' });
    expect(await keptHere()).toBeDefined();
    expect((await state()).unsettled).toBe(true);
  });
});

describe('others who may open', () => {
  test('each once, whatever the order, and what is recorded already is to be wrapped for them', async () => {
    await settled(vault.ground, await state());
    await organisation(['age1b', 'age1a', 'age1b']);
    expect(await state()).toMatchObject({
      organisation: { version: 1, recipients: ['age1a', 'age1b'], hostPlays: true },
      unsettled: true,
      revision: 1,
    });
  });

  test('the same again changes nothing; another list, or another word about the host, does', async () => {
    await organisation(['age1a', 'age1b']);
    await organisation(['age1b', 'age1a']);
    expect((await state()).revision).toBe(1);
    await organisation(['age1a', 'age1b'], false);
    expect(await state()).toMatchObject({ revision: 2, organisation: { hostPlays: false } });
    await organisation(['age1a'], false);
    expect(await state()).toMatchObject({ revision: 3, organisation: { recipients: ['age1a'] } });
  });

  test('a change of them keeps the lock and all else', async () => {
    await changeState(vault.ground, await state(), { opensWith: 'lock', lock: LOCK, older: [LOCK], idleMinutes: 3 });
    await organisation(['age1a']);
    expect(await state()).toMatchObject({ opensWith: 'lock', lock: LOCK, older: [LOCK], idleMinutes: 3 });
  });
});

describe('an edited database: who can open is never guessed', () => {
  const sound: VaultRow = {
    version: 1,
    revision: 4,
    opensWith: 'lock',
    lock: LOCK,
    older: [LOCK],
    unsettled: false,
    idleMinutes: 1,
  };

  test('as it was written, it is read', async () => {
    await vault.db.put('vault', { ...sound, more: 'unheard of' } as never, 'state');
    const { organisation: _, ...row } = await state();
    expect(row).toEqual(sound);
    const { older: __, ...bare } = sound;
    await vault.db.put('vault', { ...bare, older: [] }, 'state');
    expect(Object.keys(await state())).not.toContain('older');
  });

  test.each([
    { version: 2 },
    { revision: 0.5 },
    { opensWith: 'nobody' },
    { opensWith: 'lock', lock: null },
    { lock: { ...LOCK, recipient: undefined } },
    { opensWith: 'device', lock: undefined },
    { older: [null] },
    { lock: { ...LOCK, passkeys: null } },
    { opensWith: 'device', lock: { recipient: 3, passkeys: [] } },
    { older: 'none' },
    { older: [LOCK, { recipient: 'age1y' }] },
    { unsettled: 'no' },
    { idleMinutes: 0 },
    { idleMinutes: -1 },
    { idleMinutes: 1.5 },
  ])('%j', async (change) => {
    await vault.db.put('vault', { ...sound, ...change } as never, 'state');
    await expect(state()).rejects.toMatchObject({ code: 'damaged' });
    await expect(organisation(['age1a'])).rejects.toMatchObject({ code: 'damaged' });
  });

  test.each([
    { version: 2, recipients: [], hostPlays: true },
    { version: 1, recipients: 'age1a', hostPlays: true },
    { version: 1, recipients: [], hostPlays: 'yes' },
  ])('the row of others: %j', async (row) => {
    await vault.db.put('vault', row as never, 'organisation');
    await expect(state()).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('a store that fails', () => {
  test('when it is read is no vault without a lock', async () => {
    vault.db.close();
    await expect(state()).rejects.toMatchObject({ code: 'storage-failed' });
  });

  test('when it is written: nothing has changed', async () => {
    const seen = await state();
    const failing = vault.failWrites();
    await expect(changeState(vault.ground, seen, { idleMinutes: 2 })).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(organisation(['age1a'])).rejects.toMatchObject({ code: 'storage-failed' });
    failing.mockRestore();
    expect(await state()).toEqual(seen);
  });
});

test('nobody changes it while a key is being wrapped for those of before', async () => {
  const asked: string[] = [];
  const { alone } = vault.ground.locks;
  vault.ground.locks.alone = (name, work) => {
    asked.push(name);
    return alone(name, work);
  };
  await changeState(vault.ground, await state(), { idleMinutes: 2 });
  await organisation(['age1a']);
  expect(asked).toEqual(['vault-recipients', 'vault-recipients']);
});
