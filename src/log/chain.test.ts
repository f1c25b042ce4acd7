import { describe, expect, it } from 'vitest';
import type { Leaf } from '../model/entry.ts';
import { chainFaults, type Link, linkAfter, linkTo, START } from './chain.ts';
import { leafHash, NO_LEAF } from './leaf.ts';
import { LOG } from './testdata/meeting.ts';

const leaf = (part: Partial<Leaf> = {}) =>
  ({ log: LOG, index: 3, prev: 'head', time: '2026-03-02T09:00:00.000Z', ...part }) as Leaf;
const before: Link = { size: 3, head: 'head', at: Date.UTC(2026, 2, 2, 9) };

describe('a leaf follows', () => {
  it.each<[string, Partial<Leaf>, readonly string[]]>([
    ['the one before, also at the same moment', {}, []],
    ['not in another log', { log: 'lAAAAAAAAAAAA' as Leaf['log'] }, ['log']],
    ['not at another place', { index: 4 }, ['index']],
    ['not earlier', { time: '2026-03-02T08:59:59.999Z' }, ['time']],
    ['not after another one', { prev: 'other' }, ['link']],
    [
      'not in any way',
      { log: 'x' as Leaf['log'], index: 2, time: '1999-01-01T00:00:00.000Z', prev: '' },
      ['log', 'index', 'time', 'link'],
    ],
  ])('%s', (_, part, faults) => expect(chainFaults(before, LOG, leaf(part))).toEqual(faults));

  it('nothing, whatever the clock said then', () => {
    const first = leaf({ index: 0, prev: NO_LEAF, time: '1969-12-31T23:59:59.999Z' });
    expect(chainFaults(START, LOG, first)).toEqual([]);
  });
});

describe('the place after a leaf', () => {
  it('is counted from the leaf itself, so that one gap is one finding', () => {
    const at = Date.UTC(2026, 2, 2, 9, 0, 1);
    const link = linkTo(before, 'next', leaf({ index: 7, time: '2026-03-02T09:00:01.000Z' }));
    expect(link).toEqual({ size: 8, head: 'next', at });
  });

  it('is the next one after what cannot be read, at the same time', async () => {
    const bytes = Uint8Array.of(1, 2);
    expect(await linkAfter(before, bytes, null)).toEqual({ size: 4, head: await leafHash(bytes), at: before.at });
  });
});
