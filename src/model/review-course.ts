import { grouped } from './grouped.ts';
import { agentKey, type ScoredLine } from './review-summary.ts';

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** How the scores went on: means of every agent, period by period. Times are ms UTC of the first moment, by this computer's calendar. */
export interface Course {
  readonly starts: readonly number[];
  readonly series: readonly Series[];
  /** Earlier periods that are left out. */
  readonly before: number;
}

export interface Series {
  readonly agent: string;
  /** One a period, 0..1; null: nothing was scored in it. */
  readonly means: readonly (number | null)[];
  readonly cards: readonly number[];
}

/** More periods than these are no picture any more. */
export const PERIODS_MAX = 60;

/** The last moment of a course is that of the newest line; periods in which nothing was scored are there too, and empty. */
export function courseOf(lines: readonly ScoredLine[], period: Period): Course {
  const scored = lines.filter((line): line is ScoredLine & { readonly total: number } => line.total !== null);
  const times = scored.map(({ openedAt }) => openedAt);
  if (times.length === 0) return { starts: [], series: [], before: 0 };
  const all = startsBetween(Math.min(...times), Math.max(...times), period);
  const starts = all.slice(-PERIODS_MAX);
  const placeOf = new Map(starts.map((start, place) => [start, place]));
  const series = [...grouped(scored, ({ body }) => agentKey(body.agent)).values()].map((own) => {
    const sums = starts.map(() => ({ sum: 0, cards: 0 }));
    for (const { openedAt, total } of own) {
      const place = placeOf.get(startOf(openedAt, period));
      const into = place === undefined ? undefined : sums[place];
      if (!into) continue;
      into.sum += total;
      into.cards += 1;
    }
    return {
      agent: own[0]?.body.agent ?? '',
      means: sums.map(({ sum, cards }) => (cards === 0 ? null : sum / cards)),
      cards: sums.map(({ cards }) => cards),
    };
  });
  return {
    starts,
    series: series.sort((a, b) => a.agent.localeCompare(b.agent)),
    before: all.length - starts.length,
  };
}

/** Weeks begin on Monday (ISO 8601). */
export function startOf(at: number, period: Period): number {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  if (period === 'month') return new Date(year, month, 1).getTime();
  if (period === 'day') return new Date(year, month, day).getTime();
  return new Date(year, month, day - ((date.getDay() + 6) % 7)).getTime();
}

function startsBetween(first: number, last: number, period: Period): number[] {
  const found: number[] = [];
  const end = startOf(last, period);
  for (let at = startOf(first, period); at <= end; at = next(at, period)) found.push(at);
  return found;
}

/** By the calendar and not by milliseconds: a day on which clocks change is longer or shorter. */
function next(at: number, period: Period): number {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  if (period === 'month') return new Date(year, month + 1, 1).getTime();
  return new Date(year, month, day + (period === 'week' ? 7 : 1)).getTime();
}
