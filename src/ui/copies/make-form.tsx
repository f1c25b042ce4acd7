import { useState } from 'preact/hooks';
import type { CopyableStretch } from '../../model/copy.ts';
import type { EpochId } from '../../model/id.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Icon } from '../style/icon.tsx';
import { daysOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { type Choice, partOf, type Written } from './choice.ts';
import type { CopyIntents, CopyWork } from './intents.ts';
import { StretchChoice } from './stretch-choice.tsx';

interface MakeFormProps {
  readonly stretches: readonly CopyableStretch[];
  readonly work: CopyWork;
  readonly intents: CopyIntents;
}

const DAYS = [7, 14, 30, 90, 365] as const;

/** Of which stretches, and for how long. */
export function MakeForm({ stretches, work, intents }: MakeFormProps) {
  const [choice, setChoice] = useState<Choice>(new Map());
  const [days, setDays] = useState<number>(14);
  const choose = (epoch: EpochId, written: Written | null) => {
    const next = new Map(choice);
    if (written) next.set(epoch, written);
    else next.delete(epoch);
    setChoice(next);
  };
  const parts = stretches.flatMap((stretch) => {
    const written = choice.get(stretch.epoch);
    return written ? [partOf(stretch, written)] : [];
  });
  const make = () => {
    const of = parts.flatMap((part) => part ?? []);
    // What is written wrong says so where it is written.
    if (of.length === parts.length) intents.make(of, days);
  };
  return (
    <div class="make">
      <fieldset class="field">
        <legend>{t('copies.choose')}</legend>
        <ul class="stretch-choices">
          {stretches.map((stretch) => (
            <StretchChoice
              key={stretch.epoch}
              stretch={stretch}
              written={choice.get(stretch.epoch) ?? null}
              choose={(written) => choose(stretch.epoch, written)}
            />
          ))}
        </ul>
      </fieldset>
      <label class="keep">
        {t('copies.keep')}
        <select
          class="select"
          value={String(days)}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        >
          {DAYS.map((n) => (
            <option key={n} value={String(n)}>
              {daysOf(n)}
            </option>
          ))}
        </select>
        <span class="small soft">{t('copies.keep.why')}</span>
      </label>
      <KeepFocus class="act">
        {work.is === 'making' ? (
          <Running
            label={t('copies.make')}
            share={work.share}
            says={t('copies.making', { percent: percentOf(work.share) })}
            cancel={intents.cancel}
          />
        ) : (
          <button type="button" class="button" onClick={make}>
            <Icon name="copy" size={18} />
            {t('copies.make')}
          </button>
        )}
      </KeepFocus>
    </div>
  );
}
