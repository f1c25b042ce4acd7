import { useState } from 'preact/hooks';
import type { Purpose } from '../../model/ask.ts';
import { type Cutting, type Marks, markedSpan, UNMARKED } from '../../model/cutting.ts';
import type { PlayerView } from '../../model/player.ts';
import type { MeetingRecord } from '../../model/record.ts';
import { isLocked, type VaultDoing, type VaultView } from '../../model/vault.ts';
import { CutWord } from '../player/cut.tsx';
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
  readonly player: { readonly value: PlayerView };
  readonly cutting: Cutting;
  readonly saving: Saving;
  readonly review: RecordsReview;
  readonly vault: VaultView | null;
  readonly unlocking: VaultDoing;
  readonly intents: RecordsIntents;
}

/** The recording on its time line, to hear and to save. */
export function Recording({
  record,
  playback,
  player,
  cutting,
  saving,
  review,
  vault,
  unlocking,
  intents,
}: RecordingProps) {
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
  const opened = playback.state === 'ready';
  const [marks, setMarks] = useState<Marks>(UNMARKED);
  // Another stretch was not asked about, and is not what is played without.
  const mark = (next: Marks) => {
    if (cutting.state === 'cutting') return;
    intents.cut.back();
    intents.player.playWithout(null);
    setMarks(next);
  };
  const playFrom = (at: number) => {
    if (purpose === null) return;
    if (!opened) return intents.play(record.log, purpose, at);
    intents.player.seek(at);
    if (!player.value.playing) intents.player.toggle();
  };
  return (
    <section class="block" aria-labelledby="timeline-title">
      <h3 id="timeline-title">{t('records.timeline')}</h3>
      {shown && (
        <Timeline
          record={record}
          stretches={stretches}
          player={opened ? player : null}
          play={some && !locked && purpose !== null ? playFrom : null}
          marked={opened ? markedSpan(marks) : null}
          mark={opened ? mark : null}
        />
      )}
      {some && locked && <Unlock vault={vault} doing={unlocking} intents={intents} />}
      {some && !locked && <ForPurpose record={record} purpose={purpose} choose={take} />}
      {some && !locked && purpose !== null && (
        <>
          <Player
            record={record}
            playback={playback}
            stretches={stretches}
            view={player}
            intents={intents.player}
            marks={marks}
            mark={mark}
            cutting={cutting}
            cut={intents.cut}
            play={() => playFrom(0)}
            cancel={() => intents.cancel('play')}
          />
          <CutWord cutting={cutting} />
          <StretchList stretches={stretches} play={playFrom} />
          <ReviewSection
            record={record}
            purpose={purpose}
            reviewing={review.reviewing}
            ways={review.ways}
            current={() => player.value.at}
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
