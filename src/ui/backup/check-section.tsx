import type { BackupFound, Checked } from '../../model/backup.ts';
import { percentOf, Running } from '../controls/running.tsx';
import { Icon } from '../style/icon.tsx';
import { sizeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { SectionProps } from './folder-section.tsx';

/** Reads the backup back without writing. */
export function CheckSection({ doing, intents }: SectionProps) {
  const busy = doing.is === 'backing-up' || doing.is === 'checking';
  return (
    <section class="block" aria-labelledby="check">
      <h2 id="check">{t('backup.check.title')}</h2>
      <p class="soft">{t('backup.check.why')}</p>
      {doing.is === 'checking' ? (
        <Running
          label={t('backup.checking')}
          share={doing.share}
          says={percentOf(doing.share)}
          cancel={intents.cancel}
        />
      ) : (
        <div class="actions">
          <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && intents.check()}>
            {t('backup.check')}
          </button>
        </div>
      )}
      <div class="outcome" aria-live="polite">
        {doing.is === 'checked' && <CheckedWord what={doing.what} opened={doing.opened} />}
      </div>
    </section>
  );
}

/** opened: whoever asked had something to open it with. */
export function CheckedWord({ what, opened }: { readonly what: Checked; readonly opened: boolean }) {
  const amounts = {
    meetings: t('backup.meetings', { n: what.meetings }),
    parts: t('backup.parts', { n: what.parts }),
    size: sizeOf(what.bytes),
  };
  if (what.found.length > 0) return <Faults found={what.found} />;
  return (
    <>
      <p class="done">
        <Icon name="check" />
        <span>{t(opened ? 'backup.checked' : 'backup.checked.locked', amounts)}</span>
      </p>
      {opened && what.others > 0 && <p class="small">{t('backup.checked.others', { n: what.others })}</p>}
    </>
  );
}

/** What did not hold, by the folder that it lies in. */
export function Faults({ found }: { readonly found: readonly BackupFound[] }) {
  return (
    <div class="faults">
      <p class="hint warn">
        <Icon name="warning" />
        <b>{t('backup.checked.faults')}</b>
      </p>
      <ul>
        {found.map(({ folder, fault }, at) => (
          <li key={`${folder} ${fault} ${at}`}>
            <bdi>{folder === '' ? t('backup.fault.whole') : folder}</bdi>: {t(`backup.fault.${fault}`)}
          </li>
        ))}
      </ul>
      <p class="small">{t('backup.fault.next')}</p>
    </div>
  );
}
