/** Checks an Ed25519 signature (RFC 8032). Given in, so that what verifies runs in the extension, in Node and in a page of its own. */
export type VerifyEd25519 = (
  key: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

export const ED25519_KEY_BYTES = 32;
export const ED25519_SIGNATURE_BYTES = 64;

/**
 * The same by WebCrypto. A malformed key or signature is a plain no, and so is a key of small order; what WebCrypto itself cannot do
 * is thrown.
 */
export function ed25519Of(subtle: SubtleCrypto): VerifyEd25519 {
  return async (raw, signature, message) => {
    if (raw.length !== ED25519_KEY_BYTES || signature.length !== ED25519_SIGNATURE_BYTES || isSmallOrder(raw))
      return false;
    try {
      const key = await subtle.importKey('raw', raw, 'Ed25519', true, ['verify']);
      return await subtle.verify('Ed25519', key, signature, message);
    } catch (error) {
      // An engine may say at import that the bytes are no point of the curve.
      if (error instanceof DOMException && error.name === 'DataError') return false;
      throw error;
    }
  };
}

/**
 * The points of small order and their second spellings, without the sign bit, little-endian hex: y is 0, 1, -1, one of the two of
 * order 8, or p and p+1. Under such a key one signature fits many messages, so the signer could deny every one of them. The Web
 * Crypto spec (section 28.4.2, verify) wants them refused; engines do not all do it.
 */
const SMALL_ORDER = new Set([
  `${'00'.repeat(32)}`,
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

function isSmallOrder(key: Uint8Array): boolean {
  const y = [...key].map((byte, i) => (i === 31 ? byte & 0x7f : byte));
  return SMALL_ORDER.has(y.map((byte) => byte.toString(16).padStart(2, '0')).join(''));
}
