import { type Database, openDatabase } from '../../src/database/schema.ts';
import { stored } from '../../src/log/transaction.ts';
import { type GivenFile, KEPT_MAX, type MyConsent, type MyRequest } from '../../src/model/my-consent.ts';

/** Where what one agreed to lies. The worker writes answers and roots; this page adds what the host gave and what was asked of them since. */
export class Shelf {
  private constructor(private readonly db: Database) {}

  static async open(lost: () => void): Promise<Shelf> {
    return new Shelf(await openDatabase(lost));
  }

  /** Newest first. */
  async rows(): Promise<MyConsent[]> {
    const rows = await stored(() => this.db.getAll('consents'));
    return rows.sort((a, b) => b.askedAt - a.askedAt);
  }

  given(row: Pick<MyConsent, 'meeting' | 'ask'>, file: GivenFile): Promise<void> {
    return this.change(row, (now) => ({ ...now, given: [...now.given, file].slice(-KEPT_MAX) }));
  }

  requested(row: MyConsent, request: MyRequest): Promise<void> {
    return this.change(row, (now) => ({ ...now, requests: [...now.requests, request].slice(-KEPT_MAX) }));
  }

  remove({ meeting, ask }: MyConsent): Promise<void> {
    return stored(() => this.db.delete('consents', [meeting, ask]));
  }

  async putBack(row: MyConsent): Promise<void> {
    await stored(() => this.db.put('consents', row));
  }

  /** The key of the answer, while it is there: one is made for each stay in a meeting, and the next takes its place. */
  async answerKey({ meeting, answers }: MyConsent): Promise<CryptoKeyPair | null> {
    const key = answers.findLast(({ signed }) => signed !== null)?.signed?.key;
    const prefix = `answer-key/${meeting}`;
    const kept = await stored(() => this.db.getAll('settings', IDBKeyRange.bound(prefix, `${prefix}/\uffff`)));
    for (const one of kept) {
      const { pair } = one as { pair: CryptoKeyPair };
      const { x } = await crypto.subtle.exportKey('jwk', pair.publicKey);
      if (key !== undefined && x === key) return pair;
    }
    return null;
  }

  /** On top of what the worker may have written meanwhile. */
  private async change(
    { meeting, ask }: Pick<MyConsent, 'meeting' | 'ask'>,
    how: (now: MyConsent) => MyConsent,
  ): Promise<void> {
    await stored(async () => {
      const tx = this.db.transaction('consents', 'readwrite');
      const now = await tx.store.get([meeting, ask]);
      // A crash before it is durable leaves the row as it was, and the file can be checked again.
      if (now) await tx.store.put(how(now));
      await tx.done;
    });
  }
}
