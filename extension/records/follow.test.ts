import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MeetingRecord } from '../../src/model/record.ts';
import { followShown } from './follow.ts';

const shown = (live: MeetingRecord['live'], entries = 10) => ({ live, entries }) as MeetingRecord;
const leaving = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How often it was read again in three seconds. */
async function reads(record: MeetingRecord | null, signal = leaving.signal): Promise<number> {
  const readAgain = vi.fn(async () => undefined);
  const own = new AbortController();
  followShown(() => record, readAgain, AbortSignal.any([signal, own.signal]));
  await vi.advanceTimersByTimeAsync(3000);
  own.abort();
  await vi.advanceTimersByTimeAsync(3000);
  return readAgain.mock.calls.length;
}

test('a meeting that is being recorded, or finished, is read again each second until the page is left', async () => {
  expect(await reads(shown('recording'))).toBe(3);
  expect(await reads(shown('finishing'))).toBe(3);
});

test('nothing is read of a meeting that is over, of one that is too long, of none, or for a page that nobody sees', async () => {
  expect(await reads(shown(null))).toBe(0);
  expect(await reads(shown('recording', 5001))).toBe(0);
  expect(await reads(null)).toBe(0);
  vi.stubGlobal('document', { hidden: true });
  expect(await reads(shown('recording'))).toBe(0);
});

test('one reading at a time, and a failed one is tried again', async () => {
  let reject: (error: Error) => void = () => undefined;
  const readAgain = vi.fn(() => new Promise<void>((_resolve, no) => (reject = no)));
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const own = new AbortController();
  followShown(() => shown('finishing'), readAgain, own.signal);
  await vi.advanceTimersByTimeAsync(5000);
  expect(readAgain).toHaveBeenCalledTimes(1);
  reject(new Error('the database is busy'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(readAgain).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledTimes(1);
  own.abort();
});
