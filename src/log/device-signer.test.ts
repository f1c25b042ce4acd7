import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { deviceSigner, SIGNING_KEY } from './device-signer.ts';

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
});

test('the device has one key, whoever asks first', async () => {
  const [one, two] = await Promise.all([deviceSigner(db), deviceSigner(db)]);
  const later = await deviceSigner(db);
  expect(two.key).toEqual(one.key);
  expect(later.key).toEqual(one.key);
  const message = Uint8Array.of(1, 2, 3);
  expect(await ed25519Of(crypto.subtle)(one.key, await later.sign(message), message)).toBe(true);
});

test('nobody can read its private half', async () => {
  await deviceSigner(db);
  const { privateKey } = (await db.get('settings', SIGNING_KEY)) as CryptoKeyPair;
  expect(privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
});

test.each([{}, 'a key', 7, { publicKey: 1, privateKey: 2 }])(
  '%j is no key, and no other takes its place',
  async (damaged) => {
    await db.put('settings', damaged, SIGNING_KEY);
    await expect(deviceSigner(db)).rejects.toMatchObject({ code: 'damaged' });
    expect(await db.get('settings', SIGNING_KEY)).toEqual(damaged);
  },
);
