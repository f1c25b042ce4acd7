import type { DateDoubt } from '../../model/keeping.ts';
import { Word } from '../controls/word.tsx';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

interface DateDoubtProps {
  readonly doubt: DateDoubt;
  readonly now: number;
  readonly confirm: () => void;
}

/** The clock jumped: nothing is deleted by its date before somebody has looked at it. */
export function DateDoubtWord({ doubt, now, confirm }: DateDoubtProps) {
  const way = doubt.to > doubt.from ? 'forward' : 'back';
  return (
    <Word
      icon="clock"
      says={t('date.doubt', { date: dateOf(now) })}
      next={t(`date.doubt.${way}`, { from: dateOf(doubt.from) })}
    >
      <p class="small">{t('date.doubt.no')}</p>
      <div class="actions">
        <button type="button" class="button tight" onClick={confirm}>
          {t('date.doubt.yes')}
        </button>
      </div>
    </Word>
  );
}
