import type { Reason } from '../../model/gate.ts';
import type { MeetingRecord, RecordedEpoch } from '../../model/record.ts';

/** The meeting's time, cut into what was recorded and what was not. */
export type Stretch =
  | {
      readonly kind: 'recorded';
      readonly epoch: RecordedEpoch;
      readonly from: number;
      /** null: still running. */
      readonly to: number | null;
      /** Where it begins in the joined file, ms. */
      readonly offset: number;
    }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number; readonly reasons: readonly Reason[] };

/** An epoch that kept nothing is no stretch of recording: its time belongs to the gap around it. */
export function stretchesOf(record: MeetingRecord): Stretch[] {
  const stretches: Stretch[] = [];
  const kept = record.epochs.filter((epoch) => epoch.ms > 0 || epoch.closedAt === null);
  let at = record.openedAt;
  let offset = 0;
  let reasons: readonly Reason[] = [];
  for (const epoch of kept) {
    if (epoch.openedAt > at) stretches.push({ kind: 'gap', from: at, to: epoch.openedAt, reasons });
    stretches.push({ kind: 'recorded', epoch, from: epoch.openedAt, to: epoch.closedAt, offset });
    offset += epoch.ms;
    at = epoch.closedAt ?? Number.POSITIVE_INFINITY;
    reasons = epoch.reasons;
  }
  if (record.lastAt > at) stretches.push({ kind: 'gap', from: at, to: record.lastAt, reasons });
  return stretches;
}
