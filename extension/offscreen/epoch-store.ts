import type { SealReport } from '../../src/capture/ports.ts';
import type { Database } from '../../src/database/schema.ts';
import { sealChunk } from '../../src/vault/chunk-cipher.ts';
import { type Kept, promote, putLive, type Settled, settle } from '../../src/vault/chunks.ts';

export interface EpochStorePorts {
  /** Open, or opened again. */
  database(): Promise<Database>;
  pause(ms: number): Promise<void>;
}

/** Ids, and how each chunk is bound to them. lagMs: how long a chunk stays provisional. */
export interface StoredEpoch {
  readonly log: string;
  readonly epoch: string;
  readonly mime: string;
  readonly lagMs: number;
}

/** One epoch's way into the vault: encrypts, stores, promotes, settles. Whoever calls `put` waits for it before the next one. */
export class EpochStore {
  readonly #of: StoredEpoch;
  readonly #key: CryptoKey;
  readonly #ports: EpochStorePorts;
  #prev = '';
  #moving: Promise<void> = Promise.resolve();

  constructor(of: StoredEpoch, key: CryptoKey, ports: EpochStorePorts) {
    this.#of = of;
    this.#key = key;
    this.#ports = ports;
  }

  async put(bytes: Uint8Array<ArrayBuffer>, seq: number, endAt: number): Promise<Kept> {
    const { log, epoch, mime, lagMs } = this.#of;
    const made = await sealChunk(this.#key, { log, epoch, seq, mime, prev: this.#prev }, bytes);
    const db = await this.#ports.database();
    const kept = await putLive(db, { log, epoch, seq, endAt, bytes: bytes.length, ...made });
    if (kept === 'kept') {
      this.#prev = made.hash;
      this.#moving = this.#moving.then(() => this.#promote(db, endAt - lagMs));
    }
    return kept;
  }

  async #promote(db: Database, olderThan: number): Promise<void> {
    try {
      await promote(db, this.#of.epoch, olderThan);
    } catch (error) {
      // They are safe where they are; the next promotion, or settling, takes them along.
      console.warn('chunks stay provisional:', (error as Error).message);
    }
  }

  /**
   * Until it works: the capture is over and nothing else waits. `cutAfter` is asked for each try, since it may have become earlier.
   * A crash here leaves chunks in `live` and no seal: the worker finds the epoch open with no recorder, and settles it itself.
   */
  async settle({ ledger }: SealReport, cutAfter: () => number | null): Promise<Settled> {
    const sizes = ledger.map((line) => line.bytes);
    await this.#moving;
    for (let wait = 500; ; wait = Math.min(5000, wait * 2)) {
      try {
        return await settle(await this.#ports.database(), this.#of.epoch, cutAfter(), sizes);
      } catch (error) {
        console.warn('not settled yet:', (error as Error).message);
        await this.#ports.pause(wait);
      }
    }
  }
}
