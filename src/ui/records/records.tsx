import type { ComponentChildren } from 'preact';
import type { BackupView } from '../../model/backup.ts';
import type { Cutting } from '../../model/cutting.ts';
import type { FailureCode } from '../../model/failure.ts';
import type { LogId } from '../../model/id.ts';
import type { KeepingView } from '../../model/keeping.ts';
import type { PlayerView } from '../../model/player.ts';
import type { MeetingRecord, MeetingSummary, SetApart } from '../../model/record.ts';
import { isLocked, type VaultDoing, type VaultView } from '../../model/vault.ts';
import { BackupStrip } from '../backup/backup-strip.tsx';
import { BACKUP_HREF } from '../backup/href.ts';
import { DateDoubtWord } from '../keeping/date-doubt.tsx';
import { DoingWord } from '../keeping/doing-word.tsx';
import { NextList } from '../keeping/next-list.tsx';
import { SoonLine } from '../keeping/soon-line.tsx';
import type { RequestsShown } from '../requests/intents.ts';
import { RequestBox } from '../requests/request-box.tsx';
import type { RecordsReview } from '../review/jobs.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { Failed } from './failed.tsx';
import type { RecordsIntents } from './intents.ts';
import type { Giving, Listing, Playback, Reading, Saving } from './jobs.ts';
import { Meeting, ToList } from './meeting.tsx';
import { MeetingList } from './meeting-list.tsx';
import { ListingWord, ReadingWord } from './reading.tsx';
import { SetApartList } from './set-apart.tsx';
import { useWayBack } from './way-back.ts';

export type { RecordsIntents } from './intents.ts';

export interface RecordsProps {
  /** null: not read yet. */
  readonly meetings: readonly MeetingSummary[] | null;
  /** Recordings whose consent cannot be proved. */
  readonly apart: readonly SetApart[];
  readonly chosen: LogId | null;
  /** The chosen one, once it is read. */
  readonly record: MeetingRecord | null;
  readonly playback: Playback;
  /** How the open recording stands; reading `value` follows it. */
  readonly player: { readonly value: PlayerView };
  readonly cutting: Cutting;
  readonly saving: Saving;
  readonly giving: Giving;
  readonly reading: Reading;
  readonly listing: Listing;
  /** Why there is no list at all. */
  readonly failure: FailureCode | null;
  /** null: not read yet. */
  readonly vault: VaultView | null;
  readonly unlocking: VaultDoing;
  /** null: not read yet. */
  readonly backup: BackupView | null;
  readonly keeping: KeepingView;
  readonly review: RecordsReview;
  readonly requests: RequestsShown;
  /** Voice-masked copies of the chosen one. */
  readonly copies?: ComponentChildren;
  readonly intents: RecordsIntents;
}

/** All meetings of this computer, and one of them in full. */
export function Records(props: RecordsProps) {
  const { meetings, apart, chosen, record, reading, listing, failure, vault, backup, keeping, review, intents } = props;
  const page = useWayBack(chosen, record !== null);
  const shown = record && record.log === chosen ? record : null;
  return (
    <main class={`records ${chosen ? 'chosen' : ''}`} ref={page}>
      <header class="top">
        <Icon name="log" size={28} />
        <h1>{t('records.title')}</h1>
        {vault?.unlockedBy && !isLocked(vault) && (
          <button type="button" class="button tight lock-now" onClick={intents.lock}>
            <Icon name="lock" size={16} />
            {t('vault.lock')}
          </button>
        )}
      </header>
      {failure && <Failed code={failure} />}
      {backup && meetings && meetings.length > 0 && <BackupStrip view={backup} />}
      {keeping.doubt && <DateDoubtWord doubt={keeping.doubt} now={keeping.now} confirm={intents.confirmDate} />}
      {meetings && (
        <SoonLine meetings={meetings} keeping={keeping} see={chosen === null ? null : () => intents.choose(null)} />
      )}
      {!shown && <DoingWord doing={keeping.doing} />}
      <SetApartList apart={apart} />
      <ListingWord listing={listing} meetings={meetings} />
      {!meetings && !failure && <p class="soft">{t('app.loading')}</p>}
      {meetings && meetings.length === 0 && apart.length === 0 && listing.done === listing.total && (
        <section class="empty">
          <Icon name="question" size={44} />
          <h2>{t('records.none')}</h2>
          <p class="soft">{t('records.none.more')}</p>
          <a href={BACKUP_HREF}>{t('backup.restore.offer')}</a>
        </section>
      )}
      {meetings && meetings.length > 0 && <RequestBox {...props.requests} toTell={toTellIn(meetings)} />}
      {meetings && meetings.length > 0 && (
        <div class="columns">
          <MeetingList
            meetings={meetings}
            chosen={chosen}
            holds={keeping.holds}
            review={review}
            choose={intents.choose}
          />
          <div class="detail" aria-busy={reading.state === 'running'}>
            {chosen && !shown && <ToList choose={intents.choose} />}
            {shown && <Meeting key={shown.log} {...props} record={shown} />}
            {!shown && <ReadingWord reading={reading} cancel={() => intents.cancel('read')} />}
            {!chosen && <p class="soft">{t('records.choose')}</p>}
            {!chosen && <NextList meetings={meetings} keeping={keeping} choose={intents.choose} />}
          </div>
        </div>
      )}
    </main>
  );
}

function toTellIn(meetings: readonly MeetingSummary[]) {
  return meetings.flatMap(({ log, openedAt, toTell }) => toTell.map((one) => ({ ...one, log, openedAt })));
}
