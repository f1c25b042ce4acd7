import { describe, expect, test } from 'vitest';
import { type AskTerms, termsProblem } from './ask.ts';
import { boundTerms, fixedTerms, isBound } from './fixed-terms.ts';
import { effective } from './setting-merge.ts';

const under = (policy: object) => effective(undefined, policy, { places: new Set(), languages: new Set() });
const ASKED: AskTerms = {
  purposes: [{ purpose: 'research', required: true }],
  media: 'sound+picture',
  keepDays: 365,
  proofDays: 365,
};

test('without an organisation an ask is what the host makes it', () => {
  expect(fixedTerms(under({}))).toEqual({ terms: [], by: null });
  expect(boundTerms(ASKED, under({}))).toEqual(ASKED);
  expect(isBound(ASKED, under({}))).toBe(true);
});

describe('an ask under an organisation', () => {
  const locked = under({ organisation: 'Beispiel GmbH', terms: { media: 'sound', keepDays: 14 } });

  test('is held to what is locked', () => {
    expect(fixedTerms(locked)).toEqual({ terms: ['media', 'keepDays'], by: 'Beispiel GmbH' });
    expect(boundTerms(ASKED, locked)).toEqual({ ...ASKED, media: 'sound', keepDays: 14 });
    expect(isBound(ASKED, locked)).toBe(false);
    expect(isBound(boundTerms(ASKED, locked), locked)).toBe(true);
  });

  test.each([
    [{ terms: { keepDays: 730 } }, { keepDays: 730, proofDays: 730 }],
    [{ terms: { proofDays: 90 } }, { keepDays: 90, proofDays: 90 }],
    [{ terms: { keepDays: 30, proofDays: 60 } }, { keepDays: 30, proofDays: 60 }],
  ])('can be asked whatever was asked before: %j', (policy, periods) => {
    const bound = boundTerms(ASKED, under(policy));
    expect(bound).toMatchObject(periods);
    expect(termsProblem(bound)).toBeNull();
    expect(isBound(bound, under(policy))).toBe(true);
  });

  test('names the same purposes in whatever order of their members', () => {
    const policy = under({ terms: { purposes: [{ required: true, purpose: 'research' }] } });
    expect(isBound(ASKED, policy)).toBe(true);
    expect(isBound({ ...ASKED, purposes: [{ purpose: 'research', required: false }] }, policy)).toBe(false);
  });
});
