import type { Database, LogRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { GateRow, Reason } from '../model/gate.ts';
import { nextGate } from './gate-row.ts';
import type { PersonKeys } from './person-keys.ts';
import { HASH_KEY_BYTES } from './seen.ts';
import { inStore, stored } from './transaction.ts';

/** Where the device's key for meeting ids lies in `settings`. */
export const DEVICE_KEY = 'meeting-hash-key';

/** cutAfter: ms UTC, every chunk that ends later is thrown away; null keeps all. draining: the last chunk is still waited for. */
export interface Closing {
  readonly cutAfter: number | null;
  readonly reasons: readonly Reason[];
  readonly draining?: boolean;
}

/** The newest log of a meeting that was still written to at `since` (ms UTC) or later. */
export function newestOf(rows: readonly LogRow[], meeting: string, since: number): LogRow | null {
  const fit = rows.filter((row) => row.meeting === meeting && row.lastAt >= since);
  return fit.sort((a, b) => b.openedAt - a.openedAt)[0] ?? null;
}

/** The device's key; two contexts that ask at once get the same one. */
export async function deviceKey(
  db: Database,
  random: (n: number) => Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const made = random(HASH_KEY_BYTES);
  const key = await inStore(db, 'settings', async (store) => {
    const known: unknown = await store.get(DEVICE_KEY);
    // A crash before this is durable leaves no key and no log that was named by it.
    if (known === undefined) await store.put(made, DEVICE_KEY);
    return known === undefined ? made : known;
  });
  if (key instanceof Uint8Array && key.length === HASH_KEY_BYTES) return new Uint8Array(key);
  throw new Failure('damaged', 'the device key is no key');
}

/** See LogStore.closeGate. A crash before it is durable comes with a recorder that is gone too: nothing goes on under an open row. */
export function closeGate(db: Database, log: string, { cutAfter, reasons, draining }: Closing): Promise<GateRow> {
  return inStore(db, 'gates', async (store) => {
    const wanted: GateRow = { log, state: draining ? 'draining' : 'closed', epoch: null, cutAfter, reasons };
    const row = nextGate((await store.get(log)) ?? null, wanted) ?? wanted;
    await store.put(row);
    return row;
  });
}

/** See LogStore.erase. Only under the log's lock. */
export async function erase(db: Database, keys: PersonKeys, log: string, subject: string): Promise<number> {
  // First the key: a crash after this leaves rows that nobody can open; erasing again, or the person's next key, removes them.
  await keys.destroy(log, subject);
  return removeDisclosures(db, log, subject);
}

/** Removes the disclosures of one person in one log; gives how many there were. */
export async function removeDisclosures(db: Database, log: string, subject: string): Promise<number> {
  const rows = await stored(() => db.getAllKeysFromIndex('disclosures', 'subject', [log, subject]));
  if (rows.length === 0) return 0;
  await inStore(db, 'disclosures', async (store) => {
    for (const row of rows) await store.delete(row);
  });
  return rows.length;
}

/** From now on nothing is appended to this log, by whatever context. A crash before it is durable leaves damage that is found again. */
export async function markDamaged(db: Database, log: string): Promise<void> {
  await inStore(db, 'logs', async (store) => {
    const row = await store.get(log);
    if (row && !row.damaged) await store.put({ ...row, damaged: true });
  });
}
