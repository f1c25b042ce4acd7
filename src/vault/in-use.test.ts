import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whileInUse } from './in-use.ts';

const page = new EventTarget() as unknown as Document;
let used: ReturnType<typeof vi.fn<() => Promise<void>>>;
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  used = vi.fn(async () => undefined);
  stop = new AbortController();
  whileInUse(page, used, stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each(['pointerdown', 'pointermove', 'keydown', 'timeupdate'])('%s is use, told at once', (event) => {
  page.dispatchEvent(new Event(event));
  expect(used).toHaveBeenCalledTimes(1);
});

test('of many in a row one is told each 15 s', () => {
  for (let ms = 0; ms < 15_000; ms += 100) {
    page.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(100);
  }
  expect(used).toHaveBeenCalledTimes(1);
  page.dispatchEvent(new Event('pointermove'));
  expect(used).toHaveBeenCalledTimes(2);
});

test('it is seen before anything in the page can stop it, and holds up no scrolling', () => {
  const listen = vi.spyOn(page, 'addEventListener');
  whileInUse(page, used, stop.signal);
  expect(listen.mock.calls).toHaveLength(4);
  for (const [, , how] of listen.mock.calls) expect(how).toMatchObject({ capture: true, passive: true });
});

test('nobody there is no use: the vault locks by itself', () => {
  vi.advanceTimersByTime(3_600_000);
  page.dispatchEvent(new Event('mouseover'));
  expect(used).not.toHaveBeenCalled();
});

test('nothing is told any more once the page is done', () => {
  stop.abort();
  page.dispatchEvent(new Event('keydown'));
  expect(used).not.toHaveBeenCalled();
});

test('a use that could not be noted is said, and the next one is told again', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  used.mockRejectedValueOnce(new Error('gone'));
  page.dispatchEvent(new Event('keydown'));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(warn).toHaveBeenCalledTimes(1);
  page.dispatchEvent(new Event('keydown'));
  expect(used).toHaveBeenCalledTimes(2);
});
