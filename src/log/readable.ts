import type { Database } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import { leafText, readLeafText, timeOf } from './leaf.ts';
import { stored } from './transaction.ts';

/** at: ms UTC, as the entry says. index: where it lies. */
export interface Readable {
  readonly index: number;
  readonly at: number;
  readonly entry: Entry;
}

/**
 * What can still be read of a log that is damaged, entry by entry. It proves nothing: this is only for promises to delete, which bind
 * whether or not they can be proved.
 */
export async function readableEntries(db: Database, log: string): Promise<Readable[]> {
  const rows = await stored(() => db.getAll('entries', IDBKeyRange.bound([log, 0], [log, Number.MAX_SAFE_INTEGER])));
  return rows.flatMap(({ index, leaf }) => {
    const text = leafText(leaf);
    const read = text === null ? null : readLeafText(text);
    return read?.ok ? [{ index, at: timeOf(read.leaf), entry: read.leaf.entry }] : [];
  });
}

/** Whose names and words are stored, by log: also of logs that have no head any more. */
export async function namedIn(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  return stored(async () => {
    const found = new Map<string, string[]>();
    const index = db.transaction('disclosures').store.index('subject');
    for (let at = await index.openKeyCursor(null, 'nextunique'); at; at = await at.continue()) {
      const [log, subject] = at.key;
      found.set(log, [...(found.get(log) ?? []), subject]);
    }
    return found;
  });
}
