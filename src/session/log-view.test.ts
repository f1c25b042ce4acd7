import { expect, it } from 'vitest';
import {
  ANA,
  ASK,
  answered,
  asked,
  EPOCH,
  gateOpened,
  HOST,
  item,
  joined,
  LOG,
  NINE,
  opened,
} from '../log/testdata/meeting.ts';
import type { Logged } from '../model/entry.ts';
import { type LineFilter, matching, NO_FILTER } from '../model/log-line.ts';
import { answerKeysIn, headOf, linesOf, namesIn } from './log-view.ts';

const items = [
  opened,
  joined(HOST, 'Hector', NINE + 1000, true),
  joined(ANA, 'Ana', NINE + 2000),
  asked,
  answered('consented', 'Yes, I agree', NINE + 8000),
  gateOpened(),
  answered('withdrawn', 'stop, please', NINE + 60_000),
  item({ kind: 'gate-closed', epoch: EPOCH, reasons: ['withdrawn'] }, NINE + 60_000),
  item({ kind: 'exported', format: 'json' }, NINE + 90_000),
];
const entries = items.map(({ draft, at }, index): Logged => ({ index, at, seen: '', entry: draft.entry }));
const texts = new Map(items.map(({ draft }, index) => [index, draft.disclosures]));
const lines = linesOf(LOG, entries, texts);
const found = (filter: Partial<LineFilter>) => matching(lines, { ...NO_FILTER, ...filter }).map(({ index }) => index);

it('leads from an answer to what rests on it, and back', () => {
  expect(lines[4]).toMatchObject({ answer: 'consented', grade: 'chat', rests: [5], people: [ANA] });
  expect(lines[5]).toMatchObject({ group: 'recording', rests: [4] });
  expect(lines[6]).toMatchObject({ answer: 'withdrawn', rests: [] });
  expect(lines[4]?.text).toContain('Ana agreed');
});

it('finds by words, names, ids and kinds, all of them together', () => {
  expect(found({ words: 'STOP please' })).toEqual([6]);
  expect(found({ words: 'ana' })).toEqual(expect.arrayContaining([2, 4, 5, 6]));
  expect(found({ words: ASK })).toEqual([3, 4, 5, 6]);
  expect(found({ words: 'gate-closed' })).toEqual([7]);
  expect(found({ words: 'nothing of the kind' })).toEqual([]);
});

it('filters by person, kind, purpose, answer and period, both ends included', () => {
  expect(found({ person: ANA })).toEqual([2, 4, 5, 6]);
  expect(found({ group: 'left' })).toEqual([8]);
  expect(found({ purpose: 'training' })).toEqual([3, 4]);
  expect(found({ answer: 'withdrawn' })).toEqual([6]);
  expect(found({ from: NINE + 60_000 })).toEqual([6, 7, 8]);
  expect(found({ to: NINE + 1000 })).toEqual([0, 1]);
  expect(found({ from: NINE + 8000, to: NINE + 9000, person: HOST })).toEqual([5]);
  expect(found({})).toHaveLength(items.length);
});

it('without the names tells the same story of people who are called erased', () => {
  const bare = linesOf(LOG, entries, new Map());
  expect(bare[4]?.text).toContain('name erased');
  expect(bare[4]).toMatchObject({ rests: [5], people: [ANA] });
  expect(namesIn(entries, texts)).toEqual(
    new Map([
      [HOST, 'Hector'],
      [ANA, 'Ana'],
    ]),
  );
  expect([...namesIn(entries, new Map()).values()]).toEqual(['', '']);
});

it('knows the keys that answers were signed with', () => {
  const [signed] = items.slice(4, 5).map(({ draft }) => draft.entry);
  if (signed?.kind !== 'answered') throw new Error('no answer');
  const again = [1, 2].map(
    (index): Logged => ({
      index,
      at: NINE,
      seen: '',
      entry: { ...signed, signed: { key: 'k', sig: 's', counter: 1 } },
    }),
  );
  expect(answerKeysIn([...entries, ...again])).toEqual(new Map([[ANA, new Set(['k'])]]));
});

it('says of a log where it stands', () => {
  const row = {
    log: LOG,
    platform: 'sandbox',
    meeting: 'hash',
    openedAt: 1,
    lastAt: 2,
    size: 3,
    head: 'h',
    seenKey: 's',
  };
  expect(headOf(row, 'room', null, true)).toEqual({
    log: LOG,
    platform: 'sandbox',
    meeting: 'room',
    openedAt: 1,
    lastAt: 2,
    size: 3,
    checked: null,
    damaged: true,
  });
});
