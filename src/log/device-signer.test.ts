import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { deviceSigner, knownKey, SIGNING_KEY } from './device-signer.ts';

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
});

afterEach(() => vi.restoreAllMocks());

test('the device has one key, whoever asks first', async () => {
  const [one, two] = await Promise.all([deviceSigner(db), deviceSigner(db)]);
  const later = await deviceSigner(db);
  expect(two.key).toEqual(one.key);
  expect(later.key).toEqual(one.key);
  const message = Uint8Array.of(1, 2, 3);
  expect(await ed25519Of(crypto.subtle)(one.key, await later.sign(message), message)).toBe(true);
});

test('a key that is there is used, and no other is made for nothing', async () => {
  await deviceSigner(db);
  expect(await db.getAllKeys('settings')).toEqual(['signing-key']);
  const make = vi.spyOn(crypto.subtle, 'generateKey');
  await deviceSigner(db);
  expect(make).not.toHaveBeenCalled();
});

test('while nothing was signed there is no key, and asking makes none', async () => {
  expect(await knownKey(db)).toBeNull();
  expect(await db.getAllKeys('settings')).toEqual([]);
  const { key } = await deviceSigner(db);
  expect(await knownKey(db)).toEqual(key);
});

test('half a pair is no key', async () => {
  await deviceSigner(db);
  const { publicKey, privateKey } = (await db.get('settings', SIGNING_KEY)) as CryptoKeyPair;
  for (const half of [{ publicKey, privateKey: 2 }, { publicKey: 1, privateKey }, { publicKey }]) {
    await db.put('settings', half, SIGNING_KEY);
    await expect(deviceSigner(db)).rejects.toMatchObject({ code: 'damaged' });
  }
});

test('nobody can read its private half', async () => {
  await deviceSigner(db);
  const { privateKey } = (await db.get('settings', SIGNING_KEY)) as CryptoKeyPair;
  expect(privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
});

test.each([null, {}, 'a key', 7, { publicKey: 1, privateKey: 2 }])(
  '%j is no key, and no other takes its place',
  async (damaged) => {
    await db.put('settings', damaged, SIGNING_KEY);
    await expect(deviceSigner(db)).rejects.toMatchObject({ code: 'damaged' });
    expect(await db.get('settings', SIGNING_KEY)).toEqual(damaged);
  },
);
