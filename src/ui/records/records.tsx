import type { FailureCode } from '../../model/failure.ts';
import type { LogId } from '../../model/id.ts';
import type { MeetingRecord, MeetingSummary } from '../../model/record.ts';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import type { RecordsIntents } from './intents.ts';
import type { Playback, Saving } from './jobs.ts';
import { Meeting } from './meeting.tsx';
import { MeetingList } from './meeting-list.tsx';

export type { RecordsIntents } from './intents.ts';

export interface RecordsProps {
  /** null: not read yet. */
  readonly meetings: readonly MeetingSummary[] | null;
  readonly chosen: LogId | null;
  /** The chosen one, once it is read. */
  readonly record: MeetingRecord | null;
  readonly playback: Playback;
  readonly saving: Saving;
  readonly failure: FailureCode | null;
  readonly intents: RecordsIntents;
}

/** All meetings of this computer, and one of them in full. */
export function Records(props: RecordsProps) {
  const { meetings, chosen, record, failure, intents } = props;
  const shown = record && record.log === chosen ? record : null;
  return (
    <main class={`records ${chosen ? 'chosen' : ''}`}>
      <header class="top">
        <Icon name="log" size={28} />
        <h1>{t('records.title')}</h1>
      </header>
      {failure && <FailureWord code={failure} />}
      {!meetings && <p class="soft">{t('app.loading')}</p>}
      {meetings && meetings.length === 0 && (
        <section class="empty">
          <Icon name="question" size={44} />
          <h2>{t('records.none')}</h2>
          <p class="soft">{t('records.none.more')}</p>
        </section>
      )}
      {meetings && meetings.length > 0 && (
        <div class="columns">
          <MeetingList meetings={meetings} chosen={chosen} choose={intents.choose} />
          <div class="detail" aria-busy={chosen !== null && !shown}>
            {shown && <Meeting key={shown.log} {...props} record={shown} />}
            {!shown && <p class="soft">{t(chosen ? 'app.loading' : 'records.choose')}</p>}
          </div>
        </div>
      )}
    </main>
  );
}
