import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import { Failure } from '../model/failure.ts';
import { blackFrame, withBlack } from './webm-black.ts';
import { Mixdown } from './webm-mixdown.ts';
import { inOrder } from './webm-order.ts';
import { type Lane, type OpenSegment, openSegment, packetLane } from './webm-source.ts';

/** One epoch as it was recorded. mime: as recorded (format.ts of capture); recordedAtMs: ms UTC of its first sound. */
export interface SavedSegment {
  readonly epoch: string;
  readonly mime: string;
  /** Where it begins in its epoch, ms: after a cut an epoch is in several segments. Left out: at its beginning. */
  readonly from?: number;
  readonly recordedAtMs: number;
  /** Called more than once: each call starts at the first chunk again. */
  readonly chunks: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export interface SaveOptions {
  /** In the order of the meeting. */
  readonly segments: readonly SavedSegment[];
  /** apart: meeting left, microphone right, copied as recorded. mixed: both in the middle, encoded anew. */
  readonly sound: 'mixed' | 'apart';
  /** Stands in the file; left out: nothing does. */
  readonly title?: string;
  /** A FileSystemWritableFileStream does. Closed when the file is whole, otherwise left to the caller to abort. */
  readonly write: WritableStream<StreamTargetChunk>;
  /** Media ms written so far. */
  readonly progress: (ms: number) => void;
  readonly signal: AbortSignal;
}

/** Where an epoch lies in the file, ms; picture: what is seen there was recorded there. */
export interface TimelinePart {
  readonly epoch: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly recordedAtMs: number;
  readonly picture: boolean;
}

/**
 * Joins all segments into one WebM with duration and cues, streaming. Pictures are copied, never encoded again. The time between two
 * epochs is left out; the timeline says what belongs where. Stretches of sound only, in a file with a picture, are black.
 * Pictures in another codec than the first are left out the same way (one track has one codec).
 * Failure: nothing-recorded, cancelled, damaged or key-missing (from the chunks), unexpected.
 */
export async function saveWebm(options: SaveOptions): Promise<TimelinePart[]> {
  const { segments, sound, write, signal } = options;
  const like = await firstPicture(segments);
  const target = new StreamTarget(write, { chunked: true, chunkSize: 4 * 1024 * 1024 });
  const output = new Output({ format: new WebMOutputFormat(), target });
  const pictures = like && new PictureTrack(like, await blackFrame(like));
  const sounds = sound === 'mixed' ? new Mixdown() : new SoundCopy();
  if (pictures) output.addVideoTrack(pictures.source, { decoderConfig: pictures.like });
  output.addAudioTrack(sounds.source);
  if (options.title) output.setMetadataTags({ title: options.title });
  try {
    await output.start();
    const timeline: TimelinePart[] = [];
    let at = 0;
    for (const segment of segments) {
      const part = await addSegment(segment, at, pictures, sounds, options);
      if (!part) continue;
      timeline.push(part);
      at = part.toMs / 1000;
    }
    if (signal.aborted) throw new Failure('cancelled');
    if (timeline.length === 0) throw new Failure('nothing-recorded');
    await output.finalize();
    return timeline;
  } catch (error) {
    if (output.state !== 'finalized') await output.cancel();
    throw error instanceof Failure ? error : new Failure('unexpected', 'the file could not be made', { cause: error });
  }
}

class PictureTrack {
  readonly source: EncodedVideoPacketSource;
  constructor(
    readonly like: VideoDecoderConfig,
    readonly black: Uint8Array<ArrayBuffer> | null,
  ) {
    this.source = new EncodedVideoPacketSource(like.codec.startsWith('vp8') ? 'vp8' : 'vp9');
  }
  readonly write = (packet: EncodedPacket) => this.source.add(packet, { decoderConfig: this.like });
}

class SoundCopy {
  readonly source = new EncodedAudioPacketSource('opus');
  async *lane(track: NonNullable<OpenSegment['sound']>): Lane {
    const decoderConfig = await track.getDecoderConfig();
    yield* packetLane(track, (packet) => this.source.add(packet, decoderConfig ? { decoderConfig } : {}));
  }
}

/** The codec and size that the picture track gets, or null when no segment has a picture. */
async function firstPicture(segments: readonly SavedSegment[]): Promise<VideoDecoderConfig | null> {
  for (const segment of segments) {
    if (!segment.mime.startsWith('video/')) continue;
    const open = await openSegment(segment.chunks());
    try {
      const config = await open?.picture?.getDecoderConfig();
      if (config) return config;
    } finally {
      open?.close();
    }
  }
  return null;
}

async function addSegment(
  segment: SavedSegment,
  at: number,
  pictures: PictureTrack | null,
  sounds: Mixdown | SoundCopy,
  { progress, signal }: SaveOptions,
): Promise<TimelinePart | null> {
  const open = await openSegment(segment.chunks());
  if (!open) return null;
  try {
    const config = await open.picture?.getDecoderConfig();
    const picture = open.picture && config?.codec === pictures?.like.codec ? open.picture : null;
    const lanes: Lane[] = [];
    if (picture && pictures) lanes.push(packetLane(picture, pictures.write));
    if (open.sound) {
      const lane = sounds.lane(open.sound);
      lanes.push(!picture && pictures?.black ? withBlack(lane, pictures.black, pictures.write) : lane);
    }
    let from: number | null = null;
    let to = 0;
    for await (const piece of inOrder(lanes)) {
      if (signal.aborted) throw new Failure('cancelled');
      from ??= piece.at;
      await piece.write(at - from);
      to = Math.max(to, piece.end - from);
      progress(Math.round((at + to) * 1000));
    }
    if (open.failed()) throw open.failed();
    if (from === null) return null;
    const { epoch, recordedAtMs } = segment;
    const ms = (s: number) => Math.round(s * 1000);
    return { epoch, fromMs: ms(at), toMs: ms(at + to), recordedAtMs, picture: picture !== null };
  } catch (error) {
    throw open.failed() ?? error;
  } finally {
    open.close();
  }
}
