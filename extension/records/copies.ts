import { signal as drawn } from '@preact/signals';
import { copyInThread } from '../../src/copies/copy-thread.ts';
import { makeCopy } from '../../src/copies/make-copy.ts';
import { Job, type Told } from '../../src/files/job.ts';
import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { ChosenStretch } from '../../src/model/copy.ts';
import type { Logged } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import { type CopyId, ID_BYTES, idOf, type LogId } from '../../src/model/id.ts';
import { copyEnd } from '../../src/session/copies.ts';
import type { CopiesState, CopyIntents, CopyWork } from '../../src/ui/copies/intents.ts';
import { forRecipients } from '../../src/vault/recipients.ts';
import type { CopyShelf } from './copy-shelf.ts';

const NOTHING: CopiesState = {
  copies: null,
  stretches: [],
  work: { is: 'none' },
  about: null,
  open: null,
};

/** The records page's hand on the voice-masked copies of the meeting that is shown. One thing at a time. */
export class CopiesHand implements CopyIntents {
  readonly state = drawn<CopiesState>(NOTHING);
  #log: LogId | null = null;
  #release: (() => void) | null = null;
  readonly #job = new Job();

  constructor(
    private readonly shelf: CopyShelf,
    /** Resolves when the worker did it; rejects with its code. */
    private readonly tell: (message: PanelToWorker) => Promise<void>,
    /** The history has a line more. */
    private readonly changed: () => Promise<void>,
  ) {}

  /** Another meeting is shown, or none. Of what there is of it `look` is told when its log has been read. */
  show(log: LogId | null): void {
    this.#job.forget();
    this.#letGo();
    this.#log = log;
    this.state.value = NOTHING;
  }

  /** Anew from what is stored. entries: of this log, where somebody has just read them. */
  async look(entries?: readonly Logged[]): Promise<void> {
    const log = this.#log;
    if (!log) return;
    const found = await this.shelf.list(log, entries ?? (await this.shelf.read(log)).entries);
    if (this.#log === log) this.state.value = { ...this.state.value, ...found };
  }

  make(of: readonly ChosenStretch[], keepDays: number): void {
    this.#start(null, 'making', { is: 'made' }, async (log, signal, share) => {
      const id = idOf('copy', crypto.getRandomValues(new Uint8Array(ID_BYTES)));
      const total = of.reduce((sum, { from, to }) => sum + to - from, 0);
      const epochs = [...new Set(of.map(({ epoch }) => epoch))];
      const at = Date.now();
      if (of.length === 0) throw new Failure('nothing-chosen');
      const { entries, store } = await this.shelf.read(log);
      const keepUntil = copyEnd(entries, epochs, keepDays, at);
      if (keepUntil === null) throw new Failure('nothing-recorded');
      const who = await this.shelf.who();
      const { ground } = this.shelf;
      const db = await ground.database();
      await makeCopy(
        { db, keys: ground.keys, locks: ground.locks, forRecipients: forRecipients(ground) },
        { id, log, of, keepDays, keepUntil, at },
        {
          open: async () => {
            await this.tell({ to: 'worker', ask: 'access', log, epochs, purpose: 'training', how: 'copied' });
            return this.shelf.sources(entries, of, who);
          },
          make: (task) => copyInThread(task, (ms) => share(total > 0 ? ms / total : 0), signal),
          notes: () => this.shelf.notes({ log, entries, store }, of, who),
          log: () => this.tell({ to: 'worker', ask: 'copy-made', log, copy: id }),
          settle: () => this.tell({ to: 'worker', ask: 'settle-copy', log, copy: id }),
        },
        signal,
      );
      return undefined;
    });
  }

  play(copy: CopyId): void {
    this.#letGo();
    this.#start(copy, 'opening', { is: 'none' }, async (log, signal, share) => {
      const opened = await this.shelf.open(log, copy, this.tell, signal, share);
      if (signal.aborted) opened.release();
      else {
        this.#release = opened.release;
        this.state.value = { ...this.state.value, open: { copy, src: opened.src, notes: opened.notes } };
      }
      return undefined;
    });
  }

  close(): void {
    this.#letGo();
    this.state.value = { ...this.state.value, open: null };
  }

  save(copy: CopyId): void {
    this.#start(copy, 'saving', { is: 'none' }, async (log, signal, share) => {
      const name = await this.shelf.save(log, copy, this.tell, signal, share);
      return { is: 'saved', name };
    });
  }

  remove(copy: CopyId): void {
    this.close();
    this.#start(null, null, { is: 'gone' }, async (log) => {
      await this.tell({ to: 'worker', ask: 'delete-copy', log, copy });
      return undefined;
    });
  }

  cancel(): void {
    this.#job.cancel();
  }

  /** The vault was locked, here or elsewhere. */
  lock(): void {
    this.#job.cancel();
    this.close();
  }

  #letGo(): void {
    this.#release?.();
    this.#release = null;
    this.state.value = { ...this.state.value, open: null };
  }

  /** about: the copy that it is done with. What `work` resolves with is said in the end, or `done`. */
  #start(
    about: CopyId | null,
    is: 'making' | 'opening' | 'saving' | null,
    done: CopyWork,
    work: (log: LogId, signal: AbortSignal, share: Told['share']) => Promise<CopyWork | undefined>,
  ): void {
    const log = this.#log;
    if (!log) return;
    const now = (next: CopyWork) => {
      this.state.value = { ...this.state.value, work: next, about };
    };
    let end = done;
    const after = () => {
      this.look()
        .then(this.changed)
        .catch((error: unknown) => console.error('copies', error));
    };
    now(is ? { is, share: 0 } : { is: 'none' });
    this.#job.start(
      {
        share: (share) => is && now({ is, share }),
        done: () => {
          now(end);
          after();
        },
        failed: (code) => {
          now(code === 'cancelled' ? { is: 'cancelled' } : { is: 'failed', code });
          after();
        },
      },
      async (signal, share) => {
        end = (await work(log, signal, share)) ?? done;
      },
    );
  }
}
