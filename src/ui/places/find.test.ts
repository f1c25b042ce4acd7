import { describe, expect, it } from 'vitest';
import type { PlaceRow } from '../../model/place-row.ts';
import { findPlaces, inOrder } from './find.ts';

const row = (change: Partial<PlaceRow>): PlaceRow => ({
  code: 'DE',
  aliases: [],
  name: 'Germany',
  within: null,
  rule: 'all-party',
  soundOnly: null,
  form: 'explicit',
  announcement: null,
  special: [],
  profile: null,
  profileLaw: null,
  minors: null,
  employees: null,
  penalty: 'both',
  penaltyDetail: null,
  statutes: ['StGB § 201'],
  source: '',
  seen: 'none',
  confidence: 'low',
  reviewed: '2026-11-23',
  notes: [],
  ...change,
});
const rows = [
  row({}),
  row({ code: 'TR', name: 'Türkiye', statutes: ['TCK art. 133'], form: 'implied-by-continuing-after-notice' }),
  row({
    code: 'GB',
    aliases: ['UK'],
    name: 'United Kingdom',
    statutes: [],
    rule: 'notice',
    form: 'implied-by-continuing-after-notice',
  }),
  row({
    code: 'US-IL',
    name: 'Illinois',
    statutes: [],
    special: [{ when: 'biometrics', form: 'written', statutes: ['740 ILCS 14'] }],
  }),
];
const codes = (found: readonly PlaceRow[]) => found.map(({ code }) => code);

describe('places', () => {
  it('are found by name, code, other code and statute, in whatever case and without accents', () => {
    expect(codes(findPlaces(rows, 'turkiye'))).toEqual(['TR']);
    expect(codes(findPlaces(rows, 'us-il'))).toEqual(['US-IL']);
    expect(codes(findPlaces(rows, 'UK'))).toEqual(['GB']);
    expect(codes(findPlaces(rows, 'stgb 201'))).toEqual(['DE']);
    expect(codes(findPlaces(rows, 'ilcs'))).toEqual(['US-IL']);
  });

  it('are all there without a query, and none for what is nowhere', () => {
    expect(findPlaces(rows, '  ')).toEqual(rows);
    expect(findPlaces(rows, 'germany atlantis')).toEqual([]);
  });

  it('stand by name, or strictest first', () => {
    expect(codes(inOrder(rows, 'name'))).toEqual(['DE', 'US-IL', 'TR', 'GB']);
    expect(codes(inOrder(rows, 'rule'))).toEqual(['DE', 'US-IL', 'TR', 'GB']);
    expect(
      codes(inOrder([...rows, row({ code: 'US-AL', name: 'Alabama', rule: 'one-party', form: 'none' })], 'rule')).at(
        -1,
      ),
    ).toBe('US-AL');
  });
});
