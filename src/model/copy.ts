import type { CopyId, EpochId } from './id.ts';

/** What the records page shows of voice-masked copies. Times are ms UTC. */

/** A recorded stretch of which a copy could be made. */
export interface CopyableStretch {
  readonly epoch: EpochId;
  readonly startedAt: number;
  readonly ms: number;
  /** Everybody in it agreed to training. */
  readonly allowed: boolean;
}

export interface CopyView {
  readonly copy: CopyId;
  readonly createdAt: number;
  readonly keepUntil: number;
  readonly ms: number;
  readonly bytes: number;
  /** In the order of the copy; ms from the beginning of the stretch that began at `startedAt`, or null where the log does not tell of it. */
  readonly of: readonly { readonly startedAt: number | null; readonly from: number; readonly to: number }[];
  /** Masked notes lie beside it. */
  readonly noted: boolean;
}

/** ms from the beginning of the stretch. */
export interface ChosenStretch {
  readonly epoch: EpochId;
  readonly from: number;
  readonly to: number;
}
