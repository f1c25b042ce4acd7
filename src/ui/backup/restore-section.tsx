import type { FoundBackup, RestoreDoing, Restored } from '../../model/backup.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { CheckedWord, Faults } from './check-section.tsx';
import type { RestoreIntents } from './intents.ts';
import { OpenBackup } from './open-backup.tsx';

interface RestoreProps {
  readonly doing: RestoreDoing;
  readonly intents: RestoreIntents;
}

/** Brings a backup onto this computer. */
export function RestoreSection({ doing, intents }: RestoreProps) {
  return (
    <section class="block" aria-labelledby="restore">
      <h2 id="restore">{t('backup.restore.title')}</h2>
      <p class="soft">{t('backup.restore.why')}</p>
      <KeepFocus class="restore-act">
        {'found' in doing && <Picked found={doing.found} />}
        <Step doing={doing} intents={intents} />
      </KeepFocus>
      <div class="outcome" aria-live="polite">
        {'failed' in doing && doing.failed && <FailureWord code={doing.failed} />}
        {doing.is === 'opening' && <p class="soft">{t('backup.opening')}</p>}
        {doing.is === 'checked' && <CheckedWord what={doing.what} opened />}
        {doing.is === 'done' && <Done what={doing.what} open={intents.openRecords} />}
      </div>
    </section>
  );
}

function Picked({ found }: { readonly found: FoundBackup }) {
  return (
    <p>
      <b>
        {t('backup.restore.found', {
          meetings: t('backup.meetings', { n: found.meetings }),
          name: found.name,
        })}
      </b>
    </p>
  );
}

function Step({ doing, intents }: RestoreProps) {
  switch (doing.is) {
    case 'none':
    case 'done':
      return (
        <div class="actions">
          <button type="button" class="button" onClick={intents.pick}>
            {t('backup.restore.pick')}
          </button>
        </div>
      );
    case 'running':
      return (
        <Running
          label={t(doing.check ? 'backup.checking' : 'backup.restoring')}
          share={doing.share}
          says={percentOf(doing.share)}
          cancel={intents.cancel}
        />
      );
    case 'picked':
    case 'checked':
    case 'opening':
      return <OpenBackup found={doing.found} busy={doing.is === 'opening'} intents={intents} />;
    default:
      return doing satisfies never;
  }
}

function Done({ what, open }: { readonly what: Restored; readonly open: () => void }) {
  return (
    <>
      <p class="done">
        <Icon name="check" />
        <span>
          {t('backup.restored', {
            meetings: t('backup.meetings', { n: what.meetings }),
            parts: t('backup.parts', { n: what.parts }),
          })}
        </span>
      </p>
      {what.here > 0 && <p class="small">{t('backup.restored.here', { n: what.here })}</p>}
      {what.over > 0 && <p class="small">{t('backup.restored.over', { n: what.over })}</p>}
      {what.others > 0 && <p class="small">{t('backup.checked.others', { n: what.others })}</p>}
      {what.found.length > 0 && <Faults found={what.found} />}
      <div class="actions">
        <button type="button" class="button primary" onClick={open}>
          {t('backup.restored.open')}
        </button>
      </div>
    </>
  );
}
