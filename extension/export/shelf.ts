import { blankDirectory, learn } from '../../src/consent/directory.ts';
import { type Database, openDatabase } from '../../src/database/schema.ts';
import { isNaming } from '../../src/export/telling.ts';
import { deviceSigner } from '../../src/log/device-signer.ts';
import type { Signer } from '../../src/log/signer.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import type { ExportMeeting } from '../../src/model/export-form.ts';
import { Failure } from '../../src/model/failure.ts';
import type { LogId, ParticipantKey } from '../../src/model/id.ts';
import { opfsKeyFiles } from '../../src/vault/key-files.ts';
import { browserLocks } from '../../src/vault/locks.ts';

/** Whoever is in some meetings: names in the order in which they first came in, and the keys that each has there. */
export type Persons = ReadonlyMap<string, ReadonlySet<ParticipantKey>>;

/** What the export page reads. It writes nothing but, at the first export, the device's signing key: entries are the worker's. */
export class Shelf {
  private constructor(
    private readonly db: Database,
    readonly store: LogStore,
  ) {}

  static async open(lost: () => void): Promise<Shelf> {
    const db = await openDatabase(lost);
    const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
    return new Shelf(db, openLogStore({ db, keys, random: (n) => crypto.getRandomValues(new Uint8Array(n)) }));
  }

  signer(): Promise<Signer> {
    return deviceSigner(this.db);
  }

  /** Newest first. A log whose first entry cannot be opened is listed all the same: whether it is whole is found out when it is exported. */
  async meetings(): Promise<ExportMeeting[]> {
    const rows = (await this.store.logs()).filter(({ size }) => size > 0);
    return Promise.all(
      rows.map(async ({ log, platform, openedAt, size }) => {
        const name = (await this.opened(log)) ?? '';
        return { log: log as LogId, name, platform, openedAt, entries: size };
      }),
    );
  }

  private async opened(log: string): Promise<string | undefined> {
    try {
      return (await this.store.disclosuresOf(log, [0])).get(0)?.meeting;
    } catch (error) {
      if (error instanceof Failure && error.code === 'damaged') return undefined;
      throw error;
    }
  }

  /** Every name that somebody has in these logs in the end; whoever is the same person by the host's word has all keys of theirs. */
  async people(logs: Iterable<LogId>, signal: AbortSignal): Promise<Persons> {
    const persons = new Map<string, Set<ParticipantKey>>();
    for (const log of logs) {
      for (const [key, name] of await this.namesIn(log, signal)) {
        if (name !== '') persons.set(name, (persons.get(name) ?? new Set()).add(key));
      }
    }
    return persons;
  }

  private async namesIn(log: LogId, signal: AbortSignal): Promise<Map<ParticipantKey, string>> {
    const row = await this.store.row(log);
    if (!row) throw new Failure('damaged', 'no such log');
    const directory = blankDirectory();
    const same = new Map<ParticipantKey, ParticipantKey>();
    for await (const page of this.store.pages(row)) {
      if (signal.aborted) throw new Failure('cancelled');
      const named = page.map(({ logged }) => logged).filter(({ entry }) => isNaming(entry));
      const texts = await this.store.disclosuresOf(
        log,
        named.map(({ index }) => index),
      );
      for (const logged of named) learn(directory, logged, texts.get(logged.index) ?? {});
      for (const { logged } of page)
        if (logged.entry.kind === 'participant-matched') same.set(logged.entry.participant, logged.entry.as);
    }
    const nameOf = (key: ParticipantKey) => directory.people.get(key)?.name ?? '';
    return new Map([...directory.people.keys()].map((key) => [key, nameOf(same.get(key) ?? key)]));
  }
}
