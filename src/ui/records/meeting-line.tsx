import type { LogId } from '../../model/id.ts';
import type { MeetingSummary } from '../../model/record.ts';
import { dateOf, spanOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { Live } from './live.tsx';

interface MeetingLineProps {
  readonly meeting: MeetingSummary;
  readonly chosen: boolean;
  readonly choose: (log: LogId) => void;
}

export function meetingName(meeting: MeetingSummary): string {
  return meeting.meeting === '' ? t('records.erasedMeeting') : meeting.meeting;
}

export function MeetingLine({ meeting, chosen, choose }: MeetingLineProps) {
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
      </button>
    </li>
  );
}
