import * as v from 'valibot';
import { ACCESSES } from './access.ts';
import { ANSWERS, CHANNELS, GRADES } from './answer.ts';
import { KEEP_DAYS_MAX, MEDIA, PURPOSES } from './ask.ts';
import { SEND_OUTCOMES } from './chat.ts';
import { EXPORT_FORMATS, LOCKS, NAMINGS } from './export.ts';
import { REASONS } from './gate.ts';
import type { AskId, CopyId, DoubtId, EpochId, HoldId, IdKind, LogId, ParticipantKey, PostId } from './id.ts';
import { ARM_LOSSES, PAUSE_CAUSES, SEAL_CAUSES, SETTLEMENTS } from './observation.ts';
import {
  ANSWER_FORMS,
  BASES,
  DUTIES,
  EVIDENCE,
  FLAGS,
  FLOORS,
  FORMS,
  GROUNDS,
  NOT_MINIMUM,
  PLACE_CODE,
  PLACES_MAX,
  PROFILES,
  RULES,
  SPECIAL_CASES,
} from './requirement.ts';
import { DELETIONS, HOLDS_OVER } from './retention.ts';
import { REVIEW_DEEDS, REVIEW_PURPOSES, REVIEWED } from './review.ts';
import { LONGER_REASONS, REFUSALS, REQUEST_WAYS, WANTED } from './rights.ts';
import { COMPLETENESS, ROSTER_SOURCES } from './roster.ts';

/**
 * One line of the log: past tense, immutable. What is written here is in clear and stays for ever; personal fields (names, quoted
 * words, site ids) are disclosures beside it and can be erased. Integers and strings only: RFC 8785 has no trouble with those.
 */
const id = <K extends IdKind, T>(_kind: K, prefix: string) => {
  // Made once: a log of a hundred thousand entries asks as often.
  const pattern = new RegExp(`^${prefix}[A-Za-z0-9_-]{12}$`);
  return v.custom<T>((x) => typeof x === 'string' && pattern.test(x), `not a ${prefix} id`);
};
const logId = id<'log', LogId>('log', 'l');
const participant = id<'participant', ParticipantKey>('participant', 'p');
const ask = id<'ask', AskId>('ask', 'a');
const epoch = id<'epoch', EpochId>('epoch', 'e');
const doubt = id<'doubt', DoubtId>('doubt', 'd');
const post = id<'post', PostId>('post', 'm');
const copy = id<'copy', CopyId>('copy', 'c');
const hold = id<'hold', HoldId>('hold', 'h');

/** What is left of an epoch after a cut lies under names of its own; see src/model/piece.ts. */
const media = v.pipe(v.string(), v.regex(/^e[A-Za-z0-9_-]{12}(?:-[1-9][0-9]{0,8})?$/));

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const short = v.pipe(v.string(), v.maxLength(200));
const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(200));
const noticeRef = v.strictObject({ language: short, version: count, hash: base64url });
const purposes = v.array(v.picklist(PURPOSES));
const askedPurposes = v.array(v.strictObject({ purpose: v.picklist(PURPOSES), required: v.boolean() }));
const days = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(KEEP_DAYS_MAX));

/** ISO 8601 UTC with ms. */
const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
/** A day of the host's calendar. */
const day = v.pipe(v.string(), v.isoDate());

const signature = v.strictObject({ key: base64url, sig: base64url, counter: count });
const place = v.pipe(v.string(), v.regex(PLACE_CODE));
const demand = v.strictObject({ rule: v.picklist(RULES), form: v.picklist(FORMS) });
const fingerprint = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** Pieces that one epoch can be cut into. */
export const PIECES_MAX = 1000;

/**
 * A stretch was taken out of what was kept of an epoch, and is gone. from, to: what really went, ms of the epoch as it was recorded; never
 * less than the host had marked. pieces: all that is left of the epoch, in order; what was not touched under the name that it had.
 */
export const cutSchema = v.strictObject({
  kind: v.literal('cut'),
  epoch,
  from: count,
  to: count,
  pieces: v.pipe(
    v.array(v.strictObject({ media, from: count, ms: count, chunks: count, bytes: count, lastHash: base64url })),
    v.maxLength(PIECES_MAX),
  ),
  /** Nobody cut it: a deletion of the whole epoch, for this reason, had begun when a legal hold was set, which keeps the pieces. */
  why: v.exactOptional(v.picklist(DELETIONS)),
});

export const entrySchema = v.variant('kind', [
  // -- the meeting and who is in it
  v.strictObject({
    kind: v.literal('meeting-opened'),
    platform: short,
    software: short,
    policy: short,
    lagMs: count,
    /** The log of this same meeting that was found damaged: where it ended. Nothing that was answered in it holds here. */
    continues: v.exactOptional(v.strictObject({ log: logId, size: count, head: fingerprint })),
  }),
  v.strictObject({ kind: v.literal('meeting-left'), how: v.picklist(['left', 'navigated', 'tab-closed', 'lost']) }),
  v.strictObject({ kind: v.literal('meeting-returned') }),
  v.strictObject({ kind: v.literal('participant-joined'), participant, self: v.boolean(), stable: v.boolean() }),
  v.strictObject({ kind: v.literal('participant-left'), participant }),
  v.strictObject({ kind: v.literal('participant-renamed'), participant }),
  v.strictObject({ kind: v.literal('participant-matched'), participant, as: participant, by: v.literal('host') }),
  v.strictObject({
    kind: v.literal('people-counted'),
    participant,
    people: count,
    by: v.picklist(['host', 'participant']),
  }),
  v.strictObject({
    kind: v.literal('roster-read'),
    completeness: v.picklist(COMPLETENESS),
    rows: count,
    counter: v.nullable(count),
    source: v.picklist(ROSTER_SOURCES),
  }),
  v.strictObject({ kind: v.literal('roster-confirmed'), rows: count, counter: v.nullable(count) }),
  // -- what decides who must agree, and how
  /** What the host settled beforehand, as far as the law asks about it. A newer one takes the place of an older. */
  v.strictObject({
    kind: v.literal('meeting-described'),
    basis: v.nullable(v.picklist(BASES)),
    /** Where the controller is established. */
    controller: v.nullable(place),
    organisation: v.boolean(),
    biometrics: v.boolean(),
    specialCategory: v.boolean(),
    nonPartyRecorder: v.boolean(),
    floor: v.picklist(FLOORS),
    impliedAfterMs: count,
    atLeast: v.nullable(demand),
  }),
  /** The newest of each `by` counts; both together where they differ. An empty list takes the older one back. */
  v.strictObject({
    kind: v.literal('place-stated'),
    participant,
    places: v.pipe(v.array(place), v.maxLength(PLACES_MAX)),
    residence: v.nullable(place),
    known: v.picklist(EVIDENCE),
    by: v.picklist(['participant', 'host']),
    /** Their own word: the host may remember it for later meetings, or is to forget what is remembered. */
    remember: v.optional(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('person-described'),
    participant,
    minor: v.boolean(),
    employee: v.boolean(),
    phone: v.boolean(),
    by: v.picklist(['participant', 'host']),
  }),
  v.strictObject({
    kind: v.literal('requirement-set'),
    fingerprint,
    /** Version of the rules. */
    pack: count,
    rule: v.picklist(RULES),
    form: v.picklist(FORMS),
    /** What law and choice ask without the product's floor. */
    law: demand,
    floor: v.picklist(FLOORS),
    noLegalMinimum: v.array(v.picklist(NOT_MINIMUM)),
    /** recorder: the host alone; everybody else is told. */
    mustConsent: v.picklist(['everybody', 'recorder']),
    mustBeInformed: v.picklist(['everybody', 'nobody']),
    guardiansOf: v.array(participant),
    announcement: v.picklist(DUTIES),
    profiles: v.array(v.picklist(PROFILES)),
    flags: v.array(v.picklist(FLAGS)),
    because: v.array(
      v.strictObject({
        ground: v.picklist(GROUNDS),
        place: v.nullable(place),
        special: v.nullable(v.picklist(SPECIAL_CASES)),
      }),
    ),
  }),
  /** A guardian of a minor answered, as the host says. */
  v.strictObject({
    kind: v.literal('guardian-answered'),
    ask,
    participant,
    answer: v.picklist(['consented', 'refused']),
    channel: v.picklist(['aloud', 'paper']),
    by: v.literal('host'),
  }),
  /** The host says that the words which must be on the recording were said in this epoch. */
  v.strictObject({ kind: v.literal('announced'), epoch, by: v.literal('host') }),
  /** They were not, in the time that there was for it. */
  v.strictObject({ kind: v.literal('announcement-missed'), epoch }),
  v.strictObject({ kind: v.literal('watch-lost') }),
  v.strictObject({ kind: v.literal('watch-regained') }),
  // -- asking and answering
  v.strictObject({
    kind: v.literal('asked'),
    ask,
    notice: noticeRef,
    /** The same question in a second language, posted beside it. */
    also: v.exactOptional(noticeRef),
    purposes: askedPurposes,
    media: v.picklist(MEDIA),
    keepDays: days,
    proofDays: days,
    by: v.literal('host'),
  }),
  v.strictObject({
    kind: v.literal('post-ordered'),
    post,
    says: v.picklist(['notice', 'going-on', 'in-writing', 'recording', 'stopped', 'ended', 'attested', 'details']),
    ask,
    /** Whom a notice is for, or whose attestation it tells. */
    people: v.array(participant),
  }),
  /** Somebody wrote that they want the whole notice; it is posted in this language. */
  v.strictObject({ kind: v.literal('details-wanted'), ask, language: short }),
  v.strictObject({ kind: v.literal('post-seen'), post, outcome: v.picklist(SEND_OUTCOMES) }),
  v.strictObject({ kind: v.literal('seen'), ask, participant, channel: v.picklist(CHANNELS) }),
  v.strictObject({
    kind: v.literal('answered'),
    ask,
    notice: base64url,
    participant,
    person: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(50)),
    answer: v.picklist(ANSWERS),
    purposes,
    media: v.picklist(MEDIA),
    grade: v.picklist(GRADES),
    channel: v.picklist(CHANNELS),
    by: v.picklist(['participant', 'host']),
    signed: v.nullable(signature),
    /** How binding it is; an older leaf has none, and is explicit. */
    form: v.exactOptional(v.picklist(ANSWER_FORMS)),
    /** Fingerprint of the requirement that was in force. */
    requirement: v.exactOptional(fingerprint),
    /** The very texts that this person saw before answering: the one in their banner, or those posted in the chat. */
    shown: v.exactOptional(v.pipe(v.array(noticeRef), v.minLength(1), v.maxLength(2))),
  }),
  v.strictObject({
    kind: v.literal('doubted'),
    doubt,
    ask: v.nullable(ask),
    /** The one whom it most likely belongs to, or null. */
    participant: v.nullable(participant),
    reason: v.picklist([
      'perhaps-yes',
      'perhaps-no',
      'edited-to-yes',
      'edited-away',
      'confusable-name',
      'doubled-name',
      'replayed',
      'unknown-sender',
      'bad-signature',
      'other-key',
      'words-differ-from-tag',
      'other-ask',
      'untagged-of-two-asks',
    ]),
    reads: v.picklist(['consented', 'refused', 'withdrawn']),
    /** The gate stays closed until the host has settled it. */
    closes: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('settled'),
    doubt,
    as: v.picklist(SETTLEMENTS),
    participant: v.nullable(participant),
  }),
  /** Another host asks in the same meeting: an untagged yes does not say whom it answers. */
  v.strictObject({ kind: v.literal('other-asked'), ask, participant: v.nullable(participant) }),
  v.strictObject({ kind: v.literal('other-ended'), ask }),
  // -- the host's orders
  v.strictObject({
    kind: v.literal('paused'),
    /** What it followed; an older leaf does not say. */
    cause: v.exactOptional(v.picklist(PAUSE_CAUSES)),
    /** Of words in the chat: whose they were; null where that is not known. */
    participant: v.exactOptional(v.nullable(participant)),
  }),
  v.strictObject({ kind: v.literal('resumed') }),
  v.strictObject({ kind: v.literal('stopped') }),
  v.strictObject({ kind: v.literal('went-on-without'), ask: v.nullable(ask) }),
  // -- the gate and what it let through
  v.strictObject({
    kind: v.literal('gate-opened'),
    epoch,
    ask,
    media: v.picklist(MEDIA),
    roster: v.array(participant),
    /** Indexes of the `answered` entries that this verdict rests on. */
    answers: v.array(count),
  }),
  v.strictObject({ kind: v.literal('gate-closed'), epoch, reasons: v.array(v.picklist(REASONS)) }),
  v.strictObject({ kind: v.literal('capture-armed') }),
  v.strictObject({ kind: v.literal('capture-disarmed'), why: v.picklist(ARM_LOSSES) }),
  v.strictObject({ kind: v.literal('capture-failed'), epoch, cause: v.picklist(SEAL_CAUSES) }),
  v.strictObject({
    kind: v.literal('segment-started'),
    epoch,
    mime: short,
    microphone: v.boolean(),
    cipher: v.literal('A256GCM'),
  }),
  v.strictObject({
    kind: v.literal('segment-sealed'),
    epoch,
    cause: v.picklist(SEAL_CAUSES),
    chunks: count,
    bytes: count,
    ms: count,
    dropped: count,
    lastHash: base64url,
  }),
  /** An epoch's media and key are gone, with all that was made of it; or (epoch null) the names and words of this log. */
  v.strictObject({
    kind: v.literal('deleted'),
    epoch: v.nullable(epoch),
    why: v.picklist(DELETIONS),
    /** Of names and words: only those of this one. */
    participant: v.exactOptional(participant),
  }),
  /** The host promises less time than was agreed to: it binds every ask before it. */
  v.strictObject({ kind: v.literal('retention-shortened'), keepDays: days, proofDays: days, by: v.literal('host') }),
  /** Nothing that it covers is deleted until it is lifted. Who and why are disclosures beside it. */
  v.strictObject({
    kind: v.literal('hold-set'),
    hold,
    over: v.picklist(HOLDS_OVER),
    /** Left out: the whole recording, also what is recorded later. */
    epochs: v.exactOptional(v.array(epoch)),
  }),
  v.strictObject({ kind: v.literal('hold-lifted'), hold }),
  cutSchema,
  /** Before the keys of these epochs were read: for which purpose, and what came of it. */
  v.strictObject({
    kind: v.literal('accessed'),
    epochs: v.pipe(v.array(epoch), v.minLength(1)),
    purpose: v.picklist(PURPOSES),
    how: v.picklist(ACCESSES),
    /** The voice-masked copy of them that is opened, and not they themselves. */
    copy: v.exactOptional(copy),
  }),
  /** A voice-masked copy for training. It is gone with `copy-deleted`, and with the deletion of any epoch that is in it. */
  v.strictObject({
    kind: v.literal('copy-made'),
    copy,
    /** Stretches in the order of the copy; ms from the beginning of what was kept of the epoch. */
    of: v.pipe(v.array(v.strictObject({ epoch, from: count, to: count })), v.minLength(1)),
    keepDays: days,
    chunks: count,
    bytes: count,
    ms: count,
    lastHash: base64url,
  }),
  v.strictObject({ kind: v.literal('copy-deleted'), copy, why: v.picklist(['time-over', 'by-hand']) }),
  /** A note or a filled score card about an epoch was written, changed or removed, before it was. What it says is not in the log. */
  v.strictObject({
    kind: v.literal('reviewed'),
    epoch,
    purpose: v.picklist(REVIEW_PURPOSES),
    what: v.picklist(REVIEWED),
    did: v.picklist(REVIEW_DEEDS),
  }),
  /** Written before anything leaves the device. For whom, and to which keys, is a disclosure beside it. */
  v.strictObject({
    kind: v.literal('exported'),
    format: v.picklist(['webm', 'receipt', 'review', ...EXPORT_FORMATS, 'zip']),
    /** SHA-256 of the file as it leaves, so that a saved recording is known again. */
    file: v.exactOptional(fingerprint),
    /** Of what was opened for a purpose, and leaves for it. */
    purpose: v.exactOptional(v.picklist(PURPOSES)),
    /** It is this voice-masked copy, and not the recording. */
    copy: v.exactOptional(copy),
    /** Of a receipt: whom it is for, and the size of the log that its checkpoint covers. */
    participant: v.exactOptional(participant),
    size: v.exactOptional(count),
    /** What is in a zip. */
    parts: v.exactOptional(v.pipe(v.array(v.picklist(EXPORT_FORMATS)), v.maxLength(EXPORT_FORMATS.length))),
    names: v.exactOptional(v.picklist(NAMINGS)),
    lock: v.exactOptional(v.picklist(LOCKS)),
    /** Not everything was asked for: some people, purposes or days only. */
    filtered: v.exactOptional(v.boolean()),
  }),
  // -- what people ask for about what is held of them
  v.strictObject({
    kind: v.literal('request-received'),
    participant,
    what: v.picklist(WANTED),
    way: v.picklist(REQUEST_WAYS),
    /** SHA-256 of the signed file, so that the same one is known again. */
    file: v.exactOptional(fingerprint),
  }),
  /** request: index of its `request-received`. */
  v.strictObject({ kind: v.literal('request-answered'), request: count }),
  v.strictObject({ kind: v.literal('request-refused'), request: count, why: v.picklist(REFUSALS) }),
  /** Its answer takes longer, by this law until then; `told`: the day on which the host told them so, and why. */
  v.strictObject({
    kind: v.literal('request-extended'),
    request: count,
    why: v.picklist(LONGER_REASONS),
    law: v.picklist(PROFILES),
    until: time,
    told: day,
  }),
  /**
   * Whoever got what the entry `exported` says was told that something of this person's was corrected or erased, on that day. null: the host takes
   * that back.
   */
  v.strictObject({ kind: v.literal('recipient-told'), exported: count, participant, on: v.nullable(day) }),
  /** What they are called from now on; the names before it were destroyed. */
  v.strictObject({ kind: v.literal('name-corrected'), participant, by: v.literal('host') }),
]);

export type Entry = v.InferOutput<typeof entrySchema>;
export type EntryKind = Entry['kind'];
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

/**
 * Personal fields. meeting: site's meeting id; site: its id of a person; sender: the chat sender as shown; text: a notice or post of ours;
 * who, why, matter: of a legal hold, in the host's words.
 */
export const DISCLOSED_FIELDS = ['name', 'site', 'words', 'sender', 'text', 'meeting', 'who', 'why', 'matter'] as const;
export type DisclosedField = (typeof DISCLOSED_FIELDS)[number];

/**
 * Leaf of the log, version 1. Its bytes are RFC 8785 JSON of exactly these members; see src/log/FORMAT.md.
 * time: ISO 8601 UTC with ms. salt: 16 random bytes. prev: SHA-256(0x00 || previous leaf's bytes), 32 zero bytes for index 0.
 * seen: keyed hash of the observation's key ('' when none), so that the same observation is known again.
 * sealed: commitments of the disclosures beside the entry, by field.
 */
export const leafSchema = v.strictObject({
  v: v.literal(1),
  log: logId,
  index: count,
  prev: base64url,
  time,
  salt: base64url,
  seen: base64url,
  sealed: v.record(v.picklist(DISCLOSED_FIELDS), base64url),
  entry: entrySchema,
});
export type Leaf = v.InferOutput<typeof leafSchema>;

/** An entry about to be appended, with what is disclosed beside it and whose key seals that. */
export interface Draft {
  readonly entry: Entry;
  /** Whose personal data the disclosures are; null only when there are none. */
  readonly subject: ParticipantKey | null;
  readonly disclosures: Readonly<Partial<Record<DisclosedField, string>>>;
}

/** An entry read back: what fold sees. Fold never reads a disclosure. */
export interface Logged {
  readonly index: number;
  /** ms UTC */
  readonly at: number;
  readonly seen: string;
  readonly entry: Entry;
}
