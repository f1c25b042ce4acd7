import type { LogId } from '../../model/id.ts';
import type { ReceiptDue, RecordedPerson } from '../../model/record.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Icon } from '../style/icon.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { FileMade } from './file-made.tsx';
import type { RecordsIntents } from './intents.ts';
import type { Giving } from './jobs.ts';

interface ReceiptOfferProps {
  readonly log: LogId;
  readonly person: RecordedPerson;
  readonly due: Exclude<ReceiptDue, null>;
  readonly giving: Giving;
  readonly intents: RecordsIntents;
}

/** What somebody who answered can be given to take home. */
export function ReceiptOffer({ log, person, due, giving, intents }: ReceiptOfferProps) {
  const { participant } = person;
  const saving = giving.participant === participant ? giving.saving : null;
  const name = person.name === '' ? t('name.erased') : nameOf(person.name);
  const label = t(due === 'addendum' ? 'receipt.addendumFor' : 'receipt.for', { name });
  return (
    <div class="receipt-offer">
      {due !== 'first' && <p class="small soft">{t(`receipt.due.${due}`)}</p>}
      <KeepFocus class="act">
        {saving?.state === 'running' ? (
          <Running
            label={label}
            share={saving.share}
            says={t('export.making', { percent: percentOf(saving.share) })}
            cancel={() => intents.cancel('receipt')}
          />
        ) : (
          <fieldset class="actions bare" aria-label={label}>
            {(['file', 'page'] as const).map((form) => (
              <button
                key={form}
                type="button"
                class="button tight"
                aria-label={`${label}: ${t(`receipt.as.${form}`)}`}
                onClick={() => intents.giveReceipt(log, participant, form)}
              >
                <Icon name={form === 'file' ? 'save' : 'log'} size={16} />
                {form === 'file' ? label : t('receipt.as.page')}
              </button>
            ))}
          </fieldset>
        )}
      </KeepFocus>
      {saving && <FileMade saving={saving} />}
    </div>
  );
}
