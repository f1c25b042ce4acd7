import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

interface OnPaperProps {
  readonly from: number | null;
  readonly to: number | null;
  /** What else it was narrowed to, each with its label. */
  readonly only: readonly (readonly [label: string, value: string | null])[];
}

/** What a report was narrowed to. The fields that say so on the screen are not on paper. */
export function OnPaper({ from, to, only }: OnPaperProps) {
  const said = [
    from !== null && `${t('use.from')}: ${dateOf(from)}`,
    to !== null && `${t('use.to')}: ${dateOf(to)}`,
    ...only.map(([label, value]) => value !== null && `${label}: ${value}`),
  ].filter((one) => one !== false);
  return (
    <p class="on-paper">
      <bdi>{said.length === 0 ? t('paper.all') : t('paper.only', { what: said.join('; ') })}</bdi>
    </p>
  );
}
