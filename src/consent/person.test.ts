import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import { circumstancesOf } from './person.ts';
import type { Person } from './state.ts';
import * as told from './testdata/told.ts';

const { ANA, BEN, HOST, hostSays, isIn } = told;
/** What is known of Ana, who is here with a second device. */
function known(...more: Entry[]) {
  const state = told.stateOf(told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN), ...more);
  return circumstancesOf(state, state.people.get(ANA) as Person);
}
const twice = told.same(BEN, ANA);

describe('what is known about one person', () => {
  test('nothing, before anybody has said anything', () => {
    expect(known()).toEqual({ at: [], residence: null, minor: false, employee: false, phone: false });
  });

  test('their own word stands beside the host’s, each place by each word once', () => {
    expect(known(isIn(ANA, 'US-TX'), hostSays(ANA, 'US-TX', 'DE'))).toMatchObject({
      at: [
        { code: 'US-TX', known: 'declared' },
        { code: 'US-TX', known: 'host' },
        { code: 'DE', known: 'host' },
      ],
    });
  });

  test('what is said of one device is so of the person', () => {
    expect(known(twice, isIn(BEN, 'DE')).at).toEqual([{ code: 'DE', known: 'declared' }]);
    expect(known(isIn(BEN, 'DE')).at).toEqual([]);
  });

  test('a second residence counts like a place, by the weakest word', () => {
    const lives = (who: typeof ANA, residence: string) => ({ ...isIn(who), residence });
    expect(known(lives(ANA, 'DE'))).toMatchObject({ at: [], residence: 'DE' });
    expect(known(twice, lives(ANA, 'DE'), lives(BEN, 'FR'))).toMatchObject({
      at: [{ code: 'FR', known: 'host' }],
      residence: 'DE',
    });
  });

  test.each(['minor', 'employee', 'phone'] as const)('%s is so if either of them says it', (what) => {
    expect(known(told.described(ANA, { [what]: true }))[what]).toBe(true);
    expect(known(told.described(ANA, { [what]: true, by: 'participant' }), told.described(ANA))[what]).toBe(true);
    expect(known(told.described(ANA))[what]).toBe(false);
    expect(known(twice, told.described(BEN, { [what]: true }))[what]).toBe(true);
  });
});
