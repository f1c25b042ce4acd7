import { Failure } from '../model/failure.ts';
import { EPOCH_KEYS, KEY_BYTES, type KeyFiles } from './key-files.ts';
import { type Identities, unwrapKey, wrapKey } from './wrap.ts';

/**
 * One random AES-256-GCM key an epoch, in a file of its own, wrapped for those who may open the vault: removing that file makes exactly
 * one epoch unreadable. Bare keys (32 bytes) are from before they were wrapped, and are read until rewrap.ts has been there.
 * An epoch is never resumed. A recorder that comes back after a crash gets a new epoch and a new key, so no nonce is used twice.
 */

/** Does the work with the recipients of this moment, which do not change before it is done. */
export type ForRecipients = <T>(work: (recipients: readonly string[]) => Promise<T>) => Promise<T>;

/**
 * Makes the key and resolves when its file is closed: before the first chunk, so that no chunk is ever without its key.
 * A crash after this leaves a key that opens nothing. Failure('unexpected') when the epoch has a key already.
 */
export async function createEpochKey(keys: KeyFiles, epoch: string, forRecipients: ForRecipients): Promise<CryptoKey> {
  if (await keys.get(EPOCH_KEYS, epoch)) throw new Failure('unexpected', 'an epoch is never resumed');
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  try {
    await forRecipients(async (recipients) => keys.put(EPOCH_KEYS, epoch, await wrapKey(recipients, epoch, raw)));
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  } finally {
    raw.fill(0);
  }
}

/** For reading only; null when the key was destroyed or never whole. Failures as in unwrapKey. */
export async function readEpochKey(keys: KeyFiles, epoch: string, who: Identities): Promise<CryptoKey | null> {
  const file = await keys.get(EPOCH_KEYS, epoch);
  if (!file) return null;
  const raw = file.length === KEY_BYTES ? file : await unwrapKey(who, epoch, file);
  try {
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  } finally {
    raw.fill(0);
  }
}
