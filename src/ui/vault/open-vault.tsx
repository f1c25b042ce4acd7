import { useEffect, useId, useState } from 'preact/hooks';
import { IDLE_CHOICES } from '../../model/vault.ts';
import { Confirm } from '../controls/confirm.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import type { VaultProps } from './vault-section.tsx';

type Asking = 'nothing' | 'passphrase' | 'give-up' | { readonly remove: string };

/** A protected vault that is open: to lock it, and to change what opens it. */
export function OpenVault({ vault, doing, intents }: VaultProps) {
  const [asking, ask] = useState<Asking>('nothing');
  useEffect(() => {
    if (doing.is === 'done') ask('nothing');
  }, [doing]);
  const busy = doing.is === 'working' || doing.is === 'wrapping';
  const unlessBusy = (act: () => void) => () => !busy && act();
  if (asking === 'passphrase') {
    return (
      <NewPassphrase
        change={vault.passphrase && vault.unlockedBy === 'passphrase'}
        busy={busy}
        set={intents.setPassphrase}
        back={() => ask('nothing')}
      />
    );
  }
  const canRemove = vault.passphrase || vault.passkeys.length > 1;
  return (
    <>
      <p class="hint">
        <Icon name="check" />
        <span>
          {t(vault.protection === 'protected' ? 'vault.open' : 'vault.giving-up.open')} {t('vault.recording')}
        </span>
      </p>
      <div class="actions">
        <button type="button" class="button primary" aria-disabled={busy} onClick={unlessBusy(intents.lock)}>
          <Icon name="lock" size={18} />
          {t('vault.lock')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={unlessBusy(() => ask('passphrase'))}>
          {t(vault.passphrase ? 'vault.passphrase.change' : 'vault.passphrase.set')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={unlessBusy(intents.addPasskey)}>
          <Icon name="key" size={18} />
          {t('vault.passkey.add')}
        </button>
      </div>
      <Idle minutes={vault.idleMinutes} set={intents.setIdle} />
      {vault.passkeys.length > 0 && (
        <ul class="passkeys">
          {vault.passkeys.map(({ credential, addedAt }) => (
            <li key={credential}>
              <Icon name="key" size={18} />
              <span>{t('vault.passkey', { day: dateOf(addedAt) })}</span>
              {canRemove && (
                <button
                  type="button"
                  class="button plain tight"
                  onClick={unlessBusy(() => ask({ remove: credential }))}
                  aria-label={t('vault.passkey.remove.of', { day: dateOf(addedAt) })}
                >
                  {t('vault.passkey.remove')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {typeof asking === 'object' && (
        <Confirm
          yes={t('vault.passkey.remove')}
          confirm={() => intents.removePasskey(asking.remove)}
          back={() => ask('nothing')}
        >
          <p>{t('vault.passkey.remove.sure')}</p>
        </Confirm>
      )}
      <p class="small soft">{t('vault.lost')}</p>
      {asking === 'give-up' ? (
        <Confirm yes={t('vault.give-up.yes')} confirm={intents.giveUp} back={() => ask('nothing')}>
          <p>{t('vault.give-up.sure')}</p>
        </Confirm>
      ) : (
        <button type="button" class="button plain" onClick={unlessBusy(() => ask('give-up'))}>
          {t('vault.give-up')}
        </button>
      )}
    </>
  );
}

function Idle({ minutes, set }: { readonly minutes: number; readonly set: (minutes: number) => void }) {
  const field = useId();
  return (
    <div class="field">
      <label for={field}>{t('vault.idle')}</label>
      <select
        class="select"
        id={field}
        value={String(minutes)}
        onChange={(event) => set(Number(event.currentTarget.value))}
      >
        {IDLE_CHOICES.map((choice) => (
          <option key={choice} value={String(choice)}>
            {t('vault.idle.minutes', { n: choice })}
          </option>
        ))}
      </select>
    </div>
  );
}
