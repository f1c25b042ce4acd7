import type { MeetingSummary } from '../../model/record.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { Running } from '../controls/running.tsx';
import { Word } from '../controls/word.tsx';
import { t } from '../words/speak.ts';
import { Failed } from './failed.tsx';
import type { Listing, Reading } from './jobs.ts';

interface ReadingWordProps {
  readonly reading: Reading;
  readonly cancel: () => void;
}

/** The chosen meeting while its log is read and checked, or why it cannot be shown. */
export function ReadingWord({ reading, cancel }: ReadingWordProps) {
  if (reading.state === 'none') return null;
  if (reading.state === 'failed') {
    if (reading.code !== 'damaged') return <Failed code={reading.code} />;
    return <Word says={t('records.log-damaged')} next={t('records.log-damaged.next')} />;
  }
  const { done, total } = reading;
  return (
    <KeepFocus class="later">
      <Running
        label={t('records.title')}
        share={total > 0 ? done / total : 0}
        says={t('records.reading', { n: done, of: total })}
        cancel={cancel}
      />
    </KeepFocus>
  );
}

interface ListingWordProps {
  readonly listing: Listing;
  readonly meetings: readonly MeetingSummary[] | null;
}

/** What is still missing in the list, which is of use while it grows. */
export function ListingWord({ listing, meetings }: ListingWordProps) {
  const { done, total } = listing;
  if (meetings === null || done === total) return null;
  return <p class="later soft figures">{t('records.listing', { n: done, of: total })}</p>;
}
