import { grouped } from './grouped.ts';
import type { LogId } from './id.ts';
import { type FilledCard, isFilled, isNote, type Review, scoresOf } from './review.ts';
import { shareOf, totalOf } from './score.ts';

/** A call, and what reviewers wrote about it. Times are ms UTC. */
export interface ReviewedCall {
  readonly log: LogId;
  /** The site's meeting id, or '' when erased. */
  readonly meeting: string;
  readonly openedAt: number;
  readonly reviews: readonly Review[];
}

/** null: whatever it is. from, to: when the call began, both included. */
export interface SummaryFilter {
  readonly from: number | null;
  readonly to: number | null;
  /** As agentKey gives it. */
  readonly agent: string | null;
  readonly card: string | null;
}

export const WHOLE: SummaryFilter = { from: null, to: null, agent: null, card: null };

/** One filled card of one call. */
export interface ScoredLine {
  readonly log: LogId;
  readonly meeting: string;
  readonly openedAt: number;
  readonly body: FilledCard;
  /** 0..1, or null: nothing on it was scored. */
  readonly total: number | null;
}

export interface CriterionMean {
  readonly name: string;
  /** 0..1 */
  readonly mean: number;
  readonly scored: number;
}

export interface AgentSummary {
  /** As the first card spells it. */
  readonly agent: string;
  readonly calls: number;
  readonly cards: number;
  /** 0..1; null: nothing was scored. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly criteria: readonly CriterionMean[];
}

/** One name however it is spelled: blanks and capitals tell nobody apart. */
export function agentKey(agent: string): string {
  return agent.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase();
}

/** Filled cards that fit, the oldest call first. */
export function scoredIn(calls: readonly ReviewedCall[], filter: SummaryFilter): ScoredLine[] {
  return fitting(calls, filter)
    .flatMap(({ log, meeting, openedAt, reviews }) =>
      reviews.filter(isFilled).map(({ body }) => {
        return { log, meeting, openedAt, body, total: totalOf(body.card, scoresOf(body)) };
      }),
    )
    .filter(({ body }) => filter.agent === null || agentKey(body.agent) === filter.agent)
    .filter(({ body }) => filter.card === null || body.card.name === filter.card)
    .sort((a, b) => a.openedAt - b.openedAt || a.body.at - b.body.at);
}

/** How often each tag was given in calls that fit, the most frequent first. Capitals tell none apart. */
export function tagsOf(calls: readonly ReviewedCall[], filter: SummaryFilter): { tag: string; notes: number }[] {
  const found = new Map<string, { tag: string; notes: number }>();
  for (const { body } of fitting(calls, filter).flatMap(({ reviews }) => reviews.filter(isNote)))
    for (const tag of body.tags) {
      const key = tag.toLocaleLowerCase();
      const before = found.get(key) ?? { tag, notes: 0 };
      found.set(key, { ...before, notes: before.notes + 1 });
    }
  return [...found.values()].sort((a, b) => b.notes - a.notes || a.tag.localeCompare(b.tag));
}

function fitting(calls: readonly ReviewedCall[], { from, to }: SummaryFilter): readonly ReviewedCall[] {
  return calls.filter(({ openedAt }) => (from === null || openedAt >= from) && (to === null || openedAt <= to));
}

/** One line an agent, by name. */
export function summaryOf(lines: readonly ScoredLine[]): AgentSummary[] {
  const byAgent = grouped(lines, ({ body }) => agentKey(body.agent));
  return [...byAgent.values()]
    .map((all) => {
      const totals = all.flatMap(({ total }) => (total === null ? [] : [total]));
      return {
        agent: all[0]?.body.agent ?? '',
        calls: new Set(all.map(({ log }) => log)).size,
        cards: all.length,
        mean: meanOf(totals),
        lowest: totals.length === 0 ? null : Math.min(...totals),
        highest: totals.length === 0 ? null : Math.max(...totals),
        criteria: criteriaOf(all),
      };
    })
    .sort((a, b) => a.agent.localeCompare(b.agent));
}

/** Criteria of one name count together, on whichever card they stand, in the order in which they come first. */
function criteriaOf(lines: readonly ScoredLine[]): CriterionMean[] {
  const shares = new Map<string, number[]>();
  for (const { body } of lines) {
    const scores = scoresOf(body);
    for (const criterion of body.card.criteria) {
      const share = shareOf(criterion, scores);
      const before = shares.get(criterion.name) ?? [];
      shares.set(criterion.name, share === null ? before : [...before, share]);
    }
  }
  return [...shares].flatMap(([name, all]) => {
    const mean = meanOf(all);
    return mean === null ? [] : [{ name, mean, scored: all.length }];
  });
}

function meanOf(all: readonly number[]): number | null {
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length;
}
