import { expect, test } from 'vitest';
import { clustersIn, headerLength } from './webm-places.ts';

const bytes = (...parts: (readonly number[])[]) => new Uint8Array(parts.flat());
/** As Chromium's recorder writes it: EBML header, segment of unknown size, Info and Tracks, clusters of unknown size. */
const EBML = [0x1a, 0x45, 0xdf, 0xa3, 0x83, 1, 2, 3];
const SEGMENT = [0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
/** Holds the bytes of a cluster's id, which stand for nothing there. */
const TRACKS = [0x16, 0x54, 0xae, 0x6b, 0x86, 0x1f, 0x43, 0xb6, 0x75, 9, 9];
const cluster = (...time: number[]) => [
  ...[0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  ...[0xe7, 0x80 | time.length, ...time],
];
const BLOCK = [0xa3, 0x85, 0x81, 0, 0, 0x80, 7];

test('a header ends where the first cluster begins, and a part of one has no end', () => {
  const header = bytes(EBML, SEGMENT, TRACKS);
  expect(headerLength(bytes(EBML, SEGMENT, TRACKS, cluster(0)))).toBe(header.length);
  for (let length = 0; length <= header.length + 3; length++)
    expect(headerLength(bytes(EBML, SEGMENT, TRACKS, cluster(0)).subarray(0, length)), `${length} bytes`).toBeNull();
});

test('what is no WebM has no header', () => {
  expect(headerLength(new Uint8Array(100))).toBeNull();
  expect(headerLength(bytes([0xff, 0xff, 0xff, 0xff, 0xff]))).toBeNull();
});

test('each cluster is found with its time', () => {
  const media = bytes(BLOCK, cluster(0), BLOCK, cluster(0x0f, 0xa0), BLOCK, cluster(0x36, 0xee, 0x80));
  expect(clustersIn(media)).toEqual([
    { at: 7, ms: 0 },
    { at: 7 + 15 + 7, ms: 4000 },
    { at: 7 + 15 + 7 + 16 + 7, ms: 3_600_000 },
  ]);
});

test('one of known size is one too; four bytes alone are none', () => {
  expect(clustersIn(bytes([0x1f, 0x43, 0xb6, 0x75, 0x90, 0xe7, 0x81, 5]))).toEqual([{ at: 0, ms: 5 }]);
  expect(clustersIn(bytes([0x1f, 0x43, 0xb6, 0x75], BLOCK))).toEqual([]);
  expect(clustersIn(bytes([0x1f, 0x43, 0xb6, 0x75, 0x90, 0xe7]))).toEqual([]);
});

test('one that begins in these bytes is found though its time lies behind them; one behind them is not', () => {
  const media = bytes(BLOCK, cluster(0, 9));
  for (let length = 0; length <= media.length; length++)
    expect(clustersIn(media, length)).toEqual(length > 7 ? [{ at: 7, ms: 9 }] : []);
});
