import type { LogRow } from '../database/schema.ts';
import type { Signer } from '../log/signer.ts';
import type { LogStore } from '../log/store.ts';
import type { Decider } from '../model/decision.ts';
import { Failure } from '../model/failure.ts';
import type { Choice } from './choice.ts';
import type { Names } from './names.ts';

/** What an export reads from. */
export type LogSource = Pick<LogStore, 'row' | 'pages' | 'leaf' | 'opened' | 'checkpoints' | 'checkpoint'>;

/** Entries written so far, of all that this export will write. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** One export: which logs, when it is made (ms UTC), whom to tell, and how to stop it. */
export interface ExportOrder {
  readonly source: LogSource;
  readonly logs: readonly string[];
  readonly at: number;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Signs the JSON export: a checkpoint of each log and the seal over all. */
  readonly signer?: Signer;
  /** What of it is told; everything without it. */
  readonly choice?: Choice;
  /** Whose names are in it; all, as they are, without it. */
  readonly names?: Names;
  /** For each log one, that tells the sources of its requirements; none without it. */
  readonly decider?: () => Decider;
}

/** Failure('cancelled') once the signal is aborted. Asked between pages: a page is short. */
export function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled', '', { cause: signal.reason });
}

/** The heads of the logs as they are now; what is appended later is not in this export. Failure('unexpected') for an unknown log. */
export async function headsOf({ source, logs, signal }: ExportOrder): Promise<LogRow[]> {
  const rows: LogRow[] = [];
  for (const log of logs) {
    goOn(signal);
    const row = await source.row(log);
    if (!row) throw new Failure('unexpected', 'export of a log that does not exist');
    rows.push(row);
  }
  return rows;
}

/** Counts entries and tells. */
export function counter(rows: readonly LogRow[], tell: ExportOrder['progress']): (entries: number) => void {
  const total = rows.reduce((sum, row) => sum + row.size, 0);
  let done = 0;
  return (entries) => {
    done += entries;
    tell({ done, total });
  };
}
