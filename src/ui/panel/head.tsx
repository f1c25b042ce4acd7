import { useRef, useState } from 'preact/hooks';
import type { Levels, PanelView, PauseView } from '../../model/panel.ts';
import { Confirm } from '../controls/confirm.tsx';
import { ToolbarPicture } from '../pictures/toolbar.tsx';
import { Icon, type IconName } from '../style/icon.tsx';
import { namesOf } from '../words/name.ts';
import { type Key, t } from '../words/speak.ts';
import { Clock, PauseClock } from './clock.tsx';
import type { PanelIntents } from './intents.ts';
import { Kept } from './kept.tsx';
import { Meters } from './meters.tsx';
import { namesBecause, type Phase, peopleHere, waitingFor } from './phase.ts';
import { Progress } from './progress.tsx';

interface HeadProps {
  readonly view: PanelView | null;
  readonly phase: Phase;
  readonly levels: Levels | null;
  readonly intents: PanelIntents;
}

const icons: Readonly<Record<Phase, IconName>> = {
  loading: 'clock',
  'no-meeting': 'none',
  'no-call': 'none',
  lobby: 'door',
  left: 'door',
  over: 'door',
  'not-armed': 'button',
  ready: 'question',
  waiting: 'clock',
  held: 'warning',
  starting: 'record',
  recording: 'record',
  paused: 'pause',
  refused: 'cross',
  withdrawn: 'back',
  stopped: 'stop',
  without: 'none',
  broken: 'warning',
  damaged: 'warning',
};

interface Act {
  readonly key: Key;
  readonly run: 'askAgain' | 'pause' | 'resume' | 'stop' | 'openRecords' | 'goOnWithout';
}

const records: Act = { key: 'act.records', run: 'openRecords' };
const without: Act = { key: 'act.without', run: 'goOnWithout' };
const again: Act = { key: 'act.again', run: 'askAgain' };
const stop: Act = { key: 'act.stop', run: 'stop' };

/** The first is the one to press; asking for the first time is the form's own button. */
const acts: Readonly<Record<Phase, readonly Act[]>> = {
  loading: [],
  'no-meeting': [records],
  'no-call': [records],
  lobby: [records],
  left: [records],
  over: [records],
  'not-armed': [],
  ready: [],
  waiting: [again, without],
  held: [without],
  starting: [stop],
  recording: [{ key: 'act.pause', run: 'pause' }, stop],
  paused: [{ key: 'act.resume', run: 'resume' }, stop],
  refused: [without, again],
  withdrawn: [without, again],
  stopped: [{ key: 'act.record-again', run: 'resume' }, records],
  without: [again, records],
  broken: [{ key: 'act.retry', run: 'resume' }, without],
  damaged: [records],
};

export function Head({ view, phase, levels, intents }: HeadProps) {
  const [asking, askSure] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const run = (act: Act, event: MouseEvent) => {
    // A double click on Pause must not resume: the second click falls on what the button has become.
    if (event.detail > 1 && act.run !== 'stop') return;
    if (act.run === 'goOnWithout') askSure(!asking);
    else intents[act.run]();
  };
  const goOn = () => {
    askSure(false);
    intents.goOnWithout();
    heading.current?.focus();
  };
  return (
    <header class={`head ${phase}`}>
      <div class="state">
        <Icon name={icons[phase]} size={32} />
        <h1 ref={heading} tabIndex={-1}>
          <span aria-live="polite">{title(view, phase)}</span>
          {phase === 'recording' && view && <Clock capture={view.capture} />}
          {phase === 'paused' && view?.pause && <PauseClock since={view.pause.since} />}
        </h1>
      </div>
      <p class="soft">{more(view, phase)}</p>
      <div class="slot">{slot(view, phase, levels)}</div>
      {acts[phase].length > 0 && (
        <div class="actions">
          {acts[phase].map((act, index) => (
            // The first button stays the first when the state changes, so that the focus stays on it.
            <button
              key={index}
              type="button"
              class={`button ${index === 0 && phase !== 'held' ? 'primary' : ''}`}
              onClick={(event) => run(act, event)}
            >
              {t(act.key)}
            </button>
          ))}
        </div>
      )}
      {asking && acts[phase].includes(without) && (
        <Confirm yes={t('act.without.yes')} confirm={goOn} back={() => askSure(false)}>
          <p>{t(view?.page?.chat === false ? 'aloud.without' : 'act.without.sure')}</p>
        </Confirm>
      )}
    </header>
  );
}

function title(view: PanelView | null, phase: Phase): string {
  if (!view || phase !== 'waiting') return t(`phase.${phase}`);
  return t('phase.waiting', { n: waitingFor(view).length, of: peopleHere(view).length });
}

function more(view: PanelView | null, phase: Phase): string {
  if (!view) return t(`phase.${phase}.more`);
  if (phase === 'recording' && view.page?.list === 'host') return t('list.recording');
  if (phase === 'paused' && view.pause) return pausedBy(view.pause);
  const names = namesOf(namesBecause(view, [phase === 'withdrawn' ? 'withdrawn' : 'refused']));
  return t(`phase.${phase}.more`, { names });
}

function pausedBy({ cause, who }: PauseView): string {
  if (cause === 'chat') return who === '' ? t('paused.chat.somebody') : t('paused.chat', { names: namesOf([who]) });
  return cause === 'card-number' || cause === 'account-number' ? t(`paused.${cause}`) : t('phase.paused.more');
}

/** One place of one height for what belongs to the state, so that nothing below it moves when the state changes. */
function slot(view: PanelView | null, phase: Phase, levels: Levels | null) {
  if (!view) return null;
  if (phase === 'not-armed') return <ToolbarPicture />;
  if (phase === 'recording' || phase === 'starting')
    return <Meters levels={levels} mute={view.mute} microphone={view.microphone} />;
  if (phase === 'paused' || phase === 'stopped' || phase === 'broken' || phase === 'without' || phase === 'withdrawn') {
    if (view.capture.segments > 0) return <Kept capture={view.capture} />;
  }
  const answering = phase === 'waiting' || phase === 'refused' || phase === 'withdrawn' || phase === 'held';
  if (answering) return <Progress of={peopleHere(view).length} n={peopleHere(view).length - waitingFor(view).length} />;
  return null;
}
