import { type Reserve, withReserve } from '../database/reserve.ts';
import type { Database, LogRow, SnapshotRow } from '../database/schema.ts';
import { ed25519Of } from '../model/ed25519.ts';
import type { DisclosedField, Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import type { GateRow } from '../model/gate.ts';
import { base64url, type LogId } from '../model/id.ts';
import type { KeyFiles } from '../vault/key-files.ts';
import { type Appended, append, type Expected, type Item, seals } from './append.ts';
import type { Link } from './chain.ts';
import { checkpointsOf, isWorthSigning, keepCheckpoint } from './checkpoints.ts';
import { Damaged } from './damage.ts';
import { exclusive } from './exclusive.ts';
import { forget, type Goes } from './forget.ts';
import type { FullCheckTools } from './full-check.ts';
import { leafText, NO_LEAF } from './leaf.ts';
import { personKeys } from './person-keys.ts';
import { leafPages, type Opened, openAt, openRange, PAGE, type ReadLeaf } from './reading.ts';
import { type Closing, closeGate, deviceKey, erase, newestOf, removeDisclosures } from './rows.ts';
import { HASH_KEY_BYTES, hashMeeting, hashPerson } from './seen.ts';
import type { Signer } from './signer.ts';
import { checkTail } from './tail.ts';
import { stored } from './transaction.ts';

export type { Appended, Expected, Item } from './append.ts';
export type { Opened, ReadLeaf } from './reading.ts';
export type { Closing } from './rows.ts';

export interface StoreTools {
  readonly db: Database;
  readonly keys: KeyFiles;
  /** n cryptographically random bytes. */
  readonly random: (n: number) => Uint8Array<ArrayBuffer>;
  /** Room for a withdrawal. Whoever only reads needs none. */
  readonly reserve?: Reserve;
  /** Signs a checkpoint whenever recording begins or ends. Whoever only reads needs none. */
  readonly signer?: () => Promise<Signer>;
}

const NO_RESERVE: Reserve = { ensure: async () => undefined, release: async () => false };

export type Disclosures = Map<number, Partial<Record<DisclosedField, string>>>;

/**
 * The logs in IndexedDB. Every method may fail with Failure: 'disk-full', 'storage-failed', 'damaged' (a row is not what the log
 * says; the detail names the entry and nothing is repaired), 'unexpected' (a mistake of the caller).
 */
export interface LogStore {
  /** An empty log. at: ms UTC. */
  create(opening: { log: LogId; platform: string; meeting: string; at: number }): Promise<LogRow>;
  row(log: string): Promise<LogRow | null>;
  /** Newest first. */
  logs(): Promise<LogRow[]>;
  /** Newest log of a meeting (by meetingHash) whose last entry is at `since` (ms UTC) or later. */
  findMeeting(meeting: string, since: number): Promise<LogRow | null>;
  /** Keyed hash of a site's meeting id under a random key of this device, made at first use. */
  meetingHash(platform: string, siteMeetingId: string): Promise<string>;
  /** The same of the site's id of somebody's account. */
  personHash(platform: string, account: string): Promise<string>;
  /** The whole log, every leaf checked. Empty for a log that does not exist. */
  read(log: string): Promise<Logged[]>;
  /**
   * The same page by page up to the size in `row`, with exact texts and hashes. after: go on from a place that this log had before;
   * what lies before it is not looked at.
   */
  pages(row: LogRow, after?: Link): AsyncGenerator<readonly ReadLeaf[], void>;
  /** Exact text of one leaf, as it lies there. Failure('damaged') when it is not there, or is no text. */
  leaf(log: string, index: number): Promise<string>;
  /** What can be opened of the entries from..to, both included. Erased fields are absent. */
  opened(log: string, from: number, to: number): Promise<Opened[]>;
  /** By entry index; erased fields are absent, and so are entries that have none left. */
  disclosures(log: string): Promise<Disclosures>;
  disclosuresOf(log: string, indexes: readonly number[]): Promise<Disclosures>;
  /**
   * Appends all or nothing, if size and head still are as expected; else 'conflict', and nothing is stored. An open gate row with a
   * new epoch must come with its `gate-opened` entry, and an epoch that was drained or closed never opens again: 'unexpected'. A
   * closing row never undoes a closing that came before it, and the earlier cut stays.
   */
  append(log: string, expected: Expected, items: readonly Item[], gate: GateRow | null): Promise<Appended>;
  gate(log: string): Promise<GateRow | null>;
  /** Closes (or drains) the log's gate, from any context; gives the row as it stands then. Never opens, keeps the earlier cut. */
  closeGate(log: string, how: Closing): Promise<GateRow>;
  /** What was signed of a log before it had `size` entries: notes, the oldest first. */
  checkpoints(log: string, size: number): Promise<readonly string[]>;
  /**
   * Signed note of a log as it stands in `row`, for an export or a receipt. It is kept, with its leaf of the device log, unless one of
   * that size is kept already. What `row` says of the tree must have been held against the leaves before.
   */
  checkpoint(row: LogRow, signer: Signer): Promise<string>;
  /** Throws Damaged when the end of a log is not what it should be, or the log was found damaged before; see tail.ts. */
  checkTail(log: string): Promise<void>;
  /** What a full check of the logs takes; see check-run.ts. key: the device's public one, null while nothing was signed. */
  checkTools(key: Uint8Array<ArrayBuffer> | null): FullCheckTools;
  /** The newest snapshot of a log, of whatever version; see SnapshotRow. */
  snapshot(log: string): Promise<SnapshotRow | null>;
  keepSnapshot(row: SnapshotRow): Promise<void>;
  /** Destroys a person's key and their disclosures in this log; the proof of their answers stays. Gives how many fields went. */
  erase(log: string, subject: string): Promise<number>;
  /** Destroys some of a person's disclosures with the key that sealed them, and keeps the others; see forget.ts. */
  forget(log: string, subject: string, goes: Goes): Promise<number>;
}

export function openLogStore({ db, keys: files, random, reserve = NO_RESERVE, signer }: StoreTools): LogStore {
  const keys = personKeys(files, random, (log, subject) => removeDisclosures(db, log, subject));
  const locked = <T>(log: string, work: () => Promise<T>) => exclusive(`ask-to-record/log/${log}`, work);
  const newest = new Map<string, LogRow>();
  const rowOf = async (log: string) => (await stored(() => db.get('logs', log))) ?? null;

  /** Behind the append, and nothing waits for it: what it covers is durable, and the next one covers it again. */
  async function sign(row: LogRow): Promise<void> {
    try {
      if (signer) await keepCheckpoint({ db, random }, await signer(), row);
    } catch (error) {
      console.warn('no checkpoint was signed:', error);
    }
  }

  const byEntry = (opened: Iterable<Opened>): Disclosures => {
    const found: Disclosures = new Map();
    for (const { index, field, value } of opened) found.set(index, { ...found.get(index), [field]: value });
    return found;
  };

  return {
    async create({ log, platform, meeting, at }) {
      if (!/^l[A-Za-z0-9_-]{12}$/.test(log)) throw new Failure('unexpected', 'not a log id');
      const seenKey = base64url(random(HASH_KEY_BYTES));
      const row = { log, platform, meeting, openedAt: at, lastAt: at, size: 0, head: NO_LEAF, seenKey };
      // A crash after this leaves an empty log, which the next look at the same meeting finds and goes on with.
      await stored(() => db.add('logs', row));
      return row;
    },
    row: rowOf,
    logs: async () => (await stored(() => db.getAll('logs'))).sort((a, b) => b.openedAt - a.openedAt),
    findMeeting: async (meeting, since) => newestOf(await stored(() => db.getAll('logs')), meeting, since),
    meetingHash: async (platform, site) => hashMeeting(await deviceKey(db, random), platform, site),
    personHash: async (platform, account) => hashPerson(await deviceKey(db, random), platform, account),
    async read(log) {
      const row = await rowOf(log);
      const logged: Logged[] = [];
      if (row) for await (const page of leafPages(db, row)) for (const leaf of page) logged.push(leaf.logged);
      return logged;
    },
    pages: (row, after) => leafPages(db, row, after),
    async leaf(log, index) {
      const text = leafText((await stored(() => db.get('entries', [log, index])))?.leaf ?? new Uint8Array());
      if (!text) throw new Damaged('entry', index, `entry ${index}: missing`);
      return text;
    },
    opened: (log, from, to) => openRange(db, keys, log, from, to),
    async disclosures(log) {
      const size = (await rowOf(log))?.size ?? 0;
      const opened: Opened[] = [];
      for (let from = 0; from < size; from += PAGE)
        opened.push(...(await openRange(db, keys, log, from, Math.min(from + PAGE, size) - 1)));
      return byEntry(opened);
    },
    disclosuresOf: async (log, indexes) => byEntry(await openAt(db, keys, log, indexes)),
    async append(log, expected, items, gate) {
      const write = () => append({ db, keys, random, reserve, newest }, log, expected, items, gate);
      // The turn is for whoever makes a key. What is no head any more is found by the transaction, with and without it.
      const done = await (items.some(seals) ? locked(log, write) : write());
      if (done.ok && items.some(({ draft }) => isWorthSigning(draft.entry))) void sign(done.row);
      return done;
    },
    checkpoints: (log, size) => checkpointsOf(db, log, size),
    checkpoint: (row, by) => keepCheckpoint({ db, random }, by, row),
    gate: async (log) => (await stored(() => db.get('gates', log))) ?? null,
    closeGate: (log, how) => withReserve(reserve, () => closeGate(db, log, how)),
    checkTail: (log) => checkTail(db, log),
    checkTools: (key) => ({ db, keys, key, verify: ed25519Of(crypto.subtle) }),
    snapshot: async (log) => (await stored(() => db.get('snapshots', log))) ?? null,
    // A crash before it is durable leaves the one before, or none: more of the log is read then.
    keepSnapshot: (row) => stored(async () => void (await db.put('snapshots', row))),
    erase: (log, subject) => locked(log, () => erase(db, keys, log, subject)),
    forget: (log, subject, goes) => locked(log, () => forget(db, keys, random, log, subject, goes)),
  };
}
