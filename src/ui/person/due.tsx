import type { RequestDue } from '../../model/person.ts';
import { Icon } from '../style/icon.tsx';
import { dateOf, dayOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

const DAY_MS = 86_400_000;

/** Until when a request must be answered, and which law says so. now: ms UTC. */
export function Due({ due, now }: { readonly due: RequestDue; readonly now: number }) {
  const left = Math.ceil((due.at - now) / DAY_MS);
  const late = due.at <= now;
  return (
    <div class={`due ${late || left <= 3 ? 'urgent' : ''}`}>
      <p>
        <Icon name={late ? 'warning' : 'clock'} size={18} />{' '}
        <b>{late ? t('due.late', { date: dateOf(due.at) }) : t('due.by', { date: dateOf(due.at), n: left })}</b>
      </p>
      <p class="small soft">
        {due.guessed
          ? t('due.guessed', { law: due.law, source: due.source })
          : t('due.law', { law: due.law, source: due.source })}
      </p>
      {due.longer && !late && (
        <p class="small soft">
          {t('due.longer', { date: dateOf(due.longer.at), by: dateOf(due.at), source: due.longer.source })}
        </p>
      )}
      {due.noted && <p class="small soft">{t(`due.noted.${due.noted.why}`, { date: dayOf(due.noted.told) })}</p>}
    </div>
  );
}
