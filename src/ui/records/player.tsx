import type { MeetingRecord } from '../../model/record.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { type PlayerProps, PlayerScreen } from '../player/player-screen.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { Failed } from './failed.tsx';
import type { Playback } from './jobs.ts';
import { meetingName } from './meeting-line.tsx';

interface RecordingPlayerProps extends Omit<PlayerProps, 'label'> {
  readonly record: MeetingRecord;
  readonly playback: Playback;
  readonly play: () => void;
  readonly cancel: () => void;
}

/** Plays what was recorded, all parts in a row. It starts by itself because somebody pressed Play to get here. */
export function Player(props: RecordingPlayerProps) {
  return (
    <KeepFocus class="act">
      <Shown {...props} />
    </KeepFocus>
  );
}

function Shown({ record, playback, play, cancel, ...player }: RecordingPlayerProps) {
  switch (playback.state) {
    case 'none':
      return <PlayButton play={play} />;
    case 'opening':
      return (
        <div class="actions">
          <p role="status">{t('player.opening')}</p>
          <button type="button" class="button tight" onClick={cancel}>
            {t('do.cancel')}
          </button>
        </div>
      );
    case 'ready':
      return <PlayerScreen label={t('records.player', { meeting: meetingName(record) })} {...player} />;
    case 'failed':
      return (
        <>
          <Failed code={playback.code} />
          <PlayButton play={play} />
        </>
      );
    default:
      return playback satisfies never;
  }
}

function PlayButton({ play }: { readonly play: () => void }) {
  return (
    <div class="actions">
      <button type="button" class="button primary" onClick={play}>
        <Icon name="play" size={16} />
        {t('records.play')}
      </button>
    </div>
  );
}
