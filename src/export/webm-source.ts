import {
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  ReadableStreamSource,
  WEBM,
} from 'mediabunny';

/** Bytes of a segment that are held at a time: two tracks are read side by side, a cluster apart at most. */
const CACHE_BYTES = 16 * 1024 * 1024;

/** One thing to be written: seconds on the segment's own clock, and how. `shift` is added to reach the file's clock. */
export interface Piece {
  readonly at: number;
  readonly end: number;
  /** A decoder can begin with it. Said of packets that are copied. */
  readonly key?: boolean;
  readonly write: (shift: number) => Promise<void>;
}
export type Lane = AsyncGenerator<Piece, void, undefined>;

export interface OpenSegment {
  readonly picture: InputVideoTrack | null;
  readonly sound: InputAudioTrack | null;
  /** What made the bytes end early, if anything did; a demuxer hides it or wraps it. */
  failed(): unknown;
  close(): void;
}

/**
 * Reads a segment from its chunks, front to back. A segment may end anywhere (chunks are dropped at the tail): what is whole is read.
 * Null when nothing in it can be played, not even a header.
 */
export async function openSegment(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<OpenSegment | null> {
  let failure: unknown = null;
  const rows = chunks[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const row = await rows.next();
          if (row.done) controller.close();
          else controller.enqueue(row.value);
        } catch (error) {
          failure = error;
          controller.error(error);
        }
      },
      async cancel() {
        await rows.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  const handleUnhandledError = (error: unknown) => {
    failure ??= error;
  };
  const input = new Input({
    formats: [WEBM, MATROSKA],
    source: new ReadableStreamSource(stream, { maxCacheSize: CACHE_BYTES, handleUnhandledError }),
  });
  const close = () => input.dispose();
  try {
    const readable = await input.canRead();
    const picture = readable ? await input.getPrimaryVideoTrack() : null;
    const sound = readable ? await input.getPrimaryAudioTrack() : null;
    if (picture || sound) return { picture, sound, failed: () => failure, close };
  } catch (error) {
    close();
    throw failure ?? error;
  }
  close();
  if (failure) throw failure;
  return null;
}

/**
 * Seconds, to the microsecond. Sums of seconds differ in their last bits: of two packets at the same time, one after the other, the later
 * would seem to be earlier, and a muxer refuses that.
 */
export function wholeMicros(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

/** A track's packets as they are, in the order in which they are decoded. */
export async function* packetLane(
  track: InputVideoTrack | InputAudioTrack,
  write: (packet: EncodedPacket) => Promise<void>,
): Lane {
  for await (const packet of new EncodedPacketSink(track).packets()) {
    yield {
      at: packet.timestamp,
      end: packet.timestamp + packet.duration,
      key: packet.type === 'key',
      write: (shift) => write(packet.clone({ timestamp: wholeMicros(packet.timestamp + shift) })),
    };
  }
}
