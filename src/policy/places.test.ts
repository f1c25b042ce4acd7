import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES, SPECIAL_CASES } from '../model/requirement.ts';
import { PACK } from './pack.ts';
import type { Place } from './place.ts';
import { UNKNOWN } from './places/unknown.ts';
import { isListed, PLACES, placeOf, specialOf } from './places.ts';
import { asStrict, stricterForm } from './rule.ts';

/** What a row still lacks before anybody may rely on it; empty for a whole one. */
function lacks(place: Place): string[] {
  const {
    code,
    name,
    within,
    rule,
    soundOnly,
    form,
    statutes,
    source,
    seen,
    confidence,
    reviewed,
    aliases = [],
  } = place;
  const parent = PLACES.find((row) => row.code === within);
  const address = /^https?:\/\/[^ ]+$/.test(source);
  const checks: [string, boolean][] = [
    ['a code of ISO 3166', /^[A-Z]{2}(-[A-Z]{2,3})?$/.test(code)],
    ['a code of its own', PLACES.filter((row) => row.code === code || row.aliases?.includes(code)).length === 1],
    ['aliases of its own', aliases.every((alias) => placeOf(alias) === place && alias !== code)],
    ['a name', name.trim() === name && name !== ''],
    ['the country that it is in', within === (code.includes('-') ? code.slice(0, 2) : null)],
    ['a row of that country, marked as divided', within === null || parent?.divided === true],
    ['a country at least as strict as it is', parent === undefined || asStrict(parent, place)],
    ['parts, when it is divided', !place.divided || PLACES.some((row) => row.within === code)],
    ['a form that fits its rule', (form === 'none') === (rule === 'one-party')],
    [
      'a rule for sound that is looser, if it has one',
      soundOnly === undefined || RULES.indexOf(soundOnly) < RULES.indexOf(rule),
    ],
    ['a statute', statutes.length > 0 && statutes.every((statute) => statute.trim() !== '')],
    ['a source: an address when it was read, else words that say so', (seen === 'none') !== address && source !== ''],
    ['a day on which it was reviewed, not after that of the pack', isDay(reviewed) && reviewed <= PACK.reviewed],
    ['doubt where nothing was read', seen !== 'none' || confidence !== 'high' || place === UNKNOWN],
    ['a statute for each special rule', Object.values(place.special ?? {}).every((one) => one.statutes.length > 0)],
    ['a statute for its announcement', place.announcement === undefined || place.announcement.statutes.length > 0],
    ['an age in years', place.childConsentAge === null || (place.childConsentAge >= 12 && place.childConsentAge <= 18)],
  ];
  return checks.filter(([, fulfilled]) => !fulfilled).map(([what]) => what);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

describe('every row is whole', () => {
  test.each(PLACES)('$code $name', (place) => {
    expect(lacks(place)).toEqual([]);
  });

  test('and a row that is not, is found', () => {
    const row: Place = {
      ...UNKNOWN,
      code: 'germany',
      rule: 'one-party',
      statutes: [],
      source: 'a friend',
      reviewed: 'May',
    };
    expect(lacks({ ...row, seen: 'secondary', childConsentAge: 40 })).toEqual([
      'a code of ISO 3166',
      'a code of its own',
      'a form that fits its rule',
      'a statute',
      'a source: an address when it was read, else words that say so',
      'a day on which it was reviewed, not after that of the pack',
      'an age in years',
    ]);
  });
});

describe('what is there', () => {
  const states =
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR';
  const provinces = 'AB BC MB NB NL NS NT NU ON PE QC SK YT';
  const europe = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB CH NO IS LI';
  const missing = (codes: string, country = '') =>
    codes
      .split(' ')
      .map((code) => country + code)
      .filter((code) => !isListed(code));

  test('all of the United States, Canada and Australia; of the EEA all but Liechtenstein, which counts as unknown', () => {
    expect(missing(states, 'US-')).toEqual([]);
    expect(missing(provinces, 'CA-')).toEqual([]);
    expect(missing('ACT NSW NT QLD SA TAS VIC WA', 'AU-')).toEqual([]);
    expect(missing(europe)).toEqual(['LI']);
    expect(placeOf('LI')).toBe(UNKNOWN);
  });

  test('rows that a lawyer should read first: low confidence, or nothing that was read', () => {
    const weak = PLACES.filter(({ confidence, seen }) => confidence === 'low' || seen === 'none').map(
      ({ code }) => code,
    );
    const known = 'US-DE US-PR CA-AB CA-BC AU-SA AU-TAS AU-WA BG EE IE IN LT MT XX';
    expect(weak.toSorted()).toEqual(known.split(' ').toSorted());
  });

  test('a changed row is a new version: raise PACK.version, and write the new fingerprint here', () => {
    const fingerprint = createHash('sha256').update(JSON.stringify(PLACES)).digest('base64url').slice(0, 22);
    expect([PACK.version, fingerprint]).toEqual([1, 'JLfEhPMi8d8dlaZNUgGQXV']);
  });
});

describe('a code is read exactly', () => {
  test.each([
    'us-tx',
    'US-TX ',
    ' US-TX',
    'Texas',
    'UStx',
    '',
    'US-',
    '-TX',
    'TX',
    'constructor',
    '__proto__',
    'ZZ',
    'XX',
  ])('%j is unknown', (code) => {
    expect(placeOf(code)).toBe(UNKNOWN);
  });

  test.each([
    ['UK', 'GB'],
    ['EL', 'GR'],
    ['PR', 'US-PR'],
    ['CN-HK', 'HK'],
    ['CA-NL', 'CA-ON'],
    ['CA', 'CA'],
    ['IL', 'IL'],
  ])('%s is the row of %s', (code, row) => {
    expect(placeOf(code).code).toBe(row);
  });
});

describe('a special rule counts for whoever may be in its place', () => {
  test.each([
    ['US-IL', 'biometrics', 'US-IL'],
    ['US', 'biometrics', 'US-IL'],
    ['XX', 'biometrics', 'US-IL'],
    ['XX', 'nonPartyRecorder', 'ZA'],
    ['US', 'nonPartyRecorder', null],
    ['CA', 'biometrics', null],
    // The unknown row asks everybody explicitly already.
    ['XX', 'training', null],
    ['DK', 'training', 'DK'],
    ['SE', 'training', null],
  ] as const)('%s, %s: %s', (code, kind, place) => {
    expect(specialOf(placeOf(code), kind)?.place.code ?? null).toBe(place);
  });

  test('and nobody who may be there is asked for less than there', () => {
    for (const row of [UNKNOWN, ...PLACES.filter(({ divided }) => divided)]) {
      for (const { within, special } of PLACES.filter((one) => row === UNKNOWN || one.within === row.code)) {
        for (const kind of SPECIAL_CASES) {
          const there = special?.[kind]?.form ?? 'none';
          const here = stricterForm(row.form, specialOf(row, kind)?.rule.form ?? 'none');
          expect(stricterForm(here, there), `${row.code} ${within} ${kind}`).toBe(here);
        }
      }
    }
  });
});

/** The research as it lies beside us, where it does: what is copied must say the same. */
const RESEARCH = '../shared/facts/jurisdictions.json';
describe.each(existsSync(RESEARCH) ? [RESEARCH] : [])('%s says the same', (file) => {
  interface Row {
    code: string;
    [key: string]: unknown;
  }
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Row[];

  test('of the same places', () => {
    expect(rows.map(({ code }) => code).toSorted()).toEqual(PLACES.map(({ code }) => code).toSorted());
  });

  test.each(rows)('of $code', (row) => {
    const place = placeOf(row.code);
    const special = Object.entries(row.specialForms as Record<string, unknown>).filter(([, form]) => form !== null);
    expect({
      aliases: place.aliases ?? [],
      rule: place.label,
      effectiveRule: place.rule,
      effectiveRuleAudioOnly: place.soundOnly ?? place.rule,
      minimumForm: place.form,
      overlay: place.profile ?? 'none',
      statutes: place.statutes,
      source: place.source,
      sourceKind: place.seen,
      confidence: place.confidence,
      lastReviewed: place.reviewed,
      special: Object.entries(place.special ?? {}).map(([kind, { form }]) => [kind, form]),
    }).toEqual({
      aliases: row.aliases,
      rule: row.rule,
      effectiveRule: row.effectiveRule,
      effectiveRuleAudioOnly: row.effectiveRuleAudioOnly,
      minimumForm: row.minimumForm,
      overlay: row.overlay,
      statutes: row.statutes,
      source: row.source,
      sourceKind: row.sourceKind,
      confidence: row.confidence,
      lastReviewed: row.lastReviewed,
      special,
    });
  });
});
