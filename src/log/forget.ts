import type { Database, DisclosureRow } from '../database/schema.ts';
import { Damaged } from './damage.ts';
import type { PersonKeys } from './person-keys.ts';
import { textOf } from './reading.ts';
import { IV_BYTES, seal } from './sealing.ts';
import { inStore, stored } from './transaction.ts';

/** Which of somebody's disclosures go, by entry and field. */
export type Goes = (row: Pick<DisclosureRow, 'index' | 'field'>) => boolean;

/**
 * Destroys some of one person's disclosures and keeps the others: what stays is sealed anew under a new key, and the old key, under which the rest
 * may lie in the database's free pages for long, is destroyed. Gives how many fields went. Only under the log's lock. Safe to repeat: what a crash
 * cut in two goes on where it was, and until the last step everything that stays can be read.
 */
export async function forget(
  db: Database,
  keys: PersonKeys,
  random: (n: number) => Uint8Array<ArrayBuffer>,
  log: string,
  subject: string,
  goes: Goes,
): Promise<number> {
  const rows = await stored(() => db.getAllFromIndex('disclosures', 'subject', [log, subject]));
  const stays = rows.filter((row) => !goes(row));
  const gone = rows.filter(goes);
  const unsettled = (await keys.find(log, subject, 'anew')).length > 1;
  if (gone.length === 0 && !unsettled) return 0;
  // A crash after this leaves two keys and every row as it was.
  const next = await keys.change(log, subject);
  const anew: DisclosureRow[] = [];
  for (const row of next ? stays : []) {
    const text = await readable(keys, row);
    const iv = random(IV_BYTES);
    if (next && text !== null) anew.push({ ...row, iv, sealed: await seal(next, iv, row, text) });
  }
  // A crash after this leaves an old key that opens nothing which can still be found but in the database's free pages.
  await inStore(db, 'disclosures', async (store) => {
    for (const { index, field } of gone) await store.delete([log, index, field]);
    for (const row of anew) await store.put(row);
  });
  await keys.settle(log, subject);
  return gone.length;
}

/** What does not open stays as it lies, for whoever looks for damage. */
async function readable(keys: PersonKeys, row: DisclosureRow): Promise<string | null> {
  try {
    return await textOf(keys, row);
  } catch (error) {
    if (error instanceof Damaged) return null;
    throw error;
  }
}
