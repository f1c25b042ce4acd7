import { type Database, type LogRow, openDatabase } from '../../src/database/schema.ts';
import { isNaming } from '../../src/export/telling.ts';
import { deviceSigner } from '../../src/log/device-signer.ts';
import type { Signer } from '../../src/log/signer.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import { Failure } from '../../src/model/failure.ts';
import type { LogId, ParticipantKey } from '../../src/model/id.ts';
import type { HeldBeside, MaybeSame, PersonRecord } from '../../src/model/person.ts';
import { accountOf } from '../../src/platforms/lasting.ts';
import { personOf } from '../../src/session/person-view.ts';
import { isAbout } from '../../src/session/reviews-about.ts';
import { heldPeople, isHeld } from '../../src/vault/holds.ts';
import { opfsKeyFiles } from '../../src/vault/key-files.ts';
import { browserLocks } from '../../src/vault/locks.ts';
import { writtenAbout } from '../../src/vault/reviews.ts';

/** What a person's page reads. It writes nothing but, at the first export, the device's signing key. */
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

  /** Failure('unknown-participant') when there is nobody of that id, Failure('damaged') for a log that cannot be read. */
  async person(log: LogId, participant: ParticipantKey): Promise<PersonRecord> {
    const row = await this.store.row(log);
    const found =
      row && personOf(row, await this.store.read(log), await this.store.disclosures(log), participant, accountOf);
    if (!found) throw new Failure('unknown-participant');
    return found;
  }

  /** What lies beside the log. */
  async beside({ log, platform, ids, account, recordings }: PersonRecord): Promise<HeldBeside> {
    const all = new Set<string>(recordings.map(({ epoch }) => epoch));
    const theirs = new Set<string>(recordings.filter(({ deleted }) => !deleted).map(({ epoch }) => epoch));
    const reviews = await writtenAbout(this.db, log);
    const copies = await this.db.getAllFromIndex('copies', 'log', log);
    const people = await heldPeople(this.db, log);
    const held = await Promise.all([...theirs].map((epoch) => isHeld(this.db, { log, epoch })));
    const met = account === null ? undefined : await this.db.get('met', await this.store.personHash(platform, account));
    return {
      notes: reviews.filter((one) => isAbout(all, one)).length,
      copies: copies.filter(({ epochs }) => epochs.some((epoch) => theirs.has(epoch))).length,
      held: held.includes(true) || ids.some(people),
      met: met !== undefined,
    };
  }

  /**
   * The same account, or only the same name, in other meetings; one log after the other. A log that cannot be read says nothing of anybody. Failure
   * ('cancelled') after an abort.
   */
  async *others(
    first: PersonRecord,
    signal: AbortSignal,
  ): AsyncGenerator<{ readonly found: readonly MaybeSame[]; readonly done: number; readonly total: number }, void> {
    const rows = (await this.store.logs()).filter(({ log, damaged }) => log !== first.log && !damaged);
    for (const [at, row] of rows.entries()) {
      if (signal.aborted) throw new Failure('cancelled');
      yield { found: await this.sameIn(row, first), done: at + 1, total: rows.length };
    }
  }

  private async sameIn(row: LogRow, first: PersonRecord): Promise<MaybeSame[]> {
    try {
      const entries = await this.store.read(row.log);
      const named = entries.filter(({ entry }) => isNaming(entry));
      const texts = await this.store.disclosuresOf(
        row.log,
        named.map(({ index }) => index),
      );
      const ids = new Map<ParticipantKey, MaybeSame['by']>();
      for (const { index, entry } of named) {
        if (!isNaming(entry) || (entry.kind === 'participant-joined' && entry.self)) continue;
        const said = texts.get(index);
        const account = row.platform === first.platform ? accountOf(row.platform, said?.site ?? null) : null;
        if (account !== null && account === first.account) ids.set(entry.participant, 'account');
        else if (first.names.some((name) => same(name, said?.name ?? '')) && !ids.has(entry.participant))
          ids.set(entry.participant, 'name');
      }
      if (ids.size === 0) return [];
      const all = await this.store.disclosures(row.log);
      const found = new Map<ParticipantKey, MaybeSame>();
      for (const [id, by] of ids) {
        const record = personOf(row, entries, all, id, accountOf);
        // Where the site shows accounts, another one with the same name is somebody else.
        const other = by === 'name' && record?.account != null && first.account !== null;
        if (record && !record.self && !other) found.set(record.participant, { record, by });
      }
      return [...found.values()];
    } catch (error) {
      if (error instanceof Failure && error.code === 'damaged') return [];
      throw error;
    }
  }
}

function same(one: string, other: string): boolean {
  const bare = (name: string) => name.normalize('NFKC').trim().toLocaleLowerCase();
  return bare(other) !== '' && bare(one) === bare(other);
}
