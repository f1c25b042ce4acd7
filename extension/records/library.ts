import { type Database, type LogRow, openDatabase, type RequestRow } from '../../src/database/schema.ts';
import type { SavedSegment } from '../../src/export/webm.ts';
import { deviceSigner } from '../../src/log/device-signer.ts';
import type { Signer } from '../../src/log/signer.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import type { Logged } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId, HoldId, LogId } from '../../src/model/id.ts';
import type { HeldPart, KeepingView, Namesake } from '../../src/model/keeping.ts';
import type { MeetingRecord, MeetingSummary, SetApart } from '../../src/model/record.ts';
import type { Part } from '../../src/player/player.ts';
import { CLOCK_KEY, type ClockRow } from '../../src/session/clock.ts';
import { type KeptSegment, recordOf, segmentsOf, shownOf, summaryOf } from '../../src/session/record-view.ts';
import { readChunks } from '../../src/vault/chunks.ts';
import { readEpochKey } from '../../src/vault/epoch-keys.ts';
import { activeHolds, everything, partsOf } from '../../src/vault/holds.ts';
import { type KeyFiles, opfsKeyFiles } from '../../src/vault/key-files.ts';
import { browserLocks } from '../../src/vault/locks.ts';
import { quarantined } from '../../src/vault/quarantine.ts';
import { identitiesOf } from '../../src/vault/recipients.ts';
import { requestRows } from '../../src/vault/requests.ts';
import { SealedMedia } from '../../src/vault/sealed-media.ts';
import { readState } from '../../src/vault/state.ts';
import type { Unlocked } from '../../src/vault/unlocked.ts';
import type { Identities } from '../../src/vault/wrap.ts';

/** Resolves when it is in the log that these epochs are opened, and rejects when they must not be. */
export type Leave = (epochs: EpochId[]) => Promise<void>;

/** A part as the player takes it, and where it lies. recordedAtMs: ms UTC of its beginning. */
export interface OpenPart extends Part {
  readonly media: string;
  readonly recordedAtMs: number;
}

export interface Listed {
  /** null: its log is damaged. */
  readonly meeting: MeetingSummary | null;
  readonly apart: SetApart | null;
  readonly done: number;
  readonly total: number;
}

/** What the records page reads. It writes nothing but, at the first export, the device's signing key: entries are the worker's. */
export class Library {
  private readonly known = new Map<string, { readonly head: string; readonly meeting: MeetingSummary | null }>();

  private constructor(
    private readonly db: Database,
    private readonly keys: KeyFiles,
    private readonly unlocked: Unlocked,
    readonly store: LogStore,
  ) {}

  static async open(unlocked: Unlocked, lost: () => void): Promise<Library> {
    const db = await openDatabase(lost);
    const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
    return new Library(
      db,
      keys,
      unlocked,
      openLogStore({ db, keys, random: (n) => crypto.getRandomValues(new Uint8Array(n)) }),
    );
  }

  /**
   * Newest first, one after the other, so that the list is of use before the last log is read. A log that cannot be read, or that has
   * an epoch in quarantine, is named as set apart. A log whose head has not moved since is not read again.
   */
  async *meetings(signal: AbortSignal): AsyncGenerator<Listed, void> {
    const held = await quarantined(this.db);
    const rows = await this.store.logs();
    const logs = new Set(rows.map(({ log }) => log));
    const lost = held.filter(({ log }) => !logs.has(log));
    const total = rows.length + lost.length;
    for (const [at, row] of rows.entries()) {
      if (signal.aborted) return;
      const known = this.known.get(row.log);
      const meeting = known?.head === row.head ? known.meeting : await this.summary(row);
      this.known.set(row.log, { head: row.head, meeting });
      const why = meeting && !row.damaged ? held.find(({ log }) => log === row.log)?.why : 'damaged';
      const apart = why ? { log: row.log as LogId, openedAt: row.openedAt, why } : null;
      yield { meeting, apart, done: at + 1, total };
    }
    // Chunks of a log that is not there at all.
    for (const [at, { log, at: openedAt, why }] of lost.entries())
      yield { meeting: null, apart: { log: log as LogId, openedAt, why }, done: rows.length + at + 1, total };
  }

  /** The legal holds that are in force, and why the date is in doubt. */
  async keeping(): Promise<Pick<KeepingView, 'holds' | 'doubt'>> {
    const rows = await activeHolds(this.db);
    const clock = (await this.db.get('settings', CLOCK_KEY)) as ClockRow | undefined;
    const all = await everything(this.db);
    const holds = rows.map(({ id, over, matter, who, why, setAt, parts }) => {
      const read = partsOf({ parts });
      const held = (read ?? all).map(({ log, epochs, person }) => ({ log, epochs, person }) as HeldPart);
      return {
        id: id as HoldId,
        over,
        matter: written(matter),
        who: written(who),
        why: written(why),
        setAt: Number.isFinite(setAt) ? setAt : null,
        legible: read !== null,
        parts: held,
      };
    });
    return { holds, doubt: clock?.doubt ?? null };
  }

  /** People who once had this very name in other meetings; a log that cannot be read has none. progress: logs so far. */
  async namesakes(
    { log, name }: { readonly log: LogId; readonly name: string },
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<Namesake[]> {
    const found: Namesake[] = [];
    const rows = (await this.store.logs()).filter((row) => row.log !== log);
    for (const [done, row] of rows.entries()) {
      progress(done, rows.length);
      if (signal.aborted) throw new Failure('cancelled');
      const one = await this.namesakeIn(row, name.trim().toLocaleLowerCase()).catch((error: unknown) => {
        console.warn('not looked through', row.log, error);
        return null;
      });
      if (one) found.push(one);
    }
    return found;
  }

  private async namesakeIn(row: LogRow, name: string): Promise<Namesake | null> {
    const entries = await this.store.read(row.log);
    const named = entries.flatMap(({ index, entry }) =>
      entry.kind === 'participant-joined' || entry.kind === 'participant-renamed'
        ? [{ index, participant: entry.participant }]
        : [],
    );
    const texts = await this.store.disclosuresOf(row.log, [0, ...named.map(({ index }) => index)]);
    const same = named.find(({ index }) => texts.get(index)?.name?.trim().toLocaleLowerCase() === name);
    if (!same) return null;
    const meeting = texts.get(0)?.meeting ?? '';
    return { log: row.log as LogId, participant: same.participant, meeting, openedAt: row.openedAt };
  }

  /** What participants asked for. */
  requests(): Promise<RequestRow[]> {
    return requestRows(this.db);
  }

  /** Signs exports in the name of this device. */
  signer(): Promise<Signer> {
    return deviceSigner(this.db);
  }

  private async summary(row: LogRow): Promise<MeetingSummary | null> {
    try {
      return summaryOf(row, await this.store.read(row.log), await this.store.disclosuresOf(row.log, [0]));
    } catch (error) {
      console.error('a log cannot be read', row.log, error);
      // A database that fails says nothing about this log: then there is no list, and nobody is told that a log is damaged.
      if (error instanceof Failure && error.code !== 'damaged') throw error;
      return null;
    }
  }

  /**
   * Read and checked page by page, once for everything that is shown of it; progress: entries so far. Failure('cancelled') after an abort.
   */
  async record(
    log: LogId,
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<{ readonly record: MeetingRecord; readonly entries: readonly Logged[] }> {
    const row = await this.store.row(log);
    if (!row) throw new Failure('damaged', 'no such log');
    const entries: Logged[] = [];
    progress(0, row.size);
    for await (const page of this.store.pages(row)) {
      if (signal.aborted) throw new Failure('cancelled');
      for (const leaf of page) entries.push(leaf.logged);
      progress(entries.length, row.size);
    }
    return { record: recordOf(row, entries, await this.store.disclosuresOf(log, shownOf(entries))), entries };
  }

  /**
   * The recorded stretches of a meeting, to be read as often as needed; each chunk is checked and decrypted on the way. No key is read before
   * `leave` says that it is in the log what they are opened for.
   */
  async segments(log: LogId, leave: Leave, signal: AbortSignal): Promise<SavedSegment[]> {
    const { found, who } = await this.leaveFor(log, leave, signal);
    return Promise.all(
      found.map(async ({ epoch, media, from, mime, startedAt, kept }) => {
        const key = await readEpochKey(this.keys, media, who);
        return {
          epoch,
          mime,
          from,
          recordedAtMs: startedAt,
          chunks: () => readChunks(this.db, key, media, mime, signal, kept),
        };
      }),
    );
  }

  /** The same for a player, which reads a little here and there; each key is read when its part is played. */
  async parts(log: LogId, leave: Leave, signal: AbortSignal): Promise<OpenPart[]> {
    const { found, who } = await this.leaveFor(log, leave, signal);
    return found.map(({ epoch, media, from, mime, startedAt, ms, offset, kept }) => ({
      epoch,
      media,
      recordedAtMs: startedAt,
      from,
      offset,
      ms,
      mime,
      open: () => SealedMedia.open(this.db, () => readEpochKey(this.keys, media, who), media, mime, kept),
    }));
  }

  private async leaveFor(
    log: LogId,
    leave: Leave,
    signal: AbortSignal,
  ): Promise<{ readonly found: readonly KeptSegment[]; readonly who: Identities }> {
    const all = segmentsOf(await this.store.read(log));
    const set = new Set((await quarantined(this.db)).map(({ epoch }) => epoch));
    const found = all.filter(({ epoch }) => !set.has(epoch));
    if (found.length === 0 && set.size > 0 && all.length > 0) throw new Failure('quarantined', log);
    if (found.length === 0) throw new Failure('nothing-recorded');
    const who = await this.who();
    await leave([...new Set(found.map(({ epoch }) => epoch))]);
    if (signal.aborted) throw new Failure('cancelled');
    return { found, who };
  }

  /** Failure('vault-locked'): a protected vault opens nothing before somebody has unlocked it, not even what still lies there bare. */
  private async who(): Promise<Identities> {
    const state = await readState(this.db);
    const opened = state.lock ? await this.unlocked.read() : null;
    if (state.opensWith === 'lock' && !opened) throw new Failure('vault-locked');
    return identitiesOf(this.db, state, opened?.identity ?? null);
  }
}

/** Whatever stands there that is no text says nothing. */
function written(text: unknown): string {
  return typeof text === 'string' ? text : '';
}
