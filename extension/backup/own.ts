import browser from 'webextension-polyfill';
import { backupRow, forgetMeetingBooks, keepBackupRow, newBackupRow } from '../../src/backup/book.ts';
import { backUpChosen, betweenRuns } from '../../src/backup/by-itself.ts';
import { checkBackup } from '../../src/backup/check.ts';
import { chosenFolder } from '../../src/backup/folder.ts';
import { lookAtBackup } from '../../src/backup/look.ts';
import { askToWrite, mayWrite, pickFolder, placeIn } from '../../src/backup/place.ts';
import { openBackup } from '../../src/backup/read.ts';
import { takeBooks } from '../../src/backup/take-books.ts';
import { Job, type Told } from '../../src/files/job.ts';
import { knownKey } from '../../src/log/device-signer.ts';
import type { BackupToWorker } from '../../src/messages/backup-to-worker.ts';
import type { BackupDoing, BackupView } from '../../src/model/backup.ts';
import { codeOf } from '../../src/model/code-of.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Ground } from '../../src/vault/ground.ts';
import { identitiesOf } from '../../src/vault/recipients.ts';
import { readState } from '../../src/vault/state.ts';
import type { Unlocked } from '../../src/vault/unlocked.ts';

/** The page's hand on this computer's own backup. */
export class OwnBackup {
  view: BackupView | null = null;
  doing: BackupDoing = { is: 'idle' };
  readonly #job = new Job();

  constructor(
    private readonly ground: Ground,
    private readonly unlocked: Unlocked,
    private readonly drawn: () => void,
  ) {}

  async look(): Promise<void> {
    const row = await backupRow(await this.ground.database());
    const leave = row && !(await mayWrite(row.folder as FileSystemDirectoryHandle)) ? 'ask' : 'given';
    this.view = await lookAtBackup(this.ground, { leave, persists: await navigator.storage.persisted() });
    this.drawn();
  }

  /** From a press. Where this computer's backup is already, it goes on; somebody else's is refused. */
  async choose(): Promise<void> {
    await this.#failing(async () => {
      const picked = await pickFolder('readwrite');
      if (!picked) return;
      const folder = await placeIn(picked);
      await this.#follow(folder, folder === picked ? picked.name : `${picked.name}/${folder.name}`);
      // Chrome may say no; the data is then as safe as it was.
      await navigator.storage.persist();
      this.backUp();
    });
  }

  async #follow(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
    await betweenRuns(this.ground, async () => {
      const db = await this.ground.database();
      const before = await backupRow(db);
      const there = await openBackup(chosenFolder(folder)).catch((error: unknown) => {
        if (error instanceof Failure && error.code === 'backup-none') return null;
        throw error;
      });
      if (there && there.vault !== before?.vault) throw new Failure('backup-other');
      const known = before ?? newBackupRow((n) => crypto.getRandomValues(new Uint8Array(n)), folder, name);
      await takeBooks(db, chosenFolder(folder));
      await keepBackupRow(db, { ...known, folder, name, begun: there !== null, kept: '', failed: null });
    });
  }

  async setAutomatic(automatic: boolean): Promise<void> {
    await this.#change((row) => ({ ...row, automatic }));
    if (automatic) await tell('back-up');
  }

  async allow(): Promise<void> {
    await this.#failing(async () => {
      const row = await backupRow(await this.ground.database());
      if (!row) return;
      if (!(await askToWrite(row.folder as FileSystemDirectoryHandle))) throw new Failure('backup-permission');
      await this.#change((now) => ({ ...now, failed: null }));
      this.backUp();
    });
  }

  backUp(): void {
    this.#now({ is: 'backing-up', share: 0, bytes: 0 });
    let written = 0;
    const told = this.#told((share) => ({ is: 'backing-up', share, bytes: written }));
    this.#job.start(told, async (signal, share) => {
      const key = await knownKey(await this.ground.database());
      const progress = (done: number, bytes: number) => {
        written = bytes;
        share(done);
      };
      const what = await backUpChosen(this.ground, key, { signal, progress });
      this.#now({ is: 'backed-up', what });
    });
  }

  check(): void {
    this.#now({ is: 'checking', share: 0, bytes: 0 });
    const told = this.#told((share) => ({ is: 'checking', share, bytes: 0 }));
    this.#job.start(told, async (signal, progress) => {
      const db = await this.ground.database();
      const row = await backupRow(db);
      if (!row) throw new Failure('unexpected', 'there is no backup');
      const folder = chosenFolder(row.folder as FileSystemDirectoryHandle);
      const opened = (await this.unlocked.read())?.identity ?? null;
      const { keys } = await identitiesOf(db, await readState(db), opened);
      // The key of this computer opens nothing elsewhere, so it proves nothing here.
      const who = opened ? { keys: keys.filter((one) => one === opened), locked: false } : null;
      const root = await openBackup(folder);
      const what = await checkBackup({ folder, root, who, signal, progress });
      this.#now({ is: 'checked', what, opened: who !== null });
    });
  }

  cancel(): void {
    this.#job.cancel();
  }

  async stop(): Promise<void> {
    await this.#failing(() =>
      betweenRuns(this.ground, async () => {
        const db = await this.ground.database();
        await forgetMeetingBooks(db);
        await keepBackupRow(db, null);
      }),
    );
  }

  async #change(change: (row: NonNullable<Awaited<ReturnType<typeof backupRow>>>) => typeof row): Promise<void> {
    const db = await this.ground.database();
    const row = await backupRow(db);
    if (row) await keepBackupRow(db, change(row));
    await this.look();
  }

  #told(running: (share: number) => BackupDoing): Told {
    return {
      share: (share) => this.#now(running(share)),
      done: () => this.#looked(),
      failed: (code) => {
        this.#now(code === 'cancelled' ? { is: 'idle' } : { is: 'failed', code });
        this.#looked();
      },
    };
  }

  #looked(): void {
    this.look().catch((error: unknown) => console.error('backup', error));
  }

  async #failing(work: () => Promise<void>): Promise<void> {
    try {
      this.#now({ is: 'idle' });
      await work();
    } catch (error) {
      console.warn('backup:', error);
      this.#now({ is: 'failed', code: codeOf(error) });
    }
    await this.look();
  }

  #now(doing: BackupDoing): void {
    this.doing = doing;
    this.drawn();
  }
}

/** The worker does by itself what can be done; nobody waits for it. */
export async function tell(ask: BackupToWorker['ask']): Promise<void> {
  const message: BackupToWorker = { to: 'worker', ask };
  await browser.runtime.sendMessage(message).catch((error: unknown) => console.warn('the worker was not told', error));
}
