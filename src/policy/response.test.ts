import { describe, expect, test } from 'vitest';
import { PROFILES } from '../model/requirement.ts';
import { after, dueOf, longerOf, RESPONSE_LAWS } from './response.ts';

const at = (text: string) => Date.parse(`${text}T12:00:00Z`);
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

test('every data protection law that the rules know has a row, once', () => {
  expect(RESPONSE_LAWS.map(({ law }) => law).sort()).toEqual([...PROFILES].sort());
});

describe('a period', () => {
  test('of a month ends on the same day, or on the last one of a shorter month', () => {
    expect(day(after(at('2026-03-02'), { months: 1 }))).toBe('2026-04-02');
    expect(day(after(at('2027-01-31'), { months: 1 }))).toBe('2027-02-28');
    expect(day(after(at('2026-12-31'), { months: 2 }))).toBe('2027-02-28');
  });

  test('of working days passes over Saturdays and Sundays', () => {
    // 2026-03-06 is a Friday.
    expect(day(after(at('2026-03-06'), { workdays: 1 }))).toBe('2026-03-09');
    expect(day(after(at('2026-03-06'), { workdays: 5 }))).toBe('2026-03-13');
    expect(day(after(at('2026-03-07'), { workdays: 5 }))).toBe('2026-03-13');
  });
});

describe('a request is due', () => {
  const received = at('2026-03-02');

  test('by the strictest of the laws in it', () => {
    expect(dueOf(['ccpa'], received)).toMatchObject({ strictest: { law: 'ccpa' }, guessed: false });
    expect(dueOf(['gdpr', 'ccpa', 'pipa-kr'], received).strictest.law).toBe('pipa-kr');
    expect(day(dueOf(['gdpr'], received).at)).toBe('2026-04-02');
  });

  test('by the shortest of all where nothing is known, or no law of them names a date', () => {
    const shortest = Math.min(...RESPONSE_LAWS.flatMap(({ period }) => (period ? [after(received, period)] : [])));
    for (const profiles of [[], ['popia'], ['pipl', 'appi']] as const)
      expect(dueOf(profiles, received)).toMatchObject({ at: shortest, guessed: true });
    expect(dueOf(['popia', 'gdpr'], received)).toMatchObject({ strictest: { law: 'gdpr' }, guessed: false });
  });
});

describe('a request may take longer', () => {
  const received = at('2026-03-02');

  test('as the law says that allows the least, from the end of its first time', () => {
    expect(longerOf(['gdpr'], received)).toMatchObject({ law: { law: 'gdpr' } });
    expect(day(longerOf(['gdpr'], received)?.at ?? 0)).toBe('2026-06-02');
    expect(day(longerOf(['gdpr'], at('2027-01-31'))?.at ?? 0)).toBe('2027-04-28');
    expect(day(longerOf(['ccpa'], received)?.at ?? 0)).toBe('2026-05-31');
    expect(longerOf(['gdpr', 'ccpa'], received)?.law.law).toBe('ccpa');
    expect(longerOf(['ccpa', 'gdpr', 'popia'], received)?.law.law).toBe('ccpa');
    expect(longerOf(['gdpr', 'uk-gdpr'], received)?.law.law).toBe('gdpr');
  });

  test('only where every law with a date allows it, and never where nothing is known', () => {
    expect(longerOf(['gdpr', 'fadp'], received)).toBeNull();
    expect(longerOf(['fadp'], received)).toBeNull();
    expect(longerOf([], received)).toBeNull();
    expect(longerOf(['popia', 'pipl'], received)).toBeNull();
  });
});
