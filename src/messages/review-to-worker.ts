import * as v from 'valibot';
import type { EpochId } from '../model/id.ts';
import { REVIEW_DEEDS, REVIEW_PURPOSES, REVIEWED } from '../model/review.ts';

/**
 * What a page on which calls are reviewed asks of the worker: what is settled (Outcome of SettingsView), and that something stands in a log before it
 * is done (Outcome of null).
 */
const log = v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/));
const epoch = v.custom<EpochId>((x) => typeof x === 'string' && /^e[A-Za-z0-9_-]{12}$/.test(x));
/** Of one meeting; more than anybody's meeting has. */
const EPOCHS_MAX = 10_000;

export const reviewToWorker = v.variant('ask', [
  v.strictObject({ to: v.literal('worker'), ask: v.literal('review-settings') }),
  /** Before a key is read. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('open-review'),
    log,
    epochs: v.pipe(v.array(epoch), v.minLength(1), v.maxLength(EPOCHS_MAX)),
    purpose: v.picklist(REVIEW_PURPOSES),
  }),
  /** Before it is written or removed. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('reviewed'),
    log,
    epoch,
    purpose: v.picklist(REVIEW_PURPOSES),
    what: v.picklist(REVIEWED),
    did: v.picklist(REVIEW_DEEDS),
  }),
  /** Before scores leave this device, as a file or on paper. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('review-exported'),
    log,
    purpose: v.picklist(REVIEW_PURPOSES),
  }),
]);
export type ReviewToWorker = v.InferOutput<typeof reviewToWorker>;
