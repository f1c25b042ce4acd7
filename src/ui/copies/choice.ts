import type { ChosenStretch, CopyableStretch } from '../../model/copy.ts';
import type { EpochId } from '../../model/id.ts';
import { momentIn, momentOf } from './moment.ts';

/** One chosen stretch as it is being written. */
export interface Written {
  readonly from: string;
  readonly to: string;
}
export type Choice = ReadonlyMap<EpochId, Written>;

export function whole({ ms }: CopyableStretch): Written {
  return { from: momentOf(0), to: momentOf(Math.max(1000, ms)) };
}

/** What is written, or null where it is no part of the stretch. Up to the last second shown means to its end. */
export function partOf(stretch: CopyableStretch, { from, to }: Written): ChosenStretch | null {
  const [begins, ends] = [momentIn(from), momentIn(to)];
  if (begins === null || ends === null || begins >= ends || begins >= stretch.ms) return null;
  const last = momentIn(whole(stretch).to) ?? 0;
  if (ends > last) return null;
  return { epoch: stretch.epoch, from: begins, to: ends === last ? Math.max(stretch.ms, begins + 1) : ends };
}
