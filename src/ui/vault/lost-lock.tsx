import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Confirm } from '../controls/confirm.tsx';
import { t } from '../words/speak.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import type { VaultProps } from './vault-section.tsx';

/** For whoever has lost all that unlocks: what that means, and a new lock for what comes. */
export function LostLock({ vault, doing, intents }: VaultProps) {
  const [step, go] = useState<'nothing' | 'sure' | 'new'>('nothing');
  useEffect(() => go('nothing'), [vault.unlockedBy]);
  const busy = doing.is === 'working' || doing.is === 'wrapping';
  if (step === 'new')
    return (
      <NewPassphrase
        change={false}
        busy={busy}
        set={(_present, next) => intents.leaveLockBehind(next)}
        back={() => go('nothing')}
      />
    );
  if (step === 'sure')
    return (
      <Confirm yes={t('vault.forgotten.yes')} confirm={() => go('new')} back={() => go('nothing')}>
        <p>{t('vault.forgotten.sure')}</p>
      </Confirm>
    );
  return (
    <button type="button" class="button plain" aria-disabled={busy} onClick={() => !busy && go('sure')}>
      {t('vault.forgotten')}
    </button>
  );
}

/** A way back for what lies under a lock that was left behind. */
export function OlderLocks({ vault, doing, intents }: VaultProps) {
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  if (vault.older === 0) return null;
  const busy = doing.is === 'working' || doing.is === 'wrapping';
  const submit = (event: Event) => {
    event.preventDefault();
    const passphrase = input.current?.value ?? '';
    if (passphrase !== '' && !busy) intents.openOlder(passphrase);
  };
  return (
    <form class="older-lock" onSubmit={submit}>
      <p>{t('vault.older', { n: vault.older })}</p>
      <div class="field">
        <label for={field}>{t('vault.older.passphrase')}</label>
        <input
          class="text"
          id={field}
          ref={input}
          type="password"
          autocomplete="off"
          aria-describedby={`${field}-why`}
        />
        <p class="small soft" id={`${field}-why`}>
          {t('vault.older.why')}
        </p>
      </div>
      <div class="actions">
        <button type="submit" class="button" aria-disabled={busy}>
          {t('vault.older.open')}
        </button>
      </div>
    </form>
  );
}
