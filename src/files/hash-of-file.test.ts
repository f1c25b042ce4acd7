import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashOfFile } from './hash-of-file.ts';

const going = new AbortController().signal;

it('is the SHA-256 of all bytes, of an empty file too', async () => {
  const bytes = new Uint8Array(300_000).map((_, i) => i % 251);
  for (const part of [bytes, bytes.subarray(0, 1), new Uint8Array()])
    expect(await hashOfFile(new Blob([part]), going)).toBe(createHash('sha256').update(part).digest('base64url'));
});

it('is given up when nobody waits for it any more', async () => {
  await expect(hashOfFile(new Blob(['x']), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
});
