import * as v from 'valibot';
import { KEEP_DAYS_MAX } from '../model/ask.ts';
import type { EpochId, HoldId, LogId, ParticipantKey } from '../model/id.ts';

/** What the records page asks of the worker about how long things stay. Every one gets an Outcome back, when it is done. */
const of = <T>(prefix: string) =>
  v.custom<T>((x) => typeof x === 'string' && x.startsWith(prefix) && /^[a-z][A-Za-z0-9_-]{12}$/.test(x));
const log = of<LogId>('l');
const days = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(KEEP_DAYS_MAX));
/** Somebody's name, and their reason: as much as anybody reads. */
const who = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const why = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000));
const matter = v.pipe(v.string(), v.trim(), v.maxLength(200));
/** More meetings than anybody ticks. */
const LOGS_MAX = 1000;

const wanted = v.variant('over', [
  v.strictObject({ over: v.literal('epoch'), log, epoch: of<EpochId>('e') }),
  v.strictObject({ over: v.literal('recording'), log }),
  v.strictObject({
    over: v.literal('person'),
    people: v.pipe(
      v.array(v.strictObject({ log, participant: of<ParticipantKey>('p') })),
      v.minLength(1),
      v.maxLength(LOGS_MAX),
    ),
  }),
  v.strictObject({ over: v.literal('matter'), logs: v.pipe(v.array(log), v.minLength(1), v.maxLength(LOGS_MAX)) }),
]);

export const keepingToWorker = v.variant('ask', [
  v.strictObject({ to: v.literal('worker'), ask: v.literal('delete-recording'), log }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('keep-shorter'), log, keepDays: days, proofDays: days }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('set-hold'), wanted, who, why, matter }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('lift-hold'), hold: of<HoldId>('h'), who, why }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('confirm-date') }),
]);
export type KeepingToWorker = v.InferOutput<typeof keepingToWorker>;
