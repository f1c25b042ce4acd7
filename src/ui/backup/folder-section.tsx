import { useEffect, useState } from 'preact/hooks';
import type { BackupDoing, BackupView } from '../../model/backup.ts';
import { Confirm } from '../controls/confirm.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf, sizeOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { BackupIntents } from './intents.ts';

export interface SectionProps {
  readonly view: BackupView;
  readonly doing: BackupDoing;
  readonly intents: BackupIntents;
}

/** Where the backup is, what it lacks, and what to do about it. */
export function FolderSection({ view, doing, intents }: SectionProps) {
  return (
    <section class="block" aria-labelledby="folder">
      <h2 id="folder">{view.folder === null ? t('backup.none') : t('backup.folder', { name: view.folder })}</h2>
      {view.folder === null ? (
        <NoFolder view={view} doing={doing} intents={intents} />
      ) : (
        <Known view={view} doing={doing} intents={intents} />
      )}
    </section>
  );
}

function NoFolder({ view, doing, intents }: SectionProps) {
  return (
    <>
      <p>{t('backup.none.why')}</p>
      <Elsewhere view={view} protect={intents.protect} />
      {view.elsewhere !== 'nobody' && (
        <div class="actions">
          <button type="button" class="button primary" onClick={intents.choose}>
            <Icon name="disk" size={18} />
            {t('backup.choose')}
          </button>
        </div>
      )}
      <div class="outcome" aria-live="polite">
        {doing.is === 'failed' && <FailureWord code={doing.code} />}
      </div>
    </>
  );
}

/** Said before anything is written: what nobody could open is no backup. */
function Elsewhere({ view, protect }: { readonly view: BackupView; readonly protect: () => void }) {
  if (view.elsewhere === 'fine') return null;
  if (view.elsewhere === 'passkey') return <p class="small">{t('backup.passkey-only')}</p>;
  return (
    <>
      <p class="hint warn">
        <Icon name="lock" />
        <span>{t('backup.unprotected')}</span>
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={protect}>
          <Icon name="lock" size={18} />
          {t('backup.unprotected.do')}
        </button>
      </div>
    </>
  );
}

function Known({ view, doing, intents }: SectionProps) {
  const [asking, ask] = useState<'nothing' | 'stop' | 'other'>('nothing');
  useEffect(() => ask('nothing'), [view.folder]);
  const busy = doing.is === 'backing-up' || doing.is === 'checking';
  return (
    <>
      <p>
        {view.doneAt === null
          ? t('backup.when.never')
          : t('backup.when', { date: dateOf(view.doneAt), time: timeOf(view.doneAt) })}{' '}
        {view.unsaved > 0
          ? t('backup.new', { n: view.unsaved })
          : view.doneAt !== null && view.waiting === 0 && t('backup.all')}
      </p>
      {view.waiting > 0 && <p class="small">{t('backup.waiting', { n: view.waiting })}</p>}
      {view.pending > 0 && (
        <div class="hint warn">
          <Icon name="warning" />
          <div>
            <p>
              <b>{t('backup.pending', { n: view.pending })}</b>
            </p>
            <p class="small">{t('backup.pending.why')}</p>
          </div>
        </div>
      )}
      <Elsewhere view={view} protect={intents.protect} />
      {doing.is === 'backing-up' ? (
        <Running
          label={t('backup.running')}
          share={doing.share}
          says={t('backup.running.says', { percent: percentOf(doing.share), size: sizeOf(doing.bytes) })}
          cancel={intents.cancel}
        />
      ) : (
        <div class="actions">
          {view.leave === 'ask' ? (
            <button type="button" class="button primary" onClick={intents.allow}>
              {t('backup.allow')}
            </button>
          ) : (
            <button type="button" class="button primary" aria-disabled={busy} onClick={() => !busy && intents.backUp()}>
              <Icon name="disk" size={18} />
              {t('backup.now')}
            </button>
          )}
          <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && ask('other')}>
            {t('backup.choose.other')}
          </button>
        </div>
      )}
      <div class="outcome" aria-live="polite">
        <Outcome view={view} doing={doing} />
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={view.automatic}
          onChange={(event) => intents.setAutomatic(event.currentTarget.checked)}
        />
        <span>{t('backup.automatic')}</span>
      </label>
      <p class="small soft">{t('backup.automatic.why')}</p>
      {asking === 'other' && (
        <Confirm
          yes={t('backup.choose.other')}
          confirm={() => {
            ask('nothing');
            intents.choose();
          }}
          back={() => ask('nothing')}
        >
          <p>{t('backup.other.sure')}</p>
        </Confirm>
      )}
      {asking === 'stop' ? (
        <Confirm yes={t('backup.stop.yes')} confirm={intents.stop} back={() => ask('nothing')}>
          <p>{t('backup.stop.sure')}</p>
        </Confirm>
      ) : (
        <button type="button" class="button plain tight" onClick={() => ask('stop')}>
          {t('backup.stop')}
        </button>
      )}
    </>
  );
}

function Outcome({ view, doing }: Pick<SectionProps, 'view' | 'doing'>) {
  if (doing.is === 'backed-up') {
    const { left, unread } = doing.what;
    return (
      <>
        <p class="done">
          <Icon name="check" />
          <span>{left > 0 ? t('backup.done.left', { n: left }) : t('backup.done')}</span>
        </p>
        {unread > 0 && <p class="small">{t('backup.done.unread', { n: unread })}</p>}
      </>
    );
  }
  if (doing.is === 'failed') return <FailureWord code={doing.code} />;
  // What a run by itself came to.
  return view.failed && doing.is === 'idle' ? <FailureWord code={view.failed} /> : null;
}
