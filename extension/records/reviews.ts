import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { Job } from '../../src/files/job.ts';
import { saveBlob } from '../../src/files/save-blob.ts';
import { codeOf } from '../../src/model/code-of.ts';
import type { FailureCode } from '../../src/model/failure.ts';
import type { Review } from '../../src/model/review.ts';
import { ReviewShelf } from '../../src/review/shelf.ts';
import type {
  NoteSearchIntents,
  NotesOpen,
  RecordsReview,
  ReviewIntents,
  Reviewing,
  ReviewWays,
} from '../../src/ui/review/jobs.ts';
import type { Ground } from '../../src/vault/ground.ts';
import type { Unlocked } from '../../src/vault/unlocked.ts';

/** Notes and scores on the records page. What is decrypted lives here, and goes when the recording is left or the vault is locked. */
export class Reviews {
  private readonly reviewing = signal<Reviewing>({ state: 'closed' });
  private readonly ways = signal<ReviewWays>({ reviewer: '', cards: [] });
  private readonly notes = signal<NotesOpen>({ state: 'closed' });
  /** Recordings about which something was written. */
  private readonly count = signal(0);
  private readonly shelf: ReviewShelf;
  private readonly opening = new Job();
  private readonly searching = new Job();

  constructor(
    ground: Ground,
    unlocked: Unlocked,
    /** The log has lines more. */
    private readonly logged: () => void,
  ) {
    this.shelf = new ReviewShelf(ground, unlocked, (message) => browser.runtime.sendMessage(message));
  }

  /** Read while the page is drawn, so that every change draws it anew. */
  get view(): RecordsReview {
    return {
      reviewing: this.reviewing.value,
      ways: this.ways.value,
      notes: this.notes.value,
      count: this.count.value,
      intents: this.intents,
    };
  }

  async look(): Promise<void> {
    this.count.value = await this.shelf.count();
  }

  /** Another recording is shown, or none. */
  close(): void {
    this.opening.forget();
    this.reviewing.value = { state: 'closed' };
  }

  closeAll(): void {
    this.close();
    this.searching.forget();
    this.notes.value = { state: 'closed' };
  }

  private readonly intents: ReviewIntents & NoteSearchIntents = {
    open: (log, purpose) => {
      this.reviewing.value = { state: 'opening' };
      const failed = (code: FailureCode) => {
        this.reviewing.value = { state: 'failed', code };
      };
      this.opening.start({ share: () => undefined, done: this.logged, failed }, async (signal) => {
        this.ways.value = await this.shelf.ways();
        const { reviews, closed } = await this.shelf.of(log, purpose);
        if (signal.aborted) return;
        this.reviewing.value = { state: 'open', purpose, reviews, unread: closed, removed: null, refused: null };
      });
    },
    close: () => this.close(),
    keep: (log, draft) =>
      this.work(async (purpose) => {
        const kept = await this.shelf.keep(log, draft, purpose);
        this.show((all) => [...all.filter(({ id }) => id !== kept.id), kept]);
      }),
    remove: (review) => {
      void this.work(async (purpose) => {
        await this.shelf.remove(review, purpose);
        this.show((all) => all.filter(({ id }) => id !== review.id), review);
      });
    },
    undo: () => {
      const { value } = this.reviewing;
      const removed = value.state === 'open' ? value.removed : null;
      if (!removed) return;
      void this.work(async (purpose) => {
        await this.shelf.restore(removed, purpose);
        this.show((all) => [...all, removed]);
      });
    },
    give: (log, participant) => {
      void this.work(async (purpose) => {
        const { value } = this.reviewing;
        if (value.state !== 'open') return;
        const file = await this.shelf.fileAbout(log, value.reviews, participant, Date.now());
        await this.shelf.leaves([log], purpose);
        saveBlob(new Blob([file], { type: 'application/json' }), 'ask-to-record-reviews.json');
      });
    },
    openNotes: (purpose) => {
      this.notes.value = { state: 'running', done: 0, total: this.count.value };
      const failed = (code: FailureCode) => {
        this.notes.value = code === 'cancelled' ? { state: 'closed' } : { state: 'failed', code };
      };
      this.searching.start({ share: () => undefined, done: this.logged, failed }, async (signal) => {
        const found = await this.shelf.all(purpose, signal, (done, total) => {
          if (!signal.aborted) this.notes.value = { state: 'running', done, total };
        });
        if (signal.aborted) return;
        this.notes.value = { state: 'open', purpose, calls: found.calls, closed: found.closed + found.unread };
      });
    },
    cancelNotes: () => this.searching.cancel(),
    closeNotes: () => {
      this.searching.forget();
      this.notes.value = { state: 'closed' };
    },
  };

  private show(change: (all: readonly Review[]) => readonly Review[], removed: Review | null = null): void {
    const { value } = this.reviewing;
    if (value.state !== 'open') return;
    this.reviewing.value = { ...value, reviews: change(value.reviews), removed, refused: null };
  }

  /** For the purpose for which the review is open. False when it was not done; the screen says why. */
  private async work(
    what: (purpose: Extract<Reviewing, { state: 'open' }>['purpose']) => Promise<void>,
  ): Promise<boolean> {
    const { value } = this.reviewing;
    if (value.state !== 'open') return false;
    try {
      await what(value.purpose);
      this.logged();
      await this.look();
      return true;
    } catch (error) {
      console.error(error);
      const now = this.reviewing.value;
      if (now.state === 'open') this.reviewing.value = { ...now, refused: codeOf(error) };
      return false;
    }
  }
}
