import type { Note } from '../mask/notes.ts';
import { Failure } from '../model/failure.ts';

/** Of a key that seals chunks under nonces that begin with four zero bytes, another nonce: no chunk can have it. */
const IV = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0);

/** Masked notes, once for each copy, under its key and bound to it. Null when there are none. */
export async function sealNotes(key: CryptoKey, copy: string, notes: readonly Note[]): Promise<ArrayBuffer | null> {
  if (notes.length === 0) return null;
  return crypto.subtle.encrypt(parametersOf(copy), key, new TextEncoder().encode(JSON.stringify(notes)));
}

/** Failure('damaged') when they are not what was sealed. */
export async function openNotes(key: CryptoKey, copy: string, sealed: ArrayBuffer | null): Promise<Note[]> {
  if (sealed === null) return [];
  try {
    const bytes = await crypto.subtle.decrypt(parametersOf(copy), key, sealed);
    return JSON.parse(new TextDecoder().decode(bytes)) as Note[];
  } catch (error) {
    throw new Failure('damaged', `notes of ${copy}`, { cause: error });
  }
}

function parametersOf(copy: string): AesGcmParams {
  return { name: 'AES-GCM', iv: IV, additionalData: new TextEncoder().encode(`notes of ${copy}`) };
}
