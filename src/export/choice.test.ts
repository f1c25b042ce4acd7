import { describe, expect, it } from 'vitest';
import { ANA, HOST, NINE } from '../log/testdata/meeting.ts';
import { EVERYTHING, isChosen, isEverything } from './choice.ts';

const of = (part = {}) => ({ participant: ANA, at: NINE, purposes: ['quality', 'training'] as const, ...part });

describe('a choice', () => {
  it.each([{ people: new Set([ANA]) }, { from: NINE }, { to: NINE }, { purpose: 'quality' as const }])(
    'of one part only is not everything, and a file of it says so: %j',
    (part) => {
      expect(isEverything({ ...EVERYTHING, ...part })).toBe(false);
    },
  );

  it('of no part is everything', () => expect(isEverything(EVERYTHING)).toBe(true));

  it('of people is theirs, and not what is of nobody', () => {
    const choice = { ...EVERYTHING, people: new Set([ANA]) };
    expect(isChosen(choice, of())).toBe(true);
    expect(isChosen(choice, of({ participant: HOST }))).toBe(false);
    expect(isChosen(choice, of({ participant: null }))).toBe(false);
    expect(isChosen(EVERYTHING, of({ participant: null }))).toBe(true);
  });

  it('of a time has its first moment, not the one that ends it, and nothing before or after', () => {
    const choice = { ...EVERYTHING, from: NINE, to: NINE + 10 };
    const times = [NINE - 1, NINE, NINE + 9, NINE + 10].map((at) => isChosen(choice, of({ at })));
    expect(times).toEqual([false, true, true, false]);
    expect(isChosen({ ...EVERYTHING, from: NINE }, of({ at: NINE + 1e12 }))).toBe(true);
    expect(isChosen({ ...EVERYTHING, to: NINE }, of({ at: -1 }))).toBe(true);
    expect(isChosen(EVERYTHING, of({ at: -1 }))).toBe(true);
  });

  it('of a purpose is what was asked for it', () => {
    expect(isChosen({ ...EVERYTHING, purpose: 'training' }, of())).toBe(true);
    expect(isChosen({ ...EVERYTHING, purpose: 'research' }, of())).toBe(false);
    expect(isChosen({ ...EVERYTHING, purpose: 'research' }, of({ purposes: null }))).toBe(true);
  });
});
