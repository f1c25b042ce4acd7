import { useId, useState } from 'preact/hooks';
import { NOTE_MAX, type ReviewNote, TAG_MAX, TAGS_MAX, tagsIn } from '../../model/review.ts';
import { clockOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

interface NoteFormProps {
  /** null: a new one. */
  readonly note: ReviewNote | null;
  /** Where it is, in ms of the player; null: not chosen yet, and then it is where the player stands when the first word is typed. */
  readonly at: number | null;
  readonly current: () => number;
  readonly keep: (written: {
    readonly at: number;
    readonly text: string;
    readonly tags: readonly string[];
  }) => Promise<boolean>;
  /** null: there is nothing to go back to. */
  readonly back: (() => void) | null;
}

/** A note at a moment. What is too long is told while it is typed, and nothing is cut. */
export function NoteForm({ note, at: placed, current, keep, back }: NoteFormProps) {
  const field = useId();
  const [at, place] = useState<number | null>(placed);
  const [text, write] = useState(note?.text ?? '');
  const [typed, tag] = useState(note?.tags.join(', ') ?? '');
  const [busy, work] = useState(false);
  const { tags, fault } = tagsIn(typed);
  const over = text.length - NOTE_MAX;
  const empty = text.trim() === '' && tags.length === 0;
  const wrong = over > 0 || fault !== null;
  const begin = () => {
    if (at === null) place(current());
  };
  const save = async () => {
    if (busy || empty || wrong) return;
    work(true);
    const kept = await keep({ at: at ?? current(), text: text.trim(), tags });
    work(false);
    if (!kept || note) return;
    write('');
    tag('');
    place(null);
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="note-at">
        <span class="figures">
          {at === null ? t('review.note.at.now') : t('review.note.at', { time: clockOf(at) })}
        </span>
        <button type="button" class="button plain tight" onClick={() => place(current())}>
          {t('review.note.take')}
        </button>
      </p>
      <div class="field">
        <label for={`${field}-text`}>{t('review.note')}</label>
        <textarea
          class="text"
          id={`${field}-text`}
          rows={3}
          value={text}
          aria-describedby={`${field}-over`}
          aria-invalid={over > 0}
          onInput={(event) => {
            begin();
            write(event.currentTarget.value);
          }}
        />
        <p class="problem small" id={`${field}-over`} aria-live="polite">
          {over > 0 && t('review.note.over', { n: over, max: NOTE_MAX })}
        </p>
      </div>
      <div class="field">
        <label for={`${field}-tags`}>{t('review.tags')}</label>
        <input
          class="text"
          id={`${field}-tags`}
          type="text"
          autocomplete="off"
          value={typed}
          aria-describedby={`${field}-tags-why ${field}-tags-fault`}
          aria-invalid={fault !== null}
          onInput={(event) => {
            begin();
            tag(event.currentTarget.value);
          }}
        />
        <p class="small soft" id={`${field}-tags-why`}>
          {t('review.tags.why')}
        </p>
        <p class="problem small" id={`${field}-tags-fault`} aria-live="polite">
          {fault && t(`review.tags.${fault}`, { n: fault === 'too-many' ? TAGS_MAX : TAG_MAX })}
        </p>
      </div>
      <div class="actions">
        <button type="submit" class="button" aria-disabled={busy || empty || wrong}>
          {t(note ? 'review.keep' : 'review.note.add')}
        </button>
        {back && (
          <button type="button" class="button" onClick={back}>
            {t('do.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
