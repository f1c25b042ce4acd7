import type { GateRow } from '../model/gate.ts';

/**
 * The row that may be stored when `wanted` comes upon `stored`, or null when it must not be: an epoch that was drained or closed
 * never opens again.
 *
 *   open ──▶ draining ──▶ closed      within one epoch a row only ever goes right, and its cut only ever gets earlier
 *
 * A closing that names no epoch closes the stored one.
 */
export function nextGate(stored: GateRow | null, wanted: GateRow): GateRow | null {
  if (wanted.state === 'open') {
    const used = stored?.epoch === wanted.epoch && stored.state !== 'open';
    return wanted.epoch === null || used ? null : wanted;
  }
  const epoch = wanted.epoch ?? stored?.epoch ?? null;
  const same = stored !== null && stored.epoch === epoch ? stored : null;
  return {
    log: wanted.log,
    // Only a running epoch can drain; anything else that asks to is closed.
    state: wanted.state === 'draining' && same !== null ? further(same.state) : 'closed',
    epoch,
    cutAfter: earlier(same?.cutAfter ?? null, wanted.cutAfter),
    reasons: same?.state === 'closed' ? [...new Set([...same.reasons, ...wanted.reasons])] : wanted.reasons,
  };
}

function further(state: GateRow['state']): GateRow['state'] {
  return state === 'closed' ? 'closed' : 'draining';
}

/** The earlier of two cuts, ms UTC; null keeps everything. */
function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
