import { useId, useState } from 'preact/hooks';
import { PASSPHRASE_MAX, PASSPHRASE_MIN } from '../../model/vault.ts';
import { type Key, t } from '../words/speak.ts';

interface NewPassphraseProps {
  /** The present one is asked for as well. */
  readonly change: boolean;
  readonly busy: boolean;
  readonly set: (present: string | null, next: string) => void;
  readonly back: () => void;
}

/** A new passphrase, twice, and what losing it means, before it is set. */
export function NewPassphrase({ change, busy, set, back }: NewPassphraseProps) {
  const [present, writePresent] = useState('');
  const [next, write] = useState('');
  const [again, writeAgain] = useState('');
  const [pressed, press] = useState(false);
  const long = next.length >= PASSPHRASE_MIN && next.length <= PASSPHRASE_MAX;
  const same = next === again;
  const submit = (event: Event) => {
    event.preventDefault();
    press(true);
    if (long && same && !busy && !(change && present === '')) set(change ? present : null, next);
  };
  return (
    <form class="new-passphrase" onSubmit={submit}>
      {change && (
        <Secret name="vault.passphrase.present" value={present} write={writePresent} autocomplete="current-password" />
      )}
      <Secret
        name="vault.passphrase.new"
        value={next}
        write={write}
        autocomplete="new-password"
        why={t('vault.passphrase.new.why', { n: PASSPHRASE_MIN })}
        problem={pressed && !long ? t('vault.passphrase.short', { n: PASSPHRASE_MIN }) : null}
      />
      <Secret
        name="vault.passphrase.again"
        value={again}
        write={writeAgain}
        autocomplete="new-password"
        problem={pressed && long && !same ? t('vault.passphrase.differs') : null}
      />
      <p class="small">{t('vault.lost')}</p>
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {t(change ? 'vault.passphrase.change' : 'vault.passphrase.set')}
        </button>
        <button type="button" class="button" onClick={back}>
          {t('do.back')}
        </button>
      </div>
    </form>
  );
}

interface SecretProps {
  readonly name: Extract<Key, `vault.passphrase.${'present' | 'new' | 'again'}`>;
  readonly value: string;
  readonly write: (value: string) => void;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly why?: string;
  readonly problem?: string | null;
}

function Secret({ name, value, write, autocomplete, why, problem }: SecretProps) {
  const field = useId();
  return (
    <div class="field">
      <label for={field}>{t(name)}</label>
      <input
        class="text"
        id={field}
        type="password"
        value={value}
        maxLength={PASSPHRASE_MAX}
        autocomplete={autocomplete}
        aria-describedby={`${field}-why ${field}-problem`}
        aria-invalid={Boolean(problem)}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p class="small soft" id={`${field}-why`}>
        {why}
      </p>
      <p class="problem small" id={`${field}-problem`} aria-live="polite">
        {problem}
      </p>
    </div>
  );
}
