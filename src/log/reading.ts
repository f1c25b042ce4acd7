import type { Database, DisclosureRow, EntryRow, LogRow } from '../database/schema.ts';
import { DISCLOSED_FIELDS, type DisclosedField, type Leaf, type Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { chainFaults, type Link, linkAfter, START } from './chain.ts';
import { commitmentOf, readDisclosure } from './commitment.ts';
import { leafText, parseLeaf, timeOf } from './leaf.ts';
import type { PersonKeys } from './person-keys.ts';
import { unseal } from './sealing.ts';
import { stored } from './transaction.ts';

/** Entries a transaction: short ones, so that a closing gate never waits for a reader. */
export const PAGE = 500;

/** A leaf as it was read and found in its place. text: its exact JSON; hash: its leaf hash, base64url. */
export interface ReadLeaf {
  readonly text: string;
  readonly hash: string;
  readonly leaf: Leaf;
  readonly logged: Logged;
}

/** A disclosure that opened and fits its commitment. disclosure: its exact JSON. */
export interface Opened {
  readonly index: number;
  readonly field: DisclosedField;
  readonly value: string;
  readonly disclosure: string;
}

/**
 * The leaves of a log up to the size in `row`, page by page, each checked to follow the one before, and the last to be the head.
 * Whatever does not fit ends it with Failure('damaged') that names the entry; nothing is repaired.
 */
export async function* leafPages(db: Database, row: LogRow): AsyncGenerator<readonly ReadLeaf[], void> {
  let link: Link = START;
  while (link.size < row.size) {
    const last = Math.min(link.size + PAGE, row.size) - 1;
    const range = IDBKeyRange.bound([row.log, link.size], [row.log, last]);
    const rows = await stored(() => db.getAll('entries', range));
    const page: ReadLeaf[] = [];
    for (const entry of rows) {
      const { leaf, text } = read(entry);
      const faults = chainFaults(link, row.log, leaf);
      if (faults.length > 0) throw new Failure('damaged', `entry ${entry.index}: ${faults.join(', ')}`);
      link = await linkAfter(link, entry.leaf, leaf);
      const logged: Logged = { index: leaf.index, at: timeOf(leaf), seen: leaf.seen, entry: leaf.entry };
      page.push({ text, hash: link.head, leaf, logged });
    }
    if (link.size !== last + 1) throw new Failure('damaged', `entry ${link.size}: missing`);
    yield page;
  }
  if (link.head !== row.head) throw new Failure('damaged', `entry ${row.size - 1}: is not the head`);
}

/** The disclosures of the entries with these indexes (both ends included) that can still be opened, in order. */
export async function openRange(
  db: Database,
  keys: PersonKeys,
  log: string,
  from: number,
  to: number,
): Promise<Opened[]> {
  if (to < from) return [];
  const [entries, disclosures] = await stored(async () => {
    const tx = db.transaction(['entries', 'disclosures']);
    return Promise.all([
      tx.objectStore('entries').getAll(IDBKeyRange.bound([log, from], [log, to])),
      tx.objectStore('disclosures').getAll(IDBKeyRange.bound([log, from], [log, to, []])),
      tx.done,
    ]);
  });
  const leaves = new Map(entries.map((entry) => [entry.index, entry]));
  const opened = await Promise.all(disclosures.map((row) => open(keys, leaves.get(row.index), row)));
  return opened.filter((one) => one !== null);
}

/** null: erased, the person's key is gone. Failure('damaged'): it does not open, or is not what the leaf is committed to. */
async function open(keys: PersonKeys, entry: EntryRow | undefined, row: DisclosureRow): Promise<Opened | null> {
  const where = `disclosure ${row.field} of entry ${row.index}`;
  const field = DISCLOSED_FIELDS.find((known) => known === row.field);
  const commitment = entry && field && read(entry).leaf.sealed[field];
  if (!field || !commitment) throw new Failure('damaged', `${where}: nothing in the log is committed to it`);
  const key = await keys.find(row.log, row.subject);
  if (!key) return null;
  const text = await unseal(key, row.iv, row, row.sealed);
  const disclosure = readDisclosure(text);
  if (disclosure?.field !== field || (await commitmentOf(text)) !== commitment) {
    throw new Failure('damaged', `${where}: is not what the log is committed to`);
  }
  return { index: row.index, field, value: disclosure.value, disclosure: text };
}

function read({ index, leaf: bytes }: EntryRow): { leaf: Leaf; text: string } {
  try {
    return { leaf: parseLeaf(bytes), text: leafText(bytes) ?? '' };
  } catch (error) {
    if (error instanceof Failure) throw new Failure(error.code, `entry ${index}: ${error.detail}`, { cause: error });
    throw error;
  }
}
