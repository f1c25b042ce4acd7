import { useRef, useState } from 'preact/hooks';
import type { Purpose } from '../../model/ask.ts';
import type { MeetingRecord } from '../../model/record.ts';
import { isLocked, type VaultDoing, type VaultView } from '../../model/vault.ts';
import type { RecordsReview } from '../review/jobs.ts';
import { ReviewSection } from '../review/review-section.tsx';
import { Unlock } from '../vault/unlock.tsx';
import { t } from '../words/speak.ts';
import type { RecordsIntents } from './intents.ts';
import type { Playback, Saving } from './jobs.ts';
import { Player } from './player.tsx';
import { allowedOf, ForPurpose } from './purpose.tsx';
import { Save } from './save.tsx';
import { StretchList } from './stretch-list.tsx';
import { stretchesOf } from './stretches.ts';
import { Timeline } from './timeline.tsx';

interface RecordingProps {
  readonly record: MeetingRecord;
  readonly playback: Playback;
  readonly saving: Saving;
  readonly review: RecordsReview;
  readonly vault: VaultView | null;
  readonly unlocking: VaultDoing;
  readonly intents: RecordsIntents;
}

/** The recording on its time line, to hear and to save. */
export function Recording({ record, playback, saving, review, vault, unlocking, intents }: RecordingProps) {
  const media = useRef<HTMLMediaElement | null>(null);
  const [start, setStart] = useState(0);
  const stretches = stretchesOf(record);
  const locked = vault !== null && isLocked(vault);
  const allowed = allowedOf(record);
  const [chosen, choose] = useState<Purpose | null>(null);
  const [only = null] = allowed.length === 1 ? allowed : [];
  const purpose = chosen !== null && allowed.includes(chosen) ? chosen : only;
  // What was opened for one purpose is not open for another.
  const take = (next: Purpose) => {
    if (next !== purpose) {
      intents.closePlayer();
      review.intents.close();
    }
    choose(next);
  };
  const shown = stretches.some((stretch) => stretch.kind === 'recorded');
  // A part that is still being recorded cannot be opened yet, and nothing is said about what it may be opened for.
  const some = stretches.some((stretch) => stretch.kind === 'recorded' && stretch.epoch.ms > 0);
  const playFrom = (ms: number) => {
    setStart(ms);
    // A player that broke is gone although its file is there: then the file is made anew.
    if (purpose === null) return;
    if (playback.state !== 'ready' || !media.current) intents.play(record.log, purpose);
    else {
      media.current.currentTime = ms / 1000;
      media.current.play().catch((error: unknown) => console.warn('not played:', error));
    }
  };
  return (
    <section class="block" aria-labelledby="timeline-title">
      <h3 id="timeline-title">{t('records.timeline')}</h3>
      {shown && <Timeline record={record} stretches={stretches} />}
      {some && locked && <Unlock vault={vault} doing={unlocking} intents={intents} />}
      {some && !locked && <ForPurpose record={record} purpose={purpose} choose={take} />}
      {some && !locked && purpose !== null && (
        <>
          <Player
            record={record}
            playback={playback}
            media={media}
            start={start}
            play={() => playFrom(0)}
            cancel={() => intents.cancel('play')}
          />
          <StretchList stretches={stretches} play={playFrom} />
          <ReviewSection
            record={record}
            purpose={purpose}
            reviewing={review.reviewing}
            ways={review.ways}
            current={() => (media.current?.currentTime ?? 0) * 1000}
            seek={playFrom}
            intents={review.intents}
          />
          {record.live === 'finishing' ? (
            <p class="soft">{t('records.timeline.finishing')}</p>
          ) : (
            <Save
              saving={saving}
              save={(sound) => intents.save(record.log, sound, purpose)}
              cancel={() => intents.cancel('save')}
            />
          )}
        </>
      )}
      {!some && <p class="soft">{t(record.live ? `records.timeline.${record.live}` : 'records.timeline.none')}</p>}
    </section>
  );
}
