import { expect, it } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { base64url } from '../model/id.ts';
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

it('is nothing else, and spelt one way only', async () => {
  const { request, sign } = await requestOf();
  const text = await requestText(request, sign);
  for (const other of ['', '{}', `${text} `, text.replace('"version":1', '"version":2'), `{"a":1,${text.slice(1)}`]) {
    expect(readRequest(other)).toBeNull();
  }
  expect(readRequest(text.replace('erasure', 'money'))).toBeNull();
});
