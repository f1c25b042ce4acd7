import { useId, useState } from 'preact/hooks';
import { KEEP_DAYS_MAX } from '../../model/ask.ts';
import { daysOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

interface DaysProps {
  readonly label: string;
  readonly why?: string;
  readonly days: number;
  readonly choices: readonly number[];
  readonly change: (days: number) => void;
}

const OTHER = 'other';

export function Days({ label, why, days, choices, change }: DaysProps) {
  const field = useId();
  const hint = useId();
  const [other, setOther] = useState(!choices.includes(days));
  const choose = (value: string) => {
    setOther(value === OTHER);
    if (value !== OTHER) change(Number(value));
  };
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <div class="actions">
        <select
          class="select"
          id={field}
          value={other ? OTHER : String(days)}
          aria-describedby={why ? hint : undefined}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {daysOf(choice)}
            </option>
          ))}
          <option value={OTHER}>{t('ask.custom')}</option>
        </select>
        {other && (
          <input
            class="number"
            type="number"
            aria-label={`${label}: ${t('ask.customDays')}`}
            min={1}
            max={KEEP_DAYS_MAX}
            value={days}
            onInput={(event) => change(event.currentTarget.valueAsNumber || 0)}
          />
        )}
      </div>
      {why && (
        <p class="small soft" id={hint}>
          {why}
        </p>
      )}
    </div>
  );
}
