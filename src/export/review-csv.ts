import type { ScoredLine } from '../model/review-summary.ts';
import { csvLine } from './csv-cell.ts';

/** Stable names, the same in every language: programs read them. Times are ISO 8601 UTC. */
export const REVIEW_COLUMNS = [
  'meeting_opened',
  'log_id',
  'agent',
  'card',
  'criterion',
  'scale',
  'weight',
  'score',
  'total_percent',
  'comment',
  'reviewer',
  'scored_at',
] as const;
type Row = Record<(typeof REVIEW_COLUMNS)[number], string>;

/**
 * One row a criterion of each filled card; what was not scored has an empty score. UTF-8 with a byte order mark, RFC 4180 with CRLF, every
 * cell quoted and none able to start a formula.
 */
export function reviewCsv(lines: readonly ScoredLine[]): string {
  const rows = lines.flatMap(({ openedAt, log, body, total }) =>
    body.card.criteria.map(({ name, scale, weight }, at): Row => {
      return {
        meeting_opened: new Date(openedAt).toISOString(),
        log_id: log,
        agent: body.agent,
        card: body.card.name,
        criterion: name,
        scale,
        weight: `${weight}`,
        score: `${body.scores[at] ?? ''}`,
        total_percent: total === null ? '' : (total * 100).toFixed(1),
        comment: body.text,
        reviewer: body.by,
        scored_at: new Date(body.at).toISOString(),
      };
    }),
  );
  return `\ufeff${[REVIEW_COLUMNS, ...rows.map((row) => REVIEW_COLUMNS.map((column) => row[column]))].map(csvLine).join('')}`;
}
