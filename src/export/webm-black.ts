import { EncodedPacket } from 'mediabunny';
import { type Lane, wholeMicros } from './webm-source.ts';

/** Seconds between two black pictures. */
const EVERY_S = 2;

/** One black key frame in the picture's own codec and size, or null where there is no encoder for it. */
export async function blackFrame(like: VideoDecoderConfig): Promise<Uint8Array<ArrayBuffer> | null> {
  const { codec, codedWidth: width, codedHeight: height } = like;
  if (typeof VideoEncoder === 'undefined' || !width || !height) return null;
  const config: VideoEncoderConfig = { codec, width, height, bitrate: 100_000 };
  if (!(await VideoEncoder.isConfigSupported(config)).supported) return null;
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  let failed: unknown = null;
  const encoder = new VideoEncoder({
    output(chunk) {
      bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
    },
    error(error) {
      failed = error;
    },
  });
  encoder.configure(config);
  const data = new Uint8Array((width * height * 3) / 2).fill(128, width * height);
  const frame = new VideoFrame(data, { format: 'I420', codedWidth: width, codedHeight: height, timestamp: 0 });
  encoder.encode(frame, { keyFrame: true });
  frame.close();
  await encoder.flush();
  encoder.close();
  if (failed) throw failed;
  return bytes;
}

/**
 * Beside sound without a picture, in a file that has one: black, because the last picture of another stretch would seem to have been
 * recorded here. It also keeps memory flat, since a muxer holds sound back until it has a picture of the same time.
 */
export async function* withBlack(sound: Lane, black: Uint8Array, write: (p: EncodedPacket) => Promise<void>): Lane {
  let next: number | null = null;
  for await (const piece of sound) {
    if (next === null || piece.at >= next) {
      const at = piece.at;
      next = at + EVERY_S;
      yield { at, end: at, write: (shift) => write(new EncodedPacket(black, 'key', wholeMicros(at + shift), 0)) };
    }
    yield piece;
  }
}
