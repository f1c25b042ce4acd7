import browser from 'webextension-polyfill';
import { Job } from '../../src/files/job.ts';
import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { Cutting } from '../../src/model/cutting.ts';
import { Failure, type FailureCode } from '../../src/model/failure.ts';
import type { EpochId, LogId } from '../../src/model/id.ts';
import { cutsTold } from '../../src/model/piece.ts';
import type { CutIntents } from '../../src/ui/player/cut.tsx';
import { cutTurn, finishCutsOf, meanCut, settledCut } from '../../src/vault/destroy-stretch.ts';
import type { Ground } from '../../src/vault/ground.ts';
import { PieceWriter } from '../../src/vault/piece-writer.ts';
import { forRecipients } from '../../src/vault/recipients.ts';
import { type CutPlan, planCut, writeCut } from './cut.ts';
import type { Library, OpenPart } from './library.ts';
import { cutting } from './state.ts';

/**
 * Cuts a stretch out of the recording that is open. Nothing is decided before the last yes, and until the log tells of it all can be given up: what is
 * left is written beside what was there.
 */
export class Cutter {
  readonly #job = new Job();
  #open: { readonly log: LogId; readonly parts: readonly OpenPart[] } | null = null;
  #plan: CutPlan | null = null;

  constructor(
    private readonly library: () => Promise<Library>,
    private readonly ground: Ground,
    private readonly done: () => void,
  ) {}

  readonly intents: CutIntents = {
    plan: (marked) => {
      const open = this.#open;
      if (!open) return;
      this.#run({ state: 'looking' }, async (signal) => {
        const plan = await planCut(open.parts, marked, signal);
        this.#plan = plan;
        cutting.value = { state: 'asking', marked, gone: plan.gone, ms: plan.ms };
      });
    },
    cut: () => {
      const [open, plan] = [this.#open, this.#plan];
      if (!open || !plan) return;
      this.#run({ state: 'cutting', share: 0 }, async (signal, share) => {
        await this.#cut(open.log, plan, signal, share);
        cutting.value = { state: 'done', ms: plan.ms };
        this.#open = null;
        this.done();
      });
    },
    back: () => {
      this.#plan = null;
      if (cutting.value.state === 'cutting' || cutting.value.state === 'looking') return this.#job.cancel();
      cutting.value = { state: 'none' };
    },
  };

  /** Another recording is open, or the same for something else. */
  open(log: LogId, parts: readonly OpenPart[]): void {
    this.forget();
    this.#open = { log, parts };
  }

  /** Whoever locks the vault, or goes to another meeting, gives up what is not done. */
  forget(): void {
    this.#job.forget();
    this.#open = null;
    this.#plan = null;
    cutting.value = { state: 'none' };
  }

  #run(state: Cutting, work: (signal: AbortSignal, share: (done: number) => void) => Promise<void>): void {
    cutting.value = state;
    const told = {
      share: (share: number) => {
        cutting.value = { state: 'cutting', share };
      },
      done: () => undefined,
      failed: (code: FailureCode) => {
        cutting.value = code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', code };
      },
    };
    this.#job.start(told, work);
  }

  async #cut(log: LogId, plan: CutPlan, signal: AbortSignal, share: (done: number) => void): Promise<void> {
    await this.ground.locks.alone(cutTurn(log), async () => {
      const db = await this.ground.database();
      const { store } = await this.library();
      const read = async () => cutsTold(await store.read(log));
      const before = (await read()).pieces;
      const epochs = plan.takes.map(({ part }) => part.epoch as EpochId);
      // A crash from here on is found by the worker, which throws away what no entry names.
      await meanCut(db, log);
      const begin = (media: string, mime: string) =>
        PieceWriter.begin(db, this.ground.keys, { log, media, mime }, forRecipients(this.ground));
      try {
        const cuts = await writeCut(plan, { begin, before, share, signal });
        if (signal.aborted) throw new Failure('cancelled');
        await tell({ to: 'worker', ask: 'cut', log, cuts });
        await settledCut(db, log);
      } catch (error) {
        // The worker may have told the log before it failed: then it is cut. Whatever the log says is made true.
        await finishCutsOf({ ...this.ground, db }, log, read);
        const after = (await read()).pieces;
        if (epochs.every((epoch) => after.get(epoch)?.cuts === before.get(epoch)?.cuts)) throw error;
      }
    });
  }
}

async function tell(message: PanelToWorker): Promise<void> {
  const outcome = (await browser.runtime.sendMessage(message)) as { ok: boolean; code?: FailureCode } | undefined;
  if (!outcome?.ok) throw new Failure(outcome?.code ?? 'unexpected', 'the worker did not cut');
}
