import type { LogId } from '../../model/id.ts';
import type { ToTell } from '../../model/record.ts';
import { personHref } from '../person/href.ts';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

export interface ToTellShown {
  /** The newest meeting first; openedAt: ms UTC. */
  readonly toTell: readonly (ToTell & { readonly log: LogId; readonly openedAt: number })[];
}

/** Whoever got a file with somebody in it has to be told of a correction and of an erasure (GDPR art. 19): where that is still to be done. */
export function ToTellList({ toTell }: ToTellShown) {
  if (toTell.length === 0) return null;
  return (
    <section aria-labelledby="to-tell">
      <h3 id="to-tell" class="small">
        {t('requests.tell.title')}
      </h3>
      <ul class="divided wanted-list">
        {toTell.map(({ log, participant, files, openedAt }) => (
          <li key={`${log} ${participant}`}>
            <p>
              {t('requests.tell.files', { date: dateOf(openedAt), n: files })}{' '}
              <a href={personHref(log, participant)}>{t('requests.person')}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
