import { type LogStore, openLogStore } from '../log/store.ts';
import type { ReviewToWorker } from '../messages/review-to-worker.ts';
import { codeOf } from '../model/code-of.ts';
import { Failure, type FailureCode } from '../model/failure.ts';
import { base64url, type EpochId, ID_BYTES, type LogId, type ParticipantKey } from '../model/id.ts';
import { isReviewBody, type Review, type ReviewDeed, type ReviewDraft, type ReviewPurpose } from '../model/review.ts';
import type { ReviewedCall } from '../model/review-summary.ts';
import type { ReviewSettings, SettingsView } from '../model/settings.ts';
import { firstToGo } from '../session/first-to-go.ts';
import { purposesOf } from '../session/purposes.ts';
import { segmentsOf } from '../session/record-view.ts';
import { reviewsAbout, reviewsFile } from '../session/reviews-about.ts';
import type { Ground } from '../vault/ground.ts';
import { isHeld } from '../vault/holds.ts';
import { quarantined } from '../vault/quarantine.ts';
import { forRecipients } from '../vault/recipients.ts';
import {
  keepReview,
  openReviewKeys,
  type ReadReviews,
  type ReviewKeys,
  readReviews,
  removeReview,
  reviewedLogs,
} from '../vault/reviews.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { whoOpens } from '../vault/who-opens.ts';

/** Gives a message to the worker, and what it answers back. */
export type TellWorker = (message: ReviewToWorker) => Promise<unknown>;

/** What is found on the way through all meetings. */
export interface Gathered {
  readonly calls: readonly ReviewedCall[];
  /** Recordings that stay closed, because not everybody in them agreed to the purpose. */
  readonly closed: number;
  readonly unread: number;
}

/** Notes and scores, as pages read and write them: nothing is opened, written or removed before the worker has it in the log. */
export class ReviewShelf {
  constructor(
    private readonly ground: Ground,
    private readonly unlocked: Pick<Unlocked, 'read'>,
    private readonly tell: TellWorker,
  ) {}

  /** How many recordings something was written about. */
  async count(): Promise<number> {
    return (await reviewedLogs(await this.ground.database())).size;
  }

  async ways(): Promise<ReviewSettings> {
    const { settings } = (await this.told({ to: 'worker', ask: 'review-settings' })) as SettingsView;
    return settings.review;
  }

  /** Of one meeting. Failure('purpose-refused') where not everybody agreed; Failure('nothing-recorded') where nothing is left. */
  async of(log: LogId, purpose: ReviewPurpose): Promise<ReadReviews> {
    const db = await this.ground.database();
    const epochs = await this.epochsOf(log);
    if (epochs.length === 0) throw new Failure('nothing-recorded', log);
    const open = await this.keys();
    await this.told({ to: 'worker', ask: 'open-review', log, epochs, purpose });
    return readReviews(db, open, log, epochs);
  }

  /** Of every meeting that has any, and in which everybody agreed to the purpose. Failure('cancelled') after an abort. */
  async all(
    purpose: ReviewPurpose,
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<Gathered> {
    const db = await this.ground.database();
    const store = await this.store();
    const open = await this.keys();
    const logs = await reviewedLogs(db);
    const calls: ReviewedCall[] = [];
    let [closed, unread, done] = [0, 0, 0];
    progress(0, logs.size);
    for (const [log, about] of logs) {
      if (signal.aborted) throw new Failure('cancelled');
      const found = await this.call(store, open, log, about, purpose).catch(unreadable);
      if (found === 'closed') closed += 1;
      else if (found === 'unread') unread += 1;
      else calls.push(found);
      done += 1;
      progress(done, logs.size);
    }
    return { calls, closed, unread };
  }

  private async call(
    store: LogStore,
    open: ReviewKeys,
    log: LogId,
    about: ReadonlySet<EpochId>,
    purpose: ReviewPurpose,
  ): Promise<ReviewedCall | 'closed' | 'unread'> {
    const row = await store.row(log);
    if (!row) return 'unread';
    const epochs = (await this.epochsOf(log)).filter((epoch) => about.has(epoch));
    if (epochs.length === 0) return 'unread';
    const leave = purposesOf(await store.read(log), epochs).find((one) => one.purpose === purpose);
    if (leave?.refused !== null) return 'closed';
    await this.told({ to: 'worker', ask: 'open-review', log, epochs, purpose });
    const { reviews } = await readReviews(await this.ground.database(), open, log, epochs);
    const meeting = (await store.disclosuresOf(log, [0])).get(0)?.meeting ?? '';
    return { log, meeting, openedAt: row.openedAt, reviews };
  }

  /** In the log first. A draft without an epoch is about the call, and goes with what was promised to go first. */
  async keep(log: LogId, { id, epoch, body }: ReviewDraft, purpose: ReviewPurpose): Promise<Review> {
    // Nothing is written into the log for what could not be kept anyway.
    if (!isReviewBody(body)) throw new Failure('bad-review');
    if (id !== null && epoch !== null) await this.refuseHeld({ log, epoch });
    const about = epoch ?? (await this.firstOf(log));
    const review = { log, id: id ?? newId(), epoch: about, body };
    await this.write(review, purpose, id === null ? 'added' : 'changed');
    return review;
  }

  restore(review: Review, purpose: ReviewPurpose): Promise<void> {
    return this.write(review, purpose, 'restored');
  }

  private async write(review: Review, purpose: ReviewPurpose, did: ReviewDeed): Promise<void> {
    const open = await this.keys();
    await this.deed(review, purpose, did);
    const { keys, locks } = this.ground;
    const db = await this.ground.database();
    await keepReview({ db, keys, locks }, open, review, forRecipients(this.ground));
  }

  async remove(review: Review, purpose: ReviewPurpose): Promise<void> {
    await this.refuseHeld(review);
    await this.deed(review, purpose, 'removed');
    await removeReview(await this.ground.database(), review);
  }

  /** What of these is held about somebody in the meeting, as a file for them. It leaves only after `leaves`. */
  async fileAbout(log: LogId, reviews: readonly Review[], participant: ParticipantKey, at: number): Promise<string> {
    const entries = await (await this.store()).read(log);
    return reviewsFile(reviewsAbout(reviews, entries, participant), { log, participant, at });
  }

  /** Before scores leave as a file or on paper: one entry in the log of each meeting. */
  async leaves(logs: Iterable<LogId>, purpose: ReviewPurpose): Promise<void> {
    for (const log of new Set(logs)) await this.told({ to: 'worker', ask: 'review-exported', log, purpose });
  }

  /** A legal hold keeps what was written as well: nothing of it is removed, and nothing is changed in its place. */
  private async refuseHeld(stretch: Pick<Review, 'log' | 'epoch'>): Promise<void> {
    if (await isHeld(await this.ground.database(), stretch)) throw new Failure('held', stretch.epoch);
  }

  private async firstOf(log: LogId): Promise<EpochId> {
    const store = await this.store();
    const epoch = firstToGo(await store.read(log), await this.epochsOf(log));
    if (!epoch) throw new Failure('nothing-recorded', log);
    return epoch;
  }

  /** Recorded, still there, and not in quarantine. */
  private async epochsOf(log: LogId): Promise<EpochId[]> {
    const set = new Set((await quarantined(await this.ground.database())).map(({ epoch }) => epoch));
    const all = segmentsOf(await (await this.store()).read(log));
    // After a cut, what is left of an epoch is in several segments.
    return [...new Set(all.flatMap(({ epoch }) => (set.has(epoch) ? [] : [epoch])))];
  }

  private deed({ log, epoch, body }: Review, purpose: ReviewPurpose, did: ReviewDeed): Promise<unknown> {
    return this.told({ to: 'worker', ask: 'reviewed', log, epoch, purpose, what: body.is, did });
  }

  /** What the worker answers when it is done; Failure with its code when it is not. */
  private async told(message: ReviewToWorker): Promise<unknown> {
    const outcome = (await this.tell(message)) as
      | { ok: true; value: unknown }
      | { ok: false; code: FailureCode }
      | undefined;
    if (outcome?.ok) return outcome.value;
    throw new Failure(outcome?.code ?? 'unexpected', 'it could not be logged');
  }

  private async keys(): Promise<ReviewKeys> {
    return openReviewKeys(this.ground, await whoOpens(await this.ground.database(), this.unlocked));
  }

  private async store(): Promise<LogStore> {
    const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
    return openLogStore({ db: await this.ground.database(), keys: this.ground.keys, random });
  }
}

/** One meeting that cannot be read, or of which only others have the key, keeps none of the others closed. */
function unreadable(error: unknown): 'closed' | 'unread' {
  const code = codeOf(error);
  if (code === 'purpose-refused') return 'closed';
  if (!['damaged', 'key-missing', 'not-recipient', 'quarantined'].includes(code)) throw error;
  console.warn('the reviews of a recording cannot be read', error);
  return 'unread';
}

function newId(): string {
  return `r${base64url(crypto.getRandomValues(new Uint8Array(ID_BYTES)))}`;
}
