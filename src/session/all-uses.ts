import type { LogStore } from '../log/store.ts';
import type { Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import type { UsedLog } from '../model/use.ts';
import { usedBy, usesOf } from './use-view.ts';

export interface FoundUses {
  /** The newest meeting first. */
  readonly logs: readonly UsedLog[];
  readonly damaged: number;
  readonly done: number;
  readonly total: number;
}

/** One log after the other, every leaf checked; after an abort it ends with what it has. A damaged log says nothing here, and is counted. */
export async function* usesOfAll(
  store: Pick<LogStore, 'logs' | 'pages' | 'disclosuresOf'>,
  signal: AbortSignal,
): AsyncGenerator<FoundUses, void> {
  const rows = await store.logs();
  const logs: UsedLog[] = [];
  let damaged = 0;
  yield { logs, damaged, done: 0, total: rows.length };
  for (const [at, row] of rows.entries()) {
    try {
      const entries: Logged[] = [];
      for await (const page of store.pages(row)) {
        if (signal.aborted) return;
        for (const { logged } of page) entries.push(logged);
      }
      if (signal.aborted) return;
      logs.push(usesOf(row, entries, await store.disclosuresOf(row.log, usedBy(entries))));
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'damaged')) throw error;
      console.warn('a log is damaged', row.log, error);
      damaged += 1;
    }
    yield { logs, damaged, done: at + 1, total: rows.length };
  }
}
