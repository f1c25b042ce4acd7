import { describe, expect, test } from 'vitest';
import { CLOCK_KEY, type ClockRow, confirmClock, DAY_MS, judgeClock, type Look, STEADY_MS } from './clock.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const YEAR = 365 * DAY_MS;
const steady: ClockRow = { version: 1, believed: NOW, steadySince: NOW - YEAR, forgiven: 0, doubt: null };
const look = (change: Partial<Look> = {}): Look => ({ now: NOW, newest: NOW - 1000, drift: 0, ...change });
const mays = (row: ClockRow | null, ...looks: Look[]) => {
  const found: string[] = [];
  let at = row;
  for (const one of looks) {
    const judged = judgeClock(at, one);
    at = judged.row;
    found.push(judged.may);
  }
  return found;
};

describe('a clock that runs as it should deletes', () => {
  test('at the first look of all, after hours, and after a night', () => {
    expect(mays(null, look())).toEqual(['delete']);
    expect(mays(steady, look({ now: NOW + STEADY_MS }), look({ now: NOW + DAY_MS }))).toEqual(['delete', 'delete']);
  });
  test('set right by some minutes', () => {
    expect(mays(steady, look({ now: NOW - 600_000, drift: -600_000 }))).toEqual(['delete']);
  });
});

describe('a clock that jumps holds deletion until the host confirms the date', () => {
  test.each<[string, Partial<Look>]>([
    ['back a year', { now: NOW - YEAR }],
    ['back two days', { now: NOW - 2 * DAY_MS }],
    ['forward ten years', { now: NOW + 10 * YEAR }],
    ['forward two days, while we look', { now: NOW + 2 * DAY_MS, drift: 2 * DAY_MS }],
    ['behind what the logs say', { now: NOW, newest: NOW + 2 * DAY_MS }],
  ])('%s', (_name, change) => {
    const { row, may } = judgeClock(steady, look(change));
    expect(may).toBe('doubted');
    const { now = NOW, newest = NOW } = change;
    expect(row.doubt).toMatchObject({ from: Math.max(NOW, newest), to: now });
    // Neither waiting nor starting anew makes it believed.
    expect(mays(row, look({ ...change, drift: 0, now: now + 3 * STEADY_MS }))).toEqual(['doubted']);
    const confirmed = confirmClock(row, { now, newest });
    expect(mays(confirmed, look({ ...change, drift: 0 }))).toEqual(['delete']);
  });

  test('a first look that is behind the logs is no reason to delete either', () => {
    expect(mays(null, look({ newest: NOW + 2 * DAY_MS }))).toEqual(['doubted']);
  });

  test('or until it is back where it was; then an hour has to pass', () => {
    const jumped = judgeClock(steady, look({ now: NOW + 10 * YEAR, drift: 10 * YEAR })).row;
    const right = { now: NOW + 60_000, drift: 60_000 - 10 * YEAR };
    expect(mays(jumped, look(right))).toEqual(['doubted']);
    expect(mays(jumped, look({ now: NOW + 60_000 }), look({ now: NOW + 60_000 + STEADY_MS }))).toEqual([
      'settling',
      'delete',
    ]);
  });

  test('what a wrong clock wrote into a log does not bring the question back', () => {
    const future = NOW + 10 * YEAR;
    const doubted = judgeClock(steady, look({ newest: future })).row;
    const confirmed = confirmClock(doubted, { now: NOW, newest: future });
    expect(mays(confirmed, look({ newest: future }), look({ now: NOW + DAY_MS / 2, newest: future }))).toEqual([
      'delete',
      'delete',
    ]);
  });
});

describe('alarms that were missed', () => {
  test.each([
    ['a weekend', 3],
    ['a month', 31],
  ])('for %s: an hour after the start everything goes that is over, unasked', (_name, days) => {
    const start = NOW + days * DAY_MS;
    expect(mays(steady, look({ now: start }), look({ now: start + 1000 }), look({ now: start + STEADY_MS }))).toEqual([
      'settling',
      'settling',
      'delete',
    ]);
  });
  test('for a season: that may be a wrong clock, and is asked about', () => {
    expect(mays(steady, look({ now: NOW + 61 * DAY_MS }))).toEqual(['doubted']);
  });
  test('a clock that is set right within that hour has deleted nothing', () => {
    const wrong = NOW + 40 * DAY_MS;
    expect(mays(steady, look({ now: wrong }), look({ now: NOW + 60_000, drift: -40 * DAY_MS }))).toEqual([
      'settling',
      'doubted',
    ]);
  });
});

describe('to the millisecond', () => {
  test('a day off is no jump yet, and 60 days away are an absence', () => {
    const day = { now: NOW + DAY_MS, drift: DAY_MS };
    expect(mays(steady, look(day), look({ ...day, now: day.now + 1, drift: DAY_MS + 1 }))).toEqual([
      'delete',
      'doubted',
    ]);
    expect(mays(steady, look({ now: NOW - DAY_MS }))).toEqual(['delete']);
    expect(mays(steady, look({ now: NOW - DAY_MS - 1 }))).toEqual(['doubted']);
    expect(mays(steady, look({ now: NOW + 60 * DAY_MS }))).toEqual(['settling']);
    expect(mays(steady, look({ now: NOW + 60 * DAY_MS + 1 }))).toEqual(['doubted']);
  });

  test('it is back where it was when it is a day off that at most', () => {
    const jumped = judgeClock(steady, look({ now: NOW + YEAR, drift: YEAR })).row;
    expect(mays(jumped, look({ now: NOW + DAY_MS }))).toEqual(['settling']);
    expect(mays(jumped, look({ now: NOW + DAY_MS + 1 }))).toEqual(['doubted']);
  });
});

test('what was seen to jump stays seen, and what was not was not', () => {
  const unseen = judgeClock(steady, look({ now: NOW - YEAR }));
  expect(unseen.row.doubt?.seen).toBe(false);
  expect(judgeClock(unseen.row, look({ now: NOW - YEAR })).row.doubt?.seen).toBe(false);
  const jump = judgeClock(steady, look({ now: NOW + YEAR, drift: YEAR }));
  expect(jump.row.doubt?.seen).toBe(true);
  expect(judgeClock(jump.row, look({ now: NOW + YEAR + 1000 })).row.doubt?.seen).toBe(true);
});

test('an hour without a jump counts from now where it would begin later', () => {
  const early = { ...steady, steadySince: NOW + 10_000 };
  expect(mays(early, look(), look({ now: NOW + STEADY_MS }))).toEqual(['settling', 'delete']);
});

test('what was forgiven stays so, also after another confirmation, and before anything was known', () => {
  expect(confirmClock({ ...steady, forgiven: NOW + YEAR }, { now: NOW, newest: NOW }).forgiven).toBe(NOW + YEAR);
  expect(confirmClock(null, { now: NOW, newest: NOW - 5 })).toEqual({
    version: 1,
    believed: NOW,
    steadySince: NOW - STEADY_MS,
    forgiven: NOW - 5,
    doubt: null,
  });
});

test('lies where a version before this one kept it: a doubt is not forgotten by an update', () => {
  expect(CLOCK_KEY).toBe('clock');
});
