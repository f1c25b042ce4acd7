import type { Scale } from '../../model/score.ts';
import { numbers } from '../words/formats.ts';
import { t } from '../words/speak.ts';

/** 0..1 as whole percent. */
export function percentWords(share: number | null): string {
  if (share === null) return t('review.unscored');
  return numbers({ style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function scoreWords(scale: Scale, score: number | null): string {
  if (score === null) return t('review.unscored');
  if (scale === 'yes-no') return t(score === 1 ? 'review.score.yes' : 'review.score.no');
  return t('review.score.of', { n: score, max: scale.slice(2) });
}
