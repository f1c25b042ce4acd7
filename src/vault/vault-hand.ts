import { Failure, type FailureCode } from '../model/failure.ts';
import type { VaultDoing, VaultDone, VaultView } from '../model/vault.ts';
import * as protect from './protect.ts';
import { rewrapAll } from './rewrap.ts';
import { changeState, readState } from './state.ts';
import type { Opened, Unlocked } from './unlocked.ts';

/** The name under which a passkey is listed by whoever keeps it. */
const PASSKEY_NAME = 'Ask to Record: recordings';

/** A page's hand on the vault: one thing at a time, and what it came to. */
export class VaultHand {
  view: VaultView | null = null;
  doing: VaultDoing = { is: 'idle' };
  #wrapping: AbortController | null = null;
  /** Wrapping that nobody asked for. */
  #settling: Promise<void> | null = null;

  constructor(
    private readonly hand: protect.Hand,
    private readonly unlocked: Unlocked,
    private readonly drawn: () => void,
  ) {}

  /** Anew from what is stored. */
  async look(): Promise<void> {
    const state = await readState(await this.hand.ground.database());
    const opened = state.lock ? await this.unlocked.read() : null;
    this.view = {
      protection: !state.lock ? 'none' : state.opensWith === 'lock' ? 'protected' : 'giving-up',
      passphrase: Boolean(state.lock?.passphrase),
      passkeys: (state.lock?.passkeys ?? []).map(({ credential, addedAt }) => ({ credential, addedAt })),
      unlockedBy: opened?.by ?? null,
      idleMinutes: state.idleMinutes,
      unsettled: state.unsettled,
      older: state.older?.length ?? 0,
      recipients: state.organisation.recipients,
      hostPlays: state.organisation.hostPlays,
    };
    this.drawn();
  }

  protectByPassphrase(passphrase: string): Promise<boolean> {
    return this.#do('protected', async () =>
      this.#open(await protect.protectByPassphrase(this.hand, passphrase), 'passphrase'),
    );
  }

  protectByPasskey(): Promise<boolean> {
    return this.#do('protected', async () =>
      this.#open(await protect.protectByPasskey(this.hand, PASSKEY_NAME), 'passkey'),
    );
  }

  unlockByPassphrase(passphrase: string): Promise<boolean> {
    return this.#do('unlocked', async () =>
      this.#open(await protect.openByPassphrase(this.hand, passphrase), 'passphrase'),
    );
  }

  unlockByPasskey(credential: string): Promise<boolean> {
    return this.#do('unlocked', async () => this.#open(await protect.openByPasskey(this.hand, credential), 'passkey'));
  }

  /** present: the passphrase of now. null: there is none, or the vault was unlocked with a passkey. */
  setPassphrase(present: string | null, next: string): Promise<boolean> {
    return this.#do('passphrase-set', async () => {
      const opened = await this.#identity();
      if (present === null && this.view?.passphrase && opened.by !== 'passkey') throw new Failure('wrong-passphrase');
      const identity = present === null ? opened.identity : await protect.openByPassphrase(this.hand, present);
      await protect.setPassphrase(this.hand, identity, next);
    });
  }

  addPasskey(): Promise<boolean> {
    return this.#do('passkey-added', async () =>
      protect.addPasskey(this.hand, (await this.#identity()).identity, PASSKEY_NAME),
    );
  }

  removePasskey(credential: string): Promise<boolean> {
    return this.#do('passkey-removed', async () => {
      await this.#identity();
      await protect.removePasskey(this.hand, credential);
    });
  }

  giveUp(): Promise<boolean> {
    return this.#do('given-up', async () => protect.giveUpProtection(this.hand, (await this.#identity()).identity));
  }

  /** Everything that unlocks is lost: a new lock for what comes, and what is there stays under the old one. */
  leaveLockBehind(passphrase: string): Promise<boolean> {
    return this.#do('lock-left', async () =>
      this.#open(await protect.leaveLockBehind(this.hand, passphrase), 'passphrase'),
    );
  }

  /** An older passphrase was found again: what lies under it gets the lock of now. */
  openOlder(passphrase: string): Promise<boolean> {
    return this.#do('older-opened', async () => {
      const { identity, recipient } = await protect.openOlder(this.hand, passphrase);
      if (await this.#wrapAnew([identity])) await protect.forgetOlder(this.hand, recipient);
      else throw new Failure('cancelled');
    });
  }

  setIdle(idleMinutes: number): Promise<boolean> {
    return this.#do('idle-set', async () => {
      const state = await readState(await this.hand.ground.database());
      await changeState(this.hand.ground, state, { idleMinutes });
      const opened = await this.unlocked.read();
      if (opened) await this.unlocked.unlock(opened.identity, opened.by, idleMinutes);
    });
  }

  /** Wraps for the recipients of now what was wrapped for others, as far as nobody has to unlock for it. Nothing is said when there is nothing to do. */
  async settle(): Promise<void> {
    await this.look();
    const { view } = this;
    const able = view?.protection === 'none' || view?.unlockedBy;
    if (!view?.unsettled || !able || this.#settling || this.doing.is === 'working' || this.doing.is === 'wrapping')
      return;
    this.#settling = this.#settleNow().finally(() => {
      this.#settling = null;
    });
    await this.#settling;
  }

  async #settleNow(): Promise<void> {
    await this.#wrapAnew();
    this.#now({ is: 'idle' });
    await this.look();
  }

  lock(): Promise<boolean> {
    return this.#do('locked', () => this.unlocked.lock());
  }

  /** Of wrapping: what is left is done another time. */
  cancel(): void {
    this.#wrapping?.abort();
  }

  async #open(identity: string, by: Opened['by']): Promise<void> {
    const { idleMinutes } = await readState(await this.hand.ground.database());
    await this.unlocked.unlock(identity, by, idleMinutes);
  }

  async #identity(): Promise<Opened> {
    const opened = await this.unlocked.read();
    if (!opened) throw new Failure('vault-locked');
    return opened;
  }

  async #do(what: VaultDone, work: () => Promise<void>): Promise<boolean> {
    // A press comes before what goes on by itself; what is left of that follows it.
    while (this.#settling) {
      this.#wrapping?.abort();
      await Promise.allSettled([this.#settling]);
    }
    if (this.doing.is === 'working' || this.doing.is === 'wrapping') return false;
    this.#now({ is: 'working' });
    let failed: FailureCode | null = null;
    try {
      await work();
      await this.#wrapAnew();
      // Nothing is left for it to open.
      if (!(await readState(await this.hand.ground.database())).lock) await this.unlocked.lock();
    } catch (error) {
      console.warn('vault:', error);
      failed = error instanceof Failure ? error.code : 'unexpected';
    }
    try {
      await this.look();
    } catch (error) {
      console.error('vault:', error);
      failed ??= error instanceof Failure ? error.code : 'unexpected';
    }
    this.#now(failed ? { is: 'failed', code: failed } : { is: 'done', what });
    return failed === null;
  }

  /**
   * What the change asks of recordings that are there already; false when it was broken off, and then it goes on when the vault is opened the
   * next time. found: what unlocks those under a lock that was left behind.
   */
  async #wrapAnew(found: readonly string[] = []): Promise<boolean> {
    const wrapping = new AbortController();
    this.#wrapping = wrapping;
    try {
      const opened = await this.unlocked.read();
      const told = {
        signal: wrapping.signal,
        progress: (done: number, total: number) => this.#now({ is: 'wrapping', share: done / total }),
      };
      await rewrapAll(this.hand.ground, opened?.identity ?? null, told, found);
      return true;
    } catch (error) {
      const later = error instanceof Failure && (error.code === 'cancelled' || error.code === 'vault-changed');
      if (!later) throw error;
      return false;
    } finally {
      this.#wrapping = null;
    }
  }

  #now(doing: VaultDoing): void {
    this.doing = doing;
    this.drawn();
  }
}
