import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, Sha256, sha256 } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('is the one of the examples of NIST', () => {
  const of = (text: string) => hex(sha256(new TextEncoder().encode(text)));
  expect(of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(of('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
  expect(of('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('of every length around the borders of a block', () => {
  const bytes = Uint8Array.from(randomBytes(260));
  for (let length = 0; length <= bytes.length; length++)
    expect(hex(new Sha256().update(bytes.subarray(0, length)).digest()), `${length}`).toBe(
      known(bytes.subarray(0, length)),
    );
});

test('however the bytes are cut, and however many they are', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (pieces) => {
      const hash = new Sha256();
      for (const piece of pieces) hash.update(piece);
      expect(hex(hash.digest())).toBe(known(Buffer.concat(pieces)));
    }),
  );
});

test('counts the bits of a film that is longer than half of its count holds', () => {
  const length = 3 * 2 ** 29 + 5;
  const end = endOf(length);
  expect((length + end.length) % 64).toBe(0);
  expect([...end]).toEqual([0x80, ...Array<number>(end.length - 9).fill(0), 0, 0, 0, 3, 0, 0, 0, 40]);
});
