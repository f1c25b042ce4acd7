import { expect, test } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import type { AskId, EpochId } from '../model/id.ts';
import { firstToGo } from './first-to-go.ts';

const DAY = 86_400_000;
const [long, short] = ['aAAAAAAAAAAAA' as AskId, 'aBBBBBBBBBBBB' as AskId];
const [first, second, third] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB', 'eCCCCCCCCCCCC'] as unknown as [
  EpochId,
  EpochId,
  EpochId,
];
const asked = (ask: AskId, keepDays: number): Entry => ({
  kind: 'asked',
  ask,
  notice: { language: 'en', version: 1, hash: '' },
  purposes: [{ purpose: 'quality', required: true }],
  media: 'sound',
  keepDays,
  proofDays: 365,
  by: 'host',
});
const opened = (epoch: EpochId, ask: AskId): Entry => ({
  kind: 'gate-opened',
  epoch,
  ask,
  media: 'sound',
  roster: [],
  answers: [],
});
const sealed = (epoch: EpochId): Entry => ({
  kind: 'segment-sealed',
  epoch,
  cause: 'ordered',
  chunks: 1,
  bytes: 1,
  ms: 1,
  dropped: 0,
  lastHash: '',
});
const log = (...all: readonly (readonly [number, Entry])[]): Logged[] =>
  all.map(([day, entry], index) => ({ index, at: day * DAY, seen: '', entry }));

const entries = log(
  [0, asked(long, 30)],
  [0, opened(first, long)],
  [1, sealed(first)],
  [2, asked(short, 7)],
  [2, opened(second, short)],
  [3, sealed(second)],
  [4, opened(third, short)],
  [5, sealed(third)],
);

test('the shortest promise goes first, and among equals the oldest', () => {
  expect(firstToGo(entries, [first, second, third])).toBe(second);
  expect(firstToGo(entries, [third, second])).toBe(second);
  expect(firstToGo(entries, [first])).toBe(first);
});

test('an epoch of which no promise can be read goes after a day', () => {
  const unknown = log([0, asked(long, 30)], [0, opened(first, long)], [1, sealed(first)], [1, sealed(second)]);
  expect(firstToGo(unknown, [first, second])).toBe(second);
  // And not before: what everybody was promised for a single day goes first, if it ended sooner.
  const soon = log([0, asked(short, 1)], [0, opened(first, short)], [1, sealed(first)], [1.5, sealed(second)]);
  expect(firstToGo(soon, [first, second])).toBe(first);
});

test('none of which the end is known', () => {
  expect(firstToGo(log([0, opened(first, long)]), [first])).toBeNull();
  expect(firstToGo(entries, [])).toBeNull();
});
