import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256, sha256 } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('of a million bytes, as NIST has it', () => {
  const bytes = new TextEncoder().encode('a'.repeat(1_000_000));
  expect(hex(sha256(bytes))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
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
