import * as v from 'valibot';
import type { ChunkRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';

/**
 * Sealed chunks of one epoch, one behind the other: a line of JSON that says how many bytes follow, and those bytes. A file holds about
 * PART_BYTES, so that a backup which is broken off goes on where it was and not at the beginning of an hour.
 */
export const PART_BYTES = 16 << 20;
const LINE_MAX = 400;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const lineSchema = v.strictObject({ seq: count, endAt: count, bytes: count, size: count, hash: v.string() });

/** A chunk as it lies in the file: all of its row but which log and epoch it is of, which the folder says. */
export type BackedChunk = Omit<ChunkRow, 'log' | 'epoch'>;

export function chunkParts({ seq, endAt, bytes, sealed, hash }: BackedChunk): [string, ArrayBuffer] {
  return [`${JSON.stringify({ seq, endAt, bytes, size: sealed.byteLength, hash })}\n`, sealed];
}

/** One after the other, so that a file never lies in memory as a whole. Failure('damaged') where it is not what was written. */
export async function* chunksIn(file: Blob): AsyncGenerator<BackedChunk, void, undefined> {
  for (let at = 0; at < file.size; ) {
    const head = new Uint8Array(await file.slice(at, at + LINE_MAX).arrayBuffer());
    const end = head.indexOf(10);
    const line = end === -1 ? null : readLine(new TextDecoder().decode(head.subarray(0, end)));
    if (!line) throw new Failure('damaged', `no chunk at ${at}`);
    const from = at + end + 1;
    const sealed = await file.slice(from, from + line.size).arrayBuffer();
    if (sealed.byteLength !== line.size) throw new Failure('damaged', `chunk ${line.seq} is cut off`);
    const { size: _size, ...chunk } = line;
    yield { ...chunk, sealed };
    at = from + line.size;
  }
}

function readLine(text: string): v.InferOutput<typeof lineSchema> | null {
  try {
    const parsed = v.safeParse(lineSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
