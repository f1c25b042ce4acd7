import type { Damage } from '../../model/log-check.ts';
import type { LogHead } from '../../model/log-line.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { Running } from '../controls/running.tsx';
import { FailureWord, Word } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf, timeOf } from '../words/amount.ts';
import { numbers } from '../words/formats.ts';
import { t } from '../words/speak.ts';
import type { Checking } from './intents.ts';
import { meetingName } from './name.ts';

interface CheckNowProps {
  readonly heads: readonly LogHead[];
  /** ms UTC when the oldest of the newest checks was; null: some log never was. */
  readonly last: number | null;
  readonly checking: Checking;
  readonly check: () => void;
  readonly cancel: () => void;
}

const SHOWN = 12;

/** All logs, whole, as often as somebody wants; in the background it is done as well, while nothing is recorded. */
export function CheckNow({ heads, last, checking, check, cancel }: CheckNowProps) {
  return (
    <section class="check" aria-label={t('log.check')}>
      <KeepFocus class="act">
        {checking.state === 'running' ? (
          <Running
            label={t('log.check')}
            share={checking.total > 0 ? checking.done / checking.total : 0}
            says={t('log.check.running', { done: checking.done, total: checking.total })}
            cancel={cancel}
          />
        ) : (
          <div class="actions">
            <button type="button" class="button" onClick={check}>
              <Icon name="check" size={18} />
              {t('log.check')}
            </button>
            <p class="small soft">
              {last === null ? t('log.check.never') : t('log.check.last', { date: dateOf(last), time: timeOf(last) })}
            </p>
          </div>
        )}
      </KeepFocus>
      <div class="outcome" aria-live="polite">
        {checking.state === 'done' && checking.damage.length === 0 && (
          <p class="good">
            <Icon name="check" size={18} />
            {t('log.check.good', { n: checking.entries })}
          </p>
        )}
        {checking.state === 'done' && checking.damage.length > 0 && (
          <DamageList damage={checking.damage} heads={heads} />
        )}
        {checking.state === 'failed' &&
          (checking.code === 'cancelled' ? (
            <p class="soft">{t('log.check.cancelled')}</p>
          ) : (
            <FailureWord code={checking.code} />
          ))}
      </div>
    </section>
  );
}

export function DamageList({
  damage,
  heads,
}: {
  readonly damage: readonly Damage[];
  readonly heads: readonly LogHead[];
}) {
  const rest = damage.length - SHOWN;
  return (
    <Word says={t('log.check.bad', { n: damage.length })} next={t('log.check.bad.next')}>
      <ul class="damage">
        {damage.slice(0, SHOWN).map((one) => (
          <li key={`${one.log} ${one.what} ${one.index}`}>{sentence(one, heads)}</li>
        ))}
        {rest > 0 && <li>{t('log.check.more', { n: rest })}</li>}
      </ul>
    </Word>
  );
}

function sentence({ log, what, index }: Damage, heads: readonly LogHead[]): string {
  const head = heads.find((one) => one.log === log);
  const name = log === null ? t('log.device') : head ? meetingName(head) : log;
  const values = { name, what: t(`damage.${what}`) };
  return index === null
    ? t('damage.place', values)
    : t('damage.place.at', { ...values, index: numbers({ useGrouping: false }).format(index) });
}
