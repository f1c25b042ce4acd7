import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

interface VaultOfferProps {
  readonly isProtected: boolean;
  readonly open: () => void;
}

/** Who could open the recordings as things are, and the way to change that. */
export function VaultOffer({ isProtected, open }: VaultOfferProps) {
  return (
    <section class="block" aria-labelledby="vault-offer">
      <h2 id="vault-offer">{t('vault.title')}</h2>
      {isProtected ? (
        <p class="hint">
          <Icon name="check" />
          <span>{t('vault.done.protected')}</span>
        </p>
      ) : (
        <>
          <p>
            <b>{t('vault.none')}</b> {t('vault.none.why')}
          </p>
          <div class="actions">
            <button type="button" class="button" onClick={open}>
              <Icon name="lock" size={18} />
              {t('vault.offer')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
