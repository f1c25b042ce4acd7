import { describe, expect, test } from 'vitest';
import type { Known } from './setting-fields.ts';
import { effective } from './setting-merge.ts';
import { SETTING_PATHS, SETTINGS } from './settings.ts';

const KNOWN: Known = { places: new Set(['DE', 'FR', 'US-TX', 'XX']), languages: new Set(['en', 'de']) };
const stored = (changes: object) => ({ version: 1, changes });
const of = (mine: unknown, policy: unknown = {}) => effective(mine, policy, KNOWN);

describe('without an organisation', () => {
  test('nothing stored is the defaults, and nothing is locked', () => {
    expect(of(undefined)).toEqual({
      settings: SETTINGS,
      locked: [],
      lockedBy: null,
      signOff: null,
      problems: { organisation: [], stored: [] },
    });
  });

  test('what the host changed counts, the rest stays', () => {
    const { settings } = of(stored({ place: 'DE', 'controller.name': 'Ana Beispiel', 'terms.keepDays': 7 }));
    expect(settings).toEqual({
      ...SETTINGS,
      place: 'DE',
      controller: { ...SETTINGS.controller, name: 'Ana Beispiel' },
      terms: { ...SETTINGS.terms, keepDays: 7 },
    });
  });
});

describe('what is damaged in storage counts as the strictest, and is told', () => {
  test.each([
    ['floor', 'none', 'product', 'not-listed'],
    ['place', 'Germany', null, 'not-listed'],
    ['biometrics', 'no', true, 'kind'],
    ['specialCategory', 0, true, 'kind'],
    ['nonPartyRecorder', null, true, 'kind'],
    ['basis', 'because', null, 'not-listed'],
    ['impliedAfterMs', 1, 15_000, 'range'],
    ['atLeast', 'nothing', { rule: 'all-party', form: 'written' }, 'kind'],
    ['atLeast', { rule: 'all-party' }, { rule: 'all-party', form: 'written' }, 'kind'],
    ['language', 'tlh', null, 'not-listed'],
  ] as const)('%s: %j', (path, bad, stands, fault) => {
    const { settings, problems } = of(stored({ [path]: bad }));
    expect(settings[path]).toEqual(stands);
    expect(problems.stored.map((problem) => problem.fault)).toContain(fault);
    expect(problems.organisation).toEqual([]);
  });

  test('a controller whose place cannot be understood is in an unknown one, not in none', () => {
    expect(of(stored({ 'controller.place': 7 })).settings.controller.place).toBe('XX');
  });

  test('a shorter period, sound alone, an organisation: what is kept, taken and asked errs to the careful side', () => {
    const { settings } = of(
      stored({ 'terms.keepDays': -1, 'terms.media': 'film', 'controller.organisation': 'so so' }),
    );
    expect(settings.terms).toEqual({ ...SETTINGS.terms, media: 'sound', keepDays: 30 });
    expect(settings.controller.organisation).toBe(true);
  });

  test.each([
    ['another version', { version: 2, changes: { floor: 'legal-minimum' } }],
    ['a list', []],
    ['nothing readable', null],
    ['words', 'legal-minimum'],
    ['changes that are a list', { version: 1, changes: [] }],
  ])('%s is the strictest of everything', (_name, bad) => {
    const { settings, problems } = of(bad);
    expect(settings).toMatchObject({ floor: 'product', atLeast: { rule: 'all-party', form: 'written' }, place: null });
    expect(settings.biometrics && settings.specialCategory && settings.nonPartyRecorder).toBe(true);
    expect(problems.stored.map(({ path }) => path)).toEqual(['']);
  });

  test('an unknown key is told and nothing else happens', () => {
    const hostile = JSON.parse('{"__proto__": {"floor": "legal-minimum"}, "constructor": 1, "place": "FR"}');
    const { settings, problems } = of(stored(hostile));
    expect(settings).toEqual({ ...SETTINGS, place: 'FR' });
    expect(problems.stored).toEqual([
      { path: '__proto__', fault: 'unknown' },
      { path: 'constructor', fault: 'unknown' },
    ]);
  });
});

describe('an organisation', () => {
  test('wins over the host, and locks what it sets', () => {
    const { settings, locked, lockedBy } = of(stored({ floor: 'legal-minimum', 'terms.keepDays': 365, place: 'DE' }), {
      organisation: 'Beispiel GmbH',
      floor: 'product',
      terms: { keepDays: 14 },
    });
    expect(settings).toEqual({ ...SETTINGS, place: 'DE', terms: { ...SETTINGS.terms, keepDays: 14 } });
    expect(locked).toEqual(['terms.keepDays', 'floor']);
    expect(lockedBy).toBe('Beispiel GmbH');
  });

  test('may leave open what it sets: then hosts begin with it', () => {
    const policy = { terms: { keepDays: 14 }, unlocked: ['terms.keepDays'] };
    expect(of(undefined, policy).settings.terms.keepDays).toBe(14);
    expect(of(undefined, policy).locked).toEqual([]);
    expect(of(stored({ 'terms.keepDays': 7 }), policy).settings.terms.keepDays).toBe(7);
  });

  test('says by an empty text that nothing is chosen, and locks that', () => {
    const { settings, locked, problems } = of(stored({ place: 'DE', basis: 'contract' }), { place: '', basis: '' });
    expect([settings.place, settings.basis]).toEqual([null, null]);
    expect(locked).toEqual(['place', 'basis']);
    expect(problems.organisation).toEqual([]);
  });

  test('keys that are bad are told one by one, the strictest stands there, locked, and the good ones count', () => {
    const { settings, locked, problems } = of(stored({ floor: 'legal-minimum', biometrics: false }), {
      floor: 'minimum',
      biometrics: 'false',
      atLeast: { rule: 'sometimes', form: 'explicit' },
      controller: { name: 'Beispiel GmbH', nmae: 'x' },
      terms: 'thirty days',
      colour: 'red',
    });
    expect(settings.floor).toBe('product');
    expect(settings.biometrics).toBe(true);
    expect(settings.atLeast).toEqual({ rule: 'all-party', form: 'written' });
    expect(settings.controller.name).toBe('Beispiel GmbH');
    expect(locked).toEqual([
      'controller.name',
      'terms.purposes',
      'terms.media',
      'terms.keepDays',
      'terms.proofDays',
      'biometrics',
      'floor',
      'atLeast',
    ]);
    expect(problems.organisation).toEqual([
      { path: 'terms', fault: 'kind' },
      { path: 'floor', fault: 'not-listed' },
      { path: 'biometrics', fault: 'kind' },
      { path: 'atLeast.rule', fault: 'not-listed' },
      { path: 'controller.nmae', fault: 'unknown' },
      { path: 'colour', fault: 'unknown' },
    ]);
  });

  test('unlocks nothing by a list that is not one, or a name that is not known', () => {
    expect(of(undefined, { floor: 'product', unlocked: 'floor' }).locked).toEqual(['floor']);
    const { locked, problems } = of(undefined, { floor: 'product', unlocked: ['flor'] });
    expect(locked).toEqual(['floor']);
    expect(problems.organisation).toEqual([{ path: 'unlocked.flor', fault: 'unknown' }]);
  });

  test.each([
    ['nothing readable', null],
    ['a list', []],
    ['words', 'x'],
  ])('a policy that is %s locks all, strictest', (_name, bad) => {
    const { settings, locked } = of(stored({ floor: 'legal-minimum' }), bad);
    expect(locked).toEqual([...SETTING_PATHS]);
    expect(settings.floor).toBe('product');
    expect(settings.atLeast).toEqual({ rule: 'all-party', form: 'written' });
  });

  test('has its counsel sign one version of the rules, with a name and a day', () => {
    const signOff = { version: 1, by: 'R. Beispiel', on: '2026-11-20' };
    expect(of(undefined, { signOff }).signOff).toEqual(signOff);
  });

  test.each([
    ['no day', { version: 1, by: 'R. Beispiel' }],
    ['a day that there is not', { version: 1, by: 'R. Beispiel', on: '2026-02-30' }],
    ['no name', { version: 1, by: '', on: '2026-11-20' }],
    ['half a version', { version: 1.5, by: 'R. Beispiel', on: '2026-11-20' }],
    ['more than that', { version: 1, by: 'R. Beispiel', on: '2026-11-20', for: 'everything' }],
    ['words', 'yes'],
  ])('a sign-off with %s is none, and is told', (_name, signOff) => {
    const { signOff: signed, problems } = of(undefined, { signOff });
    expect(signed).toBeNull();
    expect(problems.organisation.length).toBeGreaterThan(0);
  });

  test.each(['organisation', 'signOff', 'unlocked'])(
    'the host cannot play the organisation: %s is no setting',
    (key) => {
      expect(of(stored({ [key]: 'Beispiel GmbH' })).problems.stored).toEqual([{ path: key, fault: 'unknown' }]);
    },
  );
});

describe('the proof is kept at least as long as the recording', () => {
  test('a locked recording draws the proof along', () => {
    const { terms } = of(stored({ 'terms.proofDays': 30 }), { terms: { keepDays: 90 } }).settings;
    expect(terms).toMatchObject({ keepDays: 90, proofDays: 90 });
  });

  test('a locked proof shortens the recording', () => {
    const { terms } = of(stored({ 'terms.keepDays': 365 }), { terms: { proofDays: 90 } }).settings;
    expect(terms).toMatchObject({ keepDays: 90, proofDays: 90 });
  });

  test('two that nobody locked end with the shorter recording', () => {
    const { terms } = of(stored({ 'terms.keepDays': 365, 'terms.proofDays': 60 })).settings;
    expect(terms).toMatchObject({ keepDays: 60, proofDays: 60 });
  });

  test('an organisation that contradicts itself is told', () => {
    const { settings, problems } = of(undefined, { terms: { keepDays: 365, proofDays: 60 } });
    expect(settings.terms).toMatchObject({ keepDays: 60, proofDays: 60 });
    expect(problems.organisation).toEqual([{ path: 'terms.proofDays', fault: 'period' }]);
  });
});
