import * as v from 'valibot';
import type { Purpose } from './ask.ts';
import type { EpochId, LogId } from './id.ts';
import { CARD_NAME_MAX, CRITERIA_MAX, isScore, SCALES, WEIGHT_MAX } from './score.ts';

/**
 * What a reviewer wrote about a recording: notes at a time of it, and score cards filled for the whole call. They are derived from the
 * recording: sealed under a key that goes with it (src/vault/reviews.ts), read for quality or training only, and gone when it is.
 */
export const REVIEW_PURPOSES = ['quality', 'training'] as const satisfies readonly Purpose[];
export type ReviewPurpose = (typeof REVIEW_PURPOSES)[number];

export function isReviewPurpose(purpose: Purpose | null): purpose is ReviewPurpose {
  return REVIEW_PURPOSES.some((one) => one === purpose);
}

/** What an entry of the log says of it: never what is in it. restored: a removal was taken back. */
export const REVIEWED = ['note', 'scores'] as const;
export type Reviewed = (typeof REVIEWED)[number];
export const REVIEW_DEEDS = ['added', 'changed', 'removed', 'restored'] as const;
export type ReviewDeed = (typeof REVIEW_DEEDS)[number];

/** Characters. */
export const NOTE_MAX = 10_000;
export const TAG_MAX = 40;
export const TAGS_MAX = 20;
export const REVIEWER_MAX = 200;
/** 9 random bytes behind an r, as other ids are made. */
export const REVIEW_ID = /^r[A-Za-z0-9_-]{12}$/;

const text = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.check((one) => one.isWellFormed()),
  );
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const criterion = v.strictObject({
  name: v.pipe(text(CARD_NAME_MAX), v.minLength(1)),
  scale: v.picklist(SCALES),
  weight: v.pipe(whole, v.minValue(1), v.maxValue(WEIGHT_MAX)),
});
const card = v.strictObject({
  name: v.pipe(text(CARD_NAME_MAX), v.minLength(1)),
  criteria: v.pipe(v.array(criterion), v.minLength(1), v.maxLength(CRITERIA_MAX), v.readonly()),
});
const by = text(REVIEWER_MAX);

const note = v.strictObject({
  v: v.literal(1),
  is: v.literal('note'),
  /** Of the recorded stretch that it belongs to, from its beginning: ms. */
  ms: whole,
  text: text(NOTE_MAX),
  tags: v.pipe(v.array(v.pipe(text(TAG_MAX), v.minLength(1))), v.maxLength(TAGS_MAX), v.readonly()),
  /** Who wrote it, in their own word; '' where they gave none. */
  by,
  /** ms UTC */
  at: whole,
});

const filled = v.pipe(
  v.strictObject({
    v: v.literal(1),
    is: v.literal('scores'),
    card,
    /** In the order of the card's criteria; null: not scored. */
    scores: v.pipe(v.array(v.nullable(whole)), v.readonly()),
    /** Whose call it is. */
    agent: by,
    text: text(NOTE_MAX),
    by,
    at: whole,
  }),
  v.check(({ card: { criteria }, scores }) => scores.length === criteria.length),
  v.check(({ card: { criteria }, scores }) =>
    criteria.every(({ scale }, at) => scores[at] === null || isScore(scale, scores[at] as number)),
  ),
);

const body = v.union([note, filled]);
export type ReviewNote = v.InferOutput<typeof note>;
export type FilledCard = v.InferOutput<typeof filled>;
export type ReviewBody = v.InferOutput<typeof body>;

/** A body as it lies on the disk, opened. null: written by another version, or not by us. */
export function readReviewBody(json: string): ReviewBody | null {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const read = v.safeParse(body, found);
  return read.success ? read.output : null;
}

/** Whether this may be kept: nothing is cut without a word. */
export function isReviewBody(one: ReviewBody): boolean {
  return v.is(body, one);
}

export interface Review<Body extends ReviewBody = ReviewBody> {
  readonly log: LogId;
  readonly id: string;
  /** The stretch that it is about, and with whose recording it goes. */
  readonly epoch: EpochId;
  readonly body: Body;
}

/** To be kept. id: null for a new one. epoch: null for what is about the whole call. */
export interface ReviewDraft {
  readonly id: string | null;
  readonly epoch: EpochId | null;
  readonly body: ReviewBody;
}

export function isNote(review: Review): review is Review<ReviewNote> {
  return review.body.is === 'note';
}

export function isFilled(review: Review): review is Review<FilledCard> {
  return review.body.is === 'scores';
}

/** Scores of a filled card by the names of its criteria. */
export function scoresOf({ card: { criteria }, scores }: FilledCard): Readonly<Record<string, number | null>> {
  return Object.fromEntries(criteria.map(({ name }, at) => [name, scores[at] ?? null]));
}

export type TagsFault = 'too-many' | 'too-long';

/** Tags as somebody types them: words between commas or line breaks, each once, without regard to capitals. */
export function tagsIn(typed: string): { readonly tags: readonly string[]; readonly fault: TagsFault | null } {
  const seen = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const tag = part.replace(/^\s*#/, '').replace(/\s+/g, ' ').trim();
    const folded = tag.toLocaleLowerCase();
    if (tag !== '' && !seen.has(folded)) seen.set(folded, tag);
  }
  const tags = [...seen.values()];
  if (tags.length > TAGS_MAX) return { tags, fault: 'too-many' };
  return { tags, fault: tags.some((tag) => tag.length > TAG_MAX) ? 'too-long' : null };
}

/** Everything of a review that can be searched for. */
export function searchedIn({ body: one }: Review): string {
  if (one.is === 'note') return [one.text, one.tags.join(' '), one.by].join(' ');
  const scores = one.card.criteria.map(({ name }, at) => (one.scores[at] === null ? '' : `${name} ${one.scores[at]}`));
  return [one.agent, one.card.name, ...scores, one.text, one.by].join(' ');
}
