import { expect, test } from 'vitest';
import { SETTINGS } from '../../src/model/settings.ts';
import { noMinimum } from './no-minimum.ts';

test.each([
  ['nobody knows where the host is', {}, ['place-unknown']],
  ['a state where one party is enough', { place: 'US-TX' }, []],
  ['a country whose states differ', { place: 'US' }, ['place-unknown']],
  ['consent under the GDPR, assumed', { place: 'DE' }, ['consent-basis']],
  ['another ground under the GDPR', { place: 'DE', basis: 'contract' }, []],
  ['specially protected data', { place: 'US-TX', specialCategory: true }, ['special-category']],
  ['a recorder who only listens', { place: 'US-TX', nonPartyRecorder: true }, ['non-party-recorder']],
  [
    'a controller somewhere unknown',
    { place: 'US-TX', controller: { ...SETTINGS.controller, place: 'XX' } },
    ['place-unknown'],
  ],
] as const)('%s', (_name, changes, why) => {
  expect(noMinimum({ ...SETTINGS, ...changes })).toEqual(expect.arrayContaining([...why]));
  if (why.length === 0) expect(noMinimum({ ...SETTINGS, ...changes })).toEqual([]);
});
