import { useEffect, useState } from 'preact/hooks';
import { isLocked, type VaultDoing, type VaultView } from '../../model/vault.ts';
import { BACKUP_HREF } from '../backup/href.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { Doing } from './doing.tsx';
import type { VaultIntents } from './intents.ts';
import { LostLock, OlderLocks } from './lost-lock.tsx';
import { NewPassphrase } from './new-passphrase.tsx';
import { OpenVault } from './open-vault.tsx';
import { Unlock } from './unlock.tsx';

export interface VaultProps {
  readonly vault: VaultView;
  readonly doing: VaultDoing;
  readonly intents: VaultIntents;
}

/** Where the host says who can open the recordings on this computer. */
export function VaultSection(props: VaultProps) {
  const { vault, doing, intents } = props;
  return (
    <section class="block vault" aria-labelledby="vault">
      <h2 id="vault">{t('vault.title')}</h2>
      <KeepFocus class="vault-act">
        {vault.protection === 'none' ? <Unprotected {...props} /> : <Protected {...props} />}
      </KeepFocus>
      {!(vault.protection !== 'none' && vault.unlockedBy === null) && (
        <div class="outcome" aria-live="polite">
          <Doing doing={doing} cancel={intents.cancel} />
        </div>
      )}
      <OlderLocks {...props} />
      <Recipients vault={vault} />
      <p class="small">
        {t('backup.offer')} <a href={BACKUP_HREF}>{t('backup.offer.open')}</a>
      </p>
    </section>
  );
}

function Unprotected({ vault, doing, intents }: VaultProps) {
  const [writing, write] = useState(false);
  useEffect(() => write(false), [vault.protection]);
  const busy = doing.is === 'working' || doing.is === 'wrapping';
  if (writing) {
    return (
      <NewPassphrase
        change={false}
        busy={busy}
        set={(_present, next) => intents.protectByPassphrase(next)}
        back={() => write(false)}
      />
    );
  }
  return (
    <>
      <p class="hint warn">
        <Icon name="warning" />
        <span>
          <b>{t('vault.none')}</b> {t('vault.none.why')}
        </span>
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => write(true)}>
          <Icon name="lock" size={18} />
          {t('vault.none.passphrase')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && intents.protectByPasskey()}>
          <Icon name="key" size={18} />
          {t('vault.none.passkey')}
        </button>
      </div>
      <p class="small soft">{t('vault.not-names')}</p>
    </>
  );
}

function Protected(props: VaultProps) {
  const { vault, doing, intents } = props;
  if (vault.unlockedBy !== null) return <OpenVault {...props} />;
  return (
    <>
      {!isLocked(vault) && (
        <p class="hint warn">
          <Icon name="warning" />
          <span>{t('vault.giving-up')}</span>
        </p>
      )}
      <Unlock vault={vault} doing={doing} intents={intents} />
      <p class="small soft">{t('vault.lost')}</p>
      <LostLock {...props} />
    </>
  );
}

/** What the settings below it say of others, where it touches what the host can open. */
function Recipients({ vault }: { readonly vault: VaultView }) {
  return (
    <>
      {!vault.hostPlays && (
        <p class="hint warn">
          <Icon name="warning" />
          <span>{t('vault.recipients.only')}</span>
        </p>
      )}
      {vault.recipients.length > 0 && vault.unsettled && isLocked(vault) && (
        <p class="small soft">{t('vault.recipients.waits')}</p>
      )}
    </>
  );
}
