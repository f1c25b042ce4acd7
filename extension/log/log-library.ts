import { type Database, type LogRow, openDatabase } from '../../src/database/schema.ts';
import { exportDeviceLog } from '../../src/export/device-log.ts';
import { checkNow } from '../../src/log/check-run.ts';
import { checkedOf } from '../../src/log/checked.ts';
import { checkFrontier } from '../../src/log/checkpoints.ts';
import { devicePages } from '../../src/log/device-log.ts';
import { deviceSigner, knownKey } from '../../src/log/device-signer.ts';
import { fingerprintOf } from '../../src/log/fingerprint.ts';
import { EMPTY_FRONTIER, extended, type Hash, treeOf } from '../../src/log/merkle.ts';
import { type Provable, proofOf } from '../../src/log/prove.ts';
import { readableEntries } from '../../src/log/readable.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import type { Logged } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import { base64url, fromBase64url, type LogId } from '../../src/model/id.ts';
import type { Damage } from '../../src/model/log-check.ts';
import type { LineProof, LogHead, LogPerson, LogStory } from '../../src/model/log-line.ts';
import { answerKeysIn, headOf, linesOf, namesIn } from '../../src/session/log-view.ts';
import { shownOf } from '../../src/session/record-view.ts';
import type { DeviceKey } from '../../src/ui/log/intents.ts';
import { opfsKeyFiles } from '../../src/vault/key-files.ts';
import { browserLocks } from '../../src/vault/locks.ts';

/** Told how far a reading is: entries so far, of all. */
type Progress = (done: number, total: number) => void;

/**
 * What the log page reads. Of the logs it writes nothing: entries are the worker's. It keeps what it signs for a proof, notes what a check
 * found, and closes what is damaged.
 */
export class LogLibrary {
  /** Trees of logs that something was proved of, for as long as the log does not grow. */
  private readonly trees = new Map<string, Provable>();

  private constructor(
    private readonly db: Database,
    private readonly store: LogStore,
  ) {}

  static async open(lost: () => void): Promise<LogLibrary> {
    const db = await openDatabase(lost);
    const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
    const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
    return new LogLibrary(db, openLogStore({ db, keys, random }));
  }

  /** Newest first. */
  async heads(): Promise<LogHead[]> {
    return Promise.all((await this.store.logs()).map((row) => this.head(row)));
  }

  private async head(row: LogRow): Promise<LogHead> {
    const checked = await checkedOf(this.db, row.log);
    const damaged = row.damaged === true || (checked?.damage.length ?? 0) > 0;
    return headOf(row, await this.meetingOf(row), checked, damaged);
  }

  /** The name of its meeting; '' where that is erased, or cannot be read any more. */
  private async meetingOf(row: LogRow): Promise<string> {
    try {
      return (await this.store.disclosuresOf(row.log, [0])).get(0)?.meeting ?? '';
    } catch (error) {
      if (error instanceof Failure && error.code === 'damaged') return '';
      throw error;
    }
  }

  /** Of a log that is damaged: what can still be read of it. Failure('cancelled') after an abort. */
  async story(log: LogId, signal: AbortSignal, progress: Progress): Promise<LogStory> {
    const row = await this.store.row(log);
    if (!row) throw new Failure('damaged', 'no such log');
    const head = await this.head(row);
    try {
      const entries: Logged[] = [];
      progress(0, row.size);
      for await (const page of this.store.pages(row)) {
        if (signal.aborted) throw new Failure('cancelled');
        for (const { logged } of page) entries.push(logged);
        progress(entries.length, row.size);
      }
      return this.told(head, entries, await this.store.disclosuresOf(log, shownOf(entries)), false);
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'damaged')) throw error;
      console.error('a log is damaged', log, error);
      const left = (await readableEntries(this.db, log)).map(({ index, at, entry }) => ({
        index,
        at,
        seen: '',
        entry,
      }));
      return this.told({ ...head, damaged: true }, left, new Map(), true);
    }
  }

  private async told(
    head: LogHead,
    entries: readonly Logged[],
    texts: Parameters<typeof linesOf>[2],
    broken: boolean,
  ): Promise<LogStory> {
    const keys = answerKeysIn(entries);
    const people: LogPerson[] = [];
    for (const [participant, name] of namesIn(entries, texts)) {
      const own = [...(keys.get(participant) ?? [])].map(async (key) => {
        return { key, fingerprint: await fingerprintOf(fromBase64url(key) ?? new Uint8Array()) };
      });
      people.push({ participant, name, keys: await Promise.all(own) });
    }
    return { head, people, lines: linesOf(head.log, entries, texts), broken };
  }

  /** The whole log is read for it, once, and held against the tree that is kept before anything is signed. */
  async prove(log: LogId, index: number): Promise<LineProof> {
    const row = await this.store.row(log);
    if (!row) throw new Failure('damaged', 'no such log');
    await this.store.checkTail(log);
    const known = this.trees.get(log);
    const provable = known?.row.head === row.head ? known : await this.provable(row);
    this.trees.set(log, provable);
    return proofOf(this.store, await deviceSigner(this.db), provable, index);
  }

  private async provable(row: LogRow): Promise<Provable> {
    const hashes: Hash[] = [];
    let frontier = EMPTY_FRONTIER;
    for await (const page of this.store.pages(row)) {
      for (const { hash } of page) {
        const bytes = fromBase64url(hash) as Hash;
        hashes.push(bytes);
        frontier = await extended(frontier, bytes);
      }
    }
    checkFrontier(row, frontier);
    return { row, tree: await treeOf(hashes) };
  }

  /** null: nothing was signed yet. */
  async device(): Promise<DeviceKey | null> {
    const key = await knownKey(this.db);
    if (!key) return null;
    return { key: base64url(key), fingerprint: await fingerprintOf(key), leaves: await this.db.count('device') };
  }

  async deviceLog(signal: AbortSignal): Promise<Blob> {
    const { key } = await deviceSigner(this.db);
    const parts: string[] = [];
    const order = { pages: () => devicePages(this.db), key, at: Date.now(), signal };
    for await (const part of exportDeviceLog(order)) parts.push(part);
    return new Blob(parts, { type: 'application/json' });
  }

  async check(signal: AbortSignal, progress: Progress): Promise<readonly Damage[]> {
    const tools = this.store.checkTools(await knownKey(this.db));
    return checkNow({ tools, now: () => Date.now(), signal, progress }, await this.store.logs());
  }
}
