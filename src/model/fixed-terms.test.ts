import { describe, expect, test } from 'vitest';
import { type AskTerms, termsProblem } from './ask.ts';
import { boundLanguages, boundTerms, fixedTerms, isBound } from './fixed-terms.ts';
import { effective } from './setting-merge.ts';

const under = (policy: object) =>
  effective(undefined, policy, { places: new Set(), languages: new Set(['de', 'en', 'fr']) });
const ASKED: AskTerms = {
  purposes: [{ purpose: 'research', required: true }],
  media: 'sound+picture',
  keepDays: 365,
  proofDays: 365,
};

const EN = { language: 'en', also: null };

test('without an organisation an ask is what the host makes it', () => {
  expect(fixedTerms(under({}))).toEqual({ terms: [], languages: [], by: null });
  expect(boundTerms(ASKED, under({}))).toEqual(ASKED);
  expect(isBound(ASKED, EN, under({}))).toBe(true);
});

describe('an ask under an organisation', () => {
  const locked = under({ organisation: 'Beispiel GmbH', terms: { media: 'sound', keepDays: 14 } });

  test('is held to what is locked', () => {
    expect(fixedTerms(locked)).toEqual({ terms: ['media', 'keepDays'], languages: [], by: 'Beispiel GmbH' });
    expect(boundTerms(ASKED, locked)).toEqual({ ...ASKED, media: 'sound', keepDays: 14 });
    expect(isBound(ASKED, EN, locked)).toBe(false);
    expect(isBound(boundTerms(ASKED, locked), EN, locked)).toBe(true);
  });

  test.each([
    [{ terms: { keepDays: 730 } }, { keepDays: 730, proofDays: 730 }],
    [{ terms: { proofDays: 90 } }, { keepDays: 90, proofDays: 90 }],
    [{ terms: { keepDays: 30, proofDays: 60 } }, { keepDays: 30, proofDays: 60 }],
  ])('can be asked whatever was asked before: %j', (policy, periods) => {
    const bound = boundTerms(ASKED, under(policy));
    expect(bound).toMatchObject(periods);
    expect(termsProblem(bound)).toBeNull();
    expect(isBound(bound, EN, under(policy))).toBe(true);
  });

  test('names the same purposes in whatever order of their members', () => {
    const policy = under({ terms: { purposes: [{ required: true, purpose: 'research' }] } });
    expect(isBound(ASKED, EN, policy)).toBe(true);
    expect(isBound({ ...ASKED, purposes: [{ purpose: 'research', required: false }] }, EN, policy)).toBe(false);
  });
});

describe('languages under an organisation', () => {
  const asked = { language: 'en', also: 'fr' };

  test.each([
    ['none locked', {}, asked],
    ['the first', { language: 'de' }, { language: 'de', also: 'fr' }],
    ['the first to the second that was chosen', { language: 'fr' }, { language: 'fr', also: null }],
    ['the first to none in particular', { language: '' }, asked],
    ['the second', { secondLanguage: 'de' }, { language: 'en', also: 'de' }],
    ['the second to none', { secondLanguage: '' }, { language: 'en', also: null }],
    ['the second to the first that was chosen', { secondLanguage: 'en' }, { language: 'en', also: null }],
  ])('%s', (_name, policy, bound) => {
    expect(boundLanguages(asked, under(policy))).toEqual(bound);
    expect(isBound(ASKED, bound, under(policy))).toBe(true);
    expect(isBound(ASKED, asked, under(policy))).toBe(bound === asked);
  });
});
