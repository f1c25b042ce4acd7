import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { type Database, openDatabase } from '../../database/schema.ts';
import { Failure } from '../../model/failure.ts';
import { readEpochKey } from '../epoch-keys.ts';
import { type KeyFiles, memoryKeyFiles } from '../key-files.ts';
import { memoryLocks } from '../locks.ts';
import { sealerHere } from '../passphrase.ts';
import type { Hand } from '../protect.ts';
import { identitiesOf } from '../recipients.ts';
import { rewrapAll } from '../rewrap.ts';
import { readState } from '../state.ts';

/** A vault in memory, and what a person does with it. The passphrase is cheap here: what it costs is age's business. */
export class TestVault implements Hand {
  readonly sealer = sealerHere(2);
  readonly passkeys = new MemoryPasskeys();
  readonly files = memoryKeyFiles();
  readonly ground: { database: () => Promise<Database>; keys: KeyFiles; locks: ReturnType<typeof memoryLocks> };

  private constructor(readonly db: Database) {
    this.ground = { database: async () => db, keys: this.files, locks: memoryLocks() };
  }

  static async open(): Promise<TestVault> {
    globalThis.indexedDB = new IDBFactory();
    return new TestVault(await openDatabase(() => undefined));
  }

  now(): number {
    return 1_800_000_000_000;
  }

  /** Nothing that is written becomes durable until the spy is restored. */
  failWrites() {
    const { db } = this;
    const transaction = db.transaction.bind(db);
    return vi.spyOn(db, 'transaction').mockImplementation(((...given: Parameters<typeof transaction>) => {
      if (given[1] === 'readwrite') throw new Error('the power went');
      return transaction(...given);
    }) as typeof transaction);
  }

  rewrap(unlocked: string | null) {
    return rewrapAll(this.ground, unlocked, { signal: new AbortController().signal, progress: () => undefined });
  }

  /** Whether an epoch's key can be had: `open`, `gone`, or why not. */
  async opens(epoch: string, unlocked: string | null): Promise<string> {
    const who = await identitiesOf(this.db, await readState(this.db), unlocked);
    try {
      return (await readEpochKey(this.files, epoch, who)) ? 'open' : 'gone';
    } catch (error) {
      if (error instanceof Failure) return error.code;
      throw error;
    }
  }
}

/** Stands in for an authenticator: each credential keeps what it sealed. */
class MemoryPasskeys {
  readonly #kept = new Map<string, string>();
  refuses = false;

  async add(identity: string, name: string, at: number) {
    if (this.refuses) throw new Failure('passkey-refused');
    const credential = `${name} ${this.#kept.size}`;
    this.#kept.set(credential, identity);
    return { credential, sealed: new Uint8Array(1), addedAt: at };
  }

  async open({ credential }: { readonly credential: string }): Promise<string> {
    const identity = this.#kept.get(credential);
    if (this.refuses || !identity) throw new Failure('passkey-refused');
    return identity;
  }
}
