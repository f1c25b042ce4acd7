import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import { expect, test } from 'vitest';
import { type SavedSegment, saveWebm } from './webm.ts';

const MIME = 'video/webm;codecs=vp8,opus';
const SOUND = { codec: 'opus', sampleRate: 48_000, numberOfChannels: 2 } as const;
const PICTURE = { codec: 'vp8', codedWidth: 320, codedHeight: 180 } as const;

/** A segment as a recorder makes it: ms of its pictures, and a sound every 20 ms up to the last of them. What is in a packet is never decoded. */
async function segmentOf(epoch: string, pictures: readonly number[]): Promise<SavedSegment> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const picture = new EncodedVideoPacketSource('vp8');
  const sound = new EncodedAudioPacketSource('opus');
  output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  for (const [i, at] of pictures.entries())
    await picture.add(new EncodedPacket(new Uint8Array([i]), i === 0 ? 'key' : 'delta', at / 1000, 0), {
      decoderConfig: PICTURE,
    });
  for (let at = 0; at <= (pictures.at(-1) ?? 0); at += 20)
    await sound.add(new EncodedPacket(new Uint8Array([7]), 'key', at / 1000, 0.02), { decoderConfig: SOUND });
  await output.finalize();
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  async function* chunks() {
    yield bytes;
  }
  return { epoch, mime: MIME, recordedAtMs: 0, chunks };
}

test('many short segments are joined end to end, whatever their times add up to', async () => {
  const segments: SavedSegment[] = [];
  // Odd lengths: summed up as seconds, many of these times are a last bit off.
  for (let n = 0; n < 60; n++) segments.push(await segmentOf(`e${n}`, [0, 33 + n, 71 + 3 * n, 100 + 7 * n]));
  const parts: StreamTargetChunk[] = [];
  const write = new WritableStream<StreamTargetChunk>({ write: (part) => void parts.push(part) });
  const timeline = await saveWebm({
    segments,
    sound: 'apart',
    write,
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  expect(timeline).toHaveLength(60);
  for (const [i, part] of timeline.entries()) expect(part.fromMs).toBe(timeline[i - 1]?.toMs ?? 0);
  expect(parts.length).toBeGreaterThan(0);
});
