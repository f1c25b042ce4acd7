import type { Database } from '../database/schema.ts';
import { namedIn } from '../log/readable.ts';
import { EPOCH_KEYS, type KeyFiles } from '../vault/key-files.ts';
import { isQuarantined } from '../vault/quarantine.ts';
import type { MeetingBook } from './book.ts';

/** What is no longer on this computer, and so may not stay in its backup. */
export interface Gone {
  readonly book: MeetingBook;
  readonly epochs: readonly string[];
  readonly people: readonly string[];
}

/**
 * An epoch is gone when neither its key nor a chunk of it is here, a person when neither their key nor their words are. Where only the one
 * is missing something was lost, not deleted: a disk that forgets keys must not empty the backup too.
 */
export async function goneOf(db: Database, keys: KeyFiles, books: readonly MeetingBook[]): Promise<readonly Gone[]> {
  const here = new Set(await keys.names(EPOCH_KEYS));
  const named = await namedIn(db);
  const found: Gone[] = [];
  for (const book of books) {
    const epochs: string[] = [];
    for (const { epoch } of book.media) if (!here.has(epoch) && !(await isStored(db, epoch))) epochs.push(epoch);
    const words = new Set(named.get(book.log));
    const own = book.people.some((person) => !words.has(person)) ? await keys.names(book.log) : [];
    const people = book.people.filter((person) => !words.has(person) && !own.includes(person));
    if (epochs.length + people.length > 0) found.push({ book, epochs, people });
  }
  return found;
}

async function isStored(db: Database, epoch: string): Promise<boolean> {
  const range = IDBKeyRange.bound([epoch, 0], [epoch, Number.MAX_SAFE_INTEGER]);
  for (const store of ['chunks', 'live'] as const) if ((await db.getKey(store, range)) !== undefined) return true;
  // Set apart with nothing in it is not deleted: it may yet be looked into.
  return isQuarantined(db, epoch);
}
