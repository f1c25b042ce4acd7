import type { Database, DeviceKeyRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { loadAge } from './age.ts';
import { DEVICE } from './state.ts';
import { storageFailure } from './storage-error.ts';

/**
 * The key of this computer: X25519, usable and never readable, not even by us. It keeps nobody out who has the computer's files, since the
 * browser can be run with them; it is what a vault opens with as long as nobody protects it. Made at its first use; two windows
 * that ask at once get the same one. Failure('damaged') when what lies there is no key: recordings are wrapped for the one that was.
 */
export async function deviceKey(db: Database): Promise<DeviceKeyRow> {
  const known = await readDeviceKey(db);
  if (known) return known;
  const { identityToRecipient } = await loadAge();
  const { privateKey } = (await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])) as CryptoKeyPair;
  const made: DeviceKeyRow = { version: 1, recipient: await identityToRecipient(privateKey), key: privateKey };
  try {
    const tx = db.transaction('vault', 'readwrite', { durability: 'strict' });
    const first = await tx.store.get(DEVICE);
    // A crash before this is durable leaves no key, and nothing that was wrapped for it.
    if (first === undefined) await tx.store.put(made, DEVICE);
    await tx.done;
    return first === undefined ? made : sound(first);
  } catch (error) {
    throw storageFailure(error, 'the key of this computer could not be kept');
  }
}

/** Null: none was made yet, or it is not needed any more. */
export async function readDeviceKey(db: Database): Promise<DeviceKeyRow | null> {
  let row: unknown;
  try {
    row = await db.get('vault', DEVICE);
  } catch (error) {
    throw storageFailure(error, 'the key of this computer could not be read');
  }
  return row === undefined ? null : sound(row);
}

function sound(row: unknown): DeviceKeyRow {
  const { version, recipient, key } = row as DeviceKeyRow;
  if (version !== 1 || typeof recipient !== 'string' || !(key instanceof CryptoKey))
    throw new Failure('damaged', 'the key of this computer is no key');
  return { version, recipient, key };
}
