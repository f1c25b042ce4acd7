import type { AskTerms } from '../../model/ask.ts';
import { daysOf } from './amount.ts';
import { lists } from './formats.ts';
import { t } from './speak.ts';

/** "Notes, Training, Research (optional). Sound only. Kept 30 days." */
export function summaryOf(terms: AskTerms): string {
  const purposes = terms.purposes.map(({ purpose, required }) =>
    required ? t(`purpose.${purpose}`) : t('ask.optionalToo', { purposes: t(`purpose.${purpose}`) }),
  );
  return t('ask.summary', {
    purposes: lists({ type: 'unit' }).format(purposes),
    media: t(`media.${terms.media}`),
    keep: daysOf(terms.keepDays),
  });
}
