import { Failure } from '../model/failure.ts';
import { CLUSTER_HEAD, type Cluster, clustersIn, headerLength } from './webm-places.ts';

/** One recorded part, chunk by chunk in any order; each is checked before it is given. */
export interface PartFile {
  readonly mime: string;
  readonly chunks: number;
  chunk(seq: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Chunks that a header may take: it is written with the first sound or picture. */
const HEADER_CHUNKS = 5;

/** What stands before the first cluster: tracks and codecs. Failure('damaged') when there is none. */
export async function headerOf(file: PartFile): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array();
  for (let seq = 0; seq < Math.min(HEADER_CHUNKS, file.chunks); seq++) {
    bytes = joined(bytes, await file.chunk(seq));
    const length = headerLength(bytes);
    if (length !== null) return bytes.slice(0, length);
  }
  throw new Failure('damaged', 'no header');
}

interface Place extends Cluster {
  readonly seq: number;
}

/**
 * The newest cluster that begins at `ms` or before: with it, a decoder can begin (a recorder begins one with each whole picture). Chunks are
 * about alike in length, so it is looked for around where it should be; where a clock jumped, a little longer.
 */
async function clusterBefore(file: PartFile, ms: number, partMs: number): Promise<Place> {
  const guess = Math.floor((ms / Math.max(1, partMs)) * file.chunks);
  let seq = Math.min(Math.max(0, guess), file.chunks - 1);
  let found = await newestIn(file, seq, ms);
  while (!found && seq > 0) found = await newestIn(file, --seq, ms);
  found ??= await firstOf(file);
  // Further on there may be a newer one, until one is too late.
  for (let next = found.seq + 1; next < file.chunks; next++) {
    const { clusters } = await look(file, next);
    const newer = clusters.findLast((cluster) => cluster.ms <= ms);
    if (newer) found = { ...newer, seq: next };
    if (clusters.some((cluster) => cluster.ms > ms) || next > Math.max(guess, found.seq) + FURTHER) break;
  }
  return found;
}

/** Where a part begins, whatever its time: a recorder does not always begin at 0. */
async function firstOf(file: PartFile): Promise<Place> {
  for (let seq = 0; seq < Math.min(HEADER_CHUNKS, file.chunks); seq++) {
    const [first] = (await look(file, seq)).clusters;
    if (first) return { ...first, seq };
  }
  throw new Failure('damaged', 'no place to begin');
}

/** A cluster holds at most 32.767 s (its blocks count 16 bits of ms), and a chunk is about one second. */
const FURTHER = 34;

async function newestIn(file: PartFile, seq: number, ms: number): Promise<Place | null> {
  const cluster = (await look(file, seq)).clusters.findLast((one) => one.ms <= ms);
  return cluster ? { ...cluster, seq } : null;
}

/** Clusters that begin in a chunk; the head of the last one may go on in the next. */
async function look(file: PartFile, seq: number): Promise<{ readonly clusters: readonly Cluster[] }> {
  const bytes = await file.chunk(seq);
  let rest: Uint8Array = new Uint8Array();
  if (bytes.subarray(-CLUSTER_HEAD).includes(0x1f))
    for (let next = seq + 1; next < file.chunks && rest.length < CLUSTER_HEAD; next++)
      rest = joined(rest, (await file.chunk(next)).subarray(0, CLUSTER_HEAD));
  return { clusters: clustersIn(joined(bytes, rest), bytes.length) };
}

/** A part from the header on, then from the last place at or before `ms` at which a decoder can begin, up to its end. */
export async function* readFrom(
  file: PartFile,
  ms: number,
  partMs: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  yield await headerOf(file);
  const { seq: first, at } = await clusterBefore(file, ms, partMs);
  for (let seq = first; seq < file.chunks; seq++) {
    const bytes = await file.chunk(seq);
    yield seq === first ? bytes.slice(at) : bytes;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
