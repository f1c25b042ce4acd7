import type { Marks } from '../../model/cutting.ts';
import type { PlayerView, Span } from '../../model/player.ts';
import type { MeetingRecord } from '../../model/record.ts';
import { clockAt, playedAt } from '../player/place.ts';
import { timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { useDrag } from './drag.ts';
import type { Stretch } from './stretches.ts';

const WIDTH = 1000;
/** Names below the line; of a crowd the list of people tells more. */
const NAMED = 8;
/** A stretch of a second must still be seen. */
const LEAST = 4;

interface TimelineProps {
  readonly record: MeetingRecord;
  readonly stretches: readonly Stretch[];
  /** The open player, whose place is marked. */
  readonly player: { readonly value: PlayerView } | null;
  /** ms of recorded time: a press on the line plays from there. null: it cannot be played. */
  readonly play: ((at: number) => void) | null;
  /** What is marked, ms of recorded time; drawing over the line marks it. */
  readonly marked: Span | null;
  readonly mark: ((marks: Marks) => void) | null;
}

/**
 * Recorded stretches as bars, gaps as a line, people coming in as ticks. The list below it says the same in words, and its buttons, and the
 * player's own line, do what a press on this one does.
 */
export function Timeline({ record, stretches, player, play, marked, mark }: TimelineProps) {
  const { openedAt, lastAt } = record;
  const x = (at: number) => (WIDTH * (Math.min(at, lastAt) - openedAt)) / Math.max(1, lastAt - openedAt);
  const n = stretches.filter((stretch) => stretch.kind === 'recorded').length;
  const clock = (share: number) => openedAt + share * (lastAt - openedAt);
  const pointed = useDrag({
    press: play && ((share) => play(playedAt(stretches, clock(share)))),
    drag: mark && ((from, to) => mark({ from: playedAt(stretches, clock(from)), to: playedAt(stretches, clock(to)) })),
  });
  const later = record.participants.filter((person) => person.joinedAt > openedAt + 1000);
  return (
    <figure class="timeline">
      <svg
        viewBox={`0 0 ${WIDTH} 48`}
        preserveAspectRatio="none"
        role="img"
        class={play ? 'pressable' : ''}
        {...pointed}
        aria-label={t('records.timeline.label', { n, from: timeOf(openedAt), to: timeOf(lastAt) })}
      >
        <path class="base" d={`M0 20H${WIDTH}`} />
        {stretches.map((stretch) => {
          if (stretch.kind !== 'recorded') return null;
          const from = x(stretch.from);
          const width = Math.max(LEAST, x(stretch.to ?? lastAt) - from);
          return (
            <rect
              key={stretch.from}
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
        {marked && (
          <path
            class="marked"
            d={`M${x(clockAt(stretches, marked.from))} 0H${x(clockAt(stretches, marked.to))}V4H${x(clockAt(stretches, marked.from))}Z`}
          />
        )}
        {player && <Now player={player} stretches={stretches} x={x} />}
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

interface NowProps {
  readonly player: { readonly value: PlayerView };
  readonly stretches: readonly Stretch[];
  readonly x: (at: number) => number;
}

/** Where the player is. By itself, so that nothing else is drawn anew with it. */
function Now({ player, stretches, x }: NowProps) {
  return <path class="place" d={`M${x(clockAt(stretches, player.value.at))} 0v40`} />;
}
