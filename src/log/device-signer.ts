import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { type Signer, signerOf } from './signer.ts';
import { inStore, stored } from './transaction.ts';

/** Where the device's signing key lies in `settings`. */
export const SIGNING_KEY = 'signing-key';

/**
 * The device's Ed25519 key, made at its first use. Its private half can be used and never be read, not even by us; with the site data of
 * the extension it is gone, and the next one has another fingerprint. Two contexts that ask at once get the same one. Failure('damaged')
 * when what lies there is no key: another one in its place would look like somebody else's.
 */
export async function deviceSigner(db: Database): Promise<Signer> {
  const known: unknown = await stored(() => db.get('settings', SIGNING_KEY));
  const pair: unknown = known ?? (await keep(db, await make()));
  if (isPair(pair)) return signerOf(crypto.subtle, pair);
  throw new Failure('damaged', 'the signing key is no key');
}

/** The device's public key, 32 bytes; null while nothing was ever signed. Makes none. */
export async function knownKey(db: Database): Promise<Uint8Array<ArrayBuffer> | null> {
  const known: unknown = await stored(() => db.get('settings', SIGNING_KEY));
  return known === undefined ? null : (await deviceSigner(db)).key;
}

async function make(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
}

/** The one that lies there already, or this. */
function keep(db: Database, made: CryptoKeyPair): Promise<unknown> {
  return inStore(db, 'settings', async (store) => {
    const known: unknown = await store.get(SIGNING_KEY);
    // A crash before this is durable leaves no key, and nothing that was signed by it.
    if (known === undefined) await store.put(made, SIGNING_KEY);
    return known === undefined ? made : known;
  });
}

function isPair(value: unknown): value is CryptoKeyPair {
  if (typeof value !== 'object' || value === null || !('publicKey' in value) || !('privateKey' in value)) return false;
  return value.publicKey instanceof CryptoKey && value.privateKey instanceof CryptoKey;
}
