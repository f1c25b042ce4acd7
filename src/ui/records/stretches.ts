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
      /** Where it begins in recorded time, ms. */
      readonly offset: number;
      readonly ms: number;
      /** Where it begins in its epoch as that was recorded, ms: more than 0 after something was cut out before it. */
      readonly start: number;
      /** The last of its epoch: how that ended is said here. */
      readonly last: boolean;
    }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number; readonly reasons: readonly Reason[] }
  /** It was recorded, and cut out later. */
  | { readonly kind: 'cut'; readonly from: number; readonly to: number };

/** An epoch that kept nothing is no stretch of recording: its time belongs to the gap around it. One out of which all was cut, was one. */
export function stretchesOf(record: MeetingRecord): Stretch[] {
  const stretches: Stretch[] = [];
  const kept = record.epochs.filter((epoch) => epoch.ms > 0 || epoch.closedAt === null || epoch.pieces);
  let at = record.openedAt;
  let offset = 0;
  let reasons: readonly Reason[] = [];
  for (const epoch of kept) {
    if (epoch.openedAt > at) stretches.push({ kind: 'gap', from: at, to: epoch.openedAt, reasons });
    stretches.push(...(epoch.pieces ? piecesOf(epoch, epoch.pieces, offset) : [wholeOf(epoch, offset)]));
    offset += epoch.ms;
    at = epoch.closedAt ?? Number.POSITIVE_INFINITY;
    reasons = epoch.reasons;
  }
  if (record.lastAt > at) stretches.push({ kind: 'gap', from: at, to: record.lastAt, reasons });
  return stretches;
}

function wholeOf(epoch: RecordedEpoch, offset: number): Stretch {
  const { openedAt, closedAt, ms } = epoch;
  return { kind: 'recorded', epoch, from: openedAt, to: closedAt, offset, ms, start: 0, last: true };
}

function piecesOf(epoch: RecordedEpoch, pieces: NonNullable<RecordedEpoch['pieces']>, start: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = epoch.openedAt;
  let offset = start;
  for (const [index, { from, ms }] of pieces.entries()) {
    const begin = epoch.openedAt + from;
    if (begin > at) stretches.push({ kind: 'cut', from: at, to: begin });
    const last = index === pieces.length - 1;
    stretches.push({ kind: 'recorded', epoch, from: begin, to: begin + ms, offset, ms, start: from, last });
    at = begin + ms;
    offset += ms;
  }
  const end = epoch.closedAt ?? at;
  // A recording is a moment shorter than the time for which it was allowed.
  if (end - at > SHORTER_MS) stretches.push({ kind: 'cut', from: at, to: end });
  return stretches;
}

const SHORTER_MS = 2000;
