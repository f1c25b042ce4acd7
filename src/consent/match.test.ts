import { describe, expect, test } from 'vitest';
import type { ParticipantKey } from '../model/id.ts';
import { blankDirectory, learn } from './directory.ts';
import { matchSender } from './match.ts';
import * as told from './testdata/told.ts';

const { ANA, BEN, CEM, HOST } = told;
type Row = readonly [ParticipantKey, { readonly site?: string; readonly name?: string }];

function match(rows: readonly Row[], sender: { id?: string; name?: string }, gone: readonly ParticipantKey[] = []) {
  const entries = told.logOf(told.opened, ...rows.map(([key]) => told.joined(key)), ...gone.map(told.left));
  const directory = blankDirectory();
  rows.forEach(([, known], i) => {
    const logged = entries[i + 1];
    if (logged) learn(directory, logged, known);
  });
  const { id = null, name = null } = sender;
  return matchSender(told.stateOf(...entries.map(({ entry }) => entry)), directory, { id, name, self: false });
}
const one = (participant: ParticipantKey) => ({ who: 'one', participant });
const NOBODY = { who: 'nobody' };

describe('with a site id', () => {
  const rows: Row[] = [
    [HOST, { site: 'h', name: 'Host' }],
    [ANA, { site: 'a', name: 'Ana' }],
    [BEN, { name: 'Ben' }],
  ];
  test('whoever has that id, under whatever name', () => {
    expect(match(rows, { id: 'a', name: 'Ben' })).toEqual(one(ANA));
  });
  test('an id that nobody here has is nobody, even under a known name', () => {
    expect(match(rows, { id: 'x', name: 'Ben' })).toEqual(NOBODY);
  });
  test('nobody is the host, and nobody who has left', () => {
    expect(match(rows, { id: 'h', name: 'Host' })).toEqual(NOBODY);
    expect(match(rows, { id: 'a', name: 'Ana' }, [ANA])).not.toEqual(one(ANA));
  });
  test('where the list has no ids at all, the name decides', () => {
    expect(match([[BEN, { name: 'Ben' }]], { id: 'x', name: 'Ben' })).toEqual(one(BEN));
  });
});

describe('by the name alone', () => {
  const rows: Row[] = [
    [HOST, { name: 'Host' }],
    [ANA, { name: 'Ana' }],
    [BEN, { name: 'Ben' }],
  ];
  test('the only one of that name, also in another spelling', () => {
    expect(match(rows, { name: 'ana ' })).toEqual(one(ANA));
  });
  test('no name, an unknown name, the host’s name, the name of somebody gone: nobody', () => {
    expect(match(rows, {})).toEqual(NOBODY);
    expect(match(rows, { name: 'Cem' })).toEqual(NOBODY);
    expect(match(rows, { name: 'Host' })).toEqual(NOBODY);
    expect(match(rows, { name: 'Ana' }, [ANA])).toEqual(NOBODY);
  });
  test('two of one name, or of names that look alike: the host is asked, and told why', () => {
    expect(match([...rows, [CEM, { name: 'Ana' }]], { name: 'Ana' })).toEqual({
      who: 'several',
      reason: 'doubled-name',
      candidates: [ANA, CEM],
    });
    expect(match([...rows, [CEM, { name: 'АNА' }]], { name: 'Ana' })).toEqual({
      who: 'several',
      reason: 'confusable-name',
      candidates: [ANA, CEM],
    });
  });
  test('a guest who is called like the host: several, and the host is no candidate', () => {
    expect(match([...rows, [CEM, { name: 'Host' }]], { name: 'Host' })).toEqual({
      who: 'several',
      reason: 'doubled-name',
      candidates: [CEM],
    });
  });
  test('what was erased matches no name', () => {
    expect(match([[ANA, {}]], { name: 'Ana' })).toEqual(NOBODY);
  });
});
