import { fromBase64url } from '../../model/id.ts';
import type { Signer } from '../signer.ts';

/** PKCS #8 of an Ed25519 key, up to its 32 bytes (RFC 8410 section 7). */
const PKCS8 = '302e020100300506032b657004220420';

/** The same key in every run, so that what it signs can lie in testdata; it signs nothing else. */
export async function testSigner(byte = 42): Promise<Signer> {
  const encoded = new Uint8Array([...Buffer.from(PKCS8, 'hex'), ...new Uint8Array(32).fill(byte)]);
  const key = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', key);
  const bytes = fromBase64url(x ?? '');
  if (!bytes) throw new Error('no public key');
  return { key: bytes, sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message)) };
}
