import { describe, expect, it } from 'vitest';
import type { PlaceRow } from '../../model/place-row.ts';
import { offered } from './place-offers.ts';

const row = (code: string, name: string, aliases: readonly string[] = []) => ({ code, name, aliases }) as PlaceRow;
const places = [
  row('US-GA', 'Georgia'),
  row('US-VA', 'Virginia'),
  row('US-WV', 'West Virginia'),
  row('TR', 'Türkiye'),
  row('GB', 'United Kingdom', ['UK']),
  row('IN', 'India'),
  row('US-IN', 'Indiana'),
  row('XX', 'Unknown or conflicting location'),
  ...Array.from({ length: 12 }, (_, n) => row(`ZZ-${n}`, `Zone ${n}`)),
];
const codes = (query: string, chosen: readonly string[] = []) => offered(places, query, chosen).map(({ code }) => code);

describe('places on offer', () => {
  it('are those whose name is being typed, the ones that begin so first', () => {
    expect(codes('virginia')).toEqual(['US-VA', 'US-WV']);
    expect(codes('turk')).toEqual(['TR']);
    expect(codes('west')).toEqual(['US-WV']);
  });

  it('are found by a whole code, and never by half of one', () => {
    expect(codes('uk')).toEqual(['GB']);
    expect(codes('us-g')).toEqual([]);
    expect(codes('us-ga')).toEqual(['US-GA']);
  });

  it('are all that a word may mean: which one, the host says', () => {
    expect(codes('in')).toEqual(['IN', 'US-IN', 'US-VA', 'US-WV', 'GB']);
  });

  it('are none without a word, none that is chosen, never “unknown”, and not too many', () => {
    expect(codes(' ')).toEqual([]);
    expect(codes('georgia', ['US-GA'])).toEqual([]);
    expect(codes('unknown')).toEqual([]);
    expect(codes('zone')).toHaveLength(8);
  });
});
