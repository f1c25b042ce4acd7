import { expect, it } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { canonical, utf8 } from './canonical.ts';
import { isRequestSigned, type Request, readRequest, requestText } from './request.ts';
import { testSigner } from './testdata/signer.ts';

const verify = ed25519Of(crypto.subtle);

async function requestOf(byte = 2, by = byte) {
  const [signer, other] = [await testSigner(byte), await testSigner(by)];
  const request: Omit<Request, 'sig' | 'format' | 'version'> = {
    madeAt: '2026-03-02T09:00:00.000Z',
    what: 'erasure',
    platform: 'sandbox',
    ask: 'aAAAAAAAAAAAA',
    text: 'Please erase my name.',
    answer: {
      answer: 'consented',
      purposes: ['quality'],
      media: 'sound',
      notice: 'A'.repeat(43),
      person: 1,
      people: 1,
      counter: 1,
      key: base64url(signer.key),
      sig: `${'A'.repeat(85)}A`,
    },
  };
  return { request, sign: other.sign };
}

it('is read as it was written, and is of whoever has the key of the answer', async () => {
  const { request, sign } = await requestOf();
  const read = readRequest(await requestText(request, sign));
  expect(read).toMatchObject(request);
  expect(read && (await isRequestSigned(read, verify))).toBe(true);
});

it('is of nobody when it is signed by another key, or by none, or was changed', async () => {
  const { request, sign } = await requestOf(2, 3);
  for (const text of [await requestText(request, sign), await requestText(request, null)]) {
    const read = readRequest(text);
    expect(read).not.toBeNull();
    expect(read && (await isRequestSigned(read, verify))).toBe(false);
  }
  const mine = await requestOf();
  const changed = (await requestText(mine.request, mine.sign)).replace('erasure', 'copy');
  const read = readRequest(changed);
  expect(read?.what).toBe('copy');
  expect(read && (await isRequestSigned(read, verify))).toBe(false);
});

it('is signed over its own name and all that it says, so that no other signature of the key can be taken for it', async () => {
  const { request, sign } = await requestOf();
  const { sig, ...said } = JSON.parse(await requestText(request, sign));
  expect(said).toMatchObject({ format: 'ask-to-record-request', version: 1 });
  const signed = utf8(canonical({ domain: 'ask-to-record/request', ...said }));
  expect(await verify(fromBase64url(said.answer.key) ?? utf8(''), fromBase64url(sig) ?? utf8(''), signed)).toBe(true);
});

it('of somebody who answered by hand is read, and is of nobody, whatever signature is put to it', async () => {
  const { request, sign } = await requestOf();
  const text = await requestText({ ...request, answer: null }, sign);
  const byHand = readRequest(text);
  expect(byHand).toMatchObject({ answer: null, sig: null });
  expect(byHand && (await isRequestSigned(byHand, verify))).toBe(false);
  const put = readRequest(text.replace('"sig":null', `"sig":"${'A'.repeat(86)}"`));
  expect(put && (await isRequestSigned(put, verify))).toBe(false);
});

it('is nothing else, and spelt one way only', async () => {
  const { request, sign } = await requestOf();
  const text = await requestText(request, sign);
  for (const other of ['', '{}', `${text} `, text.replace('"version":1', '"version":2'), `{"a":1,${text.slice(1)}`]) {
    expect(readRequest(other)).toBeNull();
  }
  const changes: [string, string][] = [
    ['erasure', 'money'],
    ['2026-03-02', 'on 2026-03-02'],
    ['00.000Z', '00.000Z or so'],
    ['aAAAAAAAAAAAA', 'aaAAAAAAAAAAAA'],
    ['aAAAAAAAAAAAA', 'aAAAAAAAAAAAAA'],
    ['"sandbox"', `"${'x'.repeat(201)}"`],
    ['Please', 'x'.repeat(2000)],
    ['"consented"', '"maybe"'],
    [
      '"quality"',
      '"quality","quality","quality","quality","quality","quality","quality","quality","quality","quality"',
    ],
  ];
  for (const [from, to] of changes) expect(readRequest(text.replace(from, to)), to).toBeNull();
  expect(readRequest(text.replace('"sandbox"', `"${'x'.repeat(200)}"`))).not.toBeNull();
});
