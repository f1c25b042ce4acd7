import { useState } from 'preact/hooks';
import { type MyConsent, REQUESTS } from '../../model/my-consent.ts';
import { Confirm } from '../controls/confirm.tsx';
import { CopyWords } from '../controls/copy-words.tsx';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { type Acting, type ConsentIntents, rowKey } from './intents.ts';

interface ConsentActionsProps {
  readonly row: MyConsent;
  readonly acting: Acting | null;
  readonly intents: ConsentIntents;
}

/** What its reader can do, at any time: take it back, ask for what is theirs, keep their proof, or forget it all here. */
export function ConsentActions({ row, acting, intents }: ConsentActionsProps) {
  const [removing, setRemoving] = useState(false);
  const own = acting?.row === rowKey(row) ? acting : null;
  const busy = own?.state.is === 'asking';
  return (
    <section class="act">
      <div class="actions">
        {row.state === 'agreed' && (
          <button
            type="button"
            class="button primary"
            aria-disabled={busy}
            onClick={() => busy || intents.withdraw(row)}
          >
            <Icon name="back" size={18} />
            {t('consents.withdraw')}
          </button>
        )}
        {REQUESTS.map((what) => (
          <button
            key={what}
            type="button"
            class="button"
            aria-disabled={busy}
            onClick={() => busy || intents.request(row, what)}
          >
            {t(`consents.${what}`)}
          </button>
        ))}
        <button type="button" class="button" onClick={() => intents.saveOwn(row)}>
          <Icon name="save" size={18} />
          {t('consents.saveOwn')}
        </button>
        <button type="button" class="button plain" onClick={() => setRemoving(true)}>
          {t('consents.remove')}
        </button>
      </div>
      {removing && (
        <Confirm
          yes={t('consents.remove')}
          confirm={() => {
            setRemoving(false);
            intents.remove(row);
          }}
          back={() => setRemoving(false)}
        >
          <p>{t('consents.remove.sure')}</p>
        </Confirm>
      )}
      <div class="outcome" aria-live="polite">
        {own && <Outcome row={row} acting={own} intents={intents} />}
      </div>
      {row.requests.length > 0 && (
        <div class="requests">
          <h3>{t('consents.requests')}</h3>
          <ul>
            {row.requests.map(({ at, what, how }) => (
              <li key={at}>
                {t(`consents.request.${what}`, { date: dateOf(at) })}{' '}
                <span class="soft">({t(`consents.how.${how}`)})</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Outcome({ row, acting, intents }: ConsentActionsProps & { readonly acting: Acting }) {
  const { what, state } = acting;
  const kind = what === 'withdraw' ? 'withdraw' : 'request';
  switch (state.is) {
    case 'asking':
      return <p class="later">{t('consents.asking')}</p>;
    case 'said':
      return (
        <p>
          <Icon name="check" size={16} /> {t(`consents.said.${kind}`)}
        </p>
      );
    case 'by-hand':
      return (
        <div class="by-hand">
          <p>{t(`consents.hand.${kind}`)}</p>
          <CopyWords words={state.words} label={t('consents.hand.words')} copied={() => intents.copied(row, what)} />
          {what !== 'withdraw' && (
            <button type="button" class="button tight" onClick={() => intents.saveRequest(row, what)}>
              <Icon name="save" size={16} />
              {t('consents.hand.file')}
            </button>
          )}
        </div>
      );
    case 'failed':
      return <FailureWord code={state.code} />;
    default:
      return state satisfies never;
  }
}
