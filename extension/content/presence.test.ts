import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardPresses } from './presence.ts';

/** What the browser would tell of the banner, told by hand. A trusted event cannot be made up, so the guard is given one that says so. */
let tell: (entry: { intersectionRatio: number; isVisible?: boolean }) => void;
let thresholds: unknown;
let watching: boolean;
let guards: Map<string, (event: Event) => void>;
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  guards = new Map();
  end = new AbortController();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(seen: (entries: unknown[]) => void, options: { threshold: unknown }) {
        tell = (entry) => seen([{ isIntersecting: entry.intersectionRatio > 0, ...entry }]);
        thresholds = options.threshold;
      }
      observe(): void {
        watching = true;
      }
      disconnect(): void {
        watching = false;
      }
    },
  );
  const root = {
    addEventListener: (type: string, guard: (event: Event) => void) => guards.set(type, guard),
  } as unknown as ShadowRoot;
  guardPresses(root, {} as Element, end.signal);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function counts(type = 'click', isTrusted = true): boolean {
  const stopped = vi.fn();
  guards.get(type)?.({ isTrusted, stopImmediatePropagation: stopped, preventDefault: stopped } as unknown as Event);
  return stopped.mock.calls.length === 0;
}

describe('a press counts', () => {
  test.each(['click', 'change', 'submit'])(
    'as %s, once the whole banner has been on the screen for half a second',
    (type) => {
      expect(counts(type)).toBe(false);
      tell({ intersectionRatio: 1, isVisible: true });
      vi.advanceTimersByTime(499);
      expect(counts(type)).toBe(false);
      vi.advanceTimersByTime(1);
      expect(counts(type)).toBe(true);
      expect(counts(type, false)).toBe(false);
    },
  );

  test('not while more than the rounding of pixels is off the screen, and then half a second anew', () => {
    tell({ intersectionRatio: 0.97, isVisible: true });
    vi.advanceTimersByTime(5000);
    expect(counts()).toBe(false);
    tell({ intersectionRatio: 0.98, isVisible: true });
    vi.advanceTimersByTime(500);
    expect(counts()).toBe(true);
    tell({ intersectionRatio: 0.9, isVisible: true });
    expect(counts()).toBe(false);
    tell({ intersectionRatio: 1, isVisible: true });
    expect(counts()).toBe(false);
    expect(thresholds).toContain(0.98);
  });

  test('not while something covers it or makes it transparent', () => {
    tell({ intersectionRatio: 1, isVisible: false });
    vi.advanceTimersByTime(5000);
    expect(counts()).toBe(false);
  });
});

test('a banner that is taken away is watched no more', () => {
  expect(watching).toBe(true);
  end.abort();
  expect(watching).toBe(false);
});
