import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import { SETTINGS, type Settings } from '../model/settings.ts';
import { describingDrafts } from './describing.ts';

const { HOST, isIn } = told;
const begun = [told.opened, told.joined(HOST)];
const entries = (settings: Partial<Settings>, ...more: told.Told[]) =>
  describingDrafts(told.stateOf(...begun, ...more), { ...SETTINGS, ...settings }).map(({ entry }) => entry);
const untouched = told.settled({ basis: null });

describe('what the settings say', () => {
  test('is logged whole when hosting begins, and not again', () => {
    expect(entries({})).toEqual([untouched]);
    expect(entries({}, untouched)).toEqual([]);
  });

  test('is logged again where it has changed', () => {
    expect(entries({ biometrics: true }, untouched)).toEqual([{ ...untouched, biometrics: true }]);
    const controller = { ...SETTINGS.controller, name: 'Beispiel', place: 'DE', organisation: true };
    expect(entries({ controller }, untouched)).toEqual([{ ...untouched, controller: 'DE', organisation: true }]);
    const atLeast = { rule: 'all-party', form: 'written' } as const;
    expect(entries({ atLeast }, untouched)).toEqual([{ ...untouched, atLeast }]);
    expect(entries({ atLeast }, { ...untouched, atLeast: { form: 'written', rule: 'all-party' } })).toEqual([]);
    for (const before of [{ ...atLeast, rule: 'one-party' }, { ...atLeast, form: 'explicit' }, null] as const)
      expect(entries({ atLeast }, { ...untouched, atLeast: before })).toEqual([{ ...untouched, atLeast }]);
    expect(entries({}, { ...untouched, atLeast })).toEqual([untouched]);
  });
});

describe('the host’s own place', () => {
  const own = { ...isIn(HOST, 'DE'), known: 'settings' } as const;

  test('is theirs by their settings, and follows them', () => {
    expect(entries({ place: 'DE' }, untouched)).toEqual([own]);
    expect(entries({ place: 'DE' }, untouched, own)).toEqual([]);
    expect(entries({ place: 'FR' }, untouched, own)).toEqual([{ ...own, places: ['FR'] }]);
    expect(entries({ place: null }, untouched, own)).toEqual([{ ...own, places: [] }]);
  });

  test('is where they said in this meeting that they are, whatever the settings say', () => {
    expect(entries({ place: 'DE' }, untouched, isIn(HOST, 'FR'))).toEqual([]);
  });
});
