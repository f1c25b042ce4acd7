import 'fake-indexeddb/auto';
import { identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../model/failure.ts';
import { createEpochKey } from './epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles } from './key-files.ts';
import { giveUpProtection, openByPassphrase, protectByPassphrase, stayProtected } from './protect.ts';
import { forRecipients } from './recipients.ts';
import { rewrapAll } from './rewrap.ts';
import { readState, setOrganisation } from './state.ts';
import { IDENTITY, one, RECIPIENT } from './testdata/one-recipient.ts';
import { TestVault } from './testdata/vault.ts';
import { unwrapKey } from './wrap.ts';

const [FIRST, SECOND, THIRD] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB', 'eCCCCCCCCCCCC'] as const;
const BARE = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
let vault: TestVault;
const record = (epoch: string) => createEpochKey(vault.files, epoch, forRecipients(vault.ground));
const file = async (epoch: string) => (await vault.files.get(EPOCH_KEYS, epoch)) ?? new Uint8Array();

beforeEach(async () => {
  vault = await TestVault.open();
});

/** The power goes after so many key files were written anew. */
function crashAfter(writes: number): void {
  let left = writes;
  const keys: KeyFiles = {
    ...vault.files,
    replace(...given) {
      if (left-- <= 0) throw new Error('the power went');
      return vault.files.replace(...given);
    },
  };
  Object.assign(vault.ground, { keys });
}
function power(): void {
  Object.assign(vault.ground, { keys: vault.files });
}

test('an unprotected vault opens with the key of this computer', async () => {
  await record(FIRST);
  expect(await vault.opens(FIRST, null)).toBe('open');
  expect((await file(FIRST)).length).toBeGreaterThan(32);
});

describe('bare keys of an earlier version', () => {
  beforeEach(async () => {
    for (const epoch of [FIRST, SECOND, THIRD]) await vault.files.put(EPOCH_KEYS, epoch, BARE);
  });
  test('are taken over, each still the same key', async () => {
    expect(await vault.opens(FIRST, null)).toBe('open');
    expect(await vault.rewrap(null)).toEqual({ done: 3, left: 0, settled: true });
    for (const epoch of [FIRST, SECOND, THIRD]) {
      expect(new TextDecoder().decode(await file(epoch))).toMatch(/^age-encryption/);
      expect(await vault.opens(epoch, null)).toBe('open');
    }
    expect(await vault.rewrap(null)).toEqual({ done: 0, left: 0, settled: true });
  });
  test('whole, wherever it was broken off', async () => {
    for (const writes of [0, 1, 1]) {
      crashAfter(writes);
      await expect(vault.rewrap(null)).rejects.toThrow('the power went');
      for (const epoch of [FIRST, SECOND, THIRD]) expect(await vault.opens(epoch, null)).toBe('open');
      power();
    }
    expect((await vault.rewrap(null)).settled).toBe(true);
    await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
    await vault.rewrap(null);
    expect(await unwrapKey(one, THIRD, await file(THIRD))).toEqual(BARE);
  });
  test('are wrapped for a lock too, without anybody unlocking it', async () => {
    const identity = await protectByPassphrase(vault, 'four words and more');
    expect(await vault.rewrap(null)).toMatchObject({ done: 3, left: 0, settled: true });
    expect(await vault.opens(FIRST, null)).toBe('vault-locked');
    expect(await vault.opens(FIRST, identity)).toBe('open');
  });
});

describe('protected by a passphrase', () => {
  let identity: string;
  beforeEach(async () => {
    await record(FIRST);
    await record(SECOND);
    identity = await protectByPassphrase(vault, 'four words and more');
  });
  test('what was there before needs it once all is wrapped anew, and this computer’s key is gone', async () => {
    expect(await vault.opens(FIRST, null)).toBe('open');
    expect(await vault.rewrap(identity)).toEqual({ done: 2, left: 0, settled: true });
    expect(await vault.opens(FIRST, null)).toBe('vault-locked');
    expect(await vault.opens(FIRST, identity)).toBe('open');
    expect(await vault.db.get('vault', 'device')).toBeUndefined();
  });
  test('recording goes on while it is locked, and what it makes needs the passphrase', async () => {
    await vault.rewrap(null);
    await record(THIRD);
    expect(await vault.opens(THIRD, null)).toBe('vault-locked');
    expect(await vault.opens(THIRD, await openByPassphrase(vault, 'four words and more'))).toBe('open');
  });
  test('opens everything after a crash at any key file, and is whole after the next look', async () => {
    for (const writes of [0, 1]) {
      crashAfter(writes);
      await expect(vault.rewrap(null)).rejects.toThrow('the power went');
      for (const epoch of [FIRST, SECOND]) expect(await vault.opens(epoch, identity)).toBe('open');
      power();
    }
    expect((await vault.rewrap(null)).settled).toBe(true);
    for (const epoch of [FIRST, SECOND]) expect(await vault.opens(epoch, null)).toBe('vault-locked');
  });
  test('a crash after the last key file and before the end: nothing is lost', async () => {
    const failing = vault.failWrites();
    await expect(vault.rewrap(null)).rejects.toMatchObject({ code: 'storage-failed' });
    failing.mockRestore();
    for (const epoch of [FIRST, SECOND]) expect(await vault.opens(epoch, identity)).toBe('open');
    expect(await vault.rewrap(null)).toEqual({ done: 0, left: 0, settled: true });
  });
  test('given up: this computer opens again, and the lock goes last', async () => {
    await vault.rewrap(identity);
    await giveUpProtection(vault, identity);
    crashAfter(1);
    await expect(vault.rewrap(identity)).rejects.toThrow('the power went');
    power();
    expect(await vault.opens(FIRST, identity)).toBe('open');
    expect(await vault.opens(SECOND, identity)).toBe('open');
    expect(await vault.rewrap(null)).toMatchObject({ left: 1, settled: false });
    expect((await readState(vault.db)).lock).not.toBeNull();
    expect(await vault.rewrap(identity)).toMatchObject({ left: 0, settled: true });
    expect((await readState(vault.db)).lock).toBeNull();
    for (const epoch of [FIRST, SECOND]) expect(await vault.opens(epoch, null)).toBe('open');
  });
  test('given up and thought better of', async () => {
    await vault.rewrap(identity);
    await giveUpProtection(vault, identity);
    crashAfter(1);
    await expect(vault.rewrap(identity)).rejects.toThrow();
    power();
    await stayProtected(vault);
    expect(await vault.rewrap(identity)).toMatchObject({ left: 0, settled: true });
    for (const epoch of [FIRST, SECOND]) expect(await vault.opens(epoch, null)).toBe('vault-locked');
  });
});

describe('recipients of an organisation', () => {
  test('open what was recorded before they were named, once it is wrapped anew', async () => {
    await record(FIRST);
    await vault.rewrap(null);
    await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
    await expect(unwrapKey(one, FIRST, await file(FIRST))).rejects.toMatchObject({ code: 'not-recipient' });
    expect(await vault.rewrap(null)).toMatchObject({ done: 1, settled: true });
    expect((await unwrapKey(one, FIRST, await file(FIRST))).length).toBe(32);
    expect(await vault.opens(FIRST, null)).toBe('open');
  });
  test('wait for somebody to unlock, while new recordings are theirs at once', async () => {
    const identity = await protectByPassphrase(vault, 'four words and more');
    await record(FIRST);
    await vault.rewrap(null);
    await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
    await record(SECOND);
    expect(await vault.rewrap(null)).toEqual({ done: 0, left: 1, settled: false });
    expect((await unwrapKey(one, SECOND, await file(SECOND))).length).toBe(32);
    expect(await vault.rewrap(identity)).toEqual({ done: 1, left: 0, settled: true });
    expect((await unwrapKey(one, FIRST, await file(FIRST))).length).toBe(32);
  });
  test('a host who may record and not play: not even this computer’s key opens it', async () => {
    await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: false });
    await record(FIRST);
    expect(await vault.opens(FIRST, null)).toBe('not-recipient');
    expect((await vault.rewrap(null)).settled).toBe(true);
    expect(await vault.opens(FIRST, null)).toBe('not-recipient');
    expect((await unwrapKey(one, FIRST, await file(FIRST))).length).toBe(32);
  });
  test('nobody at all may open it: nothing is recorded', async () => {
    await setOrganisation(vault.ground, { recipients: [], hostPlays: false });
    await expect(record(FIRST)).rejects.toMatchObject({ code: 'no-recipient' });
    expect(await vault.files.get(EPOCH_KEYS, FIRST)).toBeNull();
  });
  test('a test that could not fail otherwise: the recipient is the one of the identity', async () => {
    expect(await identityToRecipient(IDENTITY)).toBe(RECIPIENT);
  });
});

test('a key that is destroyed while it is wrapped anew stays destroyed', async () => {
  await record(FIRST);
  await protectByPassphrase(vault, 'four words and more');
  const keys: KeyFiles = {
    ...vault.files,
    async replace(...given) {
      await vault.files.destroy(EPOCH_KEYS, FIRST);
      return vault.files.replace(...given);
    },
  };
  Object.assign(vault.ground, { keys });
  expect(await vault.rewrap(null)).toMatchObject({ done: 0, settled: true });
  expect(await vault.opens(FIRST, null)).toBe('gone');
});

test('a damaged key file stays as it is, and keeps no other from being wrapped', async () => {
  await record(FIRST);
  await record(SECOND);
  const torn = (await file(FIRST)).slice(0, 150);
  await vault.files.put(EPOCH_KEYS, FIRST, torn);
  const identity = await protectByPassphrase(vault, 'four words and more');
  expect(await vault.rewrap(identity)).toEqual({ done: 1, left: 0, settled: true });
  expect(await file(FIRST)).toEqual(torn);
  expect(await vault.opens(FIRST, identity)).toBe('damaged');
});

describe('what is told of it', () => {
  beforeEach(async () => {
    for (const epoch of [FIRST, SECOND, THIRD]) await record(epoch);
  });
  const rewrap = (change: Partial<Parameters<typeof rewrapAll>[2]> = {}, unlocked: string | null = null) =>
    rewrapAll(vault.ground, unlocked, { signal: new AbortController().signal, progress: () => undefined, ...change });

  test('how far it is, key by key, and nothing when there is nothing to do', async () => {
    const steps: [number, number][] = [];
    const progress = (...step: [number, number]) => void steps.push(step);
    await protectByPassphrase(vault, 'four words and more');
    expect(await rewrap({ progress })).toEqual({ done: 3, left: 0, settled: true });
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    steps.length = 0;
    expect(await rewrap({ progress })).toEqual({ done: 0, left: 0, settled: true });
    expect(steps).toEqual([]);
  });

  test('broken off after the first key: two of them are as they were, all open, and the rest is done the next time', async () => {
    const identity = await protectByPassphrase(vault, 'four words and more');
    const stop = new AbortController();
    await expect(rewrap({ signal: stop.signal, progress: () => stop.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    for (const epoch of [FIRST, SECOND, THIRD]) expect(await vault.opens(epoch, identity)).toBe('open');
    expect((await readState(vault.db)).unsettled).toBe(true);
    expect(await rewrap()).toEqual({ done: 2, left: 0, settled: true });
  });

  test('each key that waits for somebody to unlock is counted, and what opens it stays', async () => {
    const identity = await protectByPassphrase(vault, 'four words and more');
    await rewrap();
    await giveUpProtection(vault, identity);
    expect(await rewrap()).toEqual({ done: 0, left: 3, settled: false });
    expect((await readState(vault.db)).lock).not.toBeNull();
  });

  test('a key that cannot be read is no key that needs nothing', async () => {
    await protectByPassphrase(vault, 'four words and more');
    const keys: KeyFiles = { ...vault.files, get: () => Promise.reject(new Failure('storage-failed', 'the disk')) };
    Object.assign(vault.ground, { keys });
    await expect(rewrap()).rejects.toMatchObject({ code: 'storage-failed' });
    power();
    expect((await readState(vault.db)).unsettled).toBe(true);
    Object.assign(vault.ground, {
      keys: { ...vault.files, replace: () => Promise.reject(new Failure('disk-full')) },
    });
    await expect(rewrap()).rejects.toMatchObject({ code: 'disk-full' });
    expect((await readState(vault.db)).unsettled).toBe(true);
  });

  test('a key that is gone before its turn is passed over', async () => {
    await protectByPassphrase(vault, 'four words and more');
    const progress = (done: number) => {
      if (done === 1) void vault.files.destroy(EPOCH_KEYS, SECOND);
    };
    expect(await rewrap({ progress })).toEqual({ done: 2, left: 0, settled: true });
    expect(await vault.opens(SECOND, null)).toBe('gone');
  });

  test('in two windows at once each key is wrapped once', async () => {
    await protectByPassphrase(vault, 'four words and more');
    const both = await Promise.all([rewrap(), rewrap()]);
    expect(both.map(({ done }) => done)).toEqual([3, 0]);
  });
});
