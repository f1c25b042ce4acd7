import { ACCESSES } from './access.ts';
import { PURPOSES, type Purpose } from './ask.ts';
import { grouped } from './grouped.ts';
import type { LogId } from './id.ts';

/**
 * What was done with something recorded. worked: a note or a score card was added, changed, removed or brought back. left: a file left this device.
 * made, unmade: a voice-masked copy was made or deleted. cut: a stretch was taken out. deleted: the recording is gone. forgotten: names and words
 * are. held, lifted: a legal hold.
 */
export const USE_KINDS = [
  ...ACCESSES,
  'worked',
  'left',
  'made',
  'unmade',
  'cut',
  'deleted',
  'forgotten',
  'held',
  'lifted',
] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** One time that something recorded was used, or that something was done to it, as a log says it. Times are ms UTC. */
export interface Use {
  readonly log: LogId;
  readonly index: number;
  readonly at: number;
  readonly did: UseKind;
  /** What left, by the name of its format; why something was deleted, by the log's word for it; '' for all else. */
  readonly what: string;
  /** It is a voice-masked copy that was used, and not the recording. */
  readonly copy: boolean;
  /** null: nothing recorded was used. The log, which proves what was agreed to, needs no leave; nor does keeping, cutting or deleting. */
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
  readonly did: UseKind | null;
  readonly log: LogId | null;
}

export const EVERY_USE: UseFilter = { from: null, to: null, purpose: null, did: null, log: null };

/** The newest first. */
export function usesIn(logs: readonly UsedLog[], { from, to, purpose, did, log }: UseFilter): Use[] {
  return logs
    .filter((one) => log === null || one.log === log)
    .flatMap(({ uses }) => uses)
    .filter(({ at }) => (from === null || at >= from) && (to === null || at <= to))
    .filter((use) => purpose === null || (purpose === 'none' ? use.purpose === null : use.purpose === purpose))
    .filter((use) => did === null || use.did === did)
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
  /** Voice-masked copies. */
  readonly made: number;
  /** Cut, deleted, forgotten. */
  readonly removed: number;
  /** Legal holds, set or lifted. */
  readonly holds: number;
  /** In how many meetings. */
  readonly meetings: number;
}

/** One line for each purpose and each who, purposes in the order of the screen, nobody named last. */
export function countsOf(uses: readonly Use[]): UseCount[] {
  const groups = grouped(uses, ({ purpose, who }) => JSON.stringify([purpose, who]));
  const order = (purpose: Purpose | null) => (purpose === null ? PURPOSES.length : PURPOSES.indexOf(purpose));
  return [...groups.values()]
    .map((all): UseCount => {
      const times = (...kinds: UseKind[]) => all.filter(({ did }) => kinds.includes(did)).length;
      return {
        purpose: all[0]?.purpose ?? null,
        who: all[0]?.who ?? null,
        played: times('played'),
        saved: times('saved'),
        copied: times('copied'),
        reviewed: times('reviewed'),
        worked: times('worked'),
        left: times('left'),
        made: times('made'),
        removed: times('unmade', 'cut', 'deleted', 'forgotten'),
        holds: times('held', 'lifted'),
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
