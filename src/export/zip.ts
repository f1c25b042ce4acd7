import { sha256 } from '@noble/hashes/sha2.js';
import { makeZip } from 'client-zip';
import { isFileName, type ListedFile, MANIFEST_FILE, manifestText } from '../log/manifest.ts';
import type { Signer } from '../log/signer.ts';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';

/** One file to be, made piece by piece when its turn comes. */
export interface ZipFile {
  /** See isFileName of src/log/manifest.ts. */
  readonly name: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

/**
 * A zip of files made one after the other, with the sealed manifest at its end (src/log/FORMAT.md section 15). Nothing of it is ever whole in memory.
 * Names, order and dates follow from what is exported and when: the same export is the same zip, byte for byte, up to signatures. Stored and not
 * packed, so that each file lies in it as it is. What fails while a file is made ends the stream with it.
 *
 * @param at ms UTC, the date of every file
 */
export function zipOf(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
  at: number,
  signer: Signer,
): ReadableStream<Uint8Array> {
  return makeZip(inputs(files, at, signer));
}

async function* inputs(files: AsyncIterable<ZipFile> | Iterable<ZipFile>, at: number, signer: Signer) {
  // A zip has the time of the clock on the wall: UTC for everybody, so that it is the same wherever it is made.
  const lastModified = new Date(at + new Date(at).getTimezoneOffset() * 60_000);
  const listed: ListedFile[] = [];
  for await (const { name, pieces } of files) {
    if (!isFileName(name)) throw new Failure('unexpected', 'a file that no manifest can list');
    yield { name, lastModified, input: hashed(name, pieces, listed) };
  }
  yield { name: MANIFEST_FILE, lastModified, input: await manifestText(signer, new Date(at).toISOString(), listed) };
}

/** The bytes of a file; once they are all out, it is listed. */
async function* hashed(
  name: string,
  pieces: ZipFile['pieces'],
  listed: ListedFile[],
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  let bytes = 0;
  for await (const piece of pieces) {
    const encoded = encoder.encode(piece);
    hash.update(encoded);
    bytes += encoded.length;
    yield encoded;
  }
  listed.push({ name, bytes, sha256: base64url(hash.digest()) });
}

/** A text as UTF-8, made piece by piece as it is read. */
export function bytesOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

/** Passes bytes on, and knows at the end how many there were and their SHA-256, hex: what people compare. */
export function measured(): {
  readonly through: TransformStream<Uint8Array, Uint8Array>;
  readonly result: () => { readonly bytes: number; readonly sha256: string };
} {
  const hash = sha256.create();
  let bytes = 0;
  const through = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      hash.update(chunk);
      bytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return {
    through,
    result: () => ({ bytes, sha256: [...hash.digest()].map((byte) => byte.toString(16).padStart(2, '0')).join('') }),
  };
}
