import { describe, expect, test } from 'vitest';
import { type Form, NOT_MINIMUM, type Rule } from '../model/requirement.ts';
import { PACK } from './pack.ts';
import { requirementOf } from './requirement.ts';
import { meeting, required } from './testdata/cases.ts';

const at = (code: string, id = 'a', more: Record<string, unknown> = {}) => ({ id, at: [code], ...more });

describe('the chain of reasons', () => {
  test('what decides comes first, with the statute, its source and when it was reviewed', () => {
    const { reasons } = required({ lawfulBasis: 'contract' }, at('SE'), at('DE', 'ana'));
    expect(reasons.map(({ place, decides }) => [place, decides])).toEqual([
      ['DE', ['rule', 'form']],
      ['SE', []],
      ['US-TX', []],
    ]);
    expect(reasons[0]).toMatchObject({
      because: 'law',
      asks: { rule: 'all-party', form: 'explicit' },
      who: ['ana'],
      controller: false,
      known: ['declared'],
      name: 'Germany',
      special: null,
      unlisted: [],
      statutes: ['StGB § 201', 'StGB § 201a', 'KunstUrhG § 22', 'TDDDG § 3', 'BDSG § 26'],
      seen: 'secondary',
      confidence: 'high',
      reviewed: '2026-11-23',
    });
    expect(reasons[0]?.detail).toContain('concludent consent');
    expect(reasons[2]?.detail).toContain('503.001');
  });

  test('rule and form may be decided by different laws: one recording has one rule', () => {
    const { rule, form, reasons } = required(
      { nonPartyRecorder: true, lawfulBasis: 'contract' },
      at('ZA'),
      at('DE', 'b'),
    );
    expect([rule, form]).toEqual(['all-party', 'written']);
    expect(reasons.map(({ because, place, decides }) => [because, place, decides])).toEqual([
      ['special-rule', 'ZA', ['rule', 'form']],
      ['law', 'DE', ['rule']],
      ['law', 'ZA', []],
      ['law', 'US-TX', []],
    ]);
    expect(reasons[0]).toMatchObject({ special: 'nonPartyRecorder', statutes: ['RICA (Act 70 of 2002) s. 5'] });
  });

  test('of equals, laws before lifts, and places by their codes', () => {
    const { reasons } = required({}, at('PT', 'p'), at('DE', 'd'), at('HR', 'h'));
    expect(reasons.map(({ because, place }) => [because, place])).toEqual([
      ['law', 'DE'],
      ['law', 'HR'],
      ['law', 'PT'],
      ['consent-basis', null],
      ['law', 'US-TX'],
    ]);
    expect(reasons[3]).toMatchObject({ who: ['p', 'd', 'h'], source: 'statute known, not looked up' });
  });

  test('what decides stands before what only asks for more people, more people before a stricter form, then codes', () => {
    const order = (...args: Parameters<typeof requirementOf>) =>
      requirementOf(...args).reasons.map(({ because, place }) => place ?? because);
    const contract = { lawfulBasis: 'contract' };
    const mixed = meeting(contract, at('NL'), at('US-CA', 'b'));
    const atLeast = { rule: 'one-party', form: 'written' } as const;
    expect(order(mixed, { atLeast })).toEqual(['US-CA', 'stricter-chosen', 'NL', 'US-TX']);
    const outsider = meeting({ ...contract, nonPartyRecorder: true }, at('ZA'), at('BG', 'b'), at('PT', 'c'));
    expect(order(outsider)).toEqual(['ZA', 'PT', 'BG', 'ZA', 'US-TX']);
  });

  test('two special rules of one place stand in order', () => {
    const { reasons } = required({ biometrics: true, nonPartyRecorder: true }, at('ZZ'));
    const special = reasons.filter(({ because }) => because === 'special-rule-not-excluded');
    expect(special.map(({ place, special }) => [place, special])).toEqual([
      ['US-IL', 'biometrics'],
      ['ZA', 'nonPartyRecorder'],
    ]);
  });

  test('who may be in Illinois is told once, whether the state or the whole place is not known', () => {
    const hint = { id: 'c', at: [{ place: 'US', known: 'network' }] };
    const { reasons, flags, form } = required(
      { biometrics: true, controller: 'US' },
      at('ZZ', 'a'),
      at('US', 'b'),
      hint,
    );
    const [first, ...more] = reasons.filter(({ because }) => because === 'special-rule-not-excluded');
    expect(more).toEqual([]);
    expect(first).toMatchObject({ place: 'US-IL', controller: true, known: ['declared', 'network'], unlisted: ['ZZ'] });
    expect(first?.who.toSorted()).toEqual(['a', 'b', 'c']);
    expect(form).toBe('written');
    expect(flags).toContain('biometric-written-release');
  });

  test('why a place is unknown: codes that are in no list, in one order', () => {
    const { reasons } = required({}, at('ZZ', 'b'), at('QQ', 'a'), { id: 'c' });
    expect(reasons[0]).toMatchObject({
      because: 'place-unknown',
      place: 'XX',
      unlisted: ['QQ', 'ZZ'],
      who: ['b', 'a', 'c'],
    });
  });

  test('a country whose states differ is told apart from a place that is unknown', () => {
    expect(required({}, at('AU')).reasons[0]).toMatchObject({ because: 'part-of-country-unknown', place: 'AU' });
  });

  test('a minor: our own rule for everybody under 18, and what the law of their place says', () => {
    const { reasons, guardiansOf, mustConsent } = required(
      { lawfulBasis: 'contract', controller: 'FR' },
      at('FR', 'pupil', { age: 16 }),
      at('FR', 'teacher'),
      at('SE', 'other', { adult: false }),
    );
    expect(guardiansOf).toEqual(['pupil', 'other']);
    expect(mustConsent).toEqual(['host', 'pupil', 'teacher', 'other']);
    const minors = reasons.filter(({ because }) => because === 'minor');
    expect(minors.map(({ place, who }) => [place, who])).toEqual([
      [null, ['pupil', 'other']],
      ['FR', ['pupil']],
    ]);
    expect(minors[1]?.controller).toBe(false);
    expect(minors[1]?.detail).toContain('holders of parental authority');
  });

  test('an announcement asks for words, not for answers, and never decides', () => {
    const { reasons, announcement, flags } = required({}, at('US-WA'), at('US-CT', 'b'));
    const words = reasons.filter(({ because }) => because === 'announcement');
    expect(words.map(({ place, decides, statutes }) => [place, decides, statutes])).toEqual([
      ['US-CT', [], ['Conn. Gen. Stat. § 52-570d']],
      ['US-WA', [], ['Wash. Rev. Code § 9.73.030(3)']],
    ]);
    expect(announcement).toBe('required');
    expect(flags).toEqual(['announce-on-recording', 'announce-on-recording-unless-all-written']);
  });

  test.each([
    ['US-WA', 'required'],
    ['US-CT', 'required-unless-all-written'],
    ['US-CA', 'recommended'],
    ['US', 'recommended'],
  ])('in %s the announcement is %s', (code, duty) => {
    expect(required({}, at(code)).announcement).toBe(duty);
  });
});

describe('the strictest wins', () => {
  test('nobody who records: one party’s consent has nobody to give it', () => {
    const alone = meeting();
    const nobody = alone.participants.map((one) => ({ ...one, recorder: false }));
    const { rule, form, mustConsent, reasons } = requirementOf({ ...alone, participants: nobody });
    expect({ rule, form, mustConsent }).toEqual({ rule: 'all-party', form: 'explicit', mustConsent: ['host'] });
    expect(reasons[0]).toMatchObject({ because: 'no-recorder', source: 'product policy' });
  });

  test('everybody who records agrees, even where one party is enough', () => {
    expect(required({}, at('US-NY', 'b', { role: 'recorder' }), at('US-NY', 'c')).mustConsent).toEqual(['host', 'b']);
  });

  test('a picture is whatever is not known to be none', () => {
    const rule = (...media: string[]) => required({ media }, at('US-GA')).rule;
    expect(rule('audio')).toBe('one-party');
    expect(rule('audio', 'chat', 'transcript')).toBe('one-party');
    for (const more of ['video', 'screen', 'Audio', 'smell', '']) expect(rule('audio', more)).toBe('all-party');
  });

  test('training is whatever purpose is not known to be none', () => {
    const rule = (purposes: string[] | null) => required({ purposes, lawfulBasis: 'contract' }, at('DK')).rule;
    expect(rule(null)).toBe('notice');
    expect(rule(['quality', 'evidence', 'research', 'notes', 'publication', 'disputes', 'compliance'])).toBe('notice');
    expect(rule(['training'])).toBe('all-party');
    expect(rule(['quality', 'Training'])).toBe('all-party');
    expect(rule([])).toBe('all-party');
  });

  test('a declared basis other than consent does not fit where training wants consent', () => {
    const flags = (lawfulBasis: string | null) => required({ purposes: ['training'], lawfulBasis }, at('DK')).flags;
    expect(flags('contract')).toEqual(['basis-mismatch']);
    expect(flags('consent')).toEqual([]);
    expect(flags(null)).toEqual(['basis-unset']);
    expect(required({ organisation: true, lawfulBasis: 'contract' }, at('KR')).flags).toEqual([]);
  });

  test('health and the like want an explicit yes anywhere; voiceprints where the GDPR or the UK GDPR applies', () => {
    const first = (code: string, said: Record<string, unknown>) =>
      required({ participants: [at(code, 'host', { role: 'recorder' })], lawfulBasis: 'contract', ...said }).reasons[0];
    const lift = { because: 'special-category', asks: { rule: 'all-party', form: 'explicit' }, place: null, who: [] };
    for (const code of ['US-NY', 'NZ', 'SE', 'GB']) expect(first(code, { specialCategory: true })).toMatchObject(lift);
    for (const code of ['SE', 'GB']) expect(first(code, { biometrics: true })).toMatchObject(lift);
    for (const code of ['US-NY', 'NZ']) expect(first(code, { biometrics: true })).toMatchObject({ because: 'law' });
  });

  test('consent is weak towards an employer, and nobody else', () => {
    const flags = (lawfulBasis: string, relation: string) =>
      required({ lawfulBasis }, at('NL', 'a', { relation })).flags;
    expect(flags('consent', 'employee')).toEqual(['employee-imbalance']);
    expect(flags('consent', 'other')).toEqual([]);
    expect(flags('contract', 'employee')).toEqual([]);
  });
});

describe('a place is believed as far as it is known', () => {
  const rule = (...places: unknown[]) => required({ lawfulBasis: 'contract' }, { id: 'a', at: places });
  const known = (place: string, known: string) => ({ place, known });

  test.each(['declared', 'settings', 'met-before'])('their own word, %s: it may lower the rule', (how) => {
    expect(rule(known('US-NY', how))).toMatchObject({ rule: 'one-party', flags: [] });
  });

  test.each(['host', 'phone-number', 'network', 'time-zone'])('by %s alone it is not known', (how) => {
    expect(rule(known('US-NY', how))).toMatchObject({
      rule: 'all-party',
      form: 'explicit',
      flags: ['location-unknown'],
    });
  });

  test('what the host says raises the rule, and leaves the own word standing', () => {
    expect(rule('US-NY', known('US-ID', 'host'))).toMatchObject({ rule: 'one-party', flags: ['location-conflict'] });
    expect(rule('US-NY', known('US-CA', 'host'))).toMatchObject({
      rule: 'all-party',
      form: 'implied-by-continuing-after-notice',
      flags: ['location-conflict'],
    });
  });

  test('a device that says otherwise makes it unknown; one that says the same does not', () => {
    expect(rule('US-NY', known('US-ID', 'network'))).toMatchObject({
      rule: 'all-party',
      form: 'explicit',
      flags: ['location-unknown', 'location-conflict'],
    });
    expect(rule('US-NY', known('US-NY', 'network'))).toMatchObject({ rule: 'one-party', flags: [] });
  });

  test('two names of one place are one place', () => {
    expect(rule('GB', 'UK').flags).toEqual([]);
  });

  test('where they live counts beside where they are, and is no conflict', () => {
    const { flags, noticeProfiles, reasons } = required(
      { lawfulBasis: 'contract' },
      at('US-NY', 'a', { residence: 'NL' }),
    );
    expect(reasons[0]).toMatchObject({ place: 'NL', who: ['a'], known: ['declared'] });
    expect(flags).toEqual([]);
    expect(noticeProfiles).toEqual(['gdpr', 'us-state-privacy']);
  });
});

describe('a stricter choice of the host or the organisation', () => {
  test('raises what the law asks, and says so', () => {
    const { rule, form, mustConsent, reasons } = requirementOf(meeting({}, at('US-NY')), {
      atLeast: { rule: 'all-party', form: 'explicit' },
    });
    expect({ rule, form, mustConsent }).toEqual({ rule: 'all-party', form: 'explicit', mustConsent: ['host', 'a'] });
    expect(reasons[0]).toMatchObject({ because: 'stricter-chosen', decides: ['rule', 'form'], reviewed: null });
  });

  test('only the form, only the rule, and says so', () => {
    const dutch = meeting({ lawfulBasis: 'contract' }, at('NL'));
    const asked = (rule: Rule, form: Form, of = dutch) => {
      const answer = requirementOf(of, { atLeast: { rule, form } });
      return [answer.rule, answer.form, answer.reasons.some(({ because }) => because === 'stricter-chosen')];
    };
    const implied = 'implied-by-continuing-after-notice';
    expect(asked('one-party', 'written')).toEqual(['notice', 'written', true]);
    expect(asked('all-party', implied)).toEqual(['all-party', implied, true]);
    expect(asked('notice', 'none', meeting({}, at('US-NY')))).toEqual(['notice', implied, true]);
    expect(asked('notice', implied)).toEqual(['notice', implied, false]);
  });

  test('a looser one changes nothing, and is not told', () => {
    const german = meeting({}, at('DE'));
    expect(requirementOf(german, { atLeast: { rule: 'one-party', form: 'none' } })).toEqual(requirementOf(german));
    expect(requirementOf(german, { atLeast: { rule: 'all-party', form: 'explicit' } })).toEqual(requirementOf(german));
  });
});

describe('the answer says how its rules stand', () => {
  test('advisory, until counsel has signed for this version of them', () => {
    const signOff = { version: PACK.version, by: 'A. Counsel', on: '2026-12-01' };
    expect(requirementOf(meeting()).standing).toEqual({ kind: 'advisory' });
    expect(requirementOf(meeting(), { signOff })).toEqual({
      ...requirementOf(meeting()),
      standing: { kind: 'signed', by: 'A. Counsel', on: '2026-12-01' },
    });
  });
});

describe('the legal minimum is not offered', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    ['two known one-party states: it is', {}, at('US-NY'), []],
    ['a place that nobody knows', {}, at('ZZ'), ['place-unknown', 'consent-basis']],
    ['a state that nobody knows', {}, at('US'), ['place-unknown']],
    ['a child', {}, at('US-NY', 'a', { age: 9 }), ['minor']],
    ['consent under the GDPR', { lawfulBasis: 'consent' }, at('SE'), ['consent-basis']],
    ['nothing declared under the GDPR', {}, at('SE'), ['consent-basis']],
    ['another ground under the GDPR: it is', { lawfulBasis: 'contract' }, at('SE'), []],
    ['consent elsewhere: it is', { lawfulBasis: 'consent' }, at('NZ'), []],
    ['a delicate subject', { specialCategory: true }, at('US-NY'), ['special-category']],
    ['a recorder who takes no part', { nonPartyRecorder: true }, at('US-NY'), ['non-party-recorder']],
  ])('%s', (_, said, other, why) => {
    expect(required(said, other).noLegalMinimum).toEqual(why);
  });

  test('nobody who records, and every other cause there is', () => {
    const all = meeting({ nonPartyRecorder: true, specialCategory: true }, at('ZZ', 'a', { age: 9 }));
    const nobody = all.participants.map((one) => ({ ...one, recorder: false }));
    expect(requirementOf({ ...all, participants: nobody }).noLegalMinimum).toEqual(NOT_MINIMUM);
  });
});
