import type { MeetingRecord } from '../../model/record.ts';
import { timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { Stretch } from './stretches.ts';

const WIDTH = 1000;
/** Names below the line; of a crowd the list of people tells more. */
const NAMED = 8;
/** A stretch of a second must still be seen. */
const LEAST = 4;

interface TimelineProps {
  readonly record: MeetingRecord;
  readonly stretches: readonly Stretch[];
}

/** Recorded stretches as bars, gaps as a line, people coming in as ticks. The list below it says the same in words. */
export function Timeline({ record, stretches }: TimelineProps) {
  const { openedAt, lastAt } = record;
  const x = (at: number) => (WIDTH * (Math.min(at, lastAt) - openedAt)) / Math.max(1, lastAt - openedAt);
  const n = stretches.filter((stretch) => stretch.kind === 'recorded').length;
  const later = record.participants.filter((person) => person.joinedAt > openedAt + 1000);
  return (
    <figure class="timeline">
      <svg
        viewBox={`0 0 ${WIDTH} 48`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('records.timeline.label', { n, from: timeOf(openedAt), to: timeOf(lastAt) })}
      >
        <path class="base" d={`M0 20H${WIDTH}`} />
        {stretches.map((stretch) => {
          if (stretch.kind === 'gap') return null;
          const from = x(stretch.from);
          const width = Math.max(LEAST, x(stretch.to ?? lastAt) - from);
          return (
            <rect
              key={stretch.epoch.epoch}
              class={stretch.to === null ? 'now' : 'kept'}
              x={from}
              y="4"
              width={width}
              height="32"
              rx="3"
            />
          );
        })}
        {later.map((person) => (
          <path key={person.participant} class="join" d={`M${x(person.joinedAt)} 38v10`}>
            <title>{t('records.joined', { name: nameOf(person.name), time: timeOf(person.joinedAt) })}</title>
          </path>
        ))}
      </svg>
      <figcaption class="small soft figures">
        <span>{timeOf(openedAt)}</span>
        <span>{timeOf(lastAt)}</span>
      </figcaption>
      {later.length > 0 && (
        <ul class="joins small soft">
          {later.slice(0, NAMED).map((person) => (
            <li key={person.participant}>
              {t('records.joined', {
                name: person.name === '' ? t('name.erased') : nameOf(person.name),
                time: timeOf(person.joinedAt),
              })}
            </li>
          ))}
          {later.length > NAMED && <li>{t('records.joined.more', { n: later.length - NAMED })}</li>}
        </ul>
      )}
    </figure>
  );
}
