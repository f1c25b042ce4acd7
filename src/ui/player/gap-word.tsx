import type { Stretch } from '../records/stretches.ts';
import { timeOf } from '../words/amount.ts';
import { lists } from '../words/formats.ts';
import { t } from '../words/speak.ts';
import { gapBefore } from './place.ts';

/** For how long it is said that something is missing right before what is played, ms. */
const SAID_MS = 6000;

/** Between two parts, what was not recorded and why: otherwise what was said before and after seems to belong together. */
export function GapWord({ stretches, at }: { readonly stretches: readonly Stretch[]; readonly at: number }) {
  const gap = gapBefore(stretches, at, SAID_MS);
  return (
    <p class="gap-word" role="status">
      {gap && gapSentence(gap)}
    </p>
  );
}

export function gapSentence(gap: Extract<Stretch, { kind: 'gap' | 'cut' }>): string {
  const when = { from: timeOf(gap.from, true), to: timeOf(gap.to, true) };
  if (gap.kind === 'cut') return t('records.stretch.cut', when);
  const { reasons } = gap;
  if (reasons.length === 0) return t('records.gap.plain', when);
  const why = lists({ type: 'conjunction' }).format(reasons.map((reason) => t(`gap.${reason}`)));
  return t('records.gap', { ...when, why });
}
