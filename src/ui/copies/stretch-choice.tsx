import type { CopyableStretch } from '../../model/copy.ts';
import { spanOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { partOf, type Written, whole } from './choice.ts';

interface StretchChoiceProps {
  readonly stretch: CopyableStretch;
  /** null: not chosen. */
  readonly written: Written | null;
  readonly choose: (written: Written | null) => void;
}

/** A stretch, whole or a part of it. */
export function StretchChoice({ stretch, written, choose }: StretchChoiceProps) {
  const id = `copy-of-${stretch.epoch}`;
  const wrong = written !== null && partOf(stretch, written) === null;
  const part = (side: 'from' | 'to') => (
    <label class="small">
      {t(`copies.part.${side}`)}
      <input
        class="number figures"
        inputMode="numeric"
        autoComplete="off"
        size={7}
        value={written?.[side] ?? ''}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onInput={({ currentTarget }) => written && choose({ ...written, [side]: currentTarget.value })}
      />
    </label>
  );
  return (
    <li>
      <label class="choice">
        <input
          type="checkbox"
          disabled={!stretch.allowed}
          checked={written !== null}
          onChange={({ currentTarget }) => choose(currentTarget.checked ? whole(stretch) : null)}
        />
        <span>
          {t('copies.stretch', { from: timeOf(stretch.startedAt, true), span: spanOf(stretch.ms) })}
          {!stretch.allowed && <span class="small soft refused">{t('copies.stretch.refused')}</span>}
        </span>
      </label>
      {written && (
        <div class="part">
          {part('from')}
          {part('to')}
        </div>
      )}
      {wrong && (
        <p id={`${id}-fault`} class="small fault">
          {t('copies.part.fault', { most: whole(stretch).to })}
        </p>
      )}
    </li>
  );
}
