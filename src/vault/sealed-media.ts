import type { ChunkRow, Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { hashOf, openChunk } from './chunk-cipher.ts';
import type { Expected } from './chunks.ts';
import { isQuarantined } from './quarantine.ts';

/**
 * The chunks of one sealed recording in any order, decrypted one by one: what a player reads from. It proves no less than reading them all
 * from the front (readChunks):
 *
 *   number and last hash   compared with the log when it is opened, so nothing is missing at the end
 *   each chunk             authenticated at its very place, with the hash of the chunk before as it lies there now: that one is hashed
 *                          itself, never believed, so the link between the two is checked too
 *
 * So each chunk that is read is the one that was sealed there, and what lies between two that were read is checked when it is read. A damage is told
 * at the chunk that it concerns, not earlier: nobody reads an hour to hear its last minute.
 */
export class SealedMedia {
  readonly #hashes = new Map<number, string>();
  #key: Promise<CryptoKey | null> | null = null;

  private constructor(
    private readonly db: Database,
    private readonly readKey: () => Promise<CryptoKey | null>,
    /** What the chunks lie under: the epoch's id, or that of what was left of it after a cut. */
    readonly id: string,
    readonly mime: string,
    readonly chunks: number,
  ) {}

  /**
   * Failure('quarantined') when its consent cannot be proved, Failure('damaged') when there are more or fewer chunks than the log says, or
   * another last one. The key is read with the first chunk.
   */
  static async open(
    db: Database,
    readKey: () => Promise<CryptoKey | null>,
    id: string,
    mime: string,
    expected: Expected,
  ): Promise<SealedMedia> {
    if (await isQuarantined(db, id)) throw new Failure('quarantined', id);
    const chunks = await db.count('chunks', IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
    const opened = new SealedMedia(db, readKey, id, mime, chunks);
    if (chunks !== expected.chunks || (await opened.#hash(chunks - 1)) !== expected.lastHash)
      throw new Failure('damaged', `the end of ${id}`);
    return opened;
  }

  /** Failure('damaged') when it is not what was sealed there, Failure('key-missing') without a key. */
  async chunk(seq: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#key ??= this.readKey();
    const key = await this.#key;
    if (!key) throw new Failure('key-missing', this.id);
    const row = await this.#row(seq);
    const prev = await this.#hash(seq - 1);
    const bytes = await openChunk(key, { log: row.log, epoch: this.id, seq, mime: this.mime, prev }, row.sealed);
    this.#hashes.set(seq, await hashOf(row.sealed));
    return bytes;
  }

  async #hash(seq: number): Promise<string> {
    if (seq < 0) return '';
    const hash = this.#hashes.get(seq) ?? (await hashOf((await this.#row(seq)).sealed));
    this.#hashes.set(seq, hash);
    return hash;
  }

  async #row(seq: number): Promise<ChunkRow> {
    const row = await this.db.get('chunks', [this.id, seq]);
    if (!row) throw new Failure('damaged', `chunk ${seq} of ${this.id} is missing`);
    return row;
  }
}
