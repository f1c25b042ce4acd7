import type { LogId } from '../../model/id.ts';
import type { MeetingSummary } from '../../model/record.ts';
import { Icon } from '../style/icon.tsx';
import { dateOf, spanOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { Live } from './live.tsx';

interface MeetingLineProps {
  readonly meeting: MeetingSummary;
  readonly chosen: boolean;
  /** How much of it a legal hold keeps. */
  readonly held: 'whole' | 'part' | null;
  /** What a search found in the notes about it. */
  readonly hit: string | null;
  readonly choose: (log: LogId) => void;
}

export function meetingName(meeting: MeetingSummary): string {
  return meeting.meeting === '' ? t('records.erasedMeeting') : meeting.meeting;
}

export function MeetingLine({ meeting, chosen, held, hit, choose }: MeetingLineProps) {
  const recorded =
    meeting.recordedMs > 0 ? t('records.recorded', { span: spanOf(meeting.recordedMs) }) : t('records.notRecorded');
  return (
    <li>
      <button
        type="button"
        class="meeting-line"
        data-log={meeting.log}
        aria-current={chosen}
        onClick={() => choose(meeting.log)}
      >
        <span class="name">
          <bdi>{meetingName(meeting)}</bdi>
          {meeting.live && <Live live={meeting.live} />}
        </span>
        <span class="small soft">
          {dateOf(meeting.openedAt)}, {timeOf(meeting.openedAt)}
        </span>
        <span class="small soft">
          {t('records.line', { n: meeting.people })} · {recorded}
        </span>
        <StaysUntil keeping={meeting.keeping} held={held} />
        {hit !== null && (
          <span class="small hit">
            {t('review.search.hit')} <bdi>{hit}</bdi>
          </span>
        )}
      </button>
    </li>
  );
}

function StaysUntil({
  keeping: { media, names },
  held,
}: Pick<MeetingSummary, 'keeping'> & Pick<MeetingLineProps, 'held'>) {
  const dates = [
    media !== null && t('keeping.line', { date: dateOf(media) }),
    names !== null && t('keeping.line.names', { date: dateOf(names) }),
  ].filter((date) => date !== false);
  return (
    <>
      {dates.length > 0 && <span class="small soft">{dates.join(' · ')}</span>}
      {held && (
        <span class="small held">
          <Icon name="lock" size={14} />
          {t(held === 'whole' ? 'keeping.line.held' : 'keeping.line.held.part')}
        </span>
      )}
    </>
  );
}
