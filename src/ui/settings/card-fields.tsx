import { CRITERIA_MAX, type Criterion, SCALES, type Scale, type ScoreCard, WEIGHT_MAX } from '../../model/score.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

interface CardFieldsProps {
  readonly card: ScoreCard;
  readonly change: (card: ScoreCard) => void;
  readonly drop: () => void;
}

/** One card: its name, and a line for each criterion. */
export function CardFields({ card, change, drop }: CardFieldsProps) {
  const { name, criteria } = card;
  const put = (place: number, next: Criterion) => change({ ...card, criteria: criteria.toSpliced(place, 1, next) });
  return (
    <fieldset class="card-fields">
      <legend class="unseen">{t('cards.card', { name })}</legend>
      <div class="card-name">
        <label class="field">
          <span>{t('cards.name')}</span>
          <input
            class="text"
            type="text"
            value={name}
            onInput={(event) => change({ ...card, name: event.currentTarget.value })}
          />
        </label>
        <button type="button" class="button tight" aria-label={t('cards.drop.of', { name })} onClick={drop}>
          {t('cards.drop')}
        </button>
      </div>
      <ul class="criteria">
        {criteria.map((criterion, place) => (
          // Its place is all that stays of a criterion while its name is being typed.
          <CriterionFields
            key={place}
            criterion={criterion}
            change={(next) => put(place, next)}
            drop={criteria.length > 1 ? () => change({ ...card, criteria: criteria.toSpliced(place, 1) }) : null}
          />
        ))}
      </ul>
      {criteria.length < CRITERIA_MAX && (
        <button
          type="button"
          class="button plain tight"
          onClick={() => change({ ...card, criteria: [...criteria, blank(criteria)] })}
        >
          <Icon name="plus" size={16} />
          {t('cards.add.criterion')}
        </button>
      )}
    </fieldset>
  );
}

interface CriterionFieldsProps {
  readonly criterion: Criterion;
  readonly change: (criterion: Criterion) => void;
  /** null: it is the last. */
  readonly drop: (() => void) | null;
}

function CriterionFields({ criterion, change, drop }: CriterionFieldsProps) {
  const { name, scale, weight } = criterion;
  return (
    <li>
      <label class="field">
        <span class="small">{t('cards.criterion')}</span>
        <input
          class="text"
          type="text"
          value={name}
          onInput={(event) => change({ ...criterion, name: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span class="small">{t('cards.scale')}</span>
        <select
          class="select"
          value={scale}
          onChange={(event) => change({ ...criterion, scale: event.currentTarget.value as Scale })}
        >
          {SCALES.map((one) => (
            <option key={one} value={one}>
              {t(`scale.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="small">{t('cards.weight')}</span>
        <input
          class="number"
          type="number"
          min={1}
          max={WEIGHT_MAX}
          step={1}
          value={Number.isNaN(weight) ? '' : weight}
          onInput={(event) => change({ ...criterion, weight: event.currentTarget.valueAsNumber })}
        />
      </label>
      {drop && (
        <button type="button" class="button plain tight" aria-label={t('cards.drop.of', { name })} onClick={drop}>
          {t('cards.drop')}
        </button>
      )}
    </li>
  );
}

function blank(criteria: readonly Criterion[]): Criterion {
  const names = new Set(criteria.map(({ name }) => name));
  const numbers = Array.from({ length: criteria.length + 1 }, (_, at) => t('cards.new.criterion', { n: at + 1 }));
  return { name: numbers.find((one) => !names.has(one)) ?? '', scale: '1-5', weight: 1 };
}
