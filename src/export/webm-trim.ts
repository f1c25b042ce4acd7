import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  type InputAudioTrack,
  type InputVideoTrack,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import { Failure } from '../model/failure.ts';
import { inOrder } from './webm-order.ts';
import { type Lane, openSegment, packetLane } from './webm-source.ts';

type Chunks = () => AsyncIterable<Uint8Array<ArrayBuffer>>;

/** Bytes that are given at a time: half a second to ten of what a recorder makes. */
const GIVEN_BYTES = 128 * 1024;

export interface TrimOptions {
  /** From the front, or from any place before `fromMs` at which a decoder can begin. */
  readonly chunks: Chunks;
  /** What of it stays, ms of its own clock. With a picture: from the first whole picture at or after `fromMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Told as it comes; ms: from the beginning of what stays to the end of these bytes. */
  readonly give: (bytes: Uint8Array<ArrayBuffer>, ms: number) => Promise<void>;
  readonly progress: (ms: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Copies what lies between two moments into a WebM of its own, packet by packet: nothing is encoded anew, and no packet that reaches out of
 * these moments is in it. Gives its length, ms; 0 when nothing lies there, and then nothing was given. Failure('cancelled' | 'damaged' | …).
 */
export async function trimWebm({ chunks, fromMs, toMs, give, progress, signal }: TrimOptions): Promise<number> {
  const open = await openSegment(chunks());
  if (!open) return 0;
  const out = new Gathered(give);
  try {
    const output = new Output({
      format: new WebMOutputFormat({ appendOnly: true }),
      target: new StreamTarget(new WritableStream<StreamTargetChunk>({ write: ({ data }) => out.take(data) })),
    });
    const lanes: Lane[] = [];
    if (open.picture) lanes.push(await pictureLane(open.picture, output));
    if (open.sound) lanes.push(await soundLane(open.sound, output));
    await output.start();
    // Sound begins where the picture can: so that both are one recording, and nothing of what was cut is heard under it.
    let start: number | null = open.picture ? null : fromMs / 1000;
    let first: number | null = null;
    let end = 0;
    for await (const piece of inOrder(lanes)) {
      if (signal.aborted) throw new Failure('cancelled');
      const [begins, ends] = [exactMs(piece.at), exactMs(piece.end)];
      progress(begins);
      if (begins >= toMs) break;
      if (begins < fromMs || ends > toMs) continue;
      start ??= piece.key ? piece.at : null;
      if (start === null || piece.at < start) continue;
      first ??= start;
      await piece.write(-first);
      end = Math.max(end, piece.end - first);
      out.ms = Math.round(end * 1000);
    }
    if (open.failed()) throw open.failed();
    if (first === null) {
      await output.cancel();
      return 0;
    }
    await output.finalize();
    await out.flush();
    return out.ms;
  } catch (error) {
    const cause = open.failed() ?? out.failure ?? error;
    throw cause instanceof Failure ? cause : new Failure('unexpected', 'what is left could not be written', { cause });
  } finally {
    open.close();
  }
}

/** Seconds as ms, without the last bit by which sums of such numbers are off. */
function exactMs(seconds: number): number {
  return Math.round(seconds * 1e6) / 1000;
}

async function pictureLane(track: InputVideoTrack, output: Output): Promise<Lane> {
  const decoderConfig = await track.getDecoderConfig();
  const source = new EncodedVideoPacketSource(decoderConfig?.codec.startsWith('vp8') ? 'vp8' : 'vp9');
  output.addVideoTrack(source);
  return packetLane(track, (packet) => source.add(packet, decoderConfig ? { decoderConfig } : {}));
}

async function soundLane(track: InputAudioTrack, output: Output): Promise<Lane> {
  const decoderConfig = await track.getDecoderConfig();
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  const lane = packetLane(track, (packet) => source.add(packet, decoderConfig ? { decoderConfig } : {}));
  return withoutKeys(lane);
}

/** Sound can begin anywhere; it is the picture that says where a recording can. */
async function* withoutKeys(lane: Lane): Lane {
  for await (const { at, end, write } of lane) yield { at, end, write };
}

/** Bytes until there are enough of them to be one chunk. ms: how far what was written so far reaches. */
class Gathered {
  ms = 0;
  /** What kept bytes from being given on, if anything did; a muxer hides it or wraps it. */
  failure: unknown = null;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(private readonly give: TrimOptions['give']) {}

  async take(bytes: Uint8Array): Promise<void> {
    this.#parts.push(bytes.slice());
    this.#length += bytes.length;
    if (this.#length >= GIVEN_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#length === 0) return;
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    this.#length = 0;
    try {
      await this.give(bytes, this.ms);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

/** The first moment at or after `ms` at which what is left can go on, ms; null when there is none. */
export async function firstPlaceAfter(chunks: Chunks, ms: number, signal: AbortSignal): Promise<number | null> {
  const open = await openSegment(chunks());
  if (!open) return null;
  try {
    if (!open.picture) return ms;
    for await (const packet of new EncodedPacketSink(open.picture).packets()) {
      if (signal.aborted) throw new Failure('cancelled');
      const at = exactMs(packet.timestamp);
      if (packet.type === 'key' && at >= ms) return Math.round(at);
    }
    if (open.failed()) throw open.failed();
    return null;
  } catch (error) {
    throw open.failed() ?? error;
  } finally {
    open.close();
  }
}
