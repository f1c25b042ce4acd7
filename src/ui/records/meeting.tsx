import type { MeetingRecord } from '../../model/record.ts';
import { Keeping } from '../keeping/keeping.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf, sizeOf, spanOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { Answers } from './answers.tsx';
import { AskedList } from './asked-list.tsx';
import { History } from './history.tsx';
import { Live } from './live.tsx';
import { LogExport } from './log-export.tsx';
import { meetingName } from './meeting-line.tsx';
import { Recording } from './recording.tsx';
import type { RecordsProps } from './records.tsx';
import { Story } from './story.tsx';

interface MeetingProps extends RecordsProps {
  readonly record: MeetingRecord;
}

/** One meeting: what was recorded, who agreed to it, in which words, and all that happened. */
export function Meeting({
  record,
  meetings,
  keeping,
  playback,
  player,
  cutting,
  saving,
  giving,
  review,
  vault,
  unlocking,
  copies,
  intents,
}: MeetingProps) {
  const when = { date: dateOf(record.openedAt), from: timeOf(record.openedAt), to: timeOf(record.lastAt) };
  const facts = [
    [t('records.facts.platform'), record.platform],
    [t('records.facts.recorded'), record.recordedMs > 0 ? spanOf(record.recordedMs) : t('records.notRecorded')],
    [t('records.facts.size'), sizeOf(record.recordedBytes)],
    [t('records.facts.entries'), String(record.entries)],
  ];
  return (
    <article class="meeting">
      <ToList choose={intents.choose} />
      <header>
        <h2 class="title" tabIndex={-1}>
          <bdi>{meetingName(record)}</bdi> {record.live && <Live live={record.live} />}
        </h2>
        <p class="soft">{t('records.when', when)}</p>
      </header>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="small soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Recording
        record={record}
        playback={playback}
        player={player}
        cutting={cutting}
        saving={saving}
        review={review}
        vault={vault}
        unlocking={unlocking}
        intents={intents}
      />
      <Keeping record={record} meetings={meetings ?? []} keeping={keeping} intents={intents} />
      {copies}
      <History story={record.story} />
      <Answers log={record.log} participants={record.participants} giving={giving} intents={intents} />
      <AskedList asks={record.asks} />
      <LogExport log={record.log} />
      <Story log={record.log} story={record.story} />
    </article>
  );
}

/** Where there is no room for both, the way from a meeting back to the list. */
export function ToList({ choose }: { readonly choose: RecordsProps['intents']['choose'] }) {
  return (
    <button type="button" class="button plain tight to-list" onClick={() => choose(null)}>
      <Icon name="back" size={16} />
      {t('records.back')}
    </button>
  );
}
