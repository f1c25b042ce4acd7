import { sha256 } from '@noble/hashes/sha2.js';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';

/** SHA-256 of a file, base64url, piece by piece: WebCrypto wants it whole in memory. Failure('cancelled') after an abort. */
export async function hashOfFile(file: Blob, signal: AbortSignal): Promise<string> {
  const hash = sha256.create();
  const pieces = file.stream().getReader();
  try {
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      if (signal.aborted) throw new Failure('cancelled');
      hash.update(piece.value);
    }
    return base64url(new Uint8Array(hash.digest()));
  } finally {
    await pieces.cancel();
  }
}
