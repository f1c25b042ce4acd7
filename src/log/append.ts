import { type Reserve, withReserve } from '../database/reserve.ts';
import type { Database, DisclosureRow, EntryRow, LogRow } from '../database/schema.ts';
import type { DisclosedField, Draft, Leaf, Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import type { GateRow } from '../model/gate.ts';
import { fromBase64url } from '../model/id.ts';
import { knownFrontier } from './checkpoints.ts';
import { commitmentOf, disclosureText } from './commitment.ts';
import { nextGate } from './gate-row.ts';
import { leafHash, makeLeaf, SALT_BYTES, timeOf } from './leaf.ts';
import { extended, type Hash } from './merkle.ts';
import { sameHash } from './merkle-proof.ts';
import type { PersonKeys } from './person-keys.ts';
import { IV_BYTES, seal } from './sealing.ts';
import { giveUp, storageFailure, stored } from './transaction.ts';

/** One entry to append. at: ms UTC of the observation; seen: its keyed hash, or '' when it comes from no observation. */
export interface Item {
  readonly draft: Draft;
  readonly at: number;
  readonly seen: string;
}

/** The head that the caller judged by. */
export type Expected = Pick<LogRow, 'size' | 'head'>;

export type Appended =
  | { readonly ok: true; readonly row: LogRow; readonly logged: readonly Logged[] }
  | { readonly ok: false; readonly code: 'conflict' };

export interface AppendTools {
  readonly db: Database;
  readonly keys: PersonKeys;
  readonly random: (n: number) => Uint8Array<ArrayBuffer>;
  readonly reserve: Reserve;
  /**
   * Rows as this store appended them last, by log: with them an append is prepared without asking the database first. The transaction compares
   * what lies there all the same.
   */
  readonly newest: Map<string, LogRow>;
}

interface Prepared {
  row: LogRow;
  readonly entries: EntryRow[];
  readonly disclosures: DisclosureRow[];
  readonly logged: Logged[];
  /** The person keys of this append, by subject. */
  readonly keys: Map<string, CryptoKey>;
}

const CONFLICT = { ok: false, code: 'conflict' } as const;

/** Whether something is sealed with it, under a key of a person: only under the log's lock, since two makers would each write the key's file. */
export function seals({ draft: { disclosures } }: Item): boolean {
  return Object.values(disclosures).some((value) => value !== undefined);
}

/** See LogStore.append. Under the log's lock where one of the items `seals`. */
export async function append(
  tools: AppendTools,
  log: string,
  expected: Expected,
  items: readonly Item[],
  gate: GateRow | null,
): Promise<Appended> {
  checkOpening(log, items, gate);
  // Nothing is recorded that could not be stopped in writing.
  if (gate?.state === 'open') await stored(() => tools.reserve.ensure());
  const write = () => attempt(tools, log, expected, items, gate);
  return mustBeWritten(items, gate) ? withReserve(tools.reserve, write) : write();
}

/** A no and what closes the gate use the reserve; nothing else does, so that it is there for them. */
function mustBeWritten(items: readonly Item[], gate: GateRow | null): boolean {
  const closes = gate !== null && gate.state !== 'open';
  return closes || items.some(({ draft: { entry } }) => entry.kind === 'answered' && entry.answer !== 'consented');
}

async function attempt(
  tools: AppendTools,
  log: string,
  expected: Expected,
  items: readonly Item[],
  gate: GateRow | null,
): Promise<Appended> {
  const known = tools.newest.get(log);
  const row = known && isHead(known, expected) ? known : await stored(() => tools.db.get('logs', log));
  if (!row) throw new Failure('unexpected', 'append to a log that does not exist');
  if (row.damaged) throw new Failure('damaged', 'nothing is appended to a damaged log');
  if (!isHead(row, expected)) return CONFLICT;
  const prepared = await prepare(tools, row, items);
  const done = await commit(tools.db, row, prepared, gate);
  if (done.ok) tools.newest.set(log, done.row);
  else tools.newest.delete(log);
  return done;
}

/** Log first, then order: a new epoch is stored as open only together with the entry that says so. */
function checkOpening(log: string, items: readonly Item[], gate: GateRow | null): void {
  if (gate && gate.log !== log) throw new Failure('unexpected', 'gate row of another log');
  if (gate?.state !== 'open') return;
  const said = items.some(({ draft: { entry } }) => entry.kind === 'gate-opened' && entry.epoch === gate.epoch);
  if (!said) throw new Failure('unexpected', 'gate opened without its entry');
}

/** All hashing and sealing, so that the transaction has nothing to wait for but the database. */
async function prepare(tools: AppendTools, row: LogRow, items: readonly Item[]): Promise<Prepared> {
  const prepared: Prepared = { row, entries: [], disclosures: [], logged: [], keys: new Map() };
  for (const { draft, at, seen } of items) {
    const { log, size: index, head: prev } = prepared.row;
    const sealed = await sealAll(tools, prepared, draft);
    // What was seen before the newest entry, but came later, takes that entry's time: a log's time never runs back.
    const time = index === 0 ? at : Math.max(at, prepared.row.lastAt);
    const salt = tools.random(SALT_BYTES);
    const { leaf, bytes } = makeLeaf({ log, index, prev, at: time, salt, seen, sealed, entry: draft.entry });
    prepared.entries.push({ log, index, leaf: bytes });
    prepared.logged.push({ index, at: timeOf(leaf), seen, entry: leaf.entry });
    const head = await leafHash(bytes);
    const before = knownFrontier(prepared.row);
    const frontier = before && { frontier: (await extended(before, fromBase64url(head) as Hash)).roots };
    prepared.row = { ...prepared.row, size: index + 1, head, lastAt: time, ...frontier };
  }
  return prepared;
}

/** Seals a draft's disclosures into rows and gives their commitments. */
async function sealAll({ keys, random }: AppendTools, prepared: Prepared, draft: Draft): Promise<Leaf['sealed']> {
  const fields = Object.entries(draft.disclosures) as [DisclosedField, string | undefined][];
  const sealed: Leaf['sealed'] = {};
  for (const [field, value] of fields) {
    if (value === undefined) continue;
    const { subject } = draft;
    if (subject === null) throw new Failure('unexpected', 'a disclosure belongs to nobody');
    const { log, size: index } = prepared.row;
    const key = prepared.keys.get(subject) ?? (await keys.take(log, subject));
    prepared.keys.set(subject, key);
    const text = disclosureText(random(SALT_BYTES), field, value);
    const iv = random(IV_BYTES);
    const place = { log, index, field, subject };
    sealed[field] = await commitmentOf(text);
    prepared.disclosures.push({ ...place, iv, sealed: await seal(key, iv, place, text) });
  }
  return sealed;
}

/**
 * The one durable step of an append: entries, disclosures, gate and head, all or nothing. A crash before it leaves at most keys that
 * seal nothing; a crash after it leaves an append whose caller never heard of it, and whose observations are known by `seen`.
 * Nothing but database requests may be awaited in here: the transaction would close itself.
 *
 * The head is asked for first and the writes follow at once, without waiting for it: a database answers in the order in which it was asked, so
 * what is not the head that was judged by is known before anything is durable, and ends the transaction with all that is in it.
 */
async function commit(db: Database, before: LogRow, prepared: Prepared, gate: GateRow | null): Promise<Appended> {
  const { row, logged } = prepared;
  const open = () => db.transaction(['logs', 'entries', 'disclosures', 'gates'], 'readwrite', { durability: 'strict' });
  let tx: ReturnType<typeof open> | null = null;
  try {
    tx = open();
    const same = tx
      .objectStore('logs')
      .get(row.log)
      .then((head) => checkHead(head, before));
    const entries = tx.objectStore('entries');
    const disclosures = tx.objectStore('disclosures');
    const gates = tx.objectStore('gates');
    // What a gate may become depends on what it is: that has to be waited for.
    const next = gate && nextGate((await Promise.all([gates.get(row.log), same]))[0] ?? null, gate);
    if (gate && !next) throw new Failure('unexpected', 'an epoch that was closed cannot open again');
    const writes: (() => Promise<unknown>)[] = [
      ...prepared.entries.map((entry) => () => entries.add(entry)),
      ...prepared.disclosures.map((disclosure) => () => disclosures.add(disclosure)),
      ...(next ? [() => gates.put(next)] : []),
      () => (tx as ReturnType<typeof open>).objectStore('logs').put(row),
    ];
    await Promise.all([same, ...writes.map(async (write) => write()), tx.done]);
    return { ok: true, row, logged };
  } catch (error) {
    if (tx) await giveUp(tx);
    if (error instanceof OtherHead) return CONFLICT;
    throw storageFailure(error, tx);
  }
}

/** Somebody else appended meanwhile. */
class OtherHead extends Error {
  override readonly name = 'OtherHead';
}

function checkHead(head: LogRow | undefined, before: LogRow): void {
  // Found meanwhile by another context.
  if (head?.damaged) throw new Failure('damaged', 'nothing is appended to a damaged log');
  if (!head || !isHead(head, before)) throw new OtherHead();
  checkFrontier(head, before);
}

/** Nothing is written over a tree that changed by itself: it would be repaired in silence. */
function checkFrontier(head: LogRow, before: LogRow): void {
  const [now, then] = [head.frontier ?? [], before.frontier ?? []];
  const same = now.length === then.length && now.every((root, i) => sameHash(root as Hash, then[i] as Hash));
  if (!same) throw new Failure('damaged', 'the tree is not the one that was written');
}

function isHead(row: LogRow, expected: Expected): boolean {
  return row.size === expected.size && row.head === expected.head;
}
