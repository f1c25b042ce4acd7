import type { ConsentState } from '../../model/answer.ts';
import type { IconName } from './icon.tsx';

/** One outline an answer, so that nobody needs to tell colours apart. */
export const stateIcons: Readonly<Record<ConsentState, IconName>> = {
  unasked: 'dash',
  requested: 'clock',
  seen: 'eye',
  given: 'check',
  'partly-given': 'half',
  refused: 'cross',
  withdrawn: 'back',
  expired: 'clock',
  doubtful: 'question',
};
