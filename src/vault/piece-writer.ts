import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { sealChunk } from './chunk-cipher.ts';
import { removeMedia } from './destroy-copy.ts';
import { createEpochKey, type ForRecipients } from './epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles } from './key-files.ts';
import { storageFailure } from './storage-error.ts';

/** What lies there of a piece, as the log will say it. bytes: before encryption. */
export interface Written {
  readonly chunks: number;
  readonly bytes: number;
  readonly lastHash: string;
}

interface PieceOf {
  readonly log: string;
  /** Its name; what a crash left under it goes first. */
  readonly media: string;
  readonly mime: string;
}

/**
 * Writes what is left of a recording after a cut: a new key, a new chain. Until the log names it, it is nothing: a crash leaves what whoever
 * looks next throws away.
 *
 *   begun ──put …──▶ finished, or abandoned
 */
export class PieceWriter {
  #prev = '';
  #seq = 0;
  #bytes = 0;

  private constructor(
    private readonly db: Database,
    private readonly keys: KeyFiles,
    private readonly key: CryptoKey,
    private readonly of: PieceOf,
  ) {}

  static async begin(db: Database, keys: KeyFiles, of: PieceOf, forRecipients: ForRecipients): Promise<PieceWriter> {
    await remove(db, keys, of.media);
    return new PieceWriter(db, keys, await createEpochKey(keys, of.media, forRecipients), of);
  }

  /** endAt: ms UTC when what is in it was over. Failure('disk-full') when there is no room. */
  async put(bytes: Uint8Array<ArrayBuffer>, endAt: number): Promise<void> {
    const { log, media, mime } = this.of;
    const seq = this.#seq;
    const { sealed, hash } = await sealChunk(this.key, { log, epoch: media, seq, mime, prev: this.#prev }, bytes);
    try {
      await this.db.put('chunks', { log, epoch: media, seq, endAt, bytes: bytes.length, sealed, hash });
    } catch (error) {
      throw storageFailure(error, 'a piece could not be written');
    }
    this.#seq++;
    this.#bytes += bytes.length;
    this.#prev = hash;
  }

  finish(): Written {
    if (this.#seq === 0) throw new Failure('unexpected', 'an empty piece');
    return { chunks: this.#seq, bytes: this.#bytes, lastHash: this.#prev };
  }

  abandon(): Promise<void> {
    return remove(this.db, this.keys, this.of.media);
  }
}

async function remove(db: Database, keys: KeyFiles, media: string): Promise<void> {
  await keys.destroy(EPOCH_KEYS, media);
  await removeMedia(db, media);
}
