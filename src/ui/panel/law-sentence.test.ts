import { describe, expect, it } from 'vitest';
import type { ParticipantKey } from '../../model/id.ts';
import type { PersonView } from '../../model/panel.ts';
import type { ReasonView, RequirementView } from '../../model/requirement.ts';
import { warningsOf } from './law-flags.tsx';
import { answerOf, becauseOf, nameOfPlace, namesIn } from './law-sentence.ts';

const person = (name: string, self = false) =>
  ({ participant: `p${name}` as ParticipantKey, name, self }) as PersonView;
const people = [
  person('Hana', true),
  person('Ana'),
  person('Ben'),
  person('نور'),
  ...'CDEFGHIJKLM'.split('').map((n) => person(n)),
];
const keys = (...names: string[]) => names.map((name) => `p${name}` as ParticipantKey);

const reason = (change: Partial<ReasonView>): ReasonView => ({
  because: 'law',
  asks: { rule: 'all-party', form: 'explicit' },
  decides: ['rule', 'form'],
  who: keys('Ana'),
  controller: false,
  known: ['declared'],
  place: 'DE',
  name: 'Germany',
  special: null,
  unlisted: [],
  detail: null,
  statutes: ['StGB § 201', 'GDPR art. 6'],
  source: 'https://example.org/',
  seen: 'primary',
  confidence: 'high',
  reviewed: '2026-11-23',
  ...change,
});
const requirement = (change: Partial<RequirementView>): RequirementView => ({
  rule: 'all-party',
  form: 'explicit',
  law: { rule: 'all-party', form: 'explicit' },
  floor: 'product',
  noLegalMinimum: [],
  signedOff: null,
  flags: [],
  announcement: 'recommended',
  guardiansOf: [],
  reasons: [reason({})],
  ...change,
});
const unknown = (...who: string[]) =>
  reason({
    because: 'place-unknown',
    who: keys(...who),
    known: [],
    place: 'XX',
    name: 'Unknown',
    statutes: ['product policy, no statute'],
  });
const texas = reason({
  asks: { rule: 'one-party', form: 'none' },
  place: 'US-TX',
  name: 'Texas',
  statutes: ['Tex. Penal Code § 16.02'],
});

describe('who must agree, in one sentence', () => {
  it('names the person, the place and the statute', () => {
    expect(answerOf(requirement({}), people)).toBe(
      'Everyone must agree explicitly, because Ana is in Germany (StGB § 201).',
    );
    expect(answerOf(requirement({ form: 'written', law: { rule: 'all-party', form: 'written' } }), people)).toBe(
      'Everyone must agree in writing, because Ana is in Germany (StGB § 201).',
    );
  });

  it('says that nobody knows where somebody is, and cites nothing for that', () => {
    expect(answerOf(requirement({ reasons: [unknown('Ben')] }), people)).toBe(
      'Everyone must agree explicitly, because nobody knows where Ben is, so the strictest rule counts.',
    );
    expect(becauseOf(unknown('Hana'), people)).toBe('because nobody knows where you are, so the strictest rule counts');
    expect(becauseOf(unknown('Hana', 'Ben'), people)).toContain('where you and Ben are');
  });

  it('says whose rule it is when the law asks for less', () => {
    const law = { rule: 'one-party', form: 'none' } as const;
    expect(answerOf(requirement({ law, reasons: [texas] }), people)).toBe(
      'Everyone answers explicitly: that is this product’s own rule, the law here asks for less. By law alone: One person’s agreement is enough, because nobody here is in a place that asks for more.',
    );
    expect(answerOf(requirement({ ...law, law, floor: 'legal-minimum', reasons: [texas] }), people)).toBe(
      'One person’s agreement is enough, because nobody here is in a place that asks for more.',
    );
    const told = { rule: 'notice', form: 'implied-by-continuing-after-notice' } as const;
    const belgium = reason({ asks: told, place: 'BE', name: 'Belgium', statutes: ['Act of 13 June 2005'] });
    expect(answerOf(requirement({ law: told, reasons: [belgium] }), people)).toContain(
      'By law alone: Everyone must be told before it is recorded, because Ana is in Belgium (Act of 13 June 2005).',
    );
  });

  it('does not call a choice the law, nor the product’s rule', () => {
    const chosen = reason({ because: 'stricter-chosen', who: [], known: [], place: null, name: null, statutes: [] });
    const law = { rule: 'one-party', form: 'none' } as const;
    expect(answerOf(requirement({ law, reasons: [chosen, texas] }), people)).toBe(
      'Everyone must agree explicitly, because you or your organisation chose so.',
    );
  });

  it('calls a hint a hint', () => {
    expect(becauseOf(reason({ known: ['host', 'time-zone'] }), people)).toBe(
      'because Ana may be in Germany (StGB § 201)',
    );
    expect(becauseOf(reason({ who: keys('Hana'), known: ['settings'] }), people)).toBe(
      'because you are in Germany (StGB § 201)',
    );
  });

  it('says what the controller’s place asks', () => {
    const controller = { who: [], known: [], controller: true };
    expect(becauseOf(reason(controller), people)).toBe(
      'because whoever answers for the recording is in Germany (StGB § 201)',
    );
    expect(becauseOf({ ...unknown(), ...controller }, people)).toContain('whoever answers for the recording is, so');
  });

  it('says when a place asks for more, and when that cannot be ruled out', () => {
    const illinois = { name: 'Illinois', special: 'biometrics', statutes: ['740 ILCS 14/15(b)'] } as const;
    expect(becauseOf(reason({ ...illinois, because: 'special-rule' }), people)).toBe(
      'because Illinois asks for more when voiceprints are made (740 ILCS 14/15(b))',
    );
    expect(becauseOf(reason({ ...illinois, because: 'special-rule-not-excluded' }), people)).toContain(
      'nobody can rule out',
    );
  });

  it('names few of many, and keeps a name from turning the sentence', () => {
    expect(namesIn(keys('Ana', 'Ben', ...'CDEFGHIJKLM'.split(''), 'نور'), people)).toBe('Ana, Ben, and 12 others');
    expect(becauseOf(reason({ who: keys('نور') }), people)).toBe('because \u2068نور\u2069 is in Germany (StGB § 201)');
  });

  it('names places as a sentence does', () => {
    expect(nameOfPlace('United States (federal; or state not known)')).toBe('the United States');
    expect(nameOfPlace('Ontario (and other provinces)')).toBe('Ontario');
    expect(nameOfPlace(null)).toBe('');
  });
});

describe('what to know beside it', () => {
  it('holds specially protected data, which are a reason and no flag', () => {
    expect(warningsOf(requirement({ flags: ['basis-unset'] }))).toEqual(['basis-unset']);
    expect(warningsOf(requirement({ reasons: [reason({ because: 'special-category' })] }))).toEqual([
      'special-category',
    ]);
  });
});
