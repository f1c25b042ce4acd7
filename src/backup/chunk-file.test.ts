import { describe, expect, test } from 'vitest';
import { type BackedChunk, chunkParts, chunksIn } from './chunk-file.ts';

const sealedOf = (...bytes: number[]) => Uint8Array.from(bytes).buffer;
/** The middle one is empty, the last one has the byte that ends a line. */
const CHUNKS: readonly BackedChunk[] = [
  { seq: 0, endAt: 100, bytes: 2, sealed: sealedOf(1, 2, 3), hash: 'a' },
  { seq: 1, endAt: 200, bytes: 0, sealed: sealedOf(), hash: 'b' },
  { seq: 2, endAt: 300, bytes: 9, sealed: sealedOf(10, 10, 123), hash: 'c' },
];
const LINE = { seq: 0, endAt: 1, bytes: 1, size: 2, hash: 'a' };

async function read(...parts: BlobPart[]): Promise<BackedChunk[]> {
  const found: BackedChunk[] = [];
  for await (const chunk of chunksIn(new Blob(parts))) found.push(chunk);
  return found;
}
const written = CHUNKS.flatMap(chunkParts);

test('what was written is read again, one after the other, to the last byte', async () => {
  expect(await read(...written)).toEqual(CHUNKS);
  expect(await read()).toEqual([]);
});

test('a line says how many bytes follow: as they lie there, not as they were recorded', () => {
  expect(chunkParts(CHUNKS[0] as BackedChunk)[0]).toBe('{"seq":0,"endAt":100,"bytes":2,"size":3,"hash":"a"}\n');
});

describe('what is not what was written is damaged, and no chunk is made of it', () => {
  const whole = new Blob(written);
  test('cut off at any byte but between two chunks', async () => {
    const ends = [0];
    for (const [line, { byteLength }] of CHUNKS.map(chunkParts))
      ends.push((ends.at(-1) ?? 0) + line.length + byteLength);
    expect(ends.at(-1)).toBe(whole.size);
    for (let at = 0; at < whole.size; at++) {
      const part = read(whole.slice(0, at));
      if (ends.includes(at)) expect(await part, `${at}`).toHaveLength(ends.indexOf(at));
      else await expect(part, `${at}`).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  test.each<[string, string]>([
    ['no JSON', 'chunk\n'],
    ['no object', '7\n'],
    ['a key too many', `${JSON.stringify({ ...LINE, extra: 1 })}\nab`],
    ['a key that is missing', `${JSON.stringify({ ...LINE, hash: undefined })}\nab`],
    ['a number below nothing', `${JSON.stringify({ ...LINE, size: -2 })}\nab`],
    ['half a number', `${JSON.stringify({ ...LINE, seq: 0.5 })}\nab`],
    ['a line without end', `${JSON.stringify({ ...LINE, hash: 'a'.repeat(400) })}\nab`],
    ['bytes that follow nothing', `${JSON.stringify(LINE)}\nabc`],
  ])('%s', async (_name, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('what was whole before it is read', async () => {
    const found: BackedChunk[] = [];
    const reading = async () => {
      for await (const chunk of chunksIn(new Blob([...written, 'x']))) found.push(chunk);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'damaged' });
    expect(found).toEqual(CHUNKS);
  });
});
