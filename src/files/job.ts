import { codeOf } from '../model/code-of.ts';
import type { FailureCode } from '../model/failure.ts';

/** Told what a job has come to; never of one that another has taken the place of. */
export interface Told {
  /** In whole hundredths, each once: a screen that is drawn for every chunk would take longer than the work. */
  readonly share: (done: number) => void;
  readonly done: () => void;
  readonly failed: (code: FailureCode) => void;
}

/**
 * One thing that takes long, of which one at a time runs: started anew, the one before is cancelled and not heard of again.
 *
 *   idle ──start──▶ running ──▶ done │ failed(code) ; cancel: failed('cancelled')
 */
export class Job {
  #running: AbortController | null = null;

  start(told: Told, work: (signal: AbortSignal, share: Told['share']) => Promise<void>): void {
    this.#running?.abort();
    const own = new AbortController();
    this.#running = own;
    const current = () => this.#running === own;
    let last = -1;
    const share = (done: number) => {
      const hundredths = Math.floor(Math.min(1, done) * 100);
      if (!current() || own.signal.aborted || hundredths === last) return;
      last = hundredths;
      told.share(hundredths / 100);
    };
    work(own.signal, share).then(
      () => {
        if (current()) told.done();
      },
      (error: unknown) => {
        const code = own.signal.aborted ? 'cancelled' : codeOf(error);
        if (code !== 'cancelled') console.error(error);
        if (current()) told.failed(code);
      },
    );
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** Cancels, and nobody is told any more. */
  forget(): void {
    this.#running?.abort();
    this.#running = null;
  }
}
