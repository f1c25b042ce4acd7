import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCase } from './case.ts';
import { requirementOf } from './requirement.ts';
import { meeting } from './testdata/cases.ts';
import { CASE_PROBLEMS } from './written.ts';

const host = { id: 'host', at: ['US-TX'], role: 'recorder' };
const good = { participants: [host], media: ['audio'] };
const read = (change: Record<string, unknown>) => readCase({ ...good, ...change });
const hostIs = (change: Record<string, unknown>) => read({ participants: [{ ...host, ...change }] });

describe('a case that cannot be read says what is wrong, and where', () => {
  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'not-an-object', ''],
    ['null', null, 'not-an-object', ''],
    ['a list', [good], 'not-an-object', ''],
    ['words', 'US-TX', 'not-an-object', ''],
    ['no participants', { media: ['audio'] }, 'not-a-list', 'participants'],
    ['participants by name', { ...good, participants: { host } }, 'not-a-list', 'participants'],
    ['nobody', { ...good, participants: [] }, 'empty-list', 'participants'],
    ['a participant that is a name', { ...good, participants: ['host'] }, 'not-an-object', 'participants[0]'],
    ['two of one id', { ...good, participants: [host, host] }, 'id-twice', 'participants[1].id'],
    ['nothing recorded', { ...good, media: [] }, 'empty-list', 'media'],
    ['media left out', { participants: [host] }, 'not-a-list', 'media'],
    ['a medium that is a number', { ...good, media: ['audio', 1] }, 'not-words', 'media[1]'],
    ['purposes in a word', { ...good, purposes: 'training' }, 'not-a-list', 'purposes'],
    ['a purpose that is none', { ...good, purposes: ['quality', null] }, 'not-words', 'purposes[1]'],
    ['a basis of nobody', { ...good, lawfulBasis: 'because' }, 'unknown-basis', 'lawfulBasis'],
    ['a controller that is a list', { ...good, controller: ['DE'] }, 'not-words', 'controller'],
    ['voiceprints, maybe', { ...good, biometrics: 'no' }, 'not-yes-or-no', 'biometrics'],
    ['an organisation, in numbers', { ...good, organisation: 1 }, 'not-yes-or-no', 'organisation'],
    ['an outsider, in words', { ...good, nonPartyRecorder: 'true' }, 'not-yes-or-no', 'nonPartyRecorder'],
    ['a delicate subject, named', { ...good, specialCategory: 'health' }, 'not-yes-or-no', 'specialCategory'],
    ['a key in capitals', { ...good, Biometrics: true }, 'misspelt', 'Biometrics'],
    ['a key in the singular', { ...good, biometric: true }, 'misspelt', 'biometric'],
    ['a key in other letters', { ...good, organization: true }, 'misspelt', 'organization'],
    ['a key with signs', { ...good, 'non-party_recorder': true }, 'misspelt', 'non-party_recorder'],
  ])('%s', (_, from, code, at) => {
    expect(readCase(from)).toEqual({ ok: false, code, at });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['without an id', { id: undefined }, 'not-words', 'id'],
    ['with an empty id', { id: '' }, 'not-words', 'id'],
    ['with a number for an id', { id: 7 }, 'not-words', 'id'],
    ['in a place without a list', { at: 'US-TX' }, 'not-a-list', 'at'],
    ['in a place that is a number', { at: ['US-TX', 48] }, 'not-an-object', 'at[1]'],
    ['in a place without a code', { at: [{ known: 'host' }] }, 'not-words', 'at[0].place'],
    ['in words that are none', { at: [{ words: 5 }] }, 'not-words', 'at[0].words'],
    ['known by a dream', { at: [{ place: 'US-TX', known: 'dream' }] }, 'unknown-evidence', 'at[0].known'],
    ['known, misspelt', { at: [{ place: 'US-TX', Known: 'host' }] }, 'misspelt', 'at[0].Known'],
    ['of an age in words', { age: '12' }, 'not-an-age', 'age'],
    ['of an age below nothing', { age: -1 }, 'not-an-age', 'age'],
    ['of an age beyond people', { age: 151 }, 'not-an-age', 'age'],
    ['of an age that is no number', { age: Number.NaN }, 'not-an-age', 'age'],
    ['grown up, maybe', { adult: 'yes' }, 'not-yes-or-no', 'adult'],
    ['with a role that is a list', { role: ['recorder'] }, 'not-words', 'role'],
    ['with a relation that is a list', { relation: ['employee'] }, 'not-words', 'relation'],
    ['with a channel that is a list', { channel: ['phone'] }, 'not-words', 'channel'],
    ['with a residence that is a list', { residence: ['DE'] }, 'not-words', 'residence'],
    ['with an age under another key', { Age: 12 }, 'misspelt', 'Age'],
  ])('somebody %s', (_, change, code, at) => {
    expect(hostIs(change)).toEqual({ ok: false, code, at: `participants[0].${at}` });
  });

  test('whatever is sent, it is a problem of the closed list or a meeting that has an answer', () => {
    const near = fc.record(
      {
        participants: fc.array(
          fc.oneof(fc.jsonValue(), fc.constant(host), fc.record({ id: fc.string(), at: fc.jsonValue() })),
        ),
        media: fc.oneof(fc.jsonValue(), fc.array(fc.string())),
        lawfulBasis: fc.oneof(fc.jsonValue(), fc.constant('consent')),
        biometrics: fc.oneof(fc.jsonValue(), fc.boolean()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), near), (from) => {
        const outcome = readCase(from);
        if (!outcome.ok) expect(CASE_PROBLEMS).toContain(outcome.code);
        else expect(requirementOf(outcome.value).reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('what is inherited is not said: a prototype cannot make anybody grown up', () => {
    const outcome = readCase(Object.assign(Object.create({ participants: [host] }) as object, { media: ['audio'] }));
    expect(outcome).toEqual({ ok: false, code: 'not-a-list', at: 'participants' });
    expect(readCase(JSON.parse('{"__proto__": {"media": ["audio"]}, "participants": []}'))).toMatchObject({
      ok: false,
    });
  });

  test('a fault that is not the case’s is not called one', () => {
    const trap = {
      ...good,
      get media(): never {
        throw new TypeError('not ours');
      },
    };
    expect(() => readCase(trap)).toThrow('not ours');
  });
});

describe('a case that can be read', () => {
  const person = (change: Record<string, unknown>) => {
    const outcome = hostIs(change);
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.value.participants[0];
  };

  test('the least there is', () => {
    expect(readCase(good)).toEqual({
      ok: true,
      value: {
        participants: [
          {
            id: 'host',
            at: [{ code: 'US-TX', known: 'declared' }],
            residence: null,
            recorder: true,
            minor: false,
            employee: false,
          },
        ],
        media: ['audio'],
        purposes: null,
        basis: null,
        controller: null,
        biometrics: false,
        nonPartyRecorder: false,
        organisation: false,
        specialCategory: false,
      },
    });
  });

  test('everything there is; null is like left out, and what has no bearing is passed over', () => {
    const all = {
      purposes: ['training'],
      lawfulBasis: 'contract',
      controller: 'DE',
      biometrics: true,
      nonPartyRecorder: true,
      organisation: true,
      specialCategory: true,
    };
    expect(meeting({ ...all, title: 'A', expect: {}, event: null, 7: 8 })).toMatchObject({
      purposes: ['training'],
      basis: 'contract',
      controller: 'DE',
      biometrics: true,
      nonPartyRecorder: true,
      organisation: true,
      specialCategory: true,
    });
    const nothing = Object.fromEntries(Object.keys(all).map((key) => [key, null]));
    expect(meeting(nothing)).toEqual(meeting());
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['nothing said', {}, false],
    ['grown up', { adult: true }, false],
    ['not grown up', { adult: false }, true],
    ['eighteen', { age: 18 }, false],
    ['almost eighteen', { age: 17.9 }, true],
    ['newborn', { age: 0 }, true],
    ['both grown up and twelve', { adult: true, age: 12 }, true],
    ['both not grown up and thirty', { adult: false, age: 30 }, true],
  ])('%s: a minor or not', (_, change, minor) => {
    expect(person(change)?.minor).toBe(minor);
  });

  test('a relation that we do not know may be an employee’s, and only an own role records', () => {
    expect(person({ relation: 'other' })?.employee).toBe(false);
    expect(person({ relation: 'employee' })?.employee).toBe(true);
    expect(person({ relation: 'nephew' })?.employee).toBe(true);
    expect(person({ role: 'interpreter' })?.recorder).toBe(false);
    expect(person({ role: null })?.recorder).toBe(false);
  });

  test('places: by code, with how it is known, or in somebody’s own words', () => {
    expect(person({ at: null })?.at).toEqual([]);
    expect(person({ at: ['DE', { place: 'FR', known: 'host' }, { place: 'IT' }] })?.at).toEqual([
      { code: 'DE', known: 'declared' },
      { code: 'FR', known: 'host' },
      { code: 'IT', known: 'declared' },
    ]);
    expect(person({ at: [{ words: 'DE', known: 'met-before' }] })?.at).toEqual([
      { code: 'DE', known: 'met-before' },
      { code: 'US-DE', known: 'met-before' },
    ]);
    expect(person({ at: [{ words: 'Texas', place: 'US-NY' }], residence: 'FR' })).toMatchObject({
      at: [
        { code: 'US-TX', known: 'declared' },
        { code: 'US-NY', known: 'declared' },
      ],
      residence: 'FR',
    });
  });
});
