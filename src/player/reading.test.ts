import { describe, expect, test } from 'vitest';
import { headerOf, type PartFile, readFrom } from './reading.ts';

const SEGMENT = [0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const HEADER = [...SEGMENT, 0x16, 0x54, 0xae, 0x6b, 0x82, 5, 5];
const clusterAt = (ms: number) => [
  ...[0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  ...[0xe7, 0x84, (ms >> 24) & 255, (ms >> 16) & 255, (ms >> 8) & 255, ms & 255],
];

/** A part of `clusters` clusters, one each `every` ms, cut into chunks of `length` bytes wherever that falls. */
function part(clusters: number, every: number, length: number) {
  const media = Array.from({ length: clusters }, (_, n) => [...clusterAt(n * every), ...Array(30).fill(n % 31)]);
  const bytes = new Uint8Array([HEADER, ...media].flat());
  const read: number[] = [];
  const chunks = Math.ceil(bytes.length / length);
  const file: PartFile = {
    mime: 'video/webm',
    chunks,
    async chunk(seq) {
      read.push(seq);
      return bytes.slice(seq * length, (seq + 1) * length);
    },
  };
  return { file, bytes, read, ms: clusters * every };
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<number[]> {
  const found: number[] = [];
  for await (const chunk of chunks) found.push(...chunk);
  return found;
}

const clusterStart = (bytes: Uint8Array, n: number) => HEADER.length + n * ((bytes.length - HEADER.length) / 20);

describe.each([10, 19, 48, 50, 100, 5000])('chunks of %i bytes', (length) => {
  test('from any place on: the header, and the cluster that the place is in', async () => {
    const { file, bytes, ms } = part(20, 4000, length);
    for (const at of [0, 1, 3999, 4000, 4001, 40_000, 77_777, ms - 1, ms + 5000]) {
      const n = Math.min(19, Math.floor(at / 4000));
      const expected = [...HEADER, ...bytes.subarray(clusterStart(bytes, n))];
      expect(await all(readFrom(file, at, ms)), `${at} ms`).toEqual(expected);
    }
  });
});

test('a length that was told wrongly costs time, and nothing else', async () => {
  const { file, bytes } = part(20, 4000, 48);
  const expected = [...HEADER, ...bytes.subarray(clusterStart(bytes, 10))];
  for (const told of [1, 20_000, 80_000, 9_000_000]) expect(await all(readFrom(file, 41_000, told))).toEqual(expected);
});

test('an hour in, hardly more than what is played is read', async () => {
  const { file, read, ms } = part(3600, 1000, 48);
  await readFrom(file, ms / 2, ms).next();
  const reading = readFrom(file, ms / 2, ms);
  await reading.next();
  await reading.next();
  await reading.return();
  expect(read.length).toBeLessThan(20);
});

test('what has no header or no cluster is damaged', async () => {
  const empty: PartFile = { mime: 'audio/webm', chunks: 3, chunk: async () => new Uint8Array(10) };
  await expect(headerOf(empty)).rejects.toMatchObject({ code: 'damaged' });
});
