import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  NullTarget,
  Output,
  WebMOutputFormat,
} from 'mediabunny';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** bits a second */
  readonly bits: number;
}

const RATE = 48_000;
const SOUND_BITS = 96_000;
/** Seconds that are truly encoded; what comes after repeats them with later times. */
const REEL_S = 4;

interface Reel<Config> {
  readonly packets: readonly EncodedPacket[];
  readonly config: Config;
}

/** A recording of so many seconds as WebM in chunks of about a second, as the recorder makes them; never as a whole in memory. */
export async function* recordingOf(picture: Picture, seconds: number): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const [pictures, sounds] = [await pictureReel(picture), await soundReel()];
  let waiting: Uint8Array[] = [];
  const target = new NullTarget();
  const output = new Output({
    format: new WebMOutputFormat({
      appendOnly: true,
      minimumClusterDuration: 0.9,
      onSegmentHeader: (data) => void waiting.push(data.slice()),
      onEbmlHeader: (data) => void waiting.push(data.slice()),
      onCluster: (data) => void waiting.push(data.slice()),
    }),
    target,
  });
  const video = new EncodedVideoPacketSource('vp8');
  const audio = new EncodedAudioPacketSource('opus');
  output.addVideoTrack(video);
  output.addAudioTrack(audio);
  await output.start();
  for (let second = 0; second < seconds; second++) {
    const from = second % REEL_S;
    const within = ({ timestamp }: EncodedPacket) => timestamp >= from && timestamp < from + 1;
    const shifted = (packet: EncodedPacket) => packet.clone({ timestamp: packet.timestamp + second - from });
    for (const packet of pictures.packets.filter(within))
      await video.add(shifted(packet), { decoderConfig: pictures.config });
    for (const packet of sounds.packets.filter(within))
      await audio.add(shifted(packet), { decoderConfig: sounds.config });
    if (waiting.length > 0) yield joined(waiting);
    waiting = [];
  }
  await output.finalize();
  if (waiting.length > 0) yield joined(waiting);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Moving bars with a little noise, a key frame a second. */
async function pictureReel({ width, height, frameRate, bits }: Picture): Promise<Reel<VideoDecoderConfig>> {
  const packets: EncodedPacket[] = [];
  let config: VideoDecoderConfig = { codec: 'vp8', codedWidth: width, codedHeight: height };
  const encoder = new VideoEncoder({
    output(chunk, metadata) {
      if (metadata?.decoderConfig) config = metadata.decoderConfig;
      packets.push(EncodedPacket.fromEncodedChunk(chunk));
    },
    error(error) {
      throw error;
    },
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: bits, framerate: frameRate });
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  for (let n = 0; n < REEL_S * frameRate; n++) {
    for (let i = 0; i < 400; i++) {
      pen.fillStyle = `hsl(${(n * 11 + i * 37) % 360} 70% ${30 + ((i * 7 + n) % 40)}%)`;
      pen.fillRect((i * 97 + n * 13) % width, (i * 53 + n * 7) % height, 60, 40);
    }
    const frame = new VideoFrame(canvas, { timestamp: (n * 1e6) / frameRate, duration: 1e6 / frameRate });
    encoder.encode(frame, { keyFrame: n % frameRate === 0 });
    frame.close();
  }
  await encoder.flush();
  encoder.close();
  return { packets, config };
}

/** Two voices of tones, one a side. */
async function soundReel(): Promise<Reel<AudioDecoderConfig>> {
  const packets: EncodedPacket[] = [];
  let config: AudioDecoderConfig = { codec: 'opus', sampleRate: RATE, numberOfChannels: 2 };
  const encoder = new AudioEncoder({
    output(chunk, metadata) {
      if (metadata?.decoderConfig) config = metadata.decoderConfig;
      packets.push(EncodedPacket.fromEncodedChunk(chunk));
    },
    error(error) {
      throw error;
    },
  });
  encoder.configure({ codec: 'opus', sampleRate: RATE, numberOfChannels: 2, bitrate: SOUND_BITS });
  const frames = RATE / 10;
  for (let part = 0; part < REEL_S * 10; part++) {
    const data = Float32Array.from({ length: 2 * frames }, (_, i) => {
      const t = (part * frames + (i % frames)) / RATE;
      return Math.sin(2 * Math.PI * (i < frames ? 220 : 330) * t) * (0.2 + 0.2 * Math.sin(7 * t));
    });
    const how = { format: 'f32-planar', numberOfFrames: frames, numberOfChannels: 2, sampleRate: RATE } as const;
    const sample = new AudioData({ ...how, timestamp: part * 100_000, data });
    encoder.encode(sample);
    sample.close();
  }
  await encoder.flush();
  encoder.close();
  return { packets, config };
}
