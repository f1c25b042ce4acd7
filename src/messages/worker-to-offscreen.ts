import * as v from 'valibot';
import { MEDIA } from '../model/ask.ts';
import type { Outcome } from '../model/failure.ts';
import { REASONS } from '../model/gate.ts';
import type { EpochId, LogId } from '../model/id.ts';
import { STORE_CAUSES } from '../model/observation.ts';

/**
 * Orders to the recorder. Each is answered with an Outcome, at once for `revoke`: capture has stopped when the answer is given.
 * `open` is answered when the recorder runs, or with a code: cancelled (revoked meanwhile), not-armed (the browser gave no stream),
 * no-recipient (nobody could ever open it), storage-failed, disk-full, unexpected.
 */
const log = v.custom<LogId>((x) => typeof x === 'string' && /^l[A-Za-z0-9_-]{12}$/.test(x));
const epoch = v.custom<EpochId>((x) => typeof x === 'string' && /^e[A-Za-z0-9_-]{12}$/.test(x));
const at = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const side = v.pipe(v.number(), v.safeInteger(), v.minValue(16), v.maxValue(4096));

export const workerToOffscreen = v.variant('order', [
  v.strictObject({
    to: v.literal('offscreen'),
    order: v.literal('open'),
    log,
    epoch,
    /** From tabCapture; good for one use within about 10 s. */
    streamId: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
    media: v.picklist(MEDIA),
    /** May the microphone be heard now (it may change with every permit), and may it be opened at all. */
    microphone: v.boolean(),
    microphoneAllowed: v.boolean(),
    /** How late the site shows a newcomer, ms: chunks are provisional for that long. */
    lagMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(60_000)),
    /** Pixels, and pictures a second. */
    size: v.strictObject({
      width: side,
      height: side,
      frameRate: v.pipe(v.number(), v.minValue(1), v.maxValue(60)),
    }),
  }),
  v.strictObject({
    to: v.literal('offscreen'),
    order: v.literal('revoke'),
    epoch,
    /** Keep the chunk that comes out of stopping. */
    drain: v.boolean(),
    /** ms UTC: throw away what ended later. */
    cutAfter: v.nullable(at),
    /** For the console only. */
    reasons: v.pipe(v.array(v.picklist(REASONS)), v.maxLength(REASONS.length)),
    /** The log could not be written: the segment ends by that, and not by an order. */
    cause: v.exactOptional(v.picklist(STORE_CAUSES)),
  }),
  v.strictObject({ to: v.literal('offscreen'), order: v.literal('microphone'), on: v.boolean() }),
  v.strictObject({ to: v.literal('offscreen'), order: v.literal('status') }),
  /** Answered at once: what came of it stands in the database. */
  v.strictObject({ to: v.literal('offscreen'), order: v.literal('back-up') }),
]);
export type WorkerToOffscreen = v.InferOutput<typeof workerToOffscreen>;
/** What the recorder itself is told. */
export type RecorderOrder = Exclude<WorkerToOffscreen, { order: 'back-up' }>;
export type OpenOrder = Extract<WorkerToOffscreen, { order: 'open' }>;
export type RevokeOrder = Extract<WorkerToOffscreen, { order: 'revoke' }>;

/** mime: exactly as bound to every chunk; microphone: one was opened (it may still be kept out of the recording). */
export interface Opened {
  readonly mime: string;
  readonly microphone: boolean;
}

/** What the recorder is doing. sealing lasts until the worker has acknowledged the seal; epoch is null when idle. */
export interface RecorderStatus {
  readonly state: 'idle' | 'opening' | 'recording' | 'sealing';
  readonly epoch: EpochId | null;
}

/** Opened for `open`, RecorderStatus for `status`, null for the others. */
export type OffscreenReply = Outcome<Opened | RecorderStatus | null>;

/** What the browser says of a sender (measured: a message of the worker has no origin and no tab, and carries the worker's URL). */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly tab?: unknown;
}

/** Orders are the worker's alone: pages of ours and content scripts share the channel, and give none. */
export function isWorker(sender: SenderFacts, ours: { readonly id: string; readonly workerUrl: string }): boolean {
  return (
    sender.id === ours.id && sender.url === ours.workerUrl && sender.origin === undefined && sender.tab === undefined
  );
}
