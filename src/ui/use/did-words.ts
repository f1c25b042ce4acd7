import type { Use } from '../../model/use.ts';
import { t } from '../words/speak.ts';

/** What was done, in words: of a file its format, of a deletion why, and whether it was a voice-masked copy. */
export function didWords({ did, what, copy }: Pick<Use, 'did' | 'what' | 'copy'>): string {
  const done = t(`use.did.${did}`, { what });
  const reason = did === 'left' ? undefined : WHY[what];
  if (reason) return t('use.because', { done, why: t(reason) });
  return copy ? t('use.of-copy', { done }) : done;
}

const WHY: Readonly<Record<string, `use.why.${'time-over' | 'shortened' | 'host' | 'erased'}`>> = {
  'time-over': 'use.why.time-over',
  shortened: 'use.why.shortened',
  host: 'use.why.host',
  'by-hand': 'use.why.host',
  erased: 'use.why.erased',
};
