import type { MeetingRecord } from '../../model/record.ts';
import { timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { summaryOf } from '../words/terms.ts';

export function AskedList({ asks }: { readonly asks: MeetingRecord['asks'] }) {
  if (asks.length === 0) return null;
  return (
    <section class="block" aria-labelledby="asked-title">
      <h3 id="asked-title">{t('records.asked')}</h3>
      <ul class="asked">
        {asks.map((ask) => (
          <li key={ask.at}>
            <p>{t('records.askedAt', { time: timeOf(ask.at, true), summary: summaryOf(ask) })}</p>
            {ask.notice !== '' && (
              <details>
                <summary>{t('records.notice')}</summary>
                <blockquote class="quote" dir="auto">
                  {ask.notice}
                </blockquote>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
