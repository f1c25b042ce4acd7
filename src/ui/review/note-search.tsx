import { REVIEW_PURPOSES } from '../../model/review.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { Running } from '../controls/running.tsx';
import { FailureWord } from '../controls/word.tsx';
import { t } from '../words/speak.ts';
import type { NoteSearchIntents, NotesOpen } from './jobs.ts';

interface NoteSearchProps {
  readonly notes: NotesOpen;
  readonly intents: NoteSearchIntents;
}

/** Beside the search field: what is written about recordings is searched too, once somebody has said for what. */
export function NoteSearch({ notes, intents }: NoteSearchProps) {
  return (
    <KeepFocus class="note-search">
      <Shown notes={notes} intents={intents} />
    </KeepFocus>
  );
}

function Shown({ notes, intents }: NoteSearchProps) {
  switch (notes.state) {
    case 'running':
      return (
        <Running
          label={t('review.search.open')}
          share={notes.total === 0 ? 0 : notes.done / notes.total}
          says={t('review.search.progress', { done: notes.done, total: notes.total })}
          cancel={intents.cancelNotes}
        />
      );
    case 'open':
      return (
        <>
          <p class="small soft" role="status">
            {t('review.search.on', { n: notes.calls.length, purpose: t(`purpose.${notes.purpose}`) })}
            {notes.closed > 0 && ` ${t('review.search.closed', { n: notes.closed })}`}
          </p>
          <button type="button" class="button plain tight" onClick={intents.closeNotes}>
            {t('review.search.stop')}
          </button>
        </>
      );
    case 'failed':
    case 'closed':
      return (
        <>
          {notes.state === 'failed' && <FailureWord code={notes.code} />}
          <details>
            <summary class="small">{t('review.search.open')}</summary>
            <p class="small soft">{t('review.search.for')}</p>
            <div class="actions">
              {REVIEW_PURPOSES.map((purpose) => (
                <button key={purpose} type="button" class="button tight" onClick={() => intents.openNotes(purpose)}>
                  {t(`purpose.${purpose}`)}
                </button>
              ))}
            </div>
            <p class="small soft">{t('review.open.why')}</p>
          </details>
        </>
      );
    default:
      return notes satisfies never;
  }
}
