import { expect, test } from 'vitest';
import { type ChunkPlace, hashOf, openChunk, sealChunk } from './chunk-cipher.ts';
import { createEpochKey, readEpochKey } from './epoch-keys.ts';
import { memoryKeyFiles } from './key-files.ts';
import { forOne, one } from './testdata/one-recipient.ts';

const place: ChunkPlace = { log: 'lAAAAAAAAAAAA', epoch: 'eAAAAAAAAAAAA', seq: 1, mime: 'audio/webm', prev: 'abc' };
const bytes = Uint8Array.of(1, 2, 3);

async function keyPair(epoch: string) {
  const files = memoryKeyFiles();
  const write = await createEpochKey(files, epoch, forOne);
  const read = await readEpochKey(files, epoch, one);
  if (!read) throw new Error('no key');
  return { files, write, read };
}

test('a chunk opens at its own place', async () => {
  const { write, read } = await keyPair('e1');
  const { sealed, hash } = await sealChunk(write, place, bytes);
  expect(await openChunk(read, place, sealed)).toEqual(bytes);
  expect(hash).toBe(await hashOf(sealed));
  expect(sealed.byteLength).toBe(bytes.length + 16);
});

test.each([
  ['log', { log: 'lBBBBBBBBBBBB' }],
  ['epoch', { epoch: 'eBBBBBBBBBBBB' }],
  ['number', { seq: 2 }],
  ['mime', { mime: 'video/webm' }],
  ['predecessor', { prev: 'abd' }],
])('it does not open as if it had another %s', async (_name, other) => {
  const { write, read } = await keyPair('e1');
  const { sealed } = await sealChunk(write, place, bytes);
  await expect(openChunk(read, { ...place, ...other }, sealed)).rejects.toMatchObject({ code: 'damaged' });
});

test('a flipped bit and another key are found', async () => {
  const { write, read } = await keyPair('e1');
  const { sealed } = await sealChunk(write, place, bytes);
  const { read: other } = await keyPair('e1');
  await expect(openChunk(other, place, sealed)).rejects.toMatchObject({ code: 'damaged' });
  const view = new DataView(sealed);
  view.setUint8(0, view.getUint8(0) ^ 1);
  await expect(openChunk(read, place, sealed)).rejects.toMatchObject({ code: 'damaged' });
});

test('an epoch is never resumed, and its key can only encrypt while it is written', async () => {
  const { files, write } = await keyPair('e1');
  await expect(createEpochKey(files, 'e1', forOne)).rejects.toMatchObject({ code: 'unexpected' });
  expect(write.usages).toEqual(['encrypt']);
  expect(write.extractable).toBe(false);
  await files.destroy('epochs', 'e1');
  expect(await readEpochKey(files, 'e1', one)).toBeNull();
});
