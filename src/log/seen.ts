import { Failure } from '../model/failure.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { canonical, utf8 } from './canonical.ts';
import { SEEN_BYTES } from './leaf.ts';

/** Bytes of a log's `seenKey` and of the device's own key for meetings. */
export const HASH_KEY_BYTES = 32;

/**
 * Makes the function that turns an observation's key into what stands in the leaf as `seen`: HMAC-SHA-256 under the log's own key,
 * the first 16 bytes, base64url. The key never leaves the device, so a log that is shown to others does not let them test for a
 * message id. seenKey: base64url as in LogRow.
 */
export async function seenHasher(seenKey: string): Promise<(observationKey: string) => Promise<string>> {
  const bytes = fromBase64url(seenKey);
  if (bytes?.length !== HASH_KEY_BYTES) throw new Failure('damaged', 'seenKey is not a key');
  const key = await hashKey(bytes);
  return async (observationKey) => base64url((await mac(key, observationKey)).subarray(0, SEEN_BYTES));
}

/** Keyed hash of platform and site meeting id, base64url, 32 bytes: finds the log again after a reload, tells nobody the id. */
export async function hashMeeting(
  deviceKey: Uint8Array<ArrayBuffer>,
  platform: string,
  siteMeetingId: string,
): Promise<string> {
  return base64url(await mac(await hashKey(deviceKey), canonical([platform, siteMeetingId])));
}

/** The same of somebody's account on a platform, to know them again: never equal to any meeting's. */
export async function hashPerson(
  deviceKey: Uint8Array<ArrayBuffer>,
  platform: string,
  account: string,
): Promise<string> {
  return base64url(await mac(await hashKey(deviceKey), canonical(['person', platform, account])));
}

function hashKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function mac(key: CryptoKey, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
}
