import canonicalize from 'canonicalize';
import { PURPOSES } from '../model/ask.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import type { AnswerTag } from '../model/tag.ts';

/**
 * What a participant's extension signs: RFC 8785 JSON of exactly these members, UTF-8. The domain keeps the signature from meaning
 * anything elsewhere; the ask id is random, so an answer fits one ask of one meeting only.
 */
export type AnswerFields = Omit<AnswerTag, 'kind' | 'key' | 'sig'>;
const DOMAIN = 'ask-to-record/answer';
const VERSION = 1;

export function answerPayload(fields: AnswerFields): Uint8Array<ArrayBuffer> {
  const { ask, notice, answer, media, person, people, counter } = fields;
  const purposes = PURPOSES.filter((purpose) => fields.purposes.includes(purpose));
  const text = canonicalize({
    domain: DOMAIN,
    v: VERSION,
    ask,
    notice,
    answer,
    purposes,
    media,
    person,
    people,
    counter,
  });
  if (text === undefined) throw new TypeError('an answer is always JSON');
  return new TextEncoder().encode(text);
}

/** A fresh key for one meeting. The private half never leaves WebCrypto; the public half always can. */
export async function makeAnswerKey(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
}

/** Signs an answer: the tag that goes under its words. */
export async function signAnswer(pair: CryptoKeyPair, fields: AnswerFields): Promise<AnswerTag> {
  const key = base64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const sig = base64url(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, answerPayload(fields))));
  return { kind: 'answer', ...fields, key, sig };
}

/**
 * Whether the tag's signature is good over this notice hash (the tag's own, or the one that was asked: then another notice is
 * simply not signed). A malformed key or signature is a plain no; what WebCrypto itself cannot do is thrown.
 */
export async function verifyAnswer(tag: AnswerTag, notice: string): Promise<boolean> {
  const [raw, sig] = [fromBase64url(tag.key), fromBase64url(tag.sig)];
  if (raw?.length !== 32 || sig?.length !== 64 || isSmallOrder(raw)) return false;
  const payload = answerPayload({ ...tag, notice });
  try {
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', true, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, sig, payload);
  } catch (error) {
    // An engine may say at import that the bytes are no point of the curve.
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
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
