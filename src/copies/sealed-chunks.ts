import type { StreamTargetChunk } from 'mediabunny';
import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { sealChunk } from '../vault/chunk-cipher.ts';
import { storageFailure } from '../vault/storage-error.ts';
import { COPY_MIME, type CopyTask } from './copy-task.ts';

/** Bytes of a chunk: half a minute of speech. */
const CHUNK = 256 * 1024;

/**
 * Takes a file from its first byte to its last and keeps it as the chunks of a copy, sealed one after the other. What was put stays when the
 * stream fails; the row of the copy says that it has to go.
 */
export class SealedChunks {
  chunks = 0;
  bytes = 0;
  lastHash = '';
  #filled = 0;
  readonly #buffer = new Uint8Array(CHUNK);

  constructor(
    private readonly db: Database,
    private readonly task: Pick<CopyTask, 'id' | 'log' | 'key' | 'endAt'>,
  ) {}

  readonly stream = new WritableStream<StreamTargetChunk>({
    write: async ({ data, position }) => {
      // Chunks are never written twice, so nothing can be put right in them later.
      if (position !== this.bytes + this.#filled)
        throw new Failure('unexpected', 'a copy is written from front to back');
      for (let at = 0; at < data.length; ) {
        const part = data.subarray(at, at + CHUNK - this.#filled);
        this.#buffer.set(part, this.#filled);
        this.#filled += part.length;
        at += part.length;
        if (this.#filled === CHUNK) await this.#keep();
      }
    },
    close: () => this.#keep(),
  });

  async #keep(): Promise<void> {
    if (this.#filled === 0) return;
    const { id, log, key, endAt } = this.task;
    const seq = this.chunks;
    const place = { log, epoch: id, seq, mime: COPY_MIME, prev: this.lastHash };
    const { sealed, hash } = await sealChunk(key, place, this.#buffer.slice(0, this.#filled));
    try {
      await this.db.put('chunks', { epoch: id, seq, log, endAt, bytes: this.#filled, sealed, hash });
    } catch (error) {
      throw storageFailure(error, 'a part of a copy could not be stored');
    }
    this.chunks++;
    this.bytes += this.#filled;
    this.lastHash = hash;
    this.#filled = 0;
  }
}
