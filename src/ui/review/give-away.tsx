import { useState } from 'preact/hooks';
import type { LogId, ParticipantKey } from '../../model/id.ts';
import type { MeetingRecord } from '../../model/record.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface GiveAwayProps {
  readonly record: MeetingRecord;
  readonly give: (log: LogId, participant: ParticipantKey) => void;
}

/** Somebody who was in the call asked what is held about them: what is written about it is a part of that. */
export function GiveAway({ record, give }: GiveAwayProps) {
  const [chosen, choose] = useState<ParticipantKey | null>(null);
  return (
    <details class="give-away">
      <summary class="small">{t('review.give')}</summary>
      <label class="field">
        <span>{t('review.give.whom')}</span>
        <select
          class="select"
          value={chosen ?? ''}
          onChange={(event) => choose((event.currentTarget.value || null) as ParticipantKey | null)}
        >
          <option value="">{t('review.give.nobody')}</option>
          {record.participants.map(({ participant, name }) => (
            <option key={participant} value={participant}>
              {name === '' ? t('name.erased') : nameOf(name)}
            </option>
          ))}
        </select>
      </label>
      <p class="small soft">{t('review.give.why')}</p>
      <button
        type="button"
        class="button tight"
        aria-disabled={chosen === null}
        onClick={() => chosen && give(record.log, chosen)}
      >
        {t('review.give.do')}
      </button>
    </details>
  );
}
