import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DATABASE_NAME } from '../database/schema.ts';
import { EPOCH_KEYS } from './key-files.ts';
import { browserLocks } from './locks.ts';
import { pageVault } from './page-vault.ts';
import { passkeysHere } from './passkey.ts';
import { sealerInThread } from './passphrase-thread.ts';
import { OriginFiles } from './testdata/origin-files.ts';

const NAME = 'eAAAAAAAAAAAA';
let disk: OriginFiles;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  disk = new OriginFiles();
  const locks = { request: (_name: string, work: () => Promise<unknown>) => work() };
  vi.stubGlobal('navigator', { storage: { getDirectory: disk.root }, locks });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('opens the database when it is first needed, and not twice', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  const { ground } = pageVault();
  expect(open).not.toHaveBeenCalled();
  const [one, two] = await Promise.all([ground.database(), ground.database()]);
  expect(one).toBe(two);
  expect(open).toHaveBeenCalledTimes(1);
  one.close();
});

test('a database that was taken away is opened again, for whoever asks next', async () => {
  const { ground } = pageVault();
  const before = await ground.database();
  await deleteDB(DATABASE_NAME);
  const after = await ground.database();
  expect(after).not.toBe(before);
  expect(await after.getAll('holds')).toEqual([]);
  after.close();
});

test('one that could not be opened is tried again, and is not refused for ever', async () => {
  const { ground } = pageVault();
  // Of a newer version of ours, which is then taken away.
  (await openDB(DATABASE_NAME, 999)).close();
  await expect(ground.database()).rejects.toThrow();
  await deleteDB(DATABASE_NAME);
  (await ground.database()).close();
});

test('keys lie in the origin’s own files; what costs runs in a thread; passkeys and locks are the browser’s', async () => {
  const { ground, sealer, passkeys, now } = pageVault();
  await ground.keys.put(EPOCH_KEYS, NAME, new Uint8Array(32).fill(7));
  expect([...disk.files.keys()]).toEqual([`/keys/${EPOCH_KEYS}/${NAME}`]);
  await ground.keys.destroy(EPOCH_KEYS, NAME);
  expect([...disk.files.keys()]).toEqual([]);
  expect([sealer, passkeys, ground.locks]).toEqual([sealerInThread, passkeysHere, browserLocks]);
  expect(Math.abs(now() - Date.now())).toBeLessThan(60_000);
});
