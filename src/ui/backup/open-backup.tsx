import { useId, useRef } from 'preact/hooks';
import type { BackupOpener, FoundBackup } from '../../model/backup.ts';
import { Icon } from '../style/icon.tsx';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { RestoreIntents } from './intents.ts';

interface OpenBackupProps {
  readonly found: FoundBackup;
  readonly busy: boolean;
  readonly intents: RestoreIntents;
}

/** Asks for whatever opens a backup. */
export function OpenBackup({ found, busy, intents }: OpenBackupProps) {
  const field = useId();
  const passphrase = useRef<HTMLInputElement>(null);
  const identity = useRef<HTMLTextAreaElement>(null);
  const typed = (): BackupOpener | null => {
    const secret = identity.current?.value.trim() ?? '';
    if (secret !== '') return { by: 'identity', identity: secret };
    const words = passphrase.current?.value ?? '';
    return words === '' ? null : { by: 'passphrase', passphrase: words };
  };
  const go = (check: boolean) => {
    const opener = typed();
    if (opener && !busy) intents.open(opener, check);
    else if (!busy) (passphrase.current ?? identity.current)?.focus();
  };
  return (
    <form
      class="open-backup"
      onSubmit={(event) => {
        event.preventDefault();
        go(false);
      }}
    >
      <p class="small">{t(found.ownLock ? 'backup.restore.own-lock' : 'backup.restore.lock')}</p>
      {!found.passphrase && found.passkeys.length === 0 && <p class="small">{t('backup.restore.nothing-opens')}</p>}
      {found.passphrase && (
        <div class="field">
          <label for={field}>{t('backup.restore.passphrase')}</label>
          <input
            class="text"
            id={field}
            ref={passphrase}
            type="password"
            autocomplete="current-password"
            aria-describedby={`${field}-why`}
          />
          <p class="small soft" id={`${field}-why`}>
            {t('backup.restore.passphrase.why')}
          </p>
        </div>
      )}
      <details open={!found.passphrase && found.passkeys.length === 0}>
        <summary>{t('backup.restore.identity')}</summary>
        <div class="field">
          <label for={`${field}-identity`} class="unseen">
            {t('backup.restore.identity')}
          </label>
          <textarea
            class="text"
            id={`${field}-identity`}
            ref={identity}
            rows={2}
            spellcheck={false}
            autocomplete="off"
            aria-describedby={`${field}-identity-why`}
          />
          <p class="small soft" id={`${field}-identity-why`}>
            {t('backup.restore.identity.why')}
          </p>
        </div>
      </details>
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {t('backup.restore.do')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={() => go(true)}>
          {t('backup.restore.check')}
        </button>
        {found.passkeys.map(({ credential, addedAt }) => (
          <button
            key={credential}
            type="button"
            class="button"
            aria-disabled={busy}
            onClick={() => !busy && intents.open({ by: 'passkey', credential }, false)}
          >
            <Icon name="key" size={18} />
            {t('backup.restore.passkey', { day: dateOf(addedAt) })}
          </button>
        ))}
        <button type="button" class="button plain" aria-disabled={busy} onClick={() => !busy && intents.pick()}>
          {t('backup.choose.other')}
        </button>
      </div>
    </form>
  );
}
