import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { VaultDoing } from '../model/vault.ts';
import { createEpochKey } from './epoch-keys.ts';
import { forRecipients } from './recipients.ts';
import { setOrganisation } from './state.ts';
import { RECIPIENT } from './testdata/one-recipient.ts';
import { TestVault } from './testdata/vault.ts';
import { Unlocked } from './unlocked.ts';
import { VaultHand } from './vault-hand.ts';

const EPOCH = 'eAAAAAAAAAAAA';
const WORDS = 'four words and more';
let vault: TestVault;
let items: Record<string, unknown>;
let unlocked: Unlocked;
let hand: VaultHand;
let told: VaultDoing[];

beforeEach(async () => {
  vault = await TestVault.open();
  [items, told] = [{}, []];
  unlocked = new Unlocked(
    {
      get: async (keys) => Object.fromEntries(Object.entries(items).filter(([key]) => keys.includes(key))),
      set: async (given) => void Object.assign(items, given),
      remove: async (key) => void Reflect.deleteProperty(items, key),
    },
    () => vault.now(),
  );
  hand = new VaultHand(vault, unlocked, () => {
    if (told.at(-1) !== hand.doing) told.push(hand.doing);
  });
  await hand.look();
});

const open = async () => (await unlocked.read())?.identity ?? null;

test('from unprotected to a passphrase, locked, refused, unlocked, changed, given up', async () => {
  await createEpochKey(vault.files, EPOCH, forRecipients(vault.ground));
  expect(hand.view).toMatchObject({ protection: 'none', passphrase: false, unlockedBy: null });
  expect(await hand.protectByPassphrase(WORDS)).toBe(true);
  expect(hand.view).toMatchObject({
    protection: 'protected',
    passphrase: true,
    unlockedBy: 'passphrase',
    unsettled: false,
  });
  expect(told.map(({ is }) => is)).toEqual(expect.arrayContaining(['working', 'wrapping', 'done']));
  await hand.lock();
  expect(hand.view?.unlockedBy).toBeNull();
  expect(await vault.opens(EPOCH, await open())).toBe('vault-locked');
  expect(await hand.unlockByPassphrase('something else, long')).toBe(false);
  expect(hand.doing).toEqual({ is: 'failed', code: 'wrong-passphrase' });
  expect(await hand.unlockByPassphrase(WORDS)).toBe(true);
  expect(await hand.setPassphrase(null, 'another one, long')).toBe(false);
  expect(await hand.setPassphrase('something else, long', 'another one, long')).toBe(false);
  expect(await hand.setPassphrase(WORDS, 'another one, long')).toBe(true);
  await hand.lock();
  expect(await hand.unlockByPassphrase(WORDS)).toBe(false);
  expect(await hand.unlockByPassphrase('another one, long')).toBe(true);
  expect(await hand.giveUp()).toBe(true);
  expect(hand.view).toMatchObject({ protection: 'none', unlockedBy: null, unsettled: false });
  expect(items).not.toHaveProperty('vault-unlocked');
  expect(await vault.opens(EPOCH, null)).toBe('open');
});

test('by passkey: a passphrase is set without the present one, and the passkey can go then', async () => {
  expect(await hand.protectByPasskey()).toBe(true);
  expect(await hand.setPassphrase(null, WORDS)).toBe(true);
  const [passkey] = hand.view?.passkeys ?? [];
  await hand.lock();
  expect(await hand.unlockByPasskey(passkey?.credential ?? '')).toBe(true);
  expect(await hand.removePasskey(passkey?.credential ?? '')).toBe(true);
  expect(hand.view).toMatchObject({ passphrase: true, passkeys: [] });
});

describe('locked', () => {
  beforeEach(async () => {
    await hand.protectByPassphrase(WORDS);
    await hand.lock();
  });
  test.each([
    ['a new passphrase', () => hand.setPassphrase(null, 'another one, long')],
    ['a passkey', () => hand.addPasskey()],
    ['giving up', () => hand.giveUp()],
  ])('%s is refused', async (_what, act) => {
    expect(await act()).toBe(false);
    expect(hand.doing).toEqual({ is: 'failed', code: 'vault-locked' });
    expect(hand.view).toMatchObject({ protection: 'protected', passkeys: [] });
  });
});

test('recipients that were named meanwhile get what is there as soon as it is unlocked', async () => {
  await createEpochKey(vault.files, EPOCH, forRecipients(vault.ground));
  await hand.protectByPassphrase(WORDS);
  await hand.lock();
  await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
  await hand.settle();
  expect(hand.view?.unsettled).toBe(true);
  await hand.unlockByPassphrase(WORDS);
  expect(hand.view?.unsettled).toBe(false);
});

test('one thing at a time', async () => {
  const first = hand.protectByPassphrase(WORDS);
  expect(await hand.protectByPasskey()).toBe(false);
  expect(await first).toBe(true);
  expect(hand.view?.passkeys).toEqual([]);
});
