import canonicalize from 'canonicalize';
import { PURPOSES } from '../model/ask.ts';
import { ed25519Of } from '../model/ed25519.ts';
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
  const [key, sig] = [fromBase64url(tag.key), fromBase64url(tag.sig)];
  return key !== null && sig !== null && ed25519Of(crypto.subtle)(key, sig, answerPayload({ ...tag, notice }));
}
