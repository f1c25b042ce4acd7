import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../model/failure.ts';
import { FakeFeed, FakePorts, FakeRecorder } from './fake-recorder.ts';
import { startSegment } from './recorder.ts';
import type { RecorderLike, Segment } from './segment.ts';

let feed: FakeFeed;
let ports: FakePorts;
let recorder: FakeRecorder;
let segment: Segment;

function start(prepare: (feed: FakeFeed) => void = () => undefined): void {
  feed = new FakeFeed();
  prepare(feed);
  ports = new FakePorts();
  recorder = new FakeRecorder();
  const make = () => recorder as unknown as RecorderLike;
  segment = startSegment({ feed, media: 'sound+picture', leaseMs: 3000, ports, make });
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Seconds of recording, a chunk at the end of each. */
async function record(...chunks: string[]): Promise<void> {
  for (const chunk of chunks) {
    await pass(1000);
    recorder.give(chunk);
    await pass(1);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  start();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What must be true of every segment that is over. */
function expectSealed(cause: string): void {
  expect(segment.state).toBe('sealed');
  expect(ports.seals).toHaveLength(1);
  expect(ports.seals[0]?.cause).toBe(cause);
  expect(feed.closes).toBe(1);
  expect([...feed.meeting, ...feed.microphone].map((track) => track.listeners)).toEqual([0, 0, 0]);
  expect(vi.getTimerCount()).toBe(0);
}

test('chunks are stored in order, each is reported, and the answer renews the permit', async () => {
  await record('a', 'b', 'c', 'd', 'e');
  expect(segment.state).toBe('recording');
  expect(ports.stored).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(ports.reports.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
  expect(ports.reports[1]).toMatchObject({ bytes: 1, endAt: Date.now() - 3004 });
  expect(feed.microphoneOn).toBe(true);
  expect(ports.startedTimes).toBe(1);
});

describe('an order', () => {
  test('stops the recorder before it returns', async () => {
    await record('a');
    segment.revoke({ drain: true, cutAfter: null });
    expect(recorder.stops).toBe(1);
    expect(feed.closes).toBe(1);
    expect(segment.state).toBe('sealing');
    await pass(100);
    expect(ports.stored).toEqual(['a', 'last']);
    expectSealed('ordered');
  });

  test('that comes because the log cannot be written is not told as an order', async () => {
    await record('a');
    segment.revoke({ drain: false, cutAfter: null, cause: 'disk-full' });
    await pass(100);
    expectSealed('disk-full');
  });

  test('without draining throws the last chunk away', async () => {
    await record('a');
    segment.revoke({ drain: false, cutAfter: 123 });
    await pass(100);
    expect(ports.stored).toEqual(['a']);
    expect(ports.seals[0]).toMatchObject({ cutAfter: 123, made: 2 });
    expectSealed('ordered');
  });

  test('that comes second can only take away', async () => {
    await record('a');
    segment.revoke({ drain: true, cutAfter: 200 });
    segment.revoke({ drain: false, cutAfter: 300 });
    segment.revoke({ drain: true, cutAfter: null });
    await pass(100);
    expect(ports.stored).toEqual(['a']);
    expect(ports.seals[0]?.cutAfter).toBe(200);
    expectSealed('ordered');
  });

  test('before the first data seals an empty segment', async () => {
    recorder.last = '';
    segment.revoke({ drain: true, cutAfter: null });
    await pass(100);
    expect(ports.seals[0]).toMatchObject({ made: 0, ledger: [] });
    expect(ports.startedTimes).toBe(0);
    expectSealed('ordered');
  });

  test('ends it even if the recorder never says that it has stopped', async () => {
    recorder.stop = () => undefined;
    segment.revoke({ drain: true, cutAfter: null });
    await pass(2100);
    expectSealed('ordered');
  });
});

describe('the permit', () => {
  test('lapses when no answer comes, and what ended later is not stored', async () => {
    ports.answer = () => new Promise(() => undefined);
    const from = Date.now();
    await record('a', 'b', 'c', 'd');
    await pass(100);
    expect(ports.stored).toEqual(['a', 'b']);
    expect(ports.seals[0]?.cutAfter).toBe(from + 3000);
    expectSealed('lease-lapsed');
  });

  test('counts from when the report was sent, not from when the answer came', async () => {
    ports.answer = () =>
      new Promise((resolve) => setTimeout(resolve, 900, { ok: true, leaseMs: 1000, microphone: true }));
    await record('a', 'b', 'c', 'd', 'e');
    await pass(100);
    expect(ports.stored).toEqual(['a', 'b']);
    expectSealed('lease-lapsed');
  });

  test('an answer that comes too late renews nothing', async () => {
    ports.answer = () =>
      new Promise((resolve) => setTimeout(resolve, 5000, { ok: true, leaseMs: 3000, microphone: true }));
    await record('a', 'b', 'c', 'd', 'e', 'f', 'g');
    expectSealed('lease-lapsed');
  });

  test('refused: nothing more is kept', async () => {
    await record('a');
    ports.answer = () => Promise.resolve({ ok: false });
    await record('b');
    await pass(100);
    expect(ports.stored).toEqual(['a', 'b']);
    expectSealed('ordered');
  });

  test('a report that got lost is sent again at once', async () => {
    let lost = 0;
    ports.answer = () =>
      lost++ < 3
        ? Promise.reject(new Error('no receiver'))
        : Promise.resolve({ ok: true, leaseMs: 3000, microphone: false });
    await record('a', 'b');
    expect(ports.reports.map(({ seq }) => seq)).toEqual([0, null, null, null, 1]);
    await record('c', 'd');
    expect(segment.state).toBe('recording');
    expect(feed.microphoneOn).toBe(false);
  });

  test('is asked for without a chunk too, while a still picture gives none', async () => {
    await record('a');
    await pass(4500);
    expect(ports.reports.filter(({ seq }) => seq === null).length).toBeGreaterThanOrEqual(3);
    expect(segment.state).toBe('recording');
  });
});

describe('it ends by itself', () => {
  test.each([
    ['tab-stream-ended', () => feed.meeting[1]?.end()],
    ['microphone-lost', () => feed.microphone[0]?.end()],
    ['recorder-failed', () => recorder.dispatchEvent(new Event('error'))],
    ['recorder-failed', () => recorder.dispatchEvent(new Event('stop'))],
  ])('%s, and keeps what it has', async (cause, happen) => {
    await record('a');
    happen();
    await pass(100);
    expect(ports.stored[0]).toBe('a');
    expectSealed(cause);
  });

  test('no-bytes after 5 s, however many permits come', async () => {
    await record('a');
    await pass(5400);
    expectSealed('no-bytes');
  });

  test.each([
    ['disk-full', new Failure('disk-full')],
    ['storage-failed', new Failure('storage-failed')],
    ['storage-failed', new Error('anything')],
  ])('%s, with no hole', async (cause, error) => {
    await record('a');
    ports.store = () => {
      ports.store = () => 'kept';
      throw error;
    };
    recorder.give('b');
    recorder.give('c');
    await pass(100);
    expect(ports.stored).toEqual(['a']);
    expect(ports.seals[0]?.made).toBe(4);
    expectSealed(cause);
  });

  test('when the gate row throws a chunk away: the order was lost', async () => {
    await record('a');
    ports.store = () => 'thrown-away';
    await record('b');
    await pass(100);
    expect(ports.stored).toEqual(['a']);
    expectSealed('ordered');
  });

  test.each([2500, -2500, 3_600_000])('clock-jumped by %d ms: nothing after the last good look is kept', async (by) => {
    await record('a');
    const good = Date.now() - 1;
    ports.skew = by;
    recorder.give('b');
    await pass(100);
    expect(ports.stored).toEqual(['a']);
    expect(ports.seals[0]?.cutAfter).toBeLessThanOrEqual(good);
    expectSealed('clock-jumped');
  });

  test('at the start, if the tab is gone already', async () => {
    segment.revoke({ drain: false, cutAfter: null });
    await pass(100);
    start((gone) => gone.meeting[0]?.stop());
    await pass(100);
    expectSealed('tab-stream-ended');
  });
});

test('a clock set back a little leaves the ends of chunks in order', async () => {
  const ends: number[] = [];
  ports.store = (_text, endAt) => {
    ends.push(endAt);
    return 'kept';
  };
  await record('a');
  ports.skew = -1500;
  await record('b', 'c');
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(segment.state).toBe('recording');
});

test('a recorder that cannot start leaves no stream open', () => {
  feed = new FakeFeed();
  const make = () => {
    throw new Error('NotSupportedError');
  };
  expect(() => startSegment({ feed, media: 'sound', leaseMs: 1, ports, make })).toThrow(Failure);
  expect(feed.closes).toBe(1);
});

test('says for how long the meeting has been silent', async () => {
  feed.loud = { meeting: 0.0001, microphone: 0.5 };
  await record('a', 'b', 'c');
  expect(ports.reports.at(-1)?.meetingSilentMs).toBeGreaterThan(2500);
  feed.loud = { meeting: 0.001, microphone: 0 };
  await record('d');
  expect(ports.reports.at(-1)?.meetingSilentMs).toBeLessThan(300);
});
