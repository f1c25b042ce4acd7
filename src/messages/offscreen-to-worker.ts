import * as v from 'valibot';
import { LEASE_MS } from '../model/gate.ts';
import type { EpochId, LogId } from '../model/id.ts';
import { SEAL_CAUSES, STORE_CAUSES } from '../model/observation.ts';

/**
 * What the recorder tells the worker. `started`, `failing` and `sealed` are sent again until they are acknowledged with {ok: true}, so they can
 * arrive twice. The answer to `chunk` is the next permit.
 */
const log = v.custom<LogId>((x) => typeof x === 'string' && /^l[A-Za-z0-9_-]{12}$/.test(x));
const epoch = v.custom<EpochId>((x) => typeof x === 'string' && /^e[A-Za-z0-9_-]{12}$/.test(x));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const to = v.literal('worker');

/** Of the seal's causes, those of a store that takes nothing more. */
export const offscreenToWorker = v.variant('report', [
  v.strictObject({
    to,
    report: v.literal('started'),
    log,
    epoch,
    mime: v.pipe(v.string(), v.maxLength(200)),
    microphone: v.boolean(),
    /** ms UTC of the first sound or picture. */
    at: count,
  }),
  v.strictObject({
    to,
    report: v.literal('chunk'),
    log,
    epoch,
    /** null: only a sign of life, no chunk came for a while (a still picture). */
    seq: v.nullable(count),
    /** ms UTC. */
    endAt: count,
    /** Of this chunk, before encryption. */
    bytes: count,
    /** Media ms of the segment so far. */
    ms: count,
    meetingSilentMs: count,
    microphone: v.boolean(),
  }),
  /** Capture has ended because nothing more can be stored. What was stored may wait long for the room to be settled in, so this comes first. */
  v.strictObject({ to, report: v.literal('failing'), log, epoch, cause: v.picklist(STORE_CAUSES) }),
  v.strictObject({
    to,
    report: v.literal('sealed'),
    log,
    epoch,
    cause: v.picklist(SEAL_CAUSES),
    /** Kept: their number, bytes before encryption, media ms; and chunks thrown away at the end. */
    chunks: count,
    bytes: count,
    ms: count,
    dropped: count,
    lastHash: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(43)),
    /** End of the last kept chunk, ms UTC; null when nothing was kept. */
    keptUntil: v.nullable(count),
  }),
]);
export type OffscreenToWorker = v.InferOutput<typeof offscreenToWorker>;
export type StartedReport = Extract<OffscreenToWorker, { report: 'started' }>;
export type SealedReport = Extract<OffscreenToWorker, { report: 'sealed' }>;

/** The answer to a chunk report. microphone: may it be heard now. {ok: false}: seal, nothing more is kept. */
export const permit = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    leaseMs: v.pipe(v.number(), v.minValue(0), v.maxValue(LEASE_MS)),
    microphone: v.boolean(),
  }),
  v.strictObject({ ok: v.literal(false) }),
]);

/** The answer to `started`, `failing` and `sealed`: it is in the log, or needs no place there. Anything else: settle and tell again. */
export const acknowledgement = v.strictObject({ ok: v.literal(true) });
