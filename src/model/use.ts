import type { Access } from './access.ts';
import { PURPOSES, type Purpose } from './ask.ts';
import { grouped } from './grouped.ts';
import type { LogId } from './id.ts';

/**
 * One time that something recorded was used, as a log says it. left: a file left this device. worked: a note or a score card was added, changed,
 * removed or brought back. Times are ms UTC.
 */
export interface Use {
  readonly log: LogId;
  readonly index: number;
  readonly at: number;
  readonly did: Access | 'left' | 'worked';
  /** What left, by the name of its format; '' for all else. */
  readonly what: string;
  /** null: it was no recording that left, but the log, which proves what was agreed to and needs no leave. */
  readonly purpose: Purpose | null;
  /** In their own word; null: nobody was named, or the name is erased. */
  readonly who: string | null;
}

/** The uses of one meeting. */
export interface UsedLog {
  readonly log: LogId;
  readonly meeting: string;
  readonly platform: string;
  readonly openedAt: number;
  readonly uses: readonly Use[];
}

/** null: whatever it is. 'none': what had no purpose. from, to: ms UTC, both included. */
export interface UseFilter {
  readonly from: number | null;
  readonly to: number | null;
  readonly purpose: Purpose | 'none' | null;
  readonly log: LogId | null;
}

export const EVERY_USE: UseFilter = { from: null, to: null, purpose: null, log: null };

/** The newest first. */
export function usesIn(logs: readonly UsedLog[], { from, to, purpose, log }: UseFilter): Use[] {
  return logs
    .filter((one) => log === null || one.log === log)
    .flatMap(({ uses }) => uses)
    .filter(({ at }) => (from === null || at >= from) && (to === null || at <= to))
    .filter((use) => purpose === null || (purpose === 'none' ? use.purpose === null : use.purpose === purpose))
    .sort((a, b) => b.at - a.at || b.index - a.index);
}

/** How often somebody did what, for one purpose. */
export interface UseCount {
  readonly purpose: Purpose | null;
  readonly who: string | null;
  readonly played: number;
  readonly saved: number;
  readonly copied: number;
  readonly reviewed: number;
  readonly worked: number;
  readonly left: number;
  /** In how many meetings. */
  readonly meetings: number;
}

/** One line for each purpose and each who, purposes in the order of the screen, nobody named last. */
export function countsOf(uses: readonly Use[]): UseCount[] {
  const groups = grouped(uses, ({ purpose, who }) => JSON.stringify([purpose, who]));
  const order = (purpose: Purpose | null) => (purpose === null ? PURPOSES.length : PURPOSES.indexOf(purpose));
  return [...groups.values()]
    .map((all): UseCount => {
      const times = (did: Use['did']) => all.filter((use) => use.did === did).length;
      return {
        purpose: all[0]?.purpose ?? null,
        who: all[0]?.who ?? null,
        played: times('played'),
        saved: times('saved'),
        copied: times('copied'),
        reviewed: times('reviewed'),
        worked: times('worked'),
        left: times('left'),
        meetings: new Set(all.map(({ log }) => log)).size,
      };
    })
    .sort(
      (a, b) =>
        order(a.purpose) - order(b.purpose) ||
        Number(a.who === null) - Number(b.who === null) ||
        (a.who ?? '').localeCompare(b.who ?? ''),
    );
}
