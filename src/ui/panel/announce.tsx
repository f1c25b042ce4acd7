import type { Levels, PanelView } from '../../model/panel.ts';
import { Meter } from '../controls/meter.tsx';
import { t } from '../words/speak.ts';
import { useHeard } from './heard.ts';
import type { PanelIntents } from './intents.ts';
import { isMicrophoneOff } from './meters.tsx';
import { useSecondsTo } from './seconds.ts';

interface AnnounceProps {
  readonly view: PanelView;
  readonly levels: Levels | null;
  readonly intents: PanelIntents;
}

/** The words that must be heard on the recording, said by the host in person: a voice that nobody in the room heard would prove nothing. */
export function Announce({ view, levels, intents }: AnnounceProps) {
  const due = view.announce;
  if (!due) return null;
  // An epoch each: what was heard in another one was not heard in this one.
  return <Due key={due.epoch} due={due} view={view} levels={levels} intents={intents} />;
}

function Due({ due, view, levels, intents }: AnnounceProps & { readonly due: NonNullable<PanelView['announce']> }) {
  const off = isMicrophoneOff(view);
  const heard = useHeard(off ? null : levels);
  return (
    <AnnounceCard
      words={due.words}
      level={off ? null : (levels?.microphone ?? 0)}
      heard={heard}
      until={due.until}
      said={() => intents.announced(due.epoch)}
    />
  );
}

interface AnnounceCardProps {
  readonly words: string;
  /** RMS 0..1; null: the microphone is off. */
  readonly level: number | null;
  readonly heard: boolean;
  readonly until: number;
  readonly said: () => void;
}

export function AnnounceCard({ words, level, heard, until, said }: AnnounceCardProps) {
  const left = useSecondsTo(until);
  return (
    <section class="block announce" aria-labelledby="announce-title">
      <div role="alert">
        <h2 id="announce-title">{t('announce.title')}</h2>
        <blockquote class="quote aloud" dir="auto">
          {words}
        </blockquote>
      </div>
      <p class="small soft">{t('announce.why')}</p>
      <Meter label={t('meter.microphone')} level={level} />
      <p class="small" aria-live="polite">
        {t(level === null ? 'announce.off' : heard ? 'announce.heard' : 'announce.wait')}
      </p>
      <div class="between">
        <button type="button" class="button primary" aria-disabled={!heard} onClick={() => heard && said()}>
          {t('announce.said')}
        </button>
        <span class="small soft figures" role="timer">
          {left > 0 ? t('announce.left', { n: left }) : t('announce.over')}
        </span>
      </div>
    </section>
  );
}
