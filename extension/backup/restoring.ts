import { checkBackup } from '../../src/backup/check.ts';
import { chosenFolder, type Folder } from '../../src/backup/folder.ts';
import type { Root } from '../../src/backup/layout.ts';
import { type Opening, openByIdentity, openByPasskey, openByPassphrase } from '../../src/backup/open.ts';
import { backupIn, pickFolder } from '../../src/backup/place.ts';
import { meetingFolders, openBackup } from '../../src/backup/read.ts';
import { type Judged, restore } from '../../src/backup/restore.ts';
import { isConsentIntact } from '../../src/consent/intact.ts';
import { Job } from '../../src/files/job.ts';
import { deviceSigner } from '../../src/log/device-signer.ts';
import type { BackupOpener, FoundBackup, RestoreDoing, Restored } from '../../src/model/backup.ts';
import { codeOf } from '../../src/model/code-of.ts';
import type { Logged } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId } from '../../src/model/id.ts';
import { overdue } from '../../src/session/retention.ts';
import { heldPeople, isHeld } from '../../src/vault/holds.ts';
import type { Hand } from '../../src/vault/protect.ts';
import { readState } from '../../src/vault/state.ts';
import type { Unlocked } from '../../src/vault/unlocked.ts';
import { tell } from './own.ts';

interface Picked {
  readonly folder: Folder;
  readonly root: Root;
  readonly found: FoundBackup;
}

/** The page's hand on a backup that somebody has picked: to look whether it is whole, and to bring it onto this computer. */
export class Restoring {
  doing: RestoreDoing = { is: 'none', failed: null };
  #picked: Picked | null = null;
  readonly #job = new Job();

  constructor(
    private readonly hand: Hand,
    private readonly unlocked: Unlocked,
    private readonly drawn: () => void,
  ) {}

  /** From a press. */
  async pick(): Promise<void> {
    try {
      const chosen = await pickFolder('read');
      if (!chosen) return;
      const there = await backupIn(chosen);
      if (!there) throw new Failure('backup-none');
      const folder = chosenFolder(there);
      const root = await openBackup(folder);
      const state = await readState(await this.hand.ground.database());
      const found: FoundBackup = {
        name: chosen.name,
        meetings: (await meetingFolders(folder)).length,
        passphrase: [root.lock, ...root.older].some((lock) => Boolean(lock?.passphrase)),
        passkeys: (root.lock?.passkeys ?? []).map(({ credential, addedAt }) => ({ credential, addedAt })),
        ownLock: state.lock !== null,
      };
      this.#picked = { folder, root, found };
      this.#now({ is: 'picked', found, failed: null });
    } catch (error) {
      console.warn('restore:', error);
      this.#picked = null;
      this.#now({ is: 'none', failed: codeOf(error) });
    }
  }

  open(opener: BackupOpener, check: boolean): void {
    const picked = this.#picked;
    if (!picked) return;
    const { found } = picked;
    this.#now({ is: 'opening', found });
    let restored: Restored | null = null;
    this.#job.start(
      {
        share: (share) => this.#now({ is: 'running', found, check, share }),
        done: () => restored && this.#now({ is: 'done', what: restored }),
        failed: (code) => this.#now({ is: 'picked', found, failed: code === 'cancelled' ? null : code }),
      },
      async (signal, progress) => {
        const opening = await this.#opening(picked.root, opener);
        const who = { keys: [opening.identity], locked: false };
        this.#now({ is: 'running', found, check, share: 0 });
        if (check) {
          const what = await checkBackup({ ...picked, who, signal, progress });
          this.#now({ is: 'checked', found, what });
          return;
        }
        restored = await this.#restore(picked, opening, opener, { signal, progress });
      },
    );
  }

  cancel(): void {
    this.#job.cancel();
  }

  #opening(root: Root, opener: BackupOpener): Promise<Opening> {
    switch (opener.by) {
      case 'passphrase':
        return openByPassphrase(root, this.hand.sealer, opener.passphrase);
      case 'passkey':
        return openByPasskey(root, this.hand.passkeys, opener.credential);
      case 'identity':
        return openByIdentity(root, opener.identity);
      default:
        return opener satisfies never;
    }
  }

  async #restore(
    { folder, root }: Picked,
    opening: Opening,
    opener: BackupOpener,
    job: { readonly signal: AbortSignal; readonly progress: (share: number) => void },
  ): Promise<Restored> {
    const { ground } = this.hand;
    const db = await ground.database();
    try {
      return await restore({
        folder,
        root,
        ground,
        opening,
        signer: await deviceSigner(db),
        random: (n) => crypto.getRandomValues(new Uint8Array(n)),
        now: Date.now,
        judge: (log, entries) => this.#judge(log, entries),
        ...job,
      });
    } finally {
      const { lock, idleMinutes } = await readState(db);
      // The backup's lock is this computer's now, and whoever restored has just opened it.
      if (lock && lock.recipient === opening.lock?.recipient && opener.by !== 'identity')
        await this.unlocked.unlock(opening.identity, opener.by, idleMinutes);
      await tell('restored');
    }
  }

  /** As retention does: what is over goes, but for what a legal hold keeps. */
  async #judge(log: string, entries: readonly Logged[]): Promise<Judged> {
    const db = await this.hand.ground.database();
    const due = overdue(entries, Date.now());
    const epochs: string[] = [];
    for (const epoch of due.epochs) if (!(await isHeld(db, { log, epoch }))) epochs.push(epoch);
    const held = await heldPeople(db, log);
    return {
      overdue: new Set(epochs),
      people: new Set<string>(due.people.filter((person) => !held(person))),
      proved: (epoch) => isConsentIntact(entries, epoch as EpochId),
    };
  }

  #now(doing: RestoreDoing): void {
    this.doing = doing;
    this.drawn();
  }
}
