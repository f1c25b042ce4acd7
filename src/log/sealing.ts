import { canonical, utf8 } from './canonical.ts';
import { Damaged } from './damage.ts';
import { leafText } from './leaf.ts';

/** Where a disclosure belongs: moved to another log, entry, field or person, it does not open. */
export interface Place {
  readonly log: string;
  readonly index: number;
  readonly field: string;
  readonly subject: string;
}

/** NIST SP 800-38D 8.2.2: random 96-bit iv. One person's key seals some thousand short texts at most, far below 2^32. */
export const IV_BYTES = 12;

export function importPersonKey(key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** AES-256-GCM of a disclosure's text: ciphertext with the 16-byte tag at its end. iv: IV_BYTES fresh random bytes. */
export async function seal(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  place: Place,
  disclosure: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.encrypt(parameters(iv, place), key, utf8(disclosure)));
}

/** The disclosure's text; Damaged when key, place or ciphertext is not the one. */
export async function unseal(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  place: Place,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const where = `disclosure ${place.field} of entry ${place.index}`;
  try {
    const text = leafText(new Uint8Array(await crypto.subtle.decrypt(parameters(iv, place), key, sealed)));
    if (text !== null) return text;
  } catch (cause) {
    throw new Damaged('words', place.index, `${where} does not open`, { cause });
  }
  throw new Damaged('words', place.index, `${where} is not UTF-8`);
}

function parameters(iv: Uint8Array<ArrayBuffer>, { log, index, field, subject }: Place): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(canonical([log, index, field, subject])) };
}
