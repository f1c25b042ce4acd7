import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { Failure } from '../model/failure.ts';
import { openSegment, packetLane } from './webm-source.ts';
import { firstPlaceAfter, trimWebm } from './webm-trim.ts';

const SOUND = { codec: 'opus', sampleRate: 48_000, numberOfChannels: 2 } as const;
const PICTURE = { codec: 'vp8', codedWidth: 320, codedHeight: 180 } as const;
const TEN = 10_000;
const going = new AbortController().signal;

/** Ten seconds: a sound each 20 ms, and a picture each 100 ms, a whole one each 2 s. Each packet holds its own number, a byte of which track it is, and no more. */
async function recorded(picture: boolean, size = 3): Promise<() => AsyncGenerator<Uint8Array<ArrayBuffer>>> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target });
  const pictures = new EncodedVideoPacketSource('vp8');
  const sounds = new EncodedAudioPacketSource('opus');
  if (picture) output.addVideoTrack(pictures);
  output.addAudioTrack(sounds);
  await output.start();
  for (let at = 0; at < TEN; at += 20) {
    const bytes = (track: number) => new Uint8Array([track, at >> 8, at & 255, ...Array(size - 3).fill(0)]);
    if (picture && at % 100 === 0)
      await pictures.add(new EncodedPacket(bytes(1), at % 2000 === 0 ? 'key' : 'delta', at / 1000, 0.1), {
        decoderConfig: PICTURE,
      });
    await sounds.add(new EncodedPacket(bytes(2), 'key', at / 1000, 0.02), { decoderConfig: SOUND });
  }
  await output.finalize();
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  return async function* chunks() {
    for (let at = 0; at < bytes.length; at += 999) yield bytes.slice(at, at + 999);
  };
}

async function trimmed(chunks: () => AsyncIterable<Uint8Array<ArrayBuffer>>, fromMs: number, toMs: number) {
  const given: Uint8Array<ArrayBuffer>[] = [];
  const ends: number[] = [];
  const ms = await trimWebm({
    chunks,
    fromMs,
    toMs,
    give: async (bytes, end) => {
      given.push(bytes);
      ends.push(end);
    },
    progress: () => undefined,
    signal: going,
  });
  return { ms, given, ends };
}

/** What is in it: when a packet was recorded, and when it is played. */
async function packetsOf(given: readonly Uint8Array<ArrayBuffer>[]) {
  const found: { track: number; was: number; at: number; key: boolean }[] = [];
  const open = await openSegment(
    (async function* () {
      yield* given;
    })(),
  );
  if (!open) return found;
  for (const track of [open.picture, open.sound]) {
    if (!track) continue;
    const lane = packetLane(track, async (packet) => {
      const [of = 0, high = 0, low = 0] = packet.data;
      const key = packet.type === 'key';
      found.push({ track: of, was: (high << 8) | low, at: Math.round(packet.timestamp * 1000), key });
    });
    for await (const piece of lane) await piece.write(0);
  }
  return found;
}

describe('sound alone', () => {
  test.each([
    [0, TEN, 0, TEN - 20],
    [0, 3000, 0, 2980],
    [0, 3010, 0, 2980],
    [7000, TEN, 7000, TEN - 20],
    [7010, TEN, 7020, TEN - 20],
    [4000, 4500, 4000, 4480],
  ])('%i to %i ms keeps the packets from %i to %i, and none that reaches out', async (from, to, first, last) => {
    const { given, ms } = await trimmed(await recorded(false), from, to);
    const packets = await packetsOf(given);
    expect(packets[0]).toMatchObject({ was: first });
    expect(packets.at(-1)).toMatchObject({ was: last });
    expect(packets).toHaveLength((last - first) / 20 + 1);
    expect(ms).toBeLessThanOrEqual(to - from);
    expect(ms).toBeGreaterThan(to - from - 41);
  });
});

describe('with a picture', () => {
  test('up to a moment, all of both tracks', async () => {
    const { given } = await trimmed(await recorded(true), 0, 3000);
    const packets = await packetsOf(given);
    for (const { was, at } of packets) expect(at).toBe(was);
    expect(Math.max(...packets.map(({ was }) => was))).toBe(2980);
    expect(packets.filter(({ track }) => track === 1)).toHaveLength(30);
  });

  test('from a moment on it begins with a whole picture, and the sound with it', async () => {
    const { given, ms } = await trimmed(await recorded(true), 3000, Number.POSITIVE_INFINITY);
    const packets = await packetsOf(given);
    expect(Math.min(...packets.map(({ was }) => was))).toBe(4000);
    for (const { was, at } of packets) expect(at).toBe(was - 4000);
    expect(packets.find(({ track }) => track === 1)).toMatchObject({ was: 4000, key: true });
    expect(ms).toBeGreaterThan(5900);
  });

  test('where it can go on is known before', async () => {
    const chunks = await recorded(true);
    for (const [ms, place] of [
      [0, 0],
      [1, 2000],
      [2000, 2000],
      [7999, 8000],
      [8001, null],
    ] as const)
      expect(await firstPlaceAfter(chunks, ms, going)).toBe(place);
    expect(await firstPlaceAfter(await recorded(false), 1234, going)).toBe(1234);
  });
});

test('where nothing lies, nothing is given', async () => {
  const none = { ms: 0, given: [], ends: [] };
  for (const picture of [true, false]) {
    expect(await trimmed(await recorded(picture), TEN + 1, Number.POSITIVE_INFINITY)).toEqual(none);
    expect(await trimmed(await recorded(picture), 0, 0)).toEqual(none);
  }
  expect(await trimmed(await recorded(true), 8001, TEN)).toEqual(none);
});

test('cancelled, or with a damaged chunk, it says so', async () => {
  const chunks = await recorded(true);
  const options = { fromMs: 0, toMs: TEN, give: async () => undefined, progress: () => undefined };
  await expect(trimWebm({ ...options, chunks, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  async function* broken() {
    for await (const bytes of chunks()) yield bytes;
    throw new Failure('damaged', 'chunk 9');
  }
  await expect(trimWebm({ ...options, chunks: broken, signal: going, toMs: TEN * 9 })).rejects.toMatchObject({
    code: 'damaged',
  });
});

test('what cannot be read at all leaves nothing, and a search for a place tells a cancel and a damage too', async () => {
  async function* none() {}
  expect(await trimmed(none, 0, TEN)).toEqual({ ms: 0, given: [], ends: [] });
  expect(await firstPlaceAfter(none, 0, going)).toBeNull();
  const chunks = await recorded(true);
  await expect(firstPlaceAfter(chunks, 1, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  async function* broken() {
    yield* chunks();
    throw new Failure('damaged', 'chunk 9');
  }
  await expect(firstPlaceAfter(broken, TEN, going)).rejects.toMatchObject({ code: 'damaged' });
  async function* gone(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    yield* [];
    throw new Failure('key-missing');
  }
  await expect(firstPlaceAfter(gone, 0, going)).rejects.toMatchObject({ code: 'key-missing' });
  await expect(trimmed(gone, 0, TEN)).rejects.toMatchObject({ code: 'key-missing' });
});

test('what nobody foresaw is told with its cause', async () => {
  const cause = new Error('no');
  const give = () => Promise.reject(cause);
  await expect(
    trimWebm({ chunks: await recorded(true), fromMs: 0, toMs: TEN, give, progress: () => undefined, signal: going }),
  ).rejects.toMatchObject({ code: 'unexpected', cause });
});

test('nothing is read behind the moment at which it ends', async () => {
  const at: number[] = [];
  const chunks = await recorded(false);
  const options = { chunks, fromMs: 0, give: async () => undefined, signal: going };
  await trimWebm({ ...options, toMs: 1000, progress: (ms) => at.push(ms) });
  expect(at.at(-1)).toBe(1000);
});

test('a full disk at any chunk is told as it is', async () => {
  const chunks = await recorded(true, 700);
  for (const nth of [0, 1, 2]) {
    let given = 0;
    const give = async () => {
      if (given++ === nth) throw new Failure('disk-full');
    };
    await expect(
      trimWebm({ chunks, fromMs: 0, toMs: TEN, give, progress: () => undefined, signal: going }),
    ).rejects.toMatchObject({ code: 'disk-full' });
  }
});
