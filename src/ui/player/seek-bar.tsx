import type { PlayerView, Span } from '../../model/player.ts';
import type { Stretch } from '../records/stretches.ts';
import { clockOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { gapSentence } from './gap-word.tsx';
import { clockAt } from './place.ts';

interface SeekBarProps {
  readonly stretches: readonly Stretch[];
  readonly view: PlayerView;
  readonly marked: Span | null;
  readonly seek: (at: number) => void;
}

const WIDTH = 1000;

/** All that was recorded in a row, from end to end; below it, where something was not recorded, and the pauses that are passed over. */
export function SeekBar({ stretches, view, marked, seek }: SeekBarProps) {
  const x = (at: number) => (WIDTH * at) / Math.max(1, view.total);
  return (
    <div class="seek-bar">
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.round(view.total))}
        step={100}
        value={Math.round(view.at)}
        aria-label={t('player.place')}
        aria-valuetext={t('player.place.at', {
          at: clockOf(view.at),
          total: clockOf(view.total),
          time: timeOf(clockAt(stretches, view.at), true),
        })}
        onInput={({ currentTarget }) => seek(Number(currentTarget.value))}
      />
      <svg viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
        {marked && (
          <rect class="marked" x={x(marked.from)} y="0" width={Math.max(2, x(marked.to) - x(marked.from))} height="8" />
        )}
        {view.skipping &&
          view.pauses.map(({ from, to }) => (
            <rect key={from} class="pause" x={x(from)} y="2" width={Math.max(1, x(to) - x(from))} height="4" />
          ))}
        {stretches.map((stretch, index) => {
          const after = stretches[index + 1];
          if (stretch.kind === 'recorded' || after?.kind !== 'recorded' || after.offset === 0) return null;
          return (
            <path key={stretch.from} class="gap" d={`M${x(after.offset)} 0v8`}>
              <title>{gapSentence(stretch)}</title>
            </path>
          );
        })}
      </svg>
    </div>
  );
}
