import type { LogRow } from '../database/schema.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootOfFrontier } from '../log/merkle.ts';
import { type Purpose, requiredPurposes } from '../model/ask.ts';
import type { Decision } from '../model/decision.ts';
import type { EntryOf } from '../model/entry.ts';
import type { Reason } from '../model/gate.ts';
import { base64url, fromBase64url, type ParticipantKey } from '../model/id.ts';
import type { ExportOrder } from './bundle.ts';
import { Telling } from './telling.ts';

/** An answer as the report shows it. words: '' where there were none. time: ISO 8601 UTC. */
export interface ReportedAnswer {
  readonly participant: ParticipantKey;
  readonly entry: EntryOf<'answered'>;
  readonly words: string;
  readonly time: string;
  readonly index: number;
}

/** A guardian's answer for a minor, as the host says. purposes: what had to be agreed to, which is all that a guardian is asked. */
export interface ReportedGuardian {
  readonly entry: EntryOf<'guardian-answered'>;
  readonly purposes: readonly Purpose[];
  readonly time: string;
  readonly index: number;
}

/** A stretch in which the gate was open. to: null where the log ends in it. ms: kept of it. */
export interface ReportedStretch {
  readonly epoch: string;
  readonly from: string;
  readonly people: number;
  to: string | null;
  reasons: readonly Reason[];
  ms: number;
  deleted: boolean;
}

/** A time that what was recorded was used. who: in their own word, '' where nobody was named. */
export interface ReportedUse {
  readonly entry: EntryOf<'accessed' | 'reviewed' | 'exported'>;
  readonly who: string;
  readonly time: string;
  readonly index: number;
}

/** What stands above the timeline of one meeting, and is known only at its end. */
export interface ReportFacts {
  readonly telling: Telling;
  readonly root: string;
  readonly people: readonly ParticipantKey[];
  readonly answers: readonly ReportedAnswer[];
  /** In the order of the log. */
  readonly guardians: readonly ReportedGuardian[];
  readonly asks: readonly { readonly entry: EntryOf<'asked'>; readonly time: string; readonly index: number }[];
  readonly stretches: readonly ReportedStretch[];
  readonly uses: readonly ReportedUse[];
  readonly requirement: EntryOf<'requirement-set'> | null;
  /** Of the newest requirement; null: its rules are not known any more, or there was none. */
  readonly decision: Decision | null;
}

/** One reading of the whole log. What is held grows with people, answers and stretches, and not with the log. */
export async function factsOf(order: ExportOrder, log: LogRow, wrote: (entries: number) => void): Promise<ReportFacts> {
  const telling = new Telling(order, log);
  const people = new Set<ParticipantKey>();
  const answers: ReportedAnswer[] = [];
  const guardians: ReportedGuardian[] = [];
  const asks: ReportFacts['asks'][number][] = [];
  const stretches = new Map<string, ReportedStretch>();
  const uses: ReportedUse[] = [];
  let requirement: EntryOf<'requirement-set'> | null = null;
  let decision: Decision | null = null;
  let frontier: Frontier = EMPTY_FRONTIER;
  const decide = order.decider?.();
  for await (const page of telling.entries(wrote)) {
    for (const told of page) {
      const { leaf, logged, hash } = told.read;
      const { entry, time, index } = leaf;
      frontier = await extended(frontier, fromBase64url(hash) as Hash);
      const decided = decide?.(logged) ?? null;
      // Whoever was not asked for is not named, and nothing is known here of what they answered.
      if (entry.kind === 'participant-joined' && (order.choice?.people?.has(entry.participant) ?? true))
        people.add(entry.participant);
      else if (entry.kind === 'asked') asks.push({ entry, time, index });
      else if (entry.kind === 'answered' && told.chosen)
        answers.push({ participant: entry.participant, entry, words: telling.words(told, 'words'), time, index });
      else if (entry.kind === 'guardian-answered' && told.chosen) {
        const terms = telling.asks.get(entry.ask);
        const purposes = entry.answer === 'consented' && terms ? requiredPurposes(terms) : [];
        guardians.push({ entry, purposes, time, index });
      } else if (entry.kind === 'accessed' || entry.kind === 'reviewed' || entry.kind === 'exported')
        uses.push({ entry, who: entry.kind === 'accessed' ? telling.words(told, 'text') : '', time, index });
      else if (entry.kind === 'requirement-set') [requirement, decision] = [entry, decided];
      else if (entry.kind === 'gate-opened')
        stretches.set(entry.epoch, {
          epoch: entry.epoch,
          from: time,
          people: entry.roster.length,
          to: null,
          reasons: [],
          ms: 0,
          deleted: false,
        });
      else if (entry.kind === 'gate-closed' || entry.kind === 'segment-sealed' || entry.kind === 'deleted') {
        const stretch = entry.epoch === null ? undefined : stretches.get(entry.epoch);
        if (stretch && entry.kind === 'gate-closed') [stretch.to, stretch.reasons] = [time, entry.reasons];
        if (stretch && entry.kind === 'segment-sealed') stretch.ms = entry.ms;
        if (stretch && entry.kind === 'deleted') stretch.deleted = true;
      } else if (entry.kind === 'cut') {
        const stretch = stretches.get(entry.epoch);
        if (stretch) stretch.ms = entry.pieces.reduce((sum, { ms }) => sum + ms, 0);
      }
    }
  }
  const root = base64url(await rootOfFrontier(frontier));
  return {
    telling,
    root,
    people: [...people],
    answers,
    guardians,
    asks,
    stretches: [...stretches.values()],
    uses,
    requirement,
    decision,
  };
}
