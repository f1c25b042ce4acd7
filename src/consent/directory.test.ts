import { expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import { blankDirectory, type Disclosed, learn } from './directory.ts';
import * as told from './testdata/told.ts';

const { ANA, BEN } = told;
function learned(...given: (readonly [Entry, Disclosed])[]) {
  const directory = blankDirectory();
  told.logOf(...given.map(([entry]) => entry)).forEach((logged, i) => {
    learn(directory, logged, given[i]?.[1] ?? {});
  });
  return directory;
}
const renamed = (participant: typeof ANA) => ({ kind: 'participant-renamed', participant }) as const;

test('who has which name and site id', () => {
  expect([...learned([told.joined(ANA), { name: 'Ana', site: 'a' }]).people]).toEqual([
    [ANA, { name: 'Ana', site: 'a' }],
  ]);
});

test('what was erased is not in it', () => {
  expect([...learned([told.joined(ANA), {}]).people]).toEqual([[ANA, { name: '', site: null }]]);
  expect(learned([told.yes(ANA), {}]).evidence.size).toBe(0);
});

test('a new name takes the old one’s place; an erased one, or of somebody unknown, does not', () => {
  const ana = [told.joined(ANA), { name: 'Ana', site: 'a' }] as const;
  expect(learned([...ana], [renamed(ANA), { name: 'Anna' }]).people.get(ANA)).toEqual({ name: 'Anna', site: 'a' });
  expect(learned([...ana], [renamed(ANA), {}]).people.get(ANA)).toEqual({ name: 'Ana', site: 'a' });
  expect(learned([...ana], [renamed(BEN), { name: 'Ben' }]).people.has(BEN)).toBe(false);
});

test('which message an answer rests on, the newest answer counting', () => {
  const both = learned(
    [told.yes(ANA), { site: 'm1' }],
    [told.no(ANA), { site: 'm2' }],
    [told.yes(BEN), { site: 'm1' }],
  );
  expect([...both.evidence]).toEqual([
    ['m1', BEN],
    ['m2', ANA],
  ]);
  expect(learned([told.doubted(), { site: 'm1' }]).evidence.size).toBe(0);
});
