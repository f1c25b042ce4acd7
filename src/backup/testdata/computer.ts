import type { Signer } from '../../log/signer.ts';
import { openLogStore } from '../../log/store.ts';
import { ANA, countedBytes, EPOCH, id, item, LOG, MEETING, NINE, write } from '../../log/testdata/meeting.ts';
import { testSigner } from '../../log/testdata/signer.ts';
import type { EpochId } from '../../model/id.ts';
import type { Review, ReviewBody } from '../../model/review.ts';
import { sealChunk } from '../../vault/chunk-cipher.ts';
import { readChunks } from '../../vault/chunks.ts';
import { destroyEpochs } from '../../vault/destroy-epoch.ts';
import { createEpochKey, readEpochKey } from '../../vault/epoch-keys.ts';
import { openByPassphrase as openLock, protectByPassphrase } from '../../vault/protect.ts';
import { forRecipients, identitiesOf } from '../../vault/recipients.ts';
import { keepReview, openReviewKeys, readReviews } from '../../vault/reviews.ts';
import { readState } from '../../vault/state.ts';
import { TestVault } from '../../vault/testdata/vault.ts';
import { type BackupRow, keepBackupRow } from '../book.ts';
import { checkBackup } from '../check.ts';
import { type Opening, openByPassphrase } from '../open.ts';
import { openBackup } from '../read.ts';
import { type Judged, restore } from '../restore.ts';
import { backUp } from '../run.ts';
import { backupTools } from '../tools.ts';
import type { MemoryFolder } from './memory-folder.ts';

export const PASSPHRASE = 'four words and more';
export const MIME = 'audio/webm;codecs=opus';
export const SECOND = id('epoch', 2);
export const VAULT = 'AAAAAAAAAAAAAAAAAAAAAA';
const nothing = () => undefined;
export const calm = { signal: new AbortController().signal, progress: nothing };
export const allIsWell: Judged = { overdue: new Set(), people: new Set(), proved: () => true };

/** A computer with a vault, a log and recordings in it, as the product makes them. */
export class Computer {
  readonly store;

  private constructor(
    readonly vault: TestVault,
    readonly signer: Signer,
  ) {
    this.store = openLogStore({ db: vault.db, keys: vault.files, random: countedBytes(), signer: async () => signer });
  }

  /** key: which signing key is this computer's. */
  static async open(key = 42): Promise<Computer> {
    return new Computer(await TestVault.open(), await testSigner(key));
  }

  get db() {
    return this.vault.db;
  }

  /** A meeting with one epoch of so many chunks, sealed and logged. */
  async meet(chunks = 3): Promise<void> {
    await write(this.store, [...MEETING, ...(await this.recorded(EPOCH, chunks))]);
    await this.signed();
  }

  protect(): Promise<string> {
    return protectByPassphrase(this.vault, PASSPHRASE);
  }

  /** A further epoch of the same meeting. */
  async record(epoch: EpochId, chunks = 2): Promise<void> {
    await this.append(await this.recorded(epoch, chunks));
  }

  async append(items: Parameters<typeof write>[1]): Promise<void> {
    const row = await this.store.row(LOG);
    if (!row) throw new Error('no log');
    const done = await this.store.append(LOG, row, items, null);
    if (!done.ok) throw new Error('not appended');
  }

  private async recorded(epoch: EpochId, chunks: number) {
    const key = await createEpochKey(this.vault.files, epoch, forRecipients(this.vault.ground));
    let [prev, bytes] = ['', 0];
    for (let seq = 0; seq < chunks; seq++) {
      const content = new TextEncoder().encode(`${epoch} sound ${seq} `.repeat(20));
      const { sealed, hash } = await sealChunk(key, { log: LOG, epoch, seq, mime: MIME, prev }, content);
      await this.db.put('chunks', { log: LOG, epoch, seq, endAt: NINE + seq, bytes: content.length, sealed, hash });
      [prev, bytes] = [hash, bytes + content.length];
    }
    return [
      item({ kind: 'segment-started', epoch, mime: MIME, microphone: true, cipher: 'A256GCM' }, NINE + 61_000),
      item(
        { kind: 'segment-sealed', epoch, cause: 'ordered', chunks, bytes, ms: 1000, dropped: 0, lastHash: prev },
        NINE + 62_000,
      ),
    ];
  }

  private async signed(): Promise<void> {
    const row = await this.store.row(LOG);
    if (row) await this.store.checkpoint(row, this.signer);
  }

  async follow(row: Partial<BackupRow> = {}): Promise<void> {
    await keepBackupRow(this.db, {
      version: 1,
      vault: VAULT,
      folder: null,
      name: 'Backup',
      automatic: true,
      begun: false,
      kept: '',
      revision: -1,
      doneAt: null,
      failed: null,
      waiting: 0,
      ...row,
    });
  }

  async backUp(folder: MemoryFolder, signal = calm.signal) {
    return backUp(await backupTools(this.vault.ground, folder, this.signer.key, () => NINE), { ...calm, signal });
  }

  /** With the passphrase, or without anything. */
  async check(folder: MemoryFolder, passphrase: string | null = PASSPHRASE) {
    const root = await openBackup(folder);
    const opened = passphrase === null ? null : await openByPassphrase(root, this.vault.sealer, passphrase);
    return checkBackup({ folder, root, who: opened && { keys: [opened.identity], locked: false }, ...calm });
  }

  async restore(
    folder: MemoryFolder,
    how: {
      readonly opening?: Opening;
      readonly signal?: AbortSignal;
      readonly judge?: () => Promise<Judged>;
    } = {},
  ) {
    const root = await openBackup(folder);
    return restore({
      folder,
      root,
      ground: this.vault.ground,
      opening: how.opening ?? (await openByPassphrase(root, this.vault.sealer, PASSPHRASE)),
      judge: how.judge ?? (async () => allIsWell),
      signer: this.signer,
      random: countedBytes(),
      now: () => NINE,
      ...calm,
      ...(how.signal && { signal: how.signal }),
    });
  }

  /** What is heard of an epoch: its text, or the code of what keeps it from being heard. */
  async plays(epoch: EpochId, identity: string | null): Promise<string> {
    const entries = await this.store.read(LOG);
    const sealed = entries
      .map(({ entry }) => entry)
      .find((entry) => entry.kind === 'segment-sealed' && entry.epoch === epoch);
    const who = await identitiesOf(this.db, await readState(this.db), identity);
    try {
      const key = await readEpochKey(this.vault.files, epoch, who);
      const expected = sealed?.kind === 'segment-sealed' ? sealed : null;
      let heard = '';
      for await (const bytes of readChunks(this.db, key, epoch, MIME, calm.signal, expected))
        heard += new TextDecoder().decode(bytes);
      return heard;
    } catch (error) {
      return (error as { code?: string }).code ?? 'unexpected';
    }
  }

  /** Cut down to its last two chunks, as one piece under a name of its own. */
  async cut(epoch: EpochId): Promise<string> {
    const media = `${epoch}-1`;
    await this.recorded(media as EpochId, 2);
    const lastHash = (await this.db.get('chunks', [media, 1]))?.hash ?? '';
    const { files: keys } = this.vault;
    await keys.destroy('epochs', epoch);
    await this.db.delete('chunks', IDBKeyRange.bound([epoch, 0], [epoch, 99]));
    const pieces = [{ media, from: 300, ms: 700, chunks: 2, bytes: 10, lastHash }];
    await this.append([item({ kind: 'cut', epoch, from: 0, to: 300, pieces }, NINE + 95_000)]);
    return media;
  }

  /** A note about the first epoch, as a reviewer writes it. */
  async review(): Promise<void> {
    const { files: keys, ground } = this.vault;
    const tools = { db: this.db, keys, locks: ground.locks };
    const unlocked = await openLock(this.vault, PASSPHRASE);
    const who = await identitiesOf(this.db, await readState(this.db), unlocked);
    const body: ReviewBody = { v: 1, is: 'note', ms: 10, text: 'well asked', tags: [], by: 'Ana', at: NINE };
    const review: Review = { log: LOG, id: 'rAAAAAAAAAAAA', epoch: EPOCH, body };
    await keepReview(tools, openReviewKeys(tools, who), review, forRecipients(ground));
  }

  async reviewed(identity: string): Promise<string[]> {
    const who = await identitiesOf(this.db, await readState(this.db), identity);
    const open = openReviewKeys({ keys: this.vault.files }, who);
    const { reviews } = await readReviews(this.db, open, LOG, [EPOCH]);
    return reviews.flatMap(({ body }) => (body.is === 'note' ? [body.text] : []));
  }

  async names(): Promise<string[]> {
    const found = await this.store.disclosures(LOG);
    return [...found.values()].flatMap(({ name }) => (name ? [name] : []));
  }

  /** As retention does it: gone first, then logged. */
  async destroy(epoch: EpochId): Promise<void> {
    const { db } = this;
    const { files: keys, ground } = this.vault;
    await destroyEpochs({ db, keys, locks: ground.locks }, { log: LOG, epochs: [epoch], why: 'time-over' }, () =>
      this.append([item({ kind: 'deleted', epoch, why: 'time-over' }, NINE + 90_000)]),
    );
  }

  async eraseAna(): Promise<void> {
    await this.store.erase(LOG, ANA);
  }
}
