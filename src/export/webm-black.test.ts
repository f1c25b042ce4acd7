import type { EncodedPacket } from 'mediabunny';
import { expect, test } from 'vitest';
import { blackFrame, withBlack } from './webm-black.ts';
import type { Lane } from './webm-source.ts';

async function* sound(times: readonly number[]): Lane {
  for (const at of times) yield { at, end: at + 0.02, write: async () => undefined };
}

test('beside sound there is a black picture at its beginning and two seconds after each, before the sound of that time', async () => {
  const written: EncodedPacket[] = [];
  const at: [number, number][] = [];
  const black = Uint8Array.of(9);
  for await (const piece of withBlack(sound([0.5, 1.5, 2.5, 3, 4.6]), black, async (one) => void written.push(one))) {
    await piece.write(10);
    at.push([piece.at, piece.end - piece.at]);
  }
  expect(at.map(([time]) => time)).toEqual([0.5, 0.5, 1.5, 2.5, 2.5, 3, 4.6, 4.6]);
  expect(at.filter(([, length]) => length === 0).map(([time]) => time)).toEqual([0.5, 2.5, 4.6]);
  expect(written.map(({ timestamp, duration, type, data }) => [timestamp, duration, type, data])).toEqual([
    [10.5, 0, 'key', black],
    [12.5, 0, 'key', black],
    [14.6, 0, 'key', black],
  ]);
});

test('where no sound is, no picture is either', async () => {
  const pieces: number[] = [];
  for await (const { at } of withBlack(sound([]), Uint8Array.of(9), async () => undefined)) pieces.push(at);
  expect(pieces).toEqual([]);
});

test('where nothing can encode a picture, there is none', async () => {
  expect(await blackFrame({ codec: 'vp8', codedWidth: 320, codedHeight: 180 })).toBeNull();
});

/** What an encoder is told, by one that keeps it. frame: the planes of a picture, as `I420` has them. */
async function encoded(like: VideoDecoderConfig, { supported = true, fails = false } = {}) {
  const told: unknown[] = [];
  const before = { VideoEncoder: globalThis.VideoEncoder, VideoFrame: globalThis.VideoFrame };
  class Encoder {
    static async isConfigSupported(config: unknown) {
      told.push(config);
      return { supported };
    }
    constructor(private readonly init: VideoEncoderInit) {}
    configure = (config: unknown) => void told.push(config);
    encode = (frame: unknown, options: unknown) => void told.push(frame, options);
    close = () => undefined;
    async flush() {
      if (fails) this.init.error(new DOMException('no', 'EncodingError'));
      else this.init.output({ byteLength: 3, copyTo: (to: Uint8Array) => to.fill(7) } as never);
    }
  }
  class Frame {
    constructor(
      readonly data: Uint8Array,
      readonly as: unknown,
    ) {}
    close = () => undefined;
  }
  Object.assign(globalThis, { VideoEncoder: Encoder, VideoFrame: Frame });
  try {
    return { bytes: await blackFrame(like), told };
  } finally {
    Object.assign(globalThis, before);
  }
}

test('the encoder is given one key picture of the size of the others, dark in each pixel and without a colour', async () => {
  const { bytes, told } = await encoded({ codec: 'vp8', codedWidth: 4, codedHeight: 2 });
  expect(bytes).toEqual(Uint8Array.of(7, 7, 7));
  const config = { codec: 'vp8', width: 4, height: 2, bitrate: 100_000 };
  const data = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 128, 128, 128, 128);
  const as = { format: 'I420', codedWidth: 4, codedHeight: 2, timestamp: 0 };
  expect(told).toEqual([config, config, expect.objectContaining({ data, as }), { keyFrame: true }]);
});

test('no size, no such encoder: no picture; an encoder that fails is told', async () => {
  expect((await encoded({ codec: 'vp8', codedHeight: 2 })).bytes).toBeNull();
  expect((await encoded({ codec: 'vp8', codedWidth: 4 })).bytes).toBeNull();
  const like = { codec: 'vp8', codedWidth: 4, codedHeight: 2 };
  const none = await encoded(like, { supported: false });
  expect(none.bytes).toBeNull();
  expect(none.told).toHaveLength(1);
  await expect(encoded(like, { fails: true })).rejects.toMatchObject({ name: 'EncodingError' });
});
