import type { UsedLog } from '../../model/use.ts';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

/** A meeting and its day: names alone come again every week. */
export function meetingWords({ meeting, openedAt }: Pick<UsedLog, 'meeting' | 'openedAt'>): string {
  return `${meeting === '' ? t('records.erasedMeeting') : meeting}, ${dateOf(openedAt)}`;
}
