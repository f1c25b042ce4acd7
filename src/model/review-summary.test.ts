import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpochId, LogId } from './id.ts';
import type { FilledCard, Review } from './review.ts';
import { courseOf, PERIODS, PERIODS_MAX, startOf } from './review-course.ts';
import { agentKey, type ReviewedCall, scoredIn, summaryOf, tagsOf, WHOLE } from './review-summary.ts';

const day = (n: number, hour = 12) => new Date(2026, 0, n, hour).getTime();
const card: FilledCard['card'] = {
  name: 'Call',
  criteria: [
    { name: 'Tone', scale: '1-5', weight: 1 },
    { name: 'Resolution', scale: 'yes-no', weight: 1 },
  ],
};
const scored = (agent: string, scores: FilledCard['scores'], change: Partial<FilledCard> = {}): Review => ({
  log: 'lAAAAAAAAAAAA' as LogId,
  id: 'rAAAAAAAAAAAA',
  epoch: 'eAAAAAAAAAAAA' as EpochId,
  body: { v: 1, is: 'scores', card, scores, agent, text: '', by: 'Rosa', at: 0, ...change },
});
const tagged = (...tags: string[]): Review => ({
  ...scored('', [null, null]),
  body: { v: 1, is: 'note', ms: 0, text: '', tags, by: '', at: 0 },
});
const call = (log: string, at: number, ...reviews: Review[]): ReviewedCall => ({
  log: log as LogId,
  meeting: log,
  openedAt: at,
  reviews,
});
const calls = [
  call(
    'one',
    day(5),
    scored('Ana', [5, 1]),
    scored(' ana ', [1, null], { by: 'Tom' }),
    tagged('Price', 'price', 'tone'),
  ),
  call('two', day(6), scored('Ben', [null, null]), tagged('tone')),
  call('three', day(14), scored('ANA', [3, 0], { card: { ...card, name: 'Sales' } })),
];

describe('the summary', () => {
  test('one line an agent, however spelled', () => {
    expect(summaryOf(scoredIn(calls, WHOLE))).toEqual([
      {
        agent: 'Ana',
        calls: 2,
        cards: 3,
        mean: (1 + 0 + 0.25) / 3,
        lowest: 0,
        highest: 1,
        criteria: [
          { name: 'Tone', mean: 0.5, scored: 3 },
          { name: 'Resolution', mean: 0.5, scored: 2 },
        ],
      },
      { agent: 'Ben', calls: 1, cards: 1, mean: null, lowest: null, highest: null, criteria: [] },
    ]);
  });

  test('of a period, an agent, a card', () => {
    const found = (filter: Partial<typeof WHOLE>) => scoredIn(calls, { ...WHOLE, ...filter }).map(({ log }) => log);
    expect(found({ from: day(6, 0), to: day(6, 23) })).toEqual(['two']);
    expect(found({ agent: agentKey('Ana ') })).toEqual(['one', 'one', 'three']);
    expect(found({ card: 'Sales' })).toEqual(['three']);
  });

  test('tags, the most frequent first', () => {
    expect(tagsOf(calls, WHOLE)).toEqual([
      { tag: 'Price', notes: 2 },
      { tag: 'tone', notes: 2 },
    ]);
  });
});

describe('the course', () => {
  test('begins weeks on Monday, and shows the empty ones', () => {
    expect(courseOf(scoredIn(calls, WHOLE), 'week')).toEqual({
      starts: [day(5, 0), day(12, 0)],
      series: [{ agent: 'Ana', means: [0.5, 0.25], cards: [2, 1] }],
      before: 0,
    });
    expect(courseOf(scoredIn(calls, WHOLE), 'day').starts.length).toBe(10);
  });

  test('is empty where nothing was scored', () => {
    expect(courseOf([], 'month')).toEqual({ starts: [], series: [], before: 0 });
  });

  test('leaves out what no picture can hold, and says so', () => {
    const many = [call('old', day(-400), scored('Ana', [5, 1])), call('new', day(5), scored('Ana', [1, 0]))];
    const course = courseOf(scoredIn(many, WHOLE), 'day');
    expect(course.starts.length).toBe(PERIODS_MAX);
    expect(course.before).toBe(406 - PERIODS_MAX);
    expect(course.series[0]?.means.at(-1)).toBe(0);
  });

  test('every moment belongs to the period that began last before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(...PERIODS), (at, period) => {
        const start = startOf(at, period);
        return start <= at && startOf(start, period) === start && at - start < 32 * 86_400_000;
      }),
    );
  });

  test('no card is lost between the periods', () => {
    const times = fc.array(fc.integer({ min: day(1), max: day(300) }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(times, fc.constantFrom('week', 'month'), (all, period) => {
        const lines = scoredIn(
          all.map((at, n) => call(`${n}`, at, scored('Ana', [3, 1]))),
          WHOLE,
        );
        const { series } = courseOf(lines, period);
        return series[0]?.cards.reduce((sum, n) => sum + n, 0) === all.length;
      }),
    );
  });
});
