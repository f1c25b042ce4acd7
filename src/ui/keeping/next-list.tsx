import type { LogId } from '../../model/id.ts';
import type { KeepingView } from '../../model/keeping.ts';
import type { MeetingSummary } from '../../model/record.ts';
import { Pages } from '../controls/pages.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { type Going, nextToGo } from './next-to-go.ts';

interface NextListProps {
  readonly meetings: readonly MeetingSummary[];
  readonly keeping: KeepingView;
  readonly choose: (log: LogId) => void;
}

const DAY_MS = 86_400_000;
const AT_ONCE = 10;

/** What is deleted next, and when; what waits, and for whom. */
export function NextList({ meetings, keeping, choose }: NextListProps) {
  const all = nextToGo(meetings, keeping.holds);
  return (
    <section class="block next" aria-labelledby="next-title">
      <h2 id="next-title">{t('next.title')}</h2>
      {all.length === 0 && <p class="soft">{t('next.none')}</p>}
      <Pages
        all={all}
        size={AT_ONCE}
        list={t('next.title')}
        draw={(part) => (
          <ul class="divided">
            {part.map((going) => (
              <li key={`${going.log}${going.what}`}>
                <Icon name={going.held ? 'lock' : 'clock'} size={18} />
                <button type="button" class="button plain tight" onClick={() => choose(going.log)}>
                  <span>
                    {t(`next.${going.what}`)},{' '}
                    <bdi>{going.meeting === '' ? t('records.erasedMeeting') : going.meeting}</bdi>{' '}
                    <span class="small soft">{dateOf(going.openedAt)}</span>
                  </span>
                </button>
                <span class="small">{when(going, keeping)}</span>
              </li>
            ))}
          </ul>
        )}
      />
    </section>
  );
}

function when({ at, held }: Going, { now, doubt }: KeepingView): string {
  if (held) return t('next.held');
  if (doubt) return t('next.waits');
  if (at <= now) return t('next.today');
  return t('next.days', { n: Math.ceil((at - now) / DAY_MS), date: dateOf(at) });
}
