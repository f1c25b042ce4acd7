import type { SetApart } from '../../model/record.ts';
import { Word } from '../controls/word.tsx';
import { dateOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

/** Recordings that nobody can open here any more, because their log does not prove the consent that they rest on. */
export function SetApartList({ apart }: { readonly apart: readonly SetApart[] }) {
  if (apart.length === 0) return null;
  return (
    <section class="apart" aria-label={t('records.apart')}>
      {apart.map(({ log, openedAt, why }) => (
        <Word
          key={log}
          says={t(`records.apart.${why}`, { date: dateOf(openedAt), time: timeOf(openedAt) })}
          next={t('failure.quarantined.next')}
        />
      ))}
    </section>
  );
}
