import { useState } from 'preact/hooks';
import type { Review, ReviewNote } from '../../model/review.ts';
import { Icon } from '../style/icon.tsx';
import { clockOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { NoteForm } from './note-form.tsx';
import { WrittenBy } from './written-by.tsx';

/** at: in ms of the player; null: its stretch is gone. */
export interface PlacedNote {
  readonly review: Review<ReviewNote>;
  readonly at: number | null;
}

interface NoteListProps {
  /** In the order of the recording. */
  readonly notes: readonly PlacedNote[];
  readonly current: () => number;
  readonly seek: (at: number) => void;
  readonly keep: (
    before: Review<ReviewNote>,
    written: { readonly at: number; readonly text: string; readonly tags: readonly string[] },
  ) => Promise<boolean>;
  readonly remove: (review: Review) => void;
}

export function NoteList({ notes, current, seek, keep, remove }: NoteListProps) {
  const [edited, edit] = useState<string | null>(null);
  return (
    <ol class="notes divided">
      {notes.map(({ review, at }) => (
        <li key={review.id} data-review={review.id}>
          {at !== null && (
            <button
              type="button"
              class="button plain tight figures"
              aria-label={t('review.note.hear', { time: clockOf(at) })}
              onClick={() => seek(at)}
            >
              <Icon name="play" size={14} />
              {clockOf(at)}
            </button>
          )}
          {edited === review.id ? (
            <NoteForm
              note={review.body}
              at={at}
              current={current}
              keep={async (written) => {
                const kept = await keep(review, written);
                if (kept) edit(null);
                return kept;
              }}
              back={() => edit(null)}
            />
          ) : (
            <div class="noted">
              {review.body.text !== '' && (
                <p class="noted-text" dir="auto">
                  {review.body.text}
                </p>
              )}
              {review.body.tags.length > 0 && (
                <ul class="tags" aria-label={t('review.tags')}>
                  {review.body.tags.map((tag) => (
                    <li key={tag} class="tag">
                      <bdi>{tag}</bdi>
                    </li>
                  ))}
                </ul>
              )}
              <WrittenBy body={review.body} />
              <div class="actions">
                <button type="button" class="button plain tight" onClick={() => edit(review.id)}>
                  {t('review.change')}
                </button>
                <button type="button" class="button plain tight" onClick={() => remove(review)}>
                  {t('review.remove')}
                </button>
              </div>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
