import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageObservation } from '../../src/messages/content-to-worker.ts';
import type { ChatLine } from '../../src/model/chat.ts';
import type { Site, SiteRoster } from '../../src/platforms/platform.ts';
import { Watcher } from './watcher.ts';

/** How long one reading of the page takes, ms on the faked clock. */
let takes: number;
let names: string[];
let lines: ChatLine[];
let place: 'call' | 'lobby';
let changed: () => void;
let found: PageObservation[][];
let readings: number;
let end: AbortController;

const site = {
  place: () => {
    readings++;
    vi.advanceTimersByTime(takes);
    return place;
  },
  meeting: () => 'room',
  roster: (): SiteRoster => ({
    people: names.map((name) => ({ id: name, name, self: false, host: false })),
    completeness: 'complete',
    counter: names.length,
    source: 'dom',
    aside: 0,
  }),
  mute: () => 'live',
  recording: () => 'off',
  exposed: () => [],
  chat: () => lines,
  watch: (heard: () => void) => {
    changed = heard;
  },
} as unknown as Site;

const line = (id: string): ChatLine => ({
  id,
  sender: { id: 'Ana', name: 'Ana', self: false },
  text: `words ${id}`,
  edited: false,
});

function watch(): Watcher {
  const events = {
    observed: (some: readonly PageObservation[]) => found.push([...some]),
    alive: () => undefined,
    blind: () => undefined,
    placed: () => undefined,
  };
  const watcher = new Watcher(site, events, true, end.signal);
  watcher.setMode('host');
  found = [];
  return watcher;
}

beforeEach(() => {
  vi.useFakeTimers();
  [takes, names, lines, place, found, readings, end] = [0, ['Ana'], [], 'call', [], 0, new AbortController()];
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

test('what one look at the page finds goes to the worker together, the list first', () => {
  watch();
  vi.advanceTimersByTime(500);
  names.push('Ben');
  lines = [line('1'), line('2')];
  changed();
  expect(found.map((batch) => batch.map(({ what }) => what))).toEqual([['roster', 'chat', 'chat']]);
});

test('a page on which nothing changes is told once', () => {
  watch();
  vi.advanceTimersByTime(10_000);
  expect(found).toEqual([]);
});

test('of a page that changes all the time, a newcomer is told within 150 ms, however long it takes to read', () => {
  takes = 40;
  watch();
  vi.advanceTimersByTime(1000);
  changed();
  vi.advanceTimersByTime(1);
  const at = performance.now();
  names.push('Ben');
  changed();
  while (!found.some((batch) => batch.some(({ what }) => what === 'roster'))) vi.advanceTimersByTime(1);
  expect(performance.now() - at).toBeLessThanOrEqual(150 + takes);
});

test('a burst of changes in a call is read twice in 50 ms, and outside of one twice in 400', () => {
  const burst = (ms: number) => {
    // In the middle between two of the looks that come once a second.
    vi.advanceTimersByTime(1500 - (performance.now() % 1000));
    readings = 0;
    for (let at = 0; at < ms; at += 5) {
      changed();
      vi.advanceTimersByTime(5);
    }
    return readings;
  };
  watch();
  expect(burst(90)).toBe(2);
  place = 'lobby';
  vi.advanceTimersByTime(1000);
  expect(burst(420)).toBe(2);
});

test('an answer by hand that is written before the worker has called this a guest is told, after the question', () => {
  const own = (id: string): ChatLine => ({ ...line(id), sender: { id: 'me', name: 'Ben', self: true } });
  const texts = () => found.flat().flatMap((one) => (one.what === 'chat' ? [one.line.text] : []));
  watch().setMode('idle');
  const before = own('before');
  lines = [before, line('talk')];
  changed();
  vi.advanceTimersByTime(500);
  expect(texts(), 'nobody has asked: nothing is anybody’s business').toEqual([]);
  const asked = { ...line('ask'), text: 'May we record? [atr1 ask a]' };
  lines = [before, line('talk'), asked];
  changed();
  vi.advanceTimersByTime(500);
  lines = [before, line('talk'), asked, own('yes'), line('more')];
  changed();
  vi.advanceTimersByTime(500);
  expect(texts()).toEqual([asked.text, 'words yes']);
  // Another call at the same address is another meeting.
  place = 'lobby';
  vi.advanceTimersByTime(1000);
  place = 'call';
  lines = [...lines, own('later')];
  vi.advanceTimersByTime(1000);
  expect(texts()).toEqual([asked.text, 'words yes']);
});
