import type { Purpose } from '../../model/ask.ts';
import { Strip } from '../controls/strip.tsx';
import { t } from '../words/speak.ts';

export type Wish = 'off' | 'needed' | 'optional';

interface PurposeChoiceProps {
  readonly purpose: Purpose;
  readonly wish: Wish;
  readonly choose: (wish: Wish) => void;
}

export function PurposeChoice({ purpose, wish, choose }: PurposeChoiceProps) {
  const choices = (['off', 'needed', 'optional'] as const).map((value) => ({ value, label: t(`ask.${value}`) }));
  return (
    <div class="purpose">
      <span aria-hidden="true" title={t(`purpose.${purpose}.long`)}>
        {t(`purpose.${purpose}`)}
      </span>
      <Strip<Wish> label={t(`purpose.${purpose}.long`)} labelUnseen value={wish} choices={choices} choose={choose} />
    </div>
  );
}
