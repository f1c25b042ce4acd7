import { useId } from 'preact/hooks';
import { type PlayerIntents, type PlayerView, SIDES, type Side, SPEEDS } from '../../model/player.ts';
import { Strip } from '../controls/strip.tsx';
import { clockOf } from '../words/amount.ts';
import { numbers } from '../words/formats.ts';
import { t } from '../words/speak.ts';

interface ChoicesProps {
  readonly view: PlayerView;
  readonly intents: PlayerIntents;
}

/** How fast, how loud, and whom. */
export function Choices({ view, intents }: ChoicesProps) {
  const speed = useId();
  const volume = useId();
  const skipped = view.pauses.reduce((sum, { from, to }) => sum + to - from, 0);
  return (
    <div class="choices">
      <div class="field">
        <label for={speed}>{t('player.speed')}</label>
        <select
          class="select"
          id={speed}
          onChange={({ currentTarget }) => intents.setSpeed(Number(currentTarget.value))}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one} selected={one === view.speed}>
              {t('player.times', { n: numbers({ maximumFractionDigits: 2 }).format(one) })}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={volume}>{t('player.volume')}</label>
        <div class="volume">
          <input
            id={volume}
            type="range"
            min={0}
            max={100}
            step={5}
            value={view.muted ? 0 : Math.round(view.volume * 100)}
            onInput={({ currentTarget }) => {
              intents.setVolume(Number(currentTarget.value) / 100);
              intents.setMuted(false);
            }}
          />
          <button
            type="button"
            class="button tight"
            aria-pressed={view.muted}
            onClick={() => intents.setMuted(!view.muted)}
          >
            {t('player.mute')}
          </button>
        </div>
      </div>
      <Strip<Side>
        label={t('player.side')}
        value={view.side}
        choices={SIDES.map((value) => ({ value, label: t(`player.side.${value}`) }))}
        choose={intents.hear}
      />
      <label class="skip">
        <input
          type="checkbox"
          checked={view.skipping}
          onChange={({ currentTarget }) => intents.skipPauses(currentTarget.checked)}
        />
        <span>
          {t('player.skip')}
          {view.skipping && skipped > 0 && (
            <span class="small soft figures"> {t('player.skip.found', { span: clockOf(skipped) })}</span>
          )}
        </span>
      </label>
    </div>
  );
}
