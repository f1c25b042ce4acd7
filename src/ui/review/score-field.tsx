import { BOUNDS, type Criterion } from '../../model/score.ts';
import { Strip } from '../controls/strip.tsx';
import { t } from '../words/speak.ts';

interface ScoreFieldProps {
  readonly criterion: Criterion;
  readonly score: number | null;
  readonly set: (score: number | null) => void;
}

/** A choice among all scores of a scale; nothing is chosen beforehand. */
export function ScoreField({ criterion: { name, scale }, score, set }: ScoreFieldProps) {
  const [min, max] = BOUNDS[scale];
  const scores = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const words = (one: number) =>
    scale === 'yes-no' ? t(one === 1 ? 'review.score.yes' : 'review.score.no') : `${one}`;
  // Ten of them in a row are wider than a telephone.
  if (scale === '1-10')
    return (
      <label class="field">
        <span>{name}</span>
        <select
          class="select"
          value={score === null ? '' : `${score}`}
          onChange={({ currentTarget: { value } }) => set(value === '' ? null : Number(value))}
        >
          <option value="">{t('review.unscored')}</option>
          {scores.map((one) => (
            <option key={one} value={`${one}`}>
              {one}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <Strip<string>
      label={name}
      value={score === null ? '' : `${score}`}
      choices={[
        ...scores.map((one) => ({ value: `${one}`, label: words(one) })),
        { value: '', label: t('review.unscored') },
      ]}
      choose={(value) => set(value === '' ? null : Number(value))}
    />
  );
}
