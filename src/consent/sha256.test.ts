import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { endOf, Sha256, sha256 } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const BYTES = Uint8Array.from({ length: 200 }, (_, i) => (i * 167 + 13) % 256);

test('is the one of the examples of NIST', () => {
  const of = (text: string) => hex(sha256(new TextEncoder().encode(text)));
  expect(of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(of('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test.each([55, 56, 57, 63, 64, 65, 119, 120, 128, 200])('of %i bytes, around the borders of a block', (length) => {
  expect(hex(sha256(BYTES.subarray(0, length)))).toBe(known(BYTES.subarray(0, length)));
});

test.each([[[0, 0]], [[1, 62]], [[1, 63]], [[1, 64]], [[60, 10]], [[64, 64]], [[10, 120, 70]], [[1, 1, 62, 64, 72]]])(
  'however the bytes are cut: %j',
  (cuts) => {
    const hash = new Sha256();
    let at = 0;
    for (const length of cuts) {
      hash.update(BYTES.subarray(at, at + length));
      at += length;
    }
    expect(hex(hash.digest())).toBe(known(BYTES.subarray(0, at)));
  },
);

test('counts the bits of a film that is longer than half of its count holds', () => {
  const length = 3 * 2 ** 29 + 5;
  const end = endOf(length);
  expect((length + end.length) % 64).toBe(0);
  expect([...end]).toEqual([0x80, ...Array<number>(end.length - 9).fill(0), 0, 0, 0, 3, 0, 0, 0, 40]);
});
