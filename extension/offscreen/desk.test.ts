import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeFeed, FakeRecorder } from '../../src/capture/fake-recorder.ts';
import { startSegment } from '../../src/capture/recorder.ts';
import type { RecorderLike } from '../../src/capture/segment.ts';
import { DATABASE_NAME, type Database, openDatabase } from '../../src/database/schema.ts';
import type { OffscreenToWorker } from '../../src/messages/offscreen-to-worker.ts';
import type { OpenOrder, RevokeOrder } from '../../src/messages/worker-to-offscreen.ts';
import { Failure } from '../../src/model/failure.ts';
import { readChunks } from '../../src/vault/chunks.ts';
import { readEpochKey } from '../../src/vault/epoch-keys.ts';
import { memoryKeyFiles } from '../../src/vault/key-files.ts';
import { forOne, one } from '../../src/vault/testdata/one-recipient.ts';
import { Desk } from './desk.ts';
import type { RecordingPorts } from './recording.ts';

const log = 'lAAAAAAAAAAAA' as OpenOrder['log'];
const epoch = 'eAAAAAAAAAAAA' as OpenOrder['epoch'];
const order: OpenOrder = {
  to: 'offscreen',
  order: 'open',
  log,
  epoch,
  streamId: 'one use',
  media: 'sound',
  microphone: true,
  microphoneAllowed: true,
  lagMs: 2000,
  size: { width: 1280, height: 720, frameRate: 15 },
};
const revoke: RevokeOrder = { to: 'offscreen', order: 'revoke', epoch, drain: true, cutAfter: null, reasons: [] };
const ok = { ok: true, value: null };

/** A stream whose tracks can be asked whether they were stopped, standing in for the browser's. */
class FakeStream {
  stopped = 0;
  getTracks() {
    return [{ stop: () => this.stopped++ }];
  }
}

let db: Database;
let desk: Desk;
let makeDesk: () => Desk;
let feed: FakeFeed;
let recorder: FakeRecorder;
let starts: number;
let clock: number;
let sent: OffscreenToWorker[];
let acknowledge: boolean;
let tab: FakeStream;
let microphone: FakeStream | null;
/** What to do before each step of opening goes on. */
let before: Partial<Record<'tabStream' | 'microphoneStream' | 'mix', () => unknown>>;
const keys = memoryKeyFiles();
const soon = (ms = 30) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** Waits for what has to come, however busy the machine is. */
const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 10_000, interval: 5 });
/** Nothing can be stored any more. */
let full = false;
const sentSo = (report: OffscreenToWorker['report']) => sent.filter((message) => message.report === report).length;

beforeEach(async () => {
  db = await openDatabase(() => undefined);
  await db.put('gates', { log, state: 'open', epoch, cutAfter: null, reasons: [] });
  await keys.destroy('epochs', epoch);
  [feed, recorder, tab, microphone] = [new FakeFeed(), new FakeRecorder(), new FakeStream(), new FakeStream()];
  [starts, clock, sent, acknowledge, before, full] = [0, 0, [], true, {}, false];
  const ports: RecordingPorts = {
    async tabStream() {
      await before.tabStream?.();
      return tab as unknown as MediaStream;
    },
    async microphoneStream() {
      await before.microphoneStream?.();
      return microphone as unknown as MediaStream | null;
    },
    async mix() {
      await before.mix?.();
      return feed;
    },
    start: (options) => {
      starts++;
      return startSegment({ ...options, make: () => recorder as unknown as RecorderLike });
    },
    database: async () => {
      if (full) throw new Failure('disk-full');
      return db;
    },
    keys,
    forRecipients: forOne,
    async askForPermit(message) {
      sent.push(message);
      return { ok: true, leaseMs: 3000, microphone: true };
    },
    async deliver(message, signal) {
      do {
        sent.push(await message());
        await soon(5);
      } while (!acknowledge && !signal.aborted);
    },
    levels: () => undefined,
    pause: soon,
    monotonic: () => performance.now() + clock,
    now: () => Date.now(),
  };
  makeDesk = () => new Desk(ports);
  desk = makeDesk();
});
afterEach(async () => {
  await desk.handle({ ...revoke, drain: false });
  await soon();
  db.close();
  await deleteDB(DATABASE_NAME);
});

async function expectNeverStarted(code: string, outcome: unknown): Promise<void> {
  expect(outcome).toEqual({ ok: false, code });
  expect(starts).toBe(0);
  expect(await readEpochKey(keys, epoch, one)).toBeNull();
  expect(await desk.handle({ to: 'offscreen', order: 'status' })).toEqual({
    ok: true,
    value: { state: 'idle', epoch: null },
  });
}

describe('a revocation while opening', () => {
  test.each(['tabStream', 'microphoneStream', 'mix'] as const)(
    'that comes before %s is done: it never starts',
    async (step) => {
      before[step] = () => desk.handle(revoke);
      await expectNeverStarted('cancelled', await desk.handle(order));
      expect(step === 'tabStream' ? tab.stopped : Math.min(tab.stopped, microphone?.stopped ?? 0)).toBeGreaterThan(0);
    },
  );
  test('in the same breath as the order', async () => {
    const opening = desk.handle(order);
    await desk.handle(revoke);
    await expectNeverStarted('cancelled', await opening);
    expect(sent).toEqual([]);
  });
  test('mixes nothing any more, and lets a microphone go that comes after it', async () => {
    let mixed = 0;
    before = { tabStream: () => desk.handle(revoke), microphoneStream: () => soon(), mix: () => mixed++ };
    await expectNeverStarted('cancelled', await desk.handle(order));
    expect(mixed).toBe(0);
    await until(() => microphone?.stopped === 1);
  });
  test('that overtook the order', async () => {
    await desk.handle(revoke);
    await expectNeverStarted('cancelled', await desk.handle(order));
  });
  test('stops the tab at once, even while the microphone is still awaited', async () => {
    let giveMicrophone = () => {};
    before.microphoneStream = () => new Promise<void>((resolve) => (giveMicrophone = resolve));
    const opening = desk.handle(order);
    await soon();
    await desk.handle(revoke);
    expect(tab.stopped).toBe(1);
    giveMicrophone();
    await expectNeverStarted('cancelled', await opening);
    expect(microphone?.stopped).toBeGreaterThan(0);
  });
});

test('opening that takes longer than the permit holds never starts', async () => {
  before.mix = () => {
    clock += 3001;
  };
  await expectNeverStarted('cancelled', await desk.handle(order));
  expect(feed.closes).toBe(1);
});

test('opening that hangs lets the streams go when the permit is over', async () => {
  let goOn = () => {};
  before.mix = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
    });
  await expectNeverStarted('cancelled', await desk.handle(order));
  expect(Math.min(tab.stopped, microphone?.stopped ?? 0)).toBeGreaterThan(0);
  goOn();
  await soon();
  expect([starts, feed.closes]).toEqual([0, 1]);
});

test('no stream: the code says so', async () => {
  before.tabStream = () => {
    throw new Failure('not-armed');
  };
  await expectNeverStarted('not-armed', await desk.handle(order));
});

test('a second order for an epoch that was recorded is refused and leaves its key alone', async () => {
  await desk.handle(order);
  await desk.handle(revoke);
  await soon();
  expect(await makeDesk().handle(order)).toEqual({ ok: false, code: 'unexpected' });
  expect(await readEpochKey(keys, epoch, one)).not.toBeNull();
});

test('without a microphone the meeting is recorded all the same', async () => {
  microphone = null;
  expect(await desk.handle(order)).toEqual({ ok: true, value: { mime: 'audio/webm;codecs=opus', microphone: false } });
});

test('from open to sealed: chunks in the vault, reports to the worker', async () => {
  expect(await desk.handle(order)).toEqual({ ok: true, value: { mime: 'audio/webm;codecs=opus', microphone: true } });
  await until(() => sentSo('started') === 1);
  recorder.give('one ');
  recorder.give('two ');
  await until(() => sentSo('chunk') === 2);
  expect(await desk.handle(revoke)).toEqual(ok);
  await until(() => sentSo('sealed') === 1);
  expect(sent.map((message) => message.report)).toEqual(['started', 'chunk', 'chunk', 'sealed']);
  const sealed = sent.at(-1);
  expect(sealed).toMatchObject({ log, epoch, cause: 'ordered', chunks: 3, bytes: 12, dropped: 0 });
  if (sealed?.report !== 'sealed') throw new Error('not sealed');
  const rows = readChunks(
    db,
    await readEpochKey(keys, epoch, one),
    epoch,
    'audio/webm;codecs=opus',
    new AbortController().signal,
    sealed,
  );
  let text = '';
  for await (const bytes of rows) text += new TextDecoder().decode(bytes);
  expect(text).toBe('one two last');
  await vi.waitFor(async () =>
    expect(await desk.handle({ to: 'offscreen', order: 'status' })).toMatchObject({ value: { state: 'idle' } }),
  );
});

test('the seal is told again until the worker has it, with an earlier cut that came meanwhile', async () => {
  await desk.handle(order);
  await until(() => sentSo('started') === 1);
  recorder.give('one ');
  await until(() => sentSo('chunk') === 1);
  await soon(20);
  const cutAfter = Date.now() - 10;
  recorder.give('two ');
  await until(() => sentSo('chunk') === 2);
  acknowledge = false;
  await desk.handle(revoke);
  await until(() => sentSo('sealed') > 0);
  expect(await desk.handle({ to: 'offscreen', order: 'status' })).toMatchObject({ value: { state: 'sealing', epoch } });
  await desk.handle({ ...revoke, drain: false, cutAfter });
  await until(() => sent.some((message) => message.report === 'sealed' && message.dropped === 2));
  acknowledge = true;
  expect(sentSo('sealed')).toBeGreaterThan(1);
  expect(sent.at(-1)).toMatchObject({ report: 'sealed', chunks: 1, bytes: 4, dropped: 2 });
});

test('a cut that only the gate row knows is in the seal that is told again, and what the log was told stays', async () => {
  await desk.handle(order);
  await until(() => sentSo('started') === 1);
  recorder.give('one ');
  await until(() => sentSo('chunk') === 1);
  await soon(20);
  const cutAfter = Date.now() - 10;
  recorder.give('two ');
  await until(() => sentSo('chunk') === 2);
  acknowledge = false;
  await desk.handle(revoke);
  await until(() => sentSo('sealed') > 0);
  await db.put('gates', { log, state: 'closed', epoch, cutAfter, reasons: [] });
  await until(() => sent.some((message) => message.report === 'sealed' && message.chunks === 1));
  acknowledge = true;
  await until(() => sent.at(-1)?.report === 'sealed');
  await vi.waitFor(async () =>
    expect(await desk.handle({ to: 'offscreen', order: 'status' })).toMatchObject({ value: { state: 'idle' } }),
  );
  const told = sent.at(-1);
  await desk.handle({ ...revoke, drain: false, cutAfter: 1 });
  await soon();
  const kept = await db.getAll('chunks');
  expect(told).toMatchObject({ report: 'sealed', chunks: kept.length, keptUntil: kept.at(-1)?.endAt });
});

test('a new epoch of the same conversation ends the one that still runs; another conversation waits', async () => {
  await desk.handle(order);
  expect(await desk.handle({ ...order, log: 'lBBBBBBBBBBBB' as typeof log })).toEqual({
    ok: false,
    code: 'unexpected',
  });
  const first = recorder;
  [recorder, feed] = [new FakeRecorder(), new FakeFeed()];
  const next = 'eBBBBBBBBBBBB' as typeof epoch;
  await keys.destroy('epochs', next);
  expect(await desk.handle({ ...order, epoch: next })).toMatchObject({ ok: true });
  expect(first.stops).toBe(1);
  expect(await desk.handle({ to: 'offscreen', order: 'status' })).toMatchObject({
    value: { state: 'recording', epoch: next },
  });
  await desk.handle({ ...revoke, epoch: next, drain: false });
});

test('a full disk is told at once, and the seal when there is room to settle what was stored', async () => {
  await desk.handle(order);
  await until(() => sentSo('started') === 1);
  recorder.give('one ');
  await until(() => sentSo('chunk') === 1);
  full = true;
  recorder.give('two ');
  await until(() => sentSo('failing') === 1);
  expect(sent.at(-1)).toEqual({ to: 'worker', report: 'failing', log, epoch, cause: 'disk-full' });
  await soon(20);
  expect(sentSo('sealed')).toBe(0);
  full = false;
  await until(() => sentSo('sealed') === 1);
  expect(sent.at(-1)).toMatchObject({ report: 'sealed', cause: 'disk-full', chunks: 1, bytes: 4 });
});

test('on a full disk nothing that was stored is moved before the log has said why it ended: it needs the room', async () => {
  await desk.handle(order);
  await until(() => sentSo('started') === 1);
  recorder.give('one ');
  await until(() => sentSo('chunk') === 1);
  acknowledge = false;
  full = true;
  recorder.give('two ');
  await until(() => sentSo('failing') > 1);
  full = false;
  await until(() => sentSo('failing') > 3);
  expect([sentSo('sealed'), await db.count('live'), await db.count('chunks')]).toEqual([0, 1, 0]);
  acknowledge = true;
  await until(() => sentSo('sealed') === 1);
  expect([await db.count('live'), await db.count('chunks')]).toEqual([0, 1]);
});
