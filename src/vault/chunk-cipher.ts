import canonicalize from 'canonicalize';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';

/**
 * Which chunk this is. All of it is bound to the ciphertext (AES-GCM additional data, as RFC 8785 JSON), so a chunk that was moved,
 * left out or taken from another recording does not open. prev: hash of the previous chunk's ciphertext, '' for the first.
 */
export interface ChunkPlace {
  readonly log: string;
  readonly epoch: string;
  readonly seq: number;
  readonly mime: string;
  readonly prev: string;
}

/** hash: base64url SHA-256 of `sealed`, the next chunk's `prev`. */
export interface SealedChunk {
  readonly sealed: ArrayBuffer;
  readonly hash: string;
}

export async function sealChunk(
  key: CryptoKey,
  place: ChunkPlace,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SealedChunk> {
  const sealed = await crypto.subtle.encrypt(parametersOf(place), key, bytes);
  return { sealed, hash: await hashOf(sealed) };
}

/** Failure('damaged') when the bytes are not what was sealed at this very place with this key. */
export async function openChunk(
  key: CryptoKey,
  place: ChunkPlace,
  sealed: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parametersOf(place), key, sealed));
  } catch (error) {
    throw new Failure('damaged', `chunk ${place.seq} of ${place.epoch}`, { cause: error });
  }
}

export async function hashOf(sealed: ArrayBuffer): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', sealed)));
}

/** Nonce: 32 zero bits, then the chunk's number in 64 (NIST SP 800-38D, 8.2.1): a key serves one epoch, a number one chunk. */
function parametersOf(place: ChunkPlace): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setBigUint64(4, BigInt(place.seq));
  const { log, epoch, seq, mime, prev } = place;
  const bound = canonicalize({ log, epoch, seq, mime, prev });
  if (bound === undefined) throw new Failure('unexpected', 'a place that is no JSON');
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) };
}
