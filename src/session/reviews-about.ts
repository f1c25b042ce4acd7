import { fold } from '../consent/fold.ts';
import { rootOf } from '../consent/state.ts';
import type { Logged } from '../model/entry.ts';
import type { LogId, ParticipantKey } from '../model/id.ts';
import type { HeldReview } from '../model/person.ts';
import { isFilled, isNote, type Review, scoresOf } from '../model/review.ts';
import { epochsOf } from './epochs-with.ts';
import { idsOf } from './requests.ts';

/**
 * Whether what was written is about somebody. theirs: the recorded stretches that they were in. ms: null for what is about the whole call, and so
 * about everybody who was in any of them.
 */
export function isAbout(
  theirs: ReadonlySet<string>,
  { epoch, ms }: { readonly epoch: string; readonly ms: number | null },
): boolean {
  return ms === null ? theirs.size > 0 : theirs.has(epoch);
}

/**
 * Of one meeting, all that was written about stretches in which this person was; a note names whom it will, so it is held about everybody who can be
 * heard there. A filled card is about the call, and so about everybody who was in any recorded stretch. In the order of writing.
 */
export function reviewsAbout(
  reviews: readonly Review[],
  entries: readonly Logged[],
  participant: ParticipantKey,
): HeldReview[] {
  const state = fold(entries);
  const root = rootOf(state, participant);
  const there = epochsOf(entries, new Set(idsOf(state, root)));
  return reviews
    .filter((one) => isAbout(there, { epoch: one.epoch, ms: isNote(one) ? one.body.ms : null }))
    .map(heldOf)
    .sort((a, b) => a.writtenAt - b.writtenAt);
}

function heldOf(review: Review): HeldReview {
  const { id, epoch, body } = review;
  return {
    id,
    epoch,
    is: body.is,
    writtenAt: body.at,
    ms: isNote(review) ? review.body.ms : null,
    by: body.by,
    text: body.text,
    tags: isNote(review) ? review.body.tags : [],
    agent: isFilled(review) ? review.body.agent : '',
    card: isFilled(review) ? review.body.card.name : '',
    criteria: isFilled(review) ? review.body.card.criteria : [],
    scores: isFilled(review) ? scoresOf(review.body) : {},
  };
}

/**
 * As a file for that person (GDPR art. 15(3)): JSON, UTF-8, {`format` `ask-to-record-reviews`, `version` 1, `madeAt`: time, `log`, `participant`, `reviews`: list of HeldReview}.
 * at: ms UTC.
 */
export function reviewsFile(
  held: readonly HeldReview[],
  { log, participant, at }: { readonly log: LogId; readonly participant: ParticipantKey; readonly at: number },
): string {
  const madeAt = new Date(at).toISOString();
  const file = { format: 'ask-to-record-reviews', version: 1, madeAt, log, participant, reviews: held };
  return `${JSON.stringify(file, null, 2)}\n`;
}
