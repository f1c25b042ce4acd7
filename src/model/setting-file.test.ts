import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Known } from './setting-fields.ts';
import {
  FILE_CHARACTERS_MAX,
  type FileReading,
  previewOf,
  readSettingsFile,
  writeSettingsFile,
} from './setting-file.ts';
import { effective } from './setting-merge.ts';
import { SETTING_FAULTS, SETTINGS, type Settings } from './settings.ts';

const KNOWN: Known = { places: new Set(['DE', 'FR', 'US-TX']), languages: new Set(['en', 'de']) };
const read = (text: string) => readSettingsFile(text, KNOWN);
const file = (settings: unknown, rest: object = {}) =>
  read(JSON.stringify({ format: 'ask-to-record/settings', version: 1, settings, ...rest }));
const faultsOf = (reading: FileReading) =>
  reading.ok ? [] : reading.problems.map(({ path, fault }) => `${path}: ${fault}`);

const FULL: Settings = {
  place: 'DE',
  controller: {
    name: 'Beispiel GmbH',
    contact: 'datenschutz@example.com',
    address: 'Beispielweg 1, 10115 Berlin',
    email: 'datenschutz@example.com',
    phone: '+49 30 5550100',
    policyUrl: 'https://example.com/privacy',
    place: 'FR',
    organisation: true,
  },
  terms: { purposes: [{ purpose: 'training', required: true }], media: 'sound', keepDays: 7, proofDays: 365 },
  recipients: 'our accountant',
  basis: 'contract',
  biometrics: true,
  specialCategory: true,
  nonPartyRecorder: true,
  floor: 'legal-minimum',
  impliedAfterMs: 30_000,
  atLeast: { rule: 'all-party', form: 'explicit' },
  pauseAtNumbers: true,
  language: 'de',
  vault: {
    recipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
    hostPlays: false,
  },
  review: {
    reviewer: 'Rosa',
    cards: [
      { name: 'Sales', criteria: [{ name: 'Tone', scale: '1-10', weight: 3 }] },
      { name: '=1+1', criteria: [{ name: '<b>', scale: 'yes-no', weight: 100 }] },
    ],
  },
  secondLanguage: 'en',
};

test('what was exported is imported again, whole', () => {
  const reading = read(writeSettingsFile(FULL));
  expect(reading.ok).toBe(true);
  if (!reading.ok) return;
  const now = effective({ version: 1, changes: reading.changes }, {}, KNOWN);
  expect(now.settings).toEqual(FULL);
  expect(now.problems.stored).toEqual([]);
  expect(previewOf(now, reading.changes).lines).toEqual([]);
});

describe('score cards of a file', () => {
  const criterion = { name: 'Tone', scale: '1-5', weight: 1 };
  const card = { name: 'Call', criteria: [criterion] };
  test.each([
    ['with one name twice', [card, card], 'review.cards: cards'],
    ['with a criterion twice', [{ ...card, criteria: [criterion, criterion] }], 'review.cards.0.criteria: cards'],
    ['without criteria', [{ ...card, criteria: [] }], 'review.cards.0.criteria: cards'],
    ['without a name', [{ ...card, name: ' ' }], 'review.cards.0.name: cards'],
    [
      'of a weight of nothing',
      [{ ...card, criteria: [{ ...criterion, weight: 0 }] }],
      'review.cards.0.criteria.0.weight: range',
    ],
    [
      'of another scale',
      [{ ...card, criteria: [{ ...criterion, scale: '1-7' }] }],
      'review.cards.0.criteria.0.scale: not-listed',
    ],
    ['with a line break', [{ ...card, name: 'a\nb' }], 'review.cards.0.name: characters'],
    ['with more than is known', [{ ...card, colour: 1 }], 'review.cards.0.colour: unknown'],
    ['that are too many', Array.from({ length: 11 }, (_, n) => ({ ...card, name: `${n}` })), 'review.cards: cards'],
  ])('%s are refused', (_name, cards, fault) => {
    expect(faultsOf(file({ review: { cards } }))).toEqual([fault]);
  });

  test('the largest ones fit into a file', () => {
    const name = (n: number) => `${n}`.padEnd(80, 'x');
    const criteria = Array.from({ length: 20 }, (_, n) => ({ name: name(n), scale: '1-10', weight: 100 }) as const);
    const cards = Array.from({ length: 10 }, (_, n) => ({ name: name(n), criteria }));
    const text = writeSettingsFile({ ...FULL, review: { reviewer: '', cards } });
    expect(text.length).toBeLessThan(FILE_CHARACTERS_MAX);
    expect(read(text).ok).toBe(true);
  });
});

describe('a file is refused whole', () => {
  test.each([
    ['that is not JSON', 'settings: none', 'not-json'],
    ['that is nothing', '', 'not-json'],
    ['that is huge', `"${'x'.repeat(FILE_CHARACTERS_MAX)}"`, 'too-big'],
    ['that is a list', '[]', 'not-settings'],
    ['that is null', 'null', 'not-settings'],
    ['of something else', '{"format": "other", "version": 1, "settings": {}}', 'not-settings'],
    ['of another version', '{"format": "ask-to-record/settings", "version": 2, "settings": {}}', 'other-version'],
    ['of a version in words', '{"format": "ask-to-record/settings", "version": "1", "settings": {}}', 'other-version'],
    ['that sets nothing', '{"format": "ask-to-record/settings", "version": 1, "settings": {}}', 'empty'],
    ['without settings', '{"format": "ask-to-record/settings", "version": 1}', 'bad-settings'],
  ] as const)('%s', (_name, text, fault) => {
    expect(read(text)).toMatchObject({ ok: false, fault });
  });

  test('with every bad path named, and none of the good ones taken', () => {
    const reading = file(
      {
        place: 'Germany',
        controller: {
          name: 'x'.repeat(201),
          policyUrl: 'http://example.com',
          contact: 'a\nb',
          email: 'not one',
          organisation: 'yes',
          vat: '1',
        },
        terms: { purposes: [{ purpose: 'spying', required: true }], media: 'sound', keepDays: 0.5, proofDays: 1e9 },
        floor: 'none',
        impliedAfterMs: 0,
        atLeast: { rule: 'one-party', form: 'none', and: 1 },
        language: 7,
        recipients: ['all'],
      },
      { signOff: { version: 1 } },
    );
    expect(faultsOf(reading)).toEqual([
      'signOff: unknown',
      'place: not-listed',
      'controller.name: too-long',
      'controller.policyUrl: address',
      'controller.contact: characters',
      'controller.email: email',
      'controller.organisation: kind',
      'controller.vat: unknown',
      'terms.purposes.0.purpose: not-listed',
      'terms.keepDays: range',
      'terms.proofDays: range',
      'floor: not-listed',
      'impliedAfterMs: range',
      'atLeast.and: unknown',
      'language: kind',
      'recipients: kind',
    ]);
  });

  test.each([
    ['no purpose', []],
    ['no needed purpose', [{ purpose: 'notes', required: false }]],
    [
      'one twice',
      [
        { purpose: 'notes', required: true },
        { purpose: 'notes', required: false },
      ],
    ],
  ])('with %s', (_name, purposes) => {
    expect(faultsOf(file({ terms: { purposes } }))).toContain('terms.purposes: purposes');
  });

  test.each([
    ['a prototype', '{"__proto__": {"floor": "legal-minimum"}}', '__proto__: unknown'],
    ['a prototype in a group', '{"terms": {"__proto__": 1}}', 'terms.__proto__: unknown'],
    ['a path for a key', '{"terms.keepDays": 3650}', 'terms.keepDays: unknown'],
    [
      'an address with a password in it',
      '{"controller": {"policyUrl": "https://a:b@example.com"}}',
      'controller.policyUrl: address',
    ],
    [
      'a script for an address',
      '{"controller": {"policyUrl": "javascript:alert(1)"}}',
      'controller.policyUrl: address',
    ],
    ['words that turn the line', '{"controller": {"name": "a\\u202eb"}}', 'controller.name: characters'],
  ])('with %s', (_name, settings, fault) => {
    const reading = read(`{"format": "ask-to-record/settings", "version": 1, "settings": ${settings}}`);
    expect(faultsOf(reading)).toEqual([fault]);
    expect((Object.prototype as Record<string, unknown>).floor).toBeUndefined();
  });

  test('whatever it holds: reading never throws, and what is taken can be read again without a complaint', () => {
    fc.assert(
      fc.property(fc.json(), fc.dictionary(fc.constantFrom(...Object.keys(FULL)), fc.jsonValue()), (text, settings) => {
        expect(() => read(text)).not.toThrow();
        const reading = file(settings);
        if (!reading.ok) return reading.problems.every(({ fault }) => SETTING_FAULTS.includes(fault));
        return effective({ version: 1, changes: reading.changes }, {}, KNOWN).problems.stored.length === 0;
      }),
    );
  });
});

describe('before it is taken', () => {
  const now = effective(undefined, {}, KNOWN);

  test('what changes is shown, and what asks less of people is marked', () => {
    const preview = previewOf(now, {
      place: 'DE',
      floor: 'legal-minimum',
      'terms.keepDays': 30,
      'terms.media': 'sound',
    });
    expect(preview).toEqual({
      changes: { place: 'DE', floor: 'legal-minimum', 'terms.media': 'sound' },
      lines: [
        { path: 'place', looser: false },
        { path: 'terms.media', looser: false },
        { path: 'floor', looser: true },
      ],
      locked: [],
      clash: false,
    });
  });

  test.each([
    [{ impliedAfterMs: 10_000 }, true],
    [{ impliedAfterMs: 60_000 }, false],
    [{ 'terms.keepDays': 31 }, true],
    [{ 'terms.keepDays': 29 }, false],
    [{ atLeast: { rule: 'one-party', form: 'none' } }, false],
  ] as const)('%j asks less: %s', (changes, looser) => {
    expect(previewOf(now, changes).lines.map((line) => line.looser)).toEqual([looser]);
  });

  test('a lower choice of one’s own asks less than the one before', () => {
    const strict = effective({ version: 1, changes: { atLeast: { rule: 'all-party', form: 'written' } } }, {}, KNOWN);
    expect(previewOf(strict, { atLeast: { rule: 'all-party', form: 'explicit' } }).lines[0]?.looser).toBe(true);
    expect(previewOf(strict, { atLeast: null }).lines[0]?.looser).toBe(true);
  });

  test('what an organisation locked stays, and is named', () => {
    const locked = effective(undefined, { floor: 'product', place: 'FR' }, KNOWN);
    const preview = previewOf(locked, { floor: 'legal-minimum', place: 'FR', biometrics: true });
    expect(preview.changes).toEqual({ biometrics: true });
    expect(preview.locked).toEqual(['floor']);
  });

  test('periods that do not fit what stays are a clash', () => {
    expect(previewOf(now, { 'terms.keepDays': 3650 }).clash).toBe(true);
    expect(previewOf(now, { 'terms.keepDays': 3650, 'terms.proofDays': 3650 }).clash).toBe(false);
  });
});

test('the settings that nobody touched are a sound file', () => {
  expect(read(writeSettingsFile(SETTINGS)).ok).toBe(true);
});
