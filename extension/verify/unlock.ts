import type { Source } from '../../src/verify/source.ts';

/** A log that is larger, packed, is not one that a page should hold in memory twice, bytes. */
const LOCKED_MAX = 512 * 1024 * 1024;

/** Opens an age file. An identity begins with AGE-SECRET-KEY-; anything else is a passphrase. null: it is not the right one, or the file is damaged. */
export async function unlock(source: Source, secret: string): Promise<Source | null> {
  if (source.size > LOCKED_MAX) return null;
  const { Decrypter, armor } = await import('age-encryption');
  const decrypter = new Decrypter();
  if (/^AGE-SECRET-KEY-/i.test(secret.trim())) decrypter.addIdentity(secret.trim().toUpperCase());
  else decrypter.addPassphrase(secret);
  const raw = await source.bytes(0, source.size);
  const head = new TextDecoder().decode(raw.subarray(0, 40));
  try {
    const file = head.startsWith('-----BEGIN AGE') ? armor.decode(new TextDecoder().decode(raw)) : raw;
    const open = new Uint8Array(await decrypter.decrypt(file));
    const name = source.name.replace(/\.age$/i, '');
    return { name, size: open.length, bytes: async (from, to) => open.subarray(from, to) };
  } catch (error) {
    // What age says of a wrong secret and of a damaged file; the person is told that it did not open.
    console.warn(error);
    return null;
  }
}
