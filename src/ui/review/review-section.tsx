import { useState } from 'preact/hooks';
import type { Purpose } from '../../model/ask.ts';
import type { MeetingRecord } from '../../model/record.ts';
import {
  isFilled,
  isNote,
  isReviewPurpose,
  REVIEW_PURPOSES,
  REVIEWER_MAX,
  type Review,
  type ReviewDraft,
} from '../../model/review.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { FailureWord, Word } from '../controls/word.tsx';

import { allowedOf } from '../records/purpose.tsx';
import { stretchesOf } from '../records/stretches.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { CardForm } from './card-form.tsx';
import { CardList } from './card-list.tsx';
import { GiveAway } from './give-away.tsx';
import type { ReviewIntents, Reviewing, ReviewWays } from './jobs.ts';
import { NoteForm } from './note-form.tsx';
import { NoteList } from './note-list.tsx';
import { momentOf, placeOf } from './placing.ts';

export interface ReviewSectionProps {
  readonly record: MeetingRecord;
  /** What the recording is opened for. */
  readonly purpose: Purpose | null;
  readonly reviewing: Reviewing;
  readonly ways: ReviewWays;
  /** Where the player stands, ms of the player. */
  readonly current: () => number;
  readonly seek: (at: number) => void;
  readonly intents: ReviewIntents;
}

/** Notes and scores beside a recording: only for quality or training, and only where everybody in it agreed to that. */
export function ReviewSection(props: ReviewSectionProps) {
  return (
    <section class="review" aria-labelledby="review-title">
      <h3 id="review-title">
        <Icon name="note" size={18} />
        {t('review.title')}
      </h3>
      <KeepFocus class="act">
        <Shown {...props} />
      </KeepFocus>
    </section>
  );
}

function Shown(props: ReviewSectionProps) {
  const { record, purpose, reviewing, intents } = props;
  if (!isReviewPurpose(purpose)) {
    const allowed = allowedOf(record).some((one) => REVIEW_PURPOSES.some((wanted) => wanted === one));
    return <p class="soft">{t(allowed ? 'review.choose' : 'review.none-allowed')}</p>;
  }
  switch (reviewing.state) {
    case 'closed':
      return <OpenButton open={() => intents.open(record.log, purpose)} />;
    case 'opening':
      return <p role="status">{t('review.opening')}</p>;
    case 'failed':
      return (
        <>
          <FailureWord code={reviewing.code} />
          <OpenButton open={() => intents.open(record.log, purpose)} />
        </>
      );
    case 'open':
      return <Opened {...props} reviewing={reviewing} />;
    default:
      return reviewing satisfies never;
  }
}

function OpenButton({ open }: { readonly open: () => void }) {
  return (
    <>
      <button type="button" class="button" onClick={open}>
        <Icon name="note" size={16} />
        {t('review.open')}
      </button>
      <p class="small soft">{t('review.open.why')}</p>
    </>
  );
}

interface OpenedProps extends ReviewSectionProps {
  readonly reviewing: Extract<Reviewing, { state: 'open' }>;
}

function Opened({ record, reviewing, ways, current, seek, intents }: OpenedProps) {
  const [by, name] = useState(ways.reviewer);
  const [filling, fill] = useState(false);
  const stretches = stretchesOf(record);
  const filled = reviewing.reviews.filter(isFilled);
  const notes = reviewing.reviews
    .filter(isNote)
    .map((review) => ({ review, at: momentOf(stretches, { epoch: review.epoch, ms: review.body.ms }) }))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.review.body.at - b.review.body.at);
  const keep = (draft: ReviewDraft) => intents.keep(record.log, draft);
  const stamp = { v: 1, by: by.trim(), at: Date.now() } as const;
  const keepNote = (
    before: Review | null,
    { at, text, tags }: { readonly at: number; readonly text: string; readonly tags: readonly string[] },
  ) => {
    const place = placeOf(stretches, at);
    if (!place) return Promise.resolve(false);
    return keep({
      id: before?.id ?? null,
      epoch: place.epoch,
      body: { ...stamp, is: 'note', ms: place.ms, text, tags },
    });
  };
  const agent = record.participants.find(({ self }) => self)?.name ?? '';
  return (
    <div class="reviewing">
      {reviewing.refused && <FailureWord code={reviewing.refused} />}
      {reviewing.unread > 0 && (
        <Word says={t('review.unread', { n: reviewing.unread })} next={t('review.unread.next')} />
      )}
      <p class="undo" role="status">
        {reviewing.removed && (
          <>
            {t(reviewing.removed.body.is === 'note' ? 'review.removed.note' : 'review.removed.scores')}{' '}
            <button type="button" class="button tight" onClick={intents.undo}>
              <Icon name="back" size={16} />
              {t('review.undo')}
            </button>
          </>
        )}
      </p>
      <label class="field">
        <span>{t('review.reviewer')}</span>
        <input
          class="text"
          type="text"
          autocomplete="name"
          value={by}
          maxLength={REVIEWER_MAX}
          onInput={(event) => name(event.currentTarget.value)}
        />
      </label>
      <h4>{t('review.notes')}</h4>
      {notes.length === 0 && <p class="soft">{t('review.notes.none')}</p>}
      <NoteList notes={notes} current={current} seek={seek} keep={keepNote} remove={intents.remove} />
      <NoteForm note={null} at={null} current={current} keep={(written) => keepNote(null, written)} back={null} />
      <h4>{t('review.scores')}</h4>
      {filled.length === 0 && <p class="soft">{t('review.scores.none')}</p>}
      <CardList
        filled={filled}
        keep={({ id, epoch }, written) => keep({ id, epoch, body: { ...stamp, is: 'scores', ...written } })}
        remove={intents.remove}
      />
      {filling ? (
        <CardForm
          cards={ways.cards}
          filled={null}
          agent={agent}
          keep={(written) => keep({ id: null, epoch: null, body: { ...stamp, is: 'scores', ...written } })}
          back={() => fill(false)}
        />
      ) : (
        <div class="actions">
          {ways.cards.length > 0 && (
            <button type="button" class="button" onClick={() => fill(true)}>
              {t('review.card.fill')}
            </button>
          )}
          {ways.cards.length === 0 && <p class="soft">{t('review.card.none')}</p>}
        </div>
      )}
      {reviewing.reviews.length > 0 && <GiveAway record={record} give={intents.give} />}
      <p class="small soft">{t('review.kept')}</p>
      <div class="actions">
        <button type="button" class="button plain tight" onClick={intents.close}>
          {t('review.close')}
        </button>
      </div>
    </div>
  );
}
