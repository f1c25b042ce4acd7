import type { Promises } from './promises.ts';

/** Where the row lies in `settings`: what goes next, for pages that do not read logs. */
export const NEXT_KEY = 'next-to-go';
/** The page that lists all of it reads the logs. */
const AT_MOST = 100;

/** media: when recordings go that no hold keeps, ms UTC, the soonest first. */
export interface NextRow {
  readonly version: 1;
  readonly media: readonly number[];
}

/** One date a meeting: that of its first part which goes. held: epochs that a hold keeps. */
export function nextRow(meetings: readonly Promises[], held: ReadonlySet<string>): NextRow {
  const media = meetings.flatMap(({ epochs }) => {
    const dates = epochs.flatMap(({ epoch, until }) => (until === null || held.has(epoch) ? [] : [until]));
    return dates.length > 0 ? [Math.min(...dates)] : [];
  });
  return { version: 1, media: media.sort((a, b) => a - b).slice(0, AT_MOST) };
}

/** How many go within a week. */
export function soonIn({ media }: NextRow, now: number): number {
  return media.filter((at) => at - now < 7 * 86_400_000).length;
}
