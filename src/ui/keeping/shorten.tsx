import { useState } from 'preact/hooks';
import type { BindingDays, KeptPart } from '../../model/keeping.ts';
import { t } from '../words/speak.ts';
import { NumberField } from './number-field.tsx';

const DAY_MS = 86_400_000;

interface ShortenProps {
  readonly binding: BindingDays;
  readonly kept: readonly KeptPart[];
  readonly now: number;
  readonly shorten: (keepDays: number, proofDays: number) => void;
}

/** Fewer days for what was promised longer. Why more is not possible stands beside it. */
export function Shorten({ binding, kept, now, shorten }: ShortenProps) {
  const [keep, setKeep] = useState(binding.keepDays);
  const [proof, setProof] = useState(binding.proofDays);
  const fits = (days: number, most: number) => Number.isInteger(days) && days >= 1 && days <= most;
  const bad = !fits(keep, binding.keepDays)
    ? t('keeping.shorten.bad', { n: binding.keepDays })
    : !fits(proof, binding.proofDays)
      ? t('keeping.shorten.bad', { n: binding.proofDays })
      : keep > proof
        ? t('keeping.shorten.order')
        : null;
  const same = keep === binding.keepDays && proof === binding.proofDays;
  const goes = bad === null && !same && kept.some(({ endedAt }) => endedAt + keep * DAY_MS <= now);
  const submit = (event: Event) => {
    event.preventDefault();
    if (bad === null && !same) shorten(keep, proof);
  };
  return (
    <form class="inset" onSubmit={submit}>
      <p class="small soft">{t('keeping.shorten.why')}</p>
      <NumberField label={t('keeping.shorten.keep')} value={keep} most={binding.keepDays} change={setKeep} />
      <NumberField label={t('keeping.shorten.proof')} value={proof} most={binding.proofDays} change={setProof} />
      <p class="problem" aria-live="polite">
        {bad ?? (goes ? t('keeping.shorten.gone') : '')}
      </p>
      <button type="submit" class="button tight" aria-disabled={bad !== null || same}>
        {t('keeping.shorten.do')}
      </button>
    </form>
  );
}
