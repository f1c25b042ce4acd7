import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Cutting, type Marks, markedSpan } from '../../model/cutting.ts';
import type { PlayerIntents, PlayerView } from '../../model/player.ts';
import type { Stretch } from '../records/stretches.ts';
import { Icon } from '../style/icon.tsx';
import { clockOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { Choices } from './choices.tsx';
import { Cut, type CutIntents } from './cut.tsx';
import { GapWord } from './gap-word.tsx';
import { deedOf } from './keys.ts';
import { clockAt } from './place.ts';
import { SeekBar } from './seek-bar.tsx';

export interface PlayerProps {
  readonly label: string;
  readonly stretches: readonly Stretch[];
  /** Reading `value` follows it. */
  readonly view: { readonly value: PlayerView };
  readonly intents: PlayerIntents;
  readonly marks: Marks;
  readonly mark: (marks: Marks) => void;
  readonly cutting: Cutting;
  readonly cut: CutIntents;
}

/** Picture, place and buttons. It is drawn anew several times a second, and nothing around it is. */
export function PlayerScreen(props: PlayerProps) {
  const { label, stretches, intents, marks, mark } = props;
  const view = props.view.value;
  const element = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    intents.attach(element.current);
    return () => intents.attach(null);
  }, []);
  const keys = (event: KeyboardEvent) => {
    const deed = deedOf(event, kindOf(event.target), view);
    if (!deed) return;
    event.preventDefault();
    if (deed.do === 'toggle') intents.toggle();
    else if (deed.do === 'mute') intents.setMuted(!view.muted);
    else if (deed.do === 'mark-in') mark({ ...marks, from: view.at });
    else if (deed.do === 'mark-out') mark({ ...marks, to: view.at });
    else if (deed.do === 'speed') intents.setSpeed(deed.speed);
    else intents.seek(deed.at);
  };
  return (
    <fieldset class="player" aria-label={label} onKeyDown={keys}>
      <div class={view.picture ? 'screen' : 'screen sound-only'}>
        {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote down what was said, and no machine is let hear it. */}
        <video ref={element} aria-label={label} playsInline onClick={() => intents.toggle()} />
        {!view.picture && (
          <p class="soft">
            <Icon name="microphone" />
            {t('player.soundOnly')}
          </p>
        )}
      </div>
      <SeekBar stretches={stretches} view={view} marked={markedSpan(marks)} seek={intents.seek} />
      <p class="where figures">
        <span>
          {clockOf(view.at)} / {clockOf(view.total)}
        </span>
        <span class="soft">{t('player.clock', { time: timeOf(clockAt(stretches, view.at), true) })}</span>
        <span class="soft">{view.waiting ? t('player.waiting') : ''}</span>
      </p>
      <GapWord stretches={stretches} at={view.at} />
      <Buttons view={view} intents={intents} />
      <Choices view={view} intents={intents} />
      <p class="small soft">{t('player.keys')}</p>
      <Cut
        stretches={stretches}
        at={view.at}
        marks={marks}
        mark={mark}
        without={view.without !== null}
        playWithout={(without) => intents.playWithout(without ? markedSpan(marks) : null)}
        cutting={props.cutting}
        intents={props.cut}
      />
    </fieldset>
  );
}

const LEAP_MS = 10_000;

function Buttons({ view, intents }: { readonly view: PlayerView; readonly intents: PlayerIntents }) {
  return (
    <div class="actions">
      <button type="button" class="button primary toggle" onClick={intents.toggle}>
        <Icon name={view.playing ? 'pause' : 'play'} size={16} />
        {t(view.playing ? 'player.pause' : 'player.play')}
      </button>
      <button type="button" class="button" onClick={() => intents.seek(view.at - LEAP_MS)}>
        {t('player.back')}
      </button>
      <button type="button" class="button" onClick={() => intents.seek(view.at + LEAP_MS)}>
        {t('player.forward')}
      </button>
    </div>
  );
}

function kindOf(target: EventTarget | null): 'list' | 'radio' | 'pressable' | 'other' {
  if (target instanceof HTMLSelectElement) return 'list';
  if (target instanceof HTMLInputElement && target.type === 'radio') return 'radio';
  if (target instanceof HTMLButtonElement) return 'pressable';
  return target instanceof HTMLInputElement && target.type === 'checkbox' ? 'pressable' : 'other';
}
