import { openDB } from 'idb';
import { ID_BYTES, idOf } from '../../../src/model/id.ts';
import { draftOf, openStore, random } from './log.ts';

const PEOPLE = 30;
const NAME = 'bare';

export interface Appends {
  /** ms of each append, and of each bare put beside it. */
  readonly append: readonly number[];
  readonly bare: readonly number[];
}

/**
 * One entry after the other, as a meeting brings them, and after each a bare put of as many bytes in a transaction of the same durability:
 * leaf, names and words, head. Hashing, sealing, reading the person's key, the tree and the comparing of the head come on top.
 */
export async function appendOneByOne(count: number): Promise<Appends> {
  const { db, log: logs } = await openStore();
  const bareDb = await openDB(NAME, 1, { upgrade: (made) => void made.createObjectStore(NAME) });
  const log = idOf('log', random(ID_BYTES));
  const people = Array.from({ length: PEOPLE }, () => idOf('participant', random(ID_BYTES)));
  let row = await logs.create({ log, platform: 'sandbox', meeting: await logs.meetingHash('sandbox', log), at: 1 });
  const append: number[] = [];
  const bare: number[] = [];
  for (let index = 0; index < count; index++) {
    const item = { draft: draftOf(index, people), at: Date.now(), seen: '' };
    const began = performance.now();
    const done = await logs.append(log, row, [item], null);
    append.push(performance.now() - began);
    if (!done.ok) throw new Error(done.code);
    row = done.row;
    const entry = await db.get('entries', [log, index]);
    const words = await db.getAll('disclosures', IDBKeyRange.bound([log, index], [log, index, []]));
    const bytes = (entry?.leaf.length ?? 0) + words.reduce((sum, { sealed, iv }) => sum + sealed.length + iv.length, 0);
    const same = new Uint8Array(bytes + JSON.stringify(row).length);
    const from = performance.now();
    const tx = bareDb.transaction(NAME, 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(same, index), tx.done]);
    bare.push(performance.now() - from);
  }
  db.close();
  bareDb.close();
  indexedDB.deleteDatabase(NAME);
  return { append, bare };
}
