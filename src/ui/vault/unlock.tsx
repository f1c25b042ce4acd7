import { useId, useRef } from 'preact/hooks';
import type { VaultDoing, VaultView } from '../../model/vault.ts';
import { Icon } from '../style/icon.tsx';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { Doing } from './doing.tsx';
import type { UnlockIntents } from './intents.ts';

interface UnlockProps {
  readonly vault: VaultView;
  readonly doing: VaultDoing;
  readonly intents: UnlockIntents;
}

/** Asks for whatever opens the recordings. Nothing else waits for it: recording goes on while they are locked. */
export function Unlock({ vault, doing, intents }: UnlockProps) {
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const busy = doing.is === 'working' || doing.is === 'wrapping';
  const submit = (event: Event) => {
    event.preventDefault();
    const passphrase = input.current?.value ?? '';
    if (passphrase !== '' && !busy) intents.unlockByPassphrase(passphrase);
  };
  const [passkey] = vault.passkeys;
  return (
    <div class="unlock">
      <p class="hint">
        <Icon name="lock" />
        <span>{t('vault.locked')}</span>
      </p>
      {vault.passphrase && (
        <form onSubmit={submit}>
          <div class="field">
            <label for={field}>{t('vault.passphrase')}</label>
            <input
              class="text"
              id={field}
              ref={input}
              type="password"
              autocomplete="current-password"
              aria-describedby={`${field}-outcome`}
            />
          </div>
          <div class="actions">
            <button type="submit" class="button primary" aria-disabled={busy}>
              {t('vault.unlock')}
            </button>
            {passkey && <PasskeyButtons vault={vault} busy={busy} intents={intents} />}
          </div>
        </form>
      )}
      {!vault.passphrase && passkey && (
        <div class="actions">
          <PasskeyButtons vault={vault} busy={busy} intents={intents} />
        </div>
      )}
      <div id={`${field}-outcome`} class="outcome" aria-live="polite">
        {/* That it is locked stands above already. */}
        {!(doing.is === 'done' && doing.what === 'locked') && <Doing doing={doing} />}
      </div>
    </div>
  );
}

interface PasskeyButtonsProps {
  readonly vault: VaultView;
  readonly busy: boolean;
  readonly intents: UnlockIntents;
}

/** One button a passkey; told apart by the day on which each was added when there are several. */
function PasskeyButtons({ vault, busy, intents }: PasskeyButtonsProps) {
  return (
    <>
      {vault.passkeys.map(({ credential, addedAt }) => (
        <button
          key={credential}
          type="button"
          class="button"
          aria-disabled={busy}
          onClick={() => !busy && intents.unlockByPasskey(credential)}
        >
          <Icon name="key" size={18} />
          {vault.passkeys.length > 1
            ? t('vault.unlock.passkey.of', { day: dateOf(addedAt) })
            : t('vault.unlock.passkey')}
        </button>
      ))}
    </>
  );
}
