import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EpochId } from '../../model/id.ts';
import type { RecordedEpoch } from '../../model/record.ts';
import type { Stretch } from '../records/stretches.ts';
import { momentOf, placeOf } from './placing.ts';

const recorded = (name: string, offset: number, ms: number, start = 0): Stretch => ({
  kind: 'recorded',
  epoch: { epoch: name as EpochId, ms } as unknown as RecordedEpoch,
  from: offset,
  to: offset + ms,
  offset,
  ms,
  start,
  last: true,
});
const gap: Stretch = { kind: 'gap', from: 0, to: 1, reasons: [] };
const cut: Stretch = { kind: 'cut', from: 0, to: 1 };
/** Of b, 300 ms were cut out after its first 200. */
const stretches = [
  recorded('a', 0, 1000),
  gap,
  recorded('b', 1000, 200),
  cut,
  recorded('b', 1200, 300, 500),
  recorded('running', 1500, 0),
];

test.each([
  [0, 'a', 0],
  [999.7, 'a', 999],
  [1000, 'b', 0],
  [1199, 'b', 199],
  [1200, 'b', 500],
  [1499, 'b', 799],
  [9999, 'b', 800],
  [-5, 'a', 0],
])('%d ms of the player is %s, %d', (at, epoch, ms) => expect(placeOf(stretches, at)).toEqual({ epoch, ms }));

test('nowhere when nothing is kept, or no more', () => {
  expect(placeOf([gap, recorded('running', 0, 0)], 0)).toBeNull();
  expect(momentOf(stretches, { epoch: 'gone' as EpochId, ms: 3 })).toBeNull();
  expect(momentOf(stretches, { epoch: 'b' as EpochId, ms: 350 })).toBeNull();
});

test('there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (at) => {
      const place = placeOf(stretches, at);
      return place !== null && momentOf(stretches, place) === at;
    }),
  );
});
