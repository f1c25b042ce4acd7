import * as v from 'valibot';
import type { EpochId, LogId, ParticipantKey } from '../model/id.ts';
import { REVIEW_PURPOSES } from '../model/review.ts';
import { LONGER_REASONS, REFUSALS, REQUEST_FILE_MAX, WANTED } from '../model/rights.ts';
import { NAME_MAX } from '../model/roster.ts';

/** What the host does about what is held of somebody, on that person's page and in the list of requests. Each gets an Outcome back. */
const log = v.custom<LogId>((x) => typeof x === 'string' && /^l[A-Za-z0-9_-]{12}$/.test(x));
const participant = v.custom<ParticipantKey>((x) => typeof x === 'string' && /^p[A-Za-z0-9_-]{12}$/.test(x));
const epoch = v.custom<EpochId>((x) => typeof x === 'string' && /^e[A-Za-z0-9_-]{12}$/.test(x));
/** Of one meeting; more than anybody's meeting has. */
const EPOCHS_MAX = 10_000;
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** YYYY-MM-DD */
const day = v.pipe(v.string(), v.isoDate());
const about = { to: v.literal('worker'), log, participant };

export const personToWorker = v.variant('ask', [
  /** A signed file that a participant gave the host; it is about this log. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('take-request'),
    log,
    text: v.pipe(v.string(), v.maxLength(REQUEST_FILE_MAX)),
  }),
  /** A request that came in another way. */
  v.strictObject({ ...about, ask: v.literal('note-request'), what: v.picklist(WANTED) }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('end-request'), log, request: index }),
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('refuse-request'),
    log,
    request: index,
    why: v.picklist(REFUSALS),
  }),
  /** They were told on that day that it takes longer, and why. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('extend-request'),
    log,
    request: index,
    why: v.picklist(LONGER_REASONS),
    told: day,
  }),
  /** Whoever got what left in that entry was told on that day; null takes it back. */
  v.strictObject({ ...about, ask: v.literal('recipient-told'), exported: index, on: v.nullable(day) }),
  v.strictObject({
    ...about,
    ask: v.literal('correct-name'),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_MAX)),
  }),
  v.strictObject({ ...about, ask: v.literal('withdraw-for') }),
  v.strictObject({ ...about, ask: v.literal('erase-person') }),
  /** Before what reviewers wrote about them is opened for their copy. */
  v.strictObject({
    ...about,
    ask: v.literal('open-notes'),
    epochs: v.pipe(v.array(epoch), v.minLength(1), v.maxLength(EPOCHS_MAX)),
    purpose: v.picklist(REVIEW_PURPOSES),
  }),
  /** Before a copy of what is held about them leaves. whole: nothing is missing that they can still get, so it answers their request. */
  v.strictObject({ ...about, ask: v.literal('copy-leaves'), whole: v.boolean() }),
]);
export type PersonToWorker = v.InferOutput<typeof personToWorker>;
