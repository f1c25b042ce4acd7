import { opfsReserve, type Reserve } from '../../src/database/reserve.ts';
import { type Database, openDatabase } from '../../src/database/schema.ts';
import { deviceSigner } from '../../src/log/device-signer.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import { type KeyFiles, opfsKeyFiles } from '../../src/vault/key-files.ts';
import { browserLocks, type Locks } from '../../src/vault/locks.ts';

/** The database, opened once and again when the browser took it away. */
export interface Storage {
  readonly db: Database;
  readonly keys: KeyFiles;
  readonly log: LogStore;
  readonly reserve: Reserve;
  readonly locks: Locks;
}

let opened: Promise<Storage> | null = null;

export function storage(): Promise<Storage> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<Storage> {
  const db = await openDatabase(() => {
    opened = null;
  });
  const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
  const reserve = opfsReserve(() => navigator.storage.getDirectory());
  const signer = () => deviceSigner(db);
  return {
    db,
    keys,
    reserve,
    locks: browserLocks,
    log: openLogStore({ db, keys, random: randomBytes, reserve, signer }),
  };
}

export function randomBytes(n: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(n));
}
