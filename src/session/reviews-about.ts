import { fold } from '../consent/fold.ts';
import { rootOf } from '../consent/state.ts';
import type { Logged } from '../model/entry.ts';
import type { EpochId, LogId, ParticipantKey } from '../model/id.ts';
import { isFilled, isNote, type Review, scoresOf } from '../model/review.ts';

/** What is held about somebody because it was written about a recording that they are in. Nothing of it is in a log. */
export interface HeldReview {
  readonly id: string;
  readonly epoch: EpochId;
  readonly is: 'note' | 'scores';
  /** ms UTC */
  readonly writtenAt: number;
  /** Of the recorded stretch, ms; null: about the whole call. */
  readonly ms: number | null;
  readonly by: string;
  readonly text: string;
  readonly tags: readonly string[];
  /** Whose call it is, as the reviewer wrote it; '' for a note. */
  readonly agent: string;
  readonly card: string;
  readonly scores: Readonly<Record<string, number | null>>;
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
  const there = new Set<EpochId>();
  for (const { entry } of entries) {
    if (entry.kind !== 'gate-opened') continue;
    if (entry.roster.some((one) => rootOf(state, one) === root)) there.add(entry.epoch);
  }
  return reviews
    .filter((one) => (one.body.is === 'scores' ? there.size > 0 : there.has(one.epoch)))
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
