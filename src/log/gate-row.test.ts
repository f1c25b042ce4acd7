import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GateRow } from '../model/gate.ts';
import { nextGate } from './gate-row.ts';
import { EPOCH, id, LOG } from './testdata/meeting.ts';

const row = (state: GateRow['state'], cutAfter: number | null = null, epoch: GateRow['epoch'] = EPOCH): GateRow => ({
  log: LOG,
  state,
  epoch,
  cutAfter,
  reasons: state === 'open' ? [] : ['waiting'],
});
const OTHER = id('epoch', 2);

describe('a gate row', () => {
  it('opens with an epoch that was never closed', () => {
    expect(nextGate(null, row('open'))).toEqual(row('open'));
    expect(nextGate(row('closed'), row('open', null, OTHER))).toEqual(row('open', null, OTHER));
    expect(nextGate(row('open'), row('open'))).toEqual(row('open'));
  });

  it.each([row('closed'), row('draining')])('never opens an epoch again that is $state', (stored) => {
    expect(nextGate(stored, row('open'))).toBeNull();
  });

  it('never opens without an epoch', () => {
    expect(nextGate(null, row('open', null, null))).toBeNull();
  });

  it('drains only what runs', () => {
    expect(nextGate(row('open'), row('draining'))?.state).toBe('draining');
    expect(nextGate(row('closed'), row('draining'))?.state).toBe('closed');
    expect(nextGate(row('open', null, OTHER), row('draining'))?.state).toBe('closed');
    expect(nextGate(null, row('draining', null, null))?.state).toBe('closed');
  });

  it('closes the stored epoch when none is named', () => {
    expect(nextGate(row('open'), row('closed', 70, null))).toEqual(row('closed', 70));
  });

  it('tells all reasons for which it was closed', () => {
    const again: GateRow = { ...row('closed', null, null), reasons: ['refused', 'waiting'] };
    expect(nextGate(row('closed'), again)?.reasons).toEqual(['waiting', 'refused']);
    const other: GateRow = { ...again, reasons: ['refused'] };
    expect(nextGate(row('closed'), other)?.reasons).toEqual(['waiting', 'refused']);
    // What it drained for is not why it closes.
    expect(nextGate(row('draining'), other)?.reasons).toEqual(['refused']);
  });

  it.each([
    [100, 50, 50],
    [50, 100, 50],
    [100, null, 100],
    [null, 100, 100],
    [null, null, null],
  ])('cut at %s and then at %s is cut at %s', (before, then, cut) => {
    expect(nextGate(row('draining', before), row('closed', then))?.cutAfter).toBe(cut);
  });
});

describe('in any order of orders', () => {
  const wanted = fc.record({
    log: fc.constant(LOG),
    state: fc.constantFrom('open', 'draining', 'closed'),
    epoch: fc.constantFrom(EPOCH, OTHER, null),
    cutAfter: fc.option(fc.nat(100)),
    reasons: fc.constant([]),
  }) as fc.Arbitrary<GateRow>;

  it('one epoch only ever goes from open to draining to closed, and its cut only gets earlier', () => {
    const order = ['open', 'draining', 'closed'];
    fc.assert(
      fc.property(fc.array(wanted), (orders) => {
        let stored: GateRow | null = null;
        for (const one of orders) {
          const next: GateRow | null = nextGate(stored, one) ?? stored;
          if (stored && next && stored.epoch === next.epoch && one.state !== 'open') {
            expect(order.indexOf(next.state)).toBeGreaterThanOrEqual(order.indexOf(stored.state));
            expect(next.cutAfter ?? Infinity).toBeLessThanOrEqual(stored.cutAfter ?? Infinity);
          }
          if (stored && stored.state !== 'open' && next?.state === 'open') expect(next.epoch).not.toBe(stored.epoch);
          stored = next;
        }
      }),
    );
  });
});
