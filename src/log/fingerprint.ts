import { utf8 } from './canonical.ts';

/**
 * A key as eight groups of five digits, to be read aloud or compared by eye: digits, because people of sixteen languages read them to
 * each other, and words would be words of one language. Group i is the number in bytes 4i to 4i+3 (big-endian) of
 * SHA-256('ask-to-record/fingerprint' || 0x00 || key), modulo 100,000: 132 bits, so that nobody finds a second key with the same one.
 */
export async function fingerprintOf(key: Uint8Array): Promise<string> {
  const bytes = Uint8Array.from([...utf8('ask-to-record/fingerprint'), 0, ...key]);
  const hash = new DataView(await crypto.subtle.digest('SHA-256', bytes));
  const groups = Array.from({ length: 8 }, (_, i) => hash.getUint32(4 * i) % 100_000);
  return groups.map((group) => String(group).padStart(5, '0')).join(' ');
}
