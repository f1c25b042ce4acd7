import type { LogHead } from '../../model/log-line.ts';
import { dateOf, timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

/** A meeting by the name that its site gave it, and by its day, because a link is used again. */
export function meetingName({ meeting, openedAt, damaged }: LogHead): string {
  const name = meeting === '' ? t('log.unnamed') : nameOf(meeting);
  const values = { name, date: dateOf(openedAt), time: timeOf(openedAt) };
  return t(damaged ? 'log.option.damaged' : 'log.option', values);
}
