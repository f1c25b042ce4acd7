import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EpochId } from '../../model/id.ts';
import type { RecordedEpoch } from '../../model/record.ts';
import type { Stretch } from '../records/stretches.ts';
import { momentOf, placeOf } from './placing.ts';

const recorded = (name: string, offset: number, ms: number): Stretch => ({
  kind: 'recorded',
  epoch: { epoch: name as EpochId, ms } as unknown as RecordedEpoch,
  from: offset,
  to: offset + ms,
  offset,
  ms,
  start: 0,
  last: true,
});
const gap: Stretch = { kind: 'gap', from: 0, to: 1, reasons: [] };
const stretches = [recorded('a', 0, 1000), gap, recorded('b', 1000, 500), recorded('running', 1500, 0)];

test.each([
  [0, 'a', 0],
  [999.7, 'a', 999],
  [1000, 'b', 0],
  [1499, 'b', 499],
  [9999, 'b', 500],
  [-5, 'a', 0],
])('%d ms of the player is %s, %d', (at, epoch, ms) => expect(placeOf(stretches, at)).toEqual({ epoch, ms }));

test('nowhere when nothing is kept, or no more', () => {
  expect(placeOf([gap, recorded('running', 0, 0)], 0)).toBeNull();
  expect(momentOf(stretches, { epoch: 'gone' as EpochId, ms: 3 })).toBeNull();
});

test('there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (at) => {
      const place = placeOf(stretches, at);
      return place !== null && momentOf(stretches, place) === at;
    }),
  );
});

test('after a cut, moments are still those of the stretch as it was recorded', () => {
  const cut: Stretch[] = [
    { ...(recorded('c', 0, 400) as Extract<Stretch, { kind: 'recorded' }>) },
    { kind: 'cut', from: 400, to: 600 },
    { ...(recorded('c', 400, 300) as Extract<Stretch, { kind: 'recorded' }>), start: 600 },
  ];
  const epoch = 'c' as EpochId;
  expect(placeOf(cut, 399)).toEqual({ epoch, ms: 399 });
  expect(placeOf(cut, 450)).toEqual({ epoch, ms: 650 });
  expect(momentOf(cut, { epoch, ms: 399 })).toBe(399);
  expect(momentOf(cut, { epoch, ms: 650 })).toBe(450);
  expect(momentOf(cut, { epoch, ms: 500 })).toBe(400);
  expect(momentOf(cut, { epoch, ms: 5000 })).toBe(700);
});
