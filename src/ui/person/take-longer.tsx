import { useState } from 'preact/hooks';
import type { PersonRequest } from '../../model/person.ts';
import { LONGER_REASONS, type LongerReason } from '../../model/rights.ts';
import { calendarDay, ToldDay } from '../controls/told-day.tsx';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { PersonIntents } from './intents.ts';

interface TakeLongerProps {
  readonly request: PersonRequest;
  /** ms UTC */
  readonly now: number;
  readonly intents: PersonIntents;
  readonly back: () => void;
}

/** The law lets an answer take longer where they were told why in time: the host notes that they were. */
export function TakeLonger({ request, now, intents, back }: TakeLongerProps) {
  const [why, setWhy] = useState<LongerReason>('complex');
  const [told, setTold] = useState(calendarDay(now));
  const { log, index, due } = request;
  if (!due.longer) return null;
  return (
    <form
      class="longer"
      onSubmit={(event) => {
        event.preventDefault();
        intents.extend(log, index, why, told);
        back();
      }}
    >
      <fieldset>
        <legend>{t('request.longer.why')}</legend>
        {LONGER_REASONS.map((one) => (
          <label key={one} class="check">
            <input type="radio" name={`longer-${log}-${index}`} checked={why === one} onChange={() => setWhy(one)} />
            <span>{t(`request.longer.${one}`)}</span>
          </label>
        ))}
        <ToldDay label={t('request.longer.told')} day={told} now={now} set={setTold} />
        <p class="small soft">{t('request.longer.tell')}</p>
        <div class="actions">
          <button type="submit" class="button tight" disabled={told === ''}>
            {t('request.longer.do', { date: dateOf(due.longer.at) })}
          </button>
          <button type="button" class="button plain tight" onClick={back}>
            {t('do.back')}
          </button>
        </div>
      </fieldset>
    </form>
  );
}
