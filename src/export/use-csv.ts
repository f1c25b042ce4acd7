import type { Use, UsedLog } from '../model/use.ts';
import { csvLine } from './csv-cell.ts';

/**
 * Stable names, the same in every language: programs read them. Times are ISO 8601 UTC. detail: the format of a file that left, or why something
 * was deleted.
 */
export const USE_COLUMNS = [
  'time',
  'purpose',
  'use',
  'voice_masked_copy',
  'detail',
  'who',
  'meeting_opened',
  'platform',
  'log_id',
  'entry_index',
] as const;

/**
 * One row a use. It names no participant and no meeting, only whoever gave a name when opening: the log's id leads to the rest. UTF-8 with a byte
 * order mark, RFC 4180 with CRLF, every cell quoted and none able to start a formula.
 */
export function useCsv(uses: readonly Use[], logs: readonly UsedLog[]): string {
  const byLog = new Map(logs.map((one) => [one.log, one]));
  const rows = uses.map(({ log, index, at, did, what, copy, purpose, who }) => {
    const head = byLog.get(log);
    return [
      new Date(at).toISOString(),
      purpose ?? '',
      did,
      copy ? 'yes' : '',
      what,
      who ?? '',
      head ? new Date(head.openedAt).toISOString() : '',
      head?.platform ?? '',
      log,
      `${index}`,
    ];
  });
  return `\ufeff${[USE_COLUMNS, ...rows].map(csvLine).join('')}`;
}
