import { describe, expect, test } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import type { Entry, Logged } from '../model/entry.ts';
import type { CopyId, EpochId, HoldId, LogId } from '../model/id.ts';
import { countsOf, EVERY_USE, USE_KINDS, usesIn } from '../model/use.ts';
import { usedBy, usesOf } from './use-view.ts';

const log = 'lAAAAAAAAAAAA' as LogId;
const epoch = 'eAAAAAAAAAAAA' as EpochId;
const copy = 'cAAAAAAAAAAAA' as CopyId;
const hold = 'hAAAAAAAAAAAA' as HoldId;
const row: LogRow = {
  log,
  platform: 'sandbox',
  meeting: '',
  openedAt: 0,
  lastAt: 7000,
  size: 8,
  head: '',
  seenKey: '',
};
const accessed = (how: 'played' | 'saved' | 'reviewed', purpose: 'quality' | 'training' | 'disputes'): Entry => ({
  kind: 'accessed',
  epochs: [epoch],
  purpose,
  how,
});
const entries: Logged[] = [
  { kind: 'meeting-opened', platform: 'sandbox', software: '', policy: '', lagMs: 0 } satisfies Entry,
  accessed('played', 'quality'),
  accessed('saved', 'disputes'),
  { kind: 'exported', format: 'webm', file: 'x' } satisfies Entry,
  accessed('reviewed', 'training'),
  { kind: 'reviewed', epoch, purpose: 'training', what: 'note', did: 'added' } satisfies Entry,
  { kind: 'exported', format: 'review', purpose: 'training' } satisfies Entry,
  { kind: 'exported', format: 'json' } satisfies Entry,
].map((entry, index) => ({ index, at: index * 1000, seen: '', entry }));
const texts = new Map([
  [0, { meeting: 'blue-river' }],
  [2, { text: ' Rosa ' }],
  [4, { text: 'Tom' }],
]);
const used = usesOf(row, entries, texts);

test('every purpose is separate, from what was opened to what left', () => {
  expect(used.meeting).toBe('blue-river');
  expect(used.uses.map(({ did, what, purpose, who }) => [did, what, purpose, who])).toEqual([
    ['played', '', 'quality', null],
    ['saved', '', 'disputes', 'Rosa'],
    ['left', 'webm', 'disputes', 'Rosa'],
    ['reviewed', '', 'training', 'Tom'],
    ['worked', '', 'training', 'Tom'],
    ['left', 'review', 'training', 'Tom'],
    ['left', 'json', null, null],
  ]);
});

test('a meeting of which nothing is known has no name, and no other entry gives it one', () => {
  expect(usesOf(row, entries.slice(1), texts).meeting).toBe('');
  expect(usesOf(row, [...entries.slice(1), ...entries.slice(0, 1)], new Map([[2, { meeting: 'other' }]])).meeting).toBe(
    '',
  );
  expect(usesOf(row, [...entries.slice(1), ...entries.slice(0, 1)], texts).meeting).toBe('blue-river');
});

test('reads no disclosure but the name of the meeting and who it was', () => {
  expect(usedBy(entries)).toEqual([0, 1, 2, 4]);
});

test('erased names are nobody', () => {
  const bare = usesOf(row, entries, new Map());
  expect(bare.meeting).toBe('');
  expect(bare.uses.every(({ who }) => who === null)).toBe(true);
});

describe('the report', () => {
  const times = (filter: Partial<typeof EVERY_USE>) =>
    usesIn([used], { ...EVERY_USE, ...filter }).map(({ index }) => index);
  test('the newest first', () => expect(times({})).toEqual([7, 6, 5, 4, 3, 2, 1]));
  test('of a period, its ends included', () => expect(times({ from: 2000, to: 4000 })).toEqual([4, 3, 2]));
  test('of a purpose, or of none', () => {
    expect(times({ purpose: 'training' })).toEqual([6, 5, 4]);
    expect(times({ purpose: 'none' })).toEqual([7]);
    expect(times({ purpose: 'research' })).toEqual([]);
  });
  test('of one thing that was done', () => {
    expect(times({ did: 'left' })).toEqual([7, 6, 3]);
    expect(times({ did: 'left', purpose: 'disputes' })).toEqual([3]);
    expect(times({ did: 'cut' })).toEqual([]);
  });
  test('of a meeting', () => expect(times({ log: 'lBBBBBBBBBBBB' as LogId })).toEqual([]));
  test('counts by purpose and who, in the order of the screen', () => {
    const none = {
      played: 0,
      saved: 0,
      copied: 0,
      reviewed: 0,
      worked: 0,
      left: 0,
      made: 0,
      removed: 0,
      holds: 0,
      meetings: 1,
    };
    expect(countsOf(usesIn([used], EVERY_USE))).toEqual([
      { ...none, purpose: 'quality', who: null, played: 1 },
      { ...none, purpose: 'training', who: 'Tom', reviewed: 1, worked: 1, left: 1 },
      { ...none, purpose: 'disputes', who: 'Rosa', saved: 1, left: 1 },
      { ...none, purpose: null, who: null, left: 1 },
    ]);
  });
});

/** Copies, cuts, holds and deletions, and what left when entries of saved recordings did not say for what. */
describe('what is done to what is recorded', () => {
  const kept: Logged[] = [
    { kind: 'accessed', epochs: [epoch], purpose: 'training', how: 'copied' } satisfies Entry,
    {
      kind: 'copy-made',
      copy,
      of: [{ epoch, from: 0, to: 900 }],
      keepDays: 9,
      chunks: 1,
      bytes: 10,
      ms: 900,
      lastHash: '',
    } satisfies Entry,
    { kind: 'accessed', epochs: [epoch], purpose: 'training', how: 'saved', copy } satisfies Entry,
    { kind: 'exported', format: 'webm', file: 'x', copy, purpose: 'training' } satisfies Entry,
    { kind: 'exported', format: 'webm', file: 'y', purpose: 'disputes' } satisfies Entry,
    { kind: 'cut', epoch, from: 0, to: 500, pieces: [] } satisfies Entry,
    { kind: 'hold-set', hold, over: 'recording' } satisfies Entry,
    { kind: 'hold-lifted', hold } satisfies Entry,
    { kind: 'copy-deleted', copy, why: 'by-hand' } satisfies Entry,
    { kind: 'deleted', epoch, why: 'shortened' } satisfies Entry,
    { kind: 'deleted', epoch: null, why: 'erased' } satisfies Entry,
  ].map((entry, index) => ({ index, at: index * 1000, seen: '', entry }));
  const said = new Map([
    [0, { text: 'Rosa' }],
    [2, { text: 'Tom' }],
    [6, { who: ' Legal ', why: 'a claim' }],
    [7, { who: 'Ana', why: 'settled' }],
  ]);
  const of = usesOf(row, kept, said);

  test('stands there, each with whoever said so', () => {
    expect(of.uses.map(({ did, what, copy, purpose, who }) => [did, what, copy, purpose, who])).toEqual([
      ['copied', '', false, 'training', 'Rosa'],
      ['made', '', false, 'training', 'Rosa'],
      ['saved', '', true, 'training', 'Tom'],
      ['left', 'webm', true, 'training', 'Tom'],
      ['left', 'webm', false, 'disputes', 'Tom'],
      ['cut', '', false, null, null],
      ['held', '', false, null, 'Legal'],
      ['lifted', '', false, null, 'Ana'],
      ['unmade', 'by-hand', true, null, null],
      ['deleted', 'shortened', false, null, null],
      ['forgotten', 'erased', false, null, null],
    ]);
    expect(usedBy(kept)).toEqual([0, 2, 6, 7]);
  });

  test('every kind can be asked for alone', () => {
    const all = [used, of];
    for (const did of USE_KINDS) {
      const found = usesIn(all, { ...EVERY_USE, did });
      expect(found.length, did).toBeGreaterThan(0);
      expect(found.every((use) => use.did === did)).toBe(true);
    }
  });

  test('is counted', () => {
    const counts = countsOf(of.uses);
    expect(counts.find(({ purpose, who }) => purpose === 'training' && who === 'Rosa')?.made).toBe(1);
    expect(counts.find(({ purpose, who }) => purpose === null && who === null)).toMatchObject({ removed: 4, holds: 0 });
    expect(counts.find(({ purpose, who }) => purpose === null && who === 'Legal')).toMatchObject({
      removed: 0,
      holds: 1,
    });
  });
});
