import type { Database, DisclosureRow, EntryRow, LogRow } from '../database/schema.ts';
import { DISCLOSED_FIELDS, type DisclosedField, type Leaf, type Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import type { DamageKind } from '../model/log-check.ts';
import { chainFaults, type Link, START } from './chain.ts';
import { commitmentOf, readDisclosure } from './commitment.ts';
import { Damaged } from './damage.ts';
import { leafHash, leafText, parseLeaf, timeOf } from './leaf.ts';
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
 *
 * A page is given out when what follows it names its last leaf, so every leaf that leaves here is held by the chain: its bytes are the
 * ones that `makeLeaf` wrote and read back in full. They are not validated a second time; only where the chain does not hold are they,
 * to say what is wrong. While a page is read, the next one is being hashed, beside this thread, and the one after it fetched, in a short
 * transaction of its own.
 *
 * @param after where to go on: a place that the same log had before, as its hash tells. What lies before it is not looked at.
 */
export async function* leafPages(
  db: Database,
  row: LogRow,
  after: Link = START,
): AsyncGenerator<readonly ReadLeaf[], void> {
  let link = after;
  let held: readonly ReadLeaf[] | null = null;
  let hashing = hashPage(await fetchPage(db, row, link.size));
  let coming = fetchPage(db, row, link.size + PAGE);
  while (link.size < row.size) {
    const from = link.size;
    const last = Math.min(from + PAGE, row.size) - 1;
    const { rows, hashes } = await hashing;
    // Begun before this page is read, which takes this thread as long as the next page's hashes take the others.
    hashing = hashPage(await coming);
    coming = fetchPage(db, row, last + 1 + PAGE);
    const page: ReadLeaf[] = [];
    for (const [i, entry] of rows.entries()) {
      const { leaf, text } = trusting(entry) ?? read(entry);
      const faults = chainFaults(link, row.log, leaf);
      if (faults.length > 0) throw broken(faults.join(', '), [rows[i - 1], entry], entry.index);
      const at = timeOf(leaf);
      const hash = hashes[i] ?? '';
      link = { size: leaf.index + 1, head: hash, at };
      page.push({ text, hash, leaf, logged: { index: leaf.index, at, seen: leaf.seen, entry: leaf.entry } });
      if (held) yield held;
      held = null;
    }
    if (link.size !== last + 1) throw new Damaged('entry', link.size, `entry ${link.size}: missing`);
    held = page;
  }
  if (link.head !== row.head) {
    const last = await stored(() => db.get('entries', [row.log, row.size - 1]));
    throw broken('is not the head', [last], row.size - 1, 'head');
  }
  if (held) yield held;
}

interface Hashed {
  readonly rows: readonly EntryRow[];
  /** Leaf hash of each. */
  readonly hashes: readonly string[];
}

/** The digests are on their way when this returns. */
function hashPage(rows: readonly EntryRow[]): Promise<Hashed> {
  const page = Promise.all(rows.map((entry) => leafHash(entry.leaf))).then((hashes) => ({ rows, hashes }));
  void Promise.allSettled([page]);
  return page;
}

/** Already waited for when the reader gives up before it is needed: its failure is then nobody's. */
function fetchPage(db: Database, row: LogRow, from: number): Promise<EntryRow[]> {
  if (from >= row.size) return Promise.resolve([]);
  const range = IDBKeyRange.bound([row.log, from], [row.log, Math.min(from + PAGE, row.size) - 1]);
  const page = stored(() => db.getAll('entries', range));
  void Promise.allSettled([page]);
  return page;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A leaf whose bytes the chain vouches for; null when they do not even look like one. */
function trusting({ leaf: bytes }: EntryRow): { readonly leaf: Leaf; readonly text: string } | null {
  try {
    const text = decoder.decode(bytes);
    const leaf = JSON.parse(text) as Leaf | null;
    return leaf?.v === 1 && typeof leaf.time === 'string' && typeof leaf.entry?.kind === 'string'
      ? { leaf, text }
      : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The chain does not hold between these entries: says what is wrong with the bytes themselves, if that is where it lies. */
function broken(
  fault: string,
  entries: readonly (EntryRow | undefined)[],
  index: number,
  what: DamageKind = 'entry',
): Failure {
  for (const entry of entries) if (entry) read(entry);
  return new Damaged(what, index, `entry ${index}: ${fault}`);
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
  return onceMore(() => range(db, keys, log, from, to));
}

async function range(db: Database, keys: PersonKeys, log: string, from: number, to: number): Promise<Opened[]> {
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

/** The same of single entries: a transaction for some hundred of them, since most entries of a long log have nothing to open. */
export async function openAt(
  db: Database,
  keys: Pick<PersonKeys, 'find'>,
  log: string,
  indexes: readonly number[],
): Promise<Opened[]> {
  const found: Opened[] = [];
  for (let from = 0; from < indexes.length; from += PAGE) {
    const some = indexes.slice(from, from + PAGE);
    found.push(...(await onceMore(() => single(db, keys, log, some))));
  }
  return found;
}

async function single(
  db: Database,
  keys: Pick<PersonKeys, 'find'>,
  log: string,
  some: readonly number[],
): Promise<Opened[]> {
  const pairs = await stored(async () => {
    const tx = db.transaction(['entries', 'disclosures']);
    const [entries, disclosures] = [tx.objectStore('entries'), tx.objectStore('disclosures')];
    return Promise.all(
      some.map((index) =>
        Promise.all([entries.get([log, index]), disclosures.getAll(IDBKeyRange.bound([log, index], [log, index, []]))]),
      ),
    );
  });
  const opened = await Promise.all(pairs.flatMap(([entry, rows]) => rows.map((row) => open(keys, entry, row))));
  return opened.filter((one) => one !== null);
}

/** A key may take the place of another between the look at a row and the look at its key: what does not open is looked at again. */
async function onceMore(look: () => Promise<Opened[]>): Promise<Opened[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return look();
  }
}

/** null: erased, the person's key is gone. Failure('damaged'): it does not open, or is not what the leaf is committed to. */
async function open(
  keys: Pick<PersonKeys, 'find'>,
  entry: EntryRow | undefined,
  row: DisclosureRow,
): Promise<Opened | null> {
  const where = `disclosure ${row.field} of entry ${row.index}`;
  const field = DISCLOSED_FIELDS.find((known) => known === row.field);
  const commitment = entry && field && read(entry).leaf.sealed[field];
  if (!field || !commitment) throw new Damaged('words', row.index, `${where}: nothing in the log is committed to it`);
  const text = await textOf(keys, row);
  if (text === null) return null;
  const disclosure = readDisclosure(text);
  if (disclosure?.field !== field || (await commitmentOf(text)) !== commitment) {
    throw new Damaged('words', row.index, `${where}: is not what the log is committed to`);
  }
  return { index: row.index, field, value: disclosure.value, disclosure: text };
}

/** By whichever of the keys opens it; by those that lie there now, when what was known of them does not. */
export async function textOf(keys: Pick<PersonKeys, 'find'>, row: DisclosureRow): Promise<string | null> {
  for (const anew of [undefined, 'anew'] as const) {
    const found = await keys.find(row.log, row.subject, anew);
    if (found.length === 0) return null;
    for (const [at, key] of found.entries()) {
      try {
        return await unseal(key, row.iv, row, row.sealed);
      } catch (error) {
        if (!(error instanceof Damaged) || (anew && at === found.length - 1)) throw error;
      }
    }
  }
  return null;
}

function read({ index, leaf: bytes }: EntryRow): { leaf: Leaf; text: string } {
  try {
    return { leaf: parseLeaf(bytes), text: leafText(bytes) ?? '' };
  } catch (error) {
    if (error instanceof Failure)
      throw new Damaged('entry', index, `entry ${index}: ${error.detail}`, { cause: error });
    throw error;
  }
}
