import { t } from '../words/speak.ts';
import { CopyItem } from './copy-item.tsx';
import type { CopiesState, CopyIntents } from './intents.ts';
import { MakeForm } from './make-form.tsx';
import { CopyOutcome } from './outcome.tsx';

interface CopiesProps extends CopiesState {
  readonly locked: boolean;
  readonly intents: CopyIntents;
}

const NONE = { is: 'none' } as const;

/** Voice-masked copies of one recording, what they are, and what they are not. */
export function Copies({ copies, stretches, work, about, open, locked, intents }: CopiesProps) {
  if (copies === null || (stretches.length === 0 && copies.length === 0)) return null;
  const some = stretches.some(({ allowed }) => allowed);
  return (
    <section class="block copies" aria-labelledby="copies-title">
      <h3 id="copies-title">{t('copies.title')}</h3>
      <p class="soft">{t('copies.what')}</p>
      <p>{t('copies.not')}</p>
      <Why />
      {!some && <p class="soft">{t('copies.refused')}</p>}
      {some && locked && <p class="soft">{t('copies.locked')}</p>}
      {some && !locked && <MakeForm stretches={stretches} work={about === null ? work : NONE} intents={intents} />}
      <CopyOutcome work={about === null ? work : NONE} />
      {copies.length > 0 && (
        <>
          <h4>{t('copies.list')}</h4>
          <ul class="divided copy-list">
            {copies.map((one) => (
              <CopyItem
                key={one.copy}
                one={one}
                work={about === one.copy ? work : NONE}
                open={open?.copy === one.copy ? open : null}
                locked={locked}
                intents={intents}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Why() {
  return (
    <details>
      <summary>{t('copies.why')}</summary>
      <ul>
        <li>{t('copies.why.words')}</li>
        <li>{t('copies.why.manner')}</li>
        <li>{t('copies.why.machine')}</li>
        <li>{t('copies.why.back')}</li>
      </ul>
    </details>
  );
}
