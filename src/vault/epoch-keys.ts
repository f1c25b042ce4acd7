import { Failure } from '../model/failure.ts';
import { KEY_BYTES, type KeyFiles } from './key-files.ts';

/**
 * One random AES-256-GCM key an epoch, in a file of its own: removing that file makes exactly one epoch unreadable.
 * An epoch is never resumed. A recorder that comes back after a crash gets a new epoch and a new key, so no nonce is used twice.
 */
export const EPOCH_KEYS = 'epochs';

/**
 * Makes the key and resolves when its file is closed: before the first chunk, so that no chunk is ever without its key.
 * A crash after this leaves a key that opens nothing. Failure('unexpected') when the epoch has a key already.
 */
export async function createEpochKey(keys: KeyFiles, epoch: string): Promise<CryptoKey> {
  if (await keys.get(EPOCH_KEYS, epoch)) throw new Failure('unexpected', 'an epoch is never resumed');
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  try {
    await keys.put(EPOCH_KEYS, epoch, raw);
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  } finally {
    raw.fill(0);
  }
}

/** For reading only; null when the key was destroyed or never whole. */
export async function readEpochKey(keys: KeyFiles, epoch: string): Promise<CryptoKey | null> {
  const raw = await keys.get(EPOCH_KEYS, epoch);
  return raw && crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
}
