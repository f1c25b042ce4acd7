import * as v from 'valibot';
import { ACCESSES } from '../model/access.ts';
import { KEEP_DAYS_MAX, MEDIA, PURPOSES } from '../model/ask.ts';
import { cutSchema } from '../model/entry.ts';
import type { DoubtId, EpochId, ParticipantKey, PostId } from '../model/id.ts';
import { NAMES_MAX, SETTLEMENTS } from '../model/observation.ts';
import { OPENINGS } from '../model/panel.ts';
import { PLACE_CODE, PLACES_MAX } from '../model/requirement.ts';
import { NAME_MAX } from '../model/roster.ts';
import { copiesToWorker, copyId } from './copies-to-worker.ts';

/** What the host's side panel and the records page ask of the worker. Every one gets an Outcome back. */
const participant = v.custom<ParticipantKey>((x) => typeof x === 'string' && /^p[A-Za-z0-9_-]{12}$/.test(x));
const doubt = v.custom<DoubtId>((x) => typeof x === 'string' && /^d[A-Za-z0-9_-]{12}$/.test(x));
const epoch = v.custom<EpochId>((x) => typeof x === 'string' && /^e[A-Za-z0-9_-]{12}$/.test(x));
const place = v.pipe(v.string(), v.regex(PLACE_CODE));
const post = v.custom<PostId>((x) => typeof x === 'string' && /^m[A-Za-z0-9_-]{12}$/.test(x));
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const days = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(KEEP_DAYS_MAX));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_MAX));
const people = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(50));

/** With the reason of a deletion in it, it is none that somebody made: the worker alone tells of those. */
const byHand = v.omit(cutSchema, ['why']);

/** Parts of one recording: more than a day of them, each a few seconds. */
const EPOCHS_MAX = 20_000;

export const terms = v.strictObject({
  purposes: v.pipe(
    v.array(v.strictObject({ purpose: v.picklist(PURPOSES), required: v.boolean() })),
    v.maxLength(PURPOSES.length),
  ),
  media: v.picklist(MEDIA),
  keepDays: days,
  proofDays: days,
});

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/));

const order = v.variant('do', [
  v.strictObject({ do: v.literal('attest'), participant, person: people, how: v.picklist(['aloud', 'paper']) }),
  v.strictObject({ do: v.literal('record-refusal'), participant }),
  v.strictObject({ do: v.literal('settle'), doubt, as: v.picklist(SETTLEMENTS), participant: v.nullable(participant) }),
  v.strictObject({ do: v.literal('same-person'), participant, as: participant }),
  v.strictObject({ do: v.literal('count-people'), participant, people }),
  v.strictObject({ do: v.literal('write-down'), names: v.pipe(v.array(name), v.minLength(1), v.maxLength(NAMES_MAX)) }),
  v.strictObject({ do: v.literal('cross-out'), participant }),
  v.strictObject({ do: v.literal('rename'), participant, name }),
  v.strictObject({
    do: v.literal('state-place'),
    participant,
    places: v.pipe(v.array(place), v.maxLength(PLACES_MAX)),
    residence: v.nullable(place),
  }),
  v.strictObject({
    do: v.literal('describe'),
    participant,
    minor: v.boolean(),
    employee: v.boolean(),
    phone: v.boolean(),
  }),
  v.strictObject({
    do: v.literal('guardian'),
    participant,
    answer: v.picklist(['consented', 'refused']),
    how: v.picklist(['aloud', 'paper']),
  }),
  v.strictObject({ do: v.literal('announced'), epoch }),
  v.strictObject({ do: v.picklist(['confirm-roster', 'list-right', 'pause', 'resume', 'stop', 'go-on-without']) }),
]);

export const panelToWorker = v.variant('ask', [
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('everyone'),
    tab,
    terms,
    language,
    also: v.nullable(language),
  }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('again'), tab }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('order'), tab, order }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('microphone'), tab, on: v.boolean() }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('copied'), tab, post }),
  /** Where somebody is, as this browser remembers it for later meetings. */
  v.strictObject({ to: v.literal('worker'), ask: v.literal('forget-place'), tab, participant }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('open'), tab, what: v.picklist(OPENINGS) }),
  /** Before a key is read. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('access'),
    log: v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/)),
    epochs: v.pipe(v.array(epoch), v.minLength(1), v.maxLength(EPOCHS_MAX)),
    purpose: v.picklist(PURPOSES),
    how: v.picklist(ACCESSES),
    /** The voice-masked copy of these epochs, and not they themselves. */
    copy: v.exactOptional(copyId),
  }),
  /** What is left of these epochs lies there as the entries say; what is cut goes when they are in the log. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('cut'),
    log: v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/)),
    cuts: v.pipe(v.array(byHand), v.minLength(1), v.maxLength(EPOCHS_MAX)),
  }),
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('log-export'),
    log: v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/)),
    format: v.literal('webm'),
    /** SHA-256 of the whole file, base64url. */
    file: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
    /** What it was opened for. */
    purpose: v.picklist(PURPOSES),
    copy: v.exactOptional(copyId),
  }),
  ...copiesToWorker,
  /** A receipt leaves: size of the log that it covers. */
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('receipt-given'),
    log: v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/)),
    participant: v.pipe(v.string(), v.regex(/^p[A-Za-z0-9_-]{12}$/)),
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
]);
export type PanelToWorker = v.InferOutput<typeof panelToWorker>;
