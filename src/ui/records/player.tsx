import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { MeetingRecord } from '../../model/record.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { Failed } from './failed.tsx';
import type { Playback } from './jobs.ts';
import { meetingName } from './meeting-line.tsx';

interface PlayerProps {
  readonly record: MeetingRecord;
  readonly playback: Playback;
  readonly media: RefObject<HTMLMediaElement | null>;
  /** Where to begin once it is open, ms. */
  readonly start: number;
  readonly play: () => void;
  readonly cancel: () => void;
}

/** Plays what was recorded, all stretches in a row. It starts by itself because somebody pressed Play to get here. */
export function Player(props: PlayerProps) {
  return (
    <KeepFocus class="act">
      <Shown {...props} />
    </KeepFocus>
  );
}

function Shown({ record, playback, media, start, play, cancel }: PlayerProps) {
  const [broken, setBroken] = useState(false);
  const again = () => {
    setBroken(false);
    play();
  };
  if (playback.state === 'failed' || broken) {
    return (
      <>
        <Failed code={playback.state === 'failed' ? playback.code : 'damaged'} />
        <PlayButton play={again} />
      </>
    );
  }
  if (playback.state === 'none') return <PlayButton play={play} />;
  if (playback.state === 'opening') {
    return (
      <Running
        label={t('records.player', { meeting: meetingName(record) })}
        share={playback.share}
        says={t('records.loading', { percent: percentOf(playback.share) })}
        cancel={cancel}
      />
    );
  }
  const props = {
    src: playback.src,
    controls: true,
    autoPlay: true,
    'aria-label': t('records.player', { meeting: meetingName(record) }),
    onLoadedMetadata: (event: { currentTarget: HTMLMediaElement }) => {
      event.currentTarget.currentTime = start / 1000;
    },
    onError: () => setBroken(true),
  };
  const take = (element: HTMLMediaElement | null) => {
    media.current = element;
  };
  return playback.picture ? (
    <video class="media" ref={take} {...props} />
  ) : (
    <audio class="media" ref={take} {...props} />
  );
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
