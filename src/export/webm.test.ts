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
import { Failure } from '../model/failure.ts';
import { type SavedSegment, type SaveOptions, saveWebm } from './webm.ts';
import { openSegment, packetLane } from './webm-source.ts';

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

const SILENT = 'audio/webm;codecs=opus';

/** A second from `start`, a sound every 20 ms, and with a codec a picture every 100; each packet holds `mark` and no more. */
async function second(mark: number, start: number, codec: 'vp8' | 'vp9' | null): Promise<SavedSegment> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target });
  const picture = new EncodedVideoPacketSource(codec ?? 'vp8');
  const sound = new EncodedAudioPacketSource('opus');
  if (codec) output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  const decoderConfig = { ...PICTURE, codec: codec === 'vp9' ? 'vp09.00.10.08' : 'vp8' };
  for (let at = start; at < start + 1000; at += 20) {
    const packet = (key: boolean, ms: number) =>
      new EncodedPacket(Uint8Array.of(mark), key ? 'key' : 'delta', at / 1000, ms / 1000);
    if (codec && at % 100 === 0) await picture.add(packet(at === start, 100), { decoderConfig });
    await sound.add(packet(true, 20), { decoderConfig: SOUND });
  }
  await output.finalize();
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  const mime = codec ? MIME : SILENT;
  return {
    epoch: `e${mark}`,
    mime,
    recordedAtMs: mark,
    async *chunks() {
      yield bytes;
    },
  };
}

async function saved(segments: readonly SavedSegment[], part: Partial<SaveOptions> = {}) {
  const parts: { data: Uint8Array; position: number }[] = [];
  const heard: number[] = [];
  const timeline = await saveWebm({
    segments,
    sound: 'apart',
    write: new WritableStream<StreamTargetChunk>({
      write: ({ data, position }) => void parts.push({ data: data.slice(), position }),
    }),
    progress: (ms) => heard.push(ms),
    signal: new AbortController().signal,
    ...part,
  });
  const file = new Uint8Array(Math.max(0, ...parts.map(({ data, position }) => position + data.length)));
  for (const { data, position } of parts) file.set(data, position);
  return { timeline, heard, file };
}

/** [mark, ms] of each packet of a track. */
async function packetsOf(file: Uint8Array<ArrayBuffer>, which: 'picture' | 'sound') {
  const open = await openSegment(
    (async function* () {
      yield file;
    })(),
  );
  const track = open?.[which];
  const found: (readonly [number | undefined, number])[] = [];
  if (!track) return found;
  const lane = packetLane(
    track,
    async ({ data, timestamp }) => void found.push([data[0], Math.round(timestamp * 1000)]),
  );
  for await (const piece of lane) await piece.write(0);
  return found;
}

const times = (mark: number, from: number, each: number) =>
  Array.from({ length: 1000 / each }, (_, i) => [mark, from + i * each] as const);

test('sound and picture of each stretch lie where its timeline says, and no picture of another codec', async () => {
  const segments = [await second(1, 0, null), await second(2, 3000, 'vp8'), await second(3, 0, 'vp9')];
  const { timeline, heard, file } = await saved(segments, { title: 'What we said' });
  // How long the last packet of a segment is stands nowhere in what a recorder writes: a stretch ends where it begins.
  expect(timeline).toEqual([
    { epoch: 'e1', fromMs: 0, toMs: 980, recordedAtMs: 1, picture: false },
    { epoch: 'e2', fromMs: 980, toMs: 1960, recordedAtMs: 2, picture: true },
    { epoch: 'e3', fromMs: 1960, toMs: 2940, recordedAtMs: 3, picture: false },
  ]);
  expect(await packetsOf(file, 'sound')).toEqual([...times(1, 0, 20), ...times(2, 980, 20), ...times(3, 1960, 20)]);
  expect(await packetsOf(file, 'picture')).toEqual(times(2, 980, 100));
  expect(heard.at(-1)).toBe(2940);
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  expect(new TextDecoder('latin1').decode(file)).toContain('What we said');
});

test('sound alone makes a file without a picture, and a vp9 picture stays one', async () => {
  const { file, timeline } = await saved([await second(1, 0, null)]);
  expect(await packetsOf(file, 'picture')).toEqual([]);
  expect(await packetsOf(file, 'sound')).toEqual(times(1, 0, 20));
  expect(timeline).toMatchObject([{ picture: false }]);
  const nine = await saved([await second(4, 0, 'vp9')]);
  expect(await packetsOf(nine.file, 'picture')).toEqual(times(4, 0, 100));
  expect(new TextDecoder('latin1').decode(nine.file)).toContain('V_VP9');
});

test('what cannot be read at all is passed over; nothing at all, a cancel and a damage are told', async () => {
  const one = await second(1, 0, 'vp8');
  const none: SavedSegment = { ...one, async *chunks() {} };
  expect((await saved([none, one])).timeline).toMatchObject([{ epoch: 'e1', fromMs: 0 }]);
  await expect(saved([none])).rejects.toMatchObject({ code: 'nothing-recorded' });
  await expect(saved([])).rejects.toMatchObject({ code: 'nothing-recorded' });
  for (const segments of [[one], []])
    await expect(saved(segments, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  const broken: SavedSegment = {
    ...one,
    async *chunks() {
      yield* one.chunks();
      throw new Failure('damaged', 'chunk 2');
    },
  };
  await expect(saved([broken])).rejects.toMatchObject({ code: 'damaged' });
  const write = new WritableStream<StreamTargetChunk>({
    write: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  await expect(saved([one], { write })).rejects.toMatchObject({ code: 'unexpected' });
});
