import { useState } from 'preact/hooks';
import { calendarDay, ToldDay } from '../controls/told-day.tsx';
import { t } from '../words/speak.ts';

interface TellThemProps {
  /** ms UTC */
  readonly now: number;
  readonly busy: boolean;
  readonly told: (on: string) => void;
}

/** The host notes on which day whoever got it was told. */
export function TellThem({ now, busy, told }: TellThemProps) {
  const [on, setOn] = useState(calendarDay(now));
  return (
    <form
      class="actions tell-them"
      onSubmit={(event) => {
        event.preventDefault();
        told(on);
      }}
    >
      <b class="small">{t('person.left.still')}</b>
      <ToldDay label={t('person.left.on')} day={on} now={now} set={setOn} />
      <button type="submit" class="button tight" disabled={busy || on === ''}>
        {t('person.left.do')}
      </button>
    </form>
  );
}
