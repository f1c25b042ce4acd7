import { type Database, openDatabase } from '../../src/database/schema.ts';
import type { SavedSegment } from '../../src/export/webm.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import { Failure } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import type { MeetingRecord, MeetingSummary } from '../../src/model/record.ts';
import { recordOf, segmentsOf, summaryOf } from '../../src/session/record-view.ts';
import { readChunks } from '../../src/vault/chunks.ts';
import { readEpochKey } from '../../src/vault/epoch-keys.ts';
import { type KeyFiles, opfsKeyFiles } from '../../src/vault/key-files.ts';

/** What the records page reads. It never writes: entries are the worker's. */
export class Library {
  private constructor(
    private readonly db: Database,
    private readonly keys: KeyFiles,
    readonly store: LogStore,
  ) {}

  static async open(lost: () => void): Promise<Library> {
    const db = await openDatabase(lost);
    const keys = opfsKeyFiles(() => navigator.storage.getDirectory());
    return new Library(db, keys, openLogStore({ db, keys, random: (n) => crypto.getRandomValues(new Uint8Array(n)) }));
  }

  /** Newest first. A log that cannot be read is left out of the list and named in `damaged`. */
  async meetings(): Promise<{ meetings: MeetingSummary[]; damaged: string[] }> {
    const meetings: MeetingSummary[] = [];
    const damaged: string[] = [];
    for (const row of await this.store.logs()) {
      try {
        meetings.push(summaryOf(row, await this.store.read(row.log), await this.store.disclosuresOf(row.log, [0])));
      } catch (error) {
        console.error('a log cannot be read', row.log, error);
        damaged.push(row.log);
      }
    }
    return { meetings, damaged };
  }

  async record(log: LogId): Promise<MeetingRecord> {
    const row = await this.store.row(log);
    if (!row) throw new Failure('damaged', 'no such log');
    return recordOf(row, await this.store.read(log), await this.store.disclosures(log));
  }

  /** The recorded stretches of a meeting, to be read as often as needed; each chunk is checked and decrypted on the way. */
  async segments(log: LogId, signal: AbortSignal): Promise<SavedSegment[]> {
    const found = segmentsOf(await this.store.read(log));
    if (found.length === 0) throw new Failure('nothing-recorded');
    return Promise.all(
      found.map(async ({ epoch, mime, startedAt, kept }) => {
        const key = await readEpochKey(this.keys, epoch);
        return {
          epoch,
          mime,
          recordedAtMs: startedAt,
          chunks: () => readChunks(this.db, key, epoch, mime, signal, kept),
        };
      }),
    );
  }
}
