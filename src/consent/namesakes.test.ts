import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { RosterPerson } from '../model/roster.ts';
import { blankDirectory, type Directory } from './directory.ts';
import { askedAnew, cameBackUncounted, fewerOfOneName, maybeNamesakes } from './name-only.ts';
import type { Person, State } from './state.ts';
import * as told from './testdata/told.ts';

/** Where a name is all that is known of somebody: each question about namesakes, by itself. */
const { ANA, ASK, BEN, CEM, HOST, joined, left, NEXT_ASK, read, shown } = told;
const nameless = (participant: ParticipantKey) => joined(participant, { stable: false });
const MEETING: Entry[] = [told.opened, joined(HOST), nameless(ANA), nameless(BEN)];

function known(names: Partial<Record<string, string>>, sites: Partial<Record<string, string>> = {}): Directory {
  const directory = blankDirectory();
  for (const [key, name = ''] of Object.entries(names))
    directory.people.set(key as ParticipantKey, { site: sites[key] ?? null, name });
  return directory;
}
const here = (state: State) => [...state.people.values()].filter(({ present }) => present);
const keysOf = (people: Iterable<Person>) => [...people].map(({ participant }) => participant);
const row = (name: string, how: Partial<RosterPerson> = {}): RosterPerson => ({ id: null, name, self: false, ...how });
const OWN = row('Host', { self: true });
const list = (people: RosterPerson[], counter: number | null = people.length) =>
  ({ people, counter, completeness: 'complete', source: 'dom' }) as const;

describe('of several people with one name', () => {
  const two = known({ [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ana' });
  const fewer = (people: RosterPerson[], names = two, entries = MEETING) =>
    keysOf(fewerOfOneName(list(people), here(told.stateOf(...entries)), names));

  test('one has left: nobody can say who, so all of them are new', () => {
    expect(fewer([OWN, row('Ana')])).toEqual([ANA, BEN]);
    expect(fewer([OWN])).toEqual([ANA, BEN]);
    expect(fewer([OWN, row('Ana'), row('Ana')])).toEqual([]);
  });

  test('somebody else of that name, with an id or oneself, takes nobody’s place', () => {
    expect(fewer([OWN, row('Ana'), row('Ana', { id: 'a' })])).toEqual([ANA, BEN]);
    expect(fewer([row('Ana', { self: true }), row('Ana')])).toEqual([ANA, BEN]);
  });

  test('one alone of that name is not meant, gone or not', () => {
    const apart = known({ [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ben' });
    expect(fewer([OWN, row('Ben')], apart)).toEqual([]);
    expect(fewer([OWN], apart)).toEqual([]);
  });

  test('nor whoever the site knows by an id, nor the host', () => {
    expect(fewer([OWN, row('Ana')], known({ [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ana' }, { [BEN]: 'b' }))).toEqual([]);
    expect(fewer([row('Ana', { self: true })], known({ [HOST]: 'Ana', [ANA]: 'Ana', [BEN]: 'Ben' }))).toEqual([]);
  });
});

describe('a name that comes back after the count moved', () => {
  const names = known({ [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ben' });
  const back = (entries: Entry[], people: RosterPerson[], counter: number | null, of = names) => {
    const state = told.stateOf(...MEETING, ...entries);
    return keysOf(cameBackUncounted(state, list(people, counter), here(state), of));
  };
  const everybody = [OWN, row('Ana'), row('Ben')];

  test('is new when it was out of sight; who was in sight all the time is not', () => {
    expect(back([read(3)], [OWN, row('Ben')], 2)).toEqual([ANA]);
    expect(back([read(3)], everybody, 2)).toEqual([]);
    expect(back([read(2, { completeness: 'partial', counter: 3 })], everybody, 4)).toEqual([ANA, BEN]);
    expect(back([read(2, { counter: 3 })], everybody, 4)).toEqual([ANA, BEN]);
  });

  test('without a count, or before it, nothing is known to have moved', () => {
    expect(back([read(3)], [OWN, row('Ben')], 3)).toEqual([]);
    expect(back([read(3)], [OWN, row('Ben')], null)).toEqual([]);
    expect(back([read(3, { counter: null })], [OWN, row('Ben')], 2)).toEqual([]);
    expect(back([], [OWN, row('Ben')], 2)).toEqual([]);
  });

  test('on a page that does not list oneself, everybody else is everybody', () => {
    const others = [row('Ana'), row('Ben')];
    expect(back([read(2, { counter: 3 })], others, 4)).toEqual([]);
    expect(back([read(1, { counter: 3 })], others, 4)).toEqual([ANA, BEN]);
    // A page that lists oneself, and had one row less, had not shown somebody.
    expect(back([read(2, { counter: 3 })], [OWN, ...others], 4)).toEqual([ANA, BEN]);
  });

  test('is not seen again in a row with an id, or in one’s own', () => {
    expect(back([read(3)], [OWN, row('Ana', { id: 'a' }), row('Ben')], 4)).toEqual([ANA]);
    expect(back([read(3)], [row('Ana', { self: true }), row('Ben')], 4)).toEqual([ANA]);
  });

  test('after nobody looked, nobody is known to have stayed', () => {
    expect(back([read(3), { kind: 'watch-lost' }], everybody, 4)).toEqual([ANA, BEN]);
    expect(back([read(3), { kind: 'watch-lost' }], everybody, 3)).toEqual([]);
  });

  test('is the same wherever the site knows it by an id', () => {
    const ids = known({ [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ben' }, { [ANA]: 'a' });
    expect(back([read(3)], [OWN, row('Ben')], 2, ids)).toEqual([]);
  });
});

describe('is somebody asked who may be one of the same name who was asked before?', () => {
  const before = [...MEETING, told.asked(), shown(ANA), left(ANA), nameless(CEM)];
  const names = { [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ben', [CEM]: 'Ana' };
  const anew = (people: ParticipantKey[], entries = before, of: Partial<Record<string, string>> = names, ask = ASK) =>
    askedAnew(told.stateOf(...entries), known(of), { ask, people });

  test('yes, if one of them left after seeing that very question', () => {
    expect(anew([CEM])).toBe(true);
    expect(anew([CEM], before, names, NEXT_ASK)).toBe(false);
    expect(anew([CEM], [...MEETING, told.asked(), left(ANA), nameless(CEM)])).toBe(false);
    expect(anew([CEM], [...MEETING, told.asked(), shown(ANA), nameless(CEM)])).toBe(false);
  });

  test('one among several is enough, and another name is none', () => {
    expect(anew([BEN, CEM])).toBe(true);
    expect(anew([BEN])).toBe(false);
    expect(anew([])).toBe(false);
    expect(anew(['pNobody' as ParticipantKey])).toBe(false);
  });

  test('nobody whom the site knows by an id, before or now', () => {
    const hadId = [told.opened, joined(HOST), joined(ANA), told.asked(), shown(ANA), left(ANA), nameless(CEM)];
    expect(anew([CEM], hadId)).toBe(false);
    expect(anew([CEM], [...MEETING, told.asked(), shown(ANA), left(ANA), joined(CEM)])).toBe(false);
  });
});

describe('may a line be of somebody of the same name who has left?', () => {
  const names = { [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ben', [CEM]: 'Ana' };
  const after = [...MEETING, told.asked(), left(ANA), nameless(CEM)];
  const maybe = (of: ParticipantKey, entries = after, called: Partial<Record<string, string>> = names) =>
    maybeNamesakes(told.stateOf(...entries), known(called), of);

  test('while nothing of ours has reached whoever is here now', () => {
    expect(maybe(CEM)).toBe(true);
    expect(maybe(CEM, [...after, shown(CEM)])).toBe(false);
  });

  test('also where the names only look alike', () => {
    expect(maybe(CEM, after, { ...names, [CEM]: '\u0410na' })).toBe(true);
    expect(maybe(CEM, after, { ...names, [CEM]: 'Cem' })).toBe(false);
  });

  test('not while the other one is here still', () => {
    expect(maybe(CEM, [...MEETING, nameless(CEM)])).toBe(false);
  });

  test('nobody is mistaken for the host, and the host for nobody', () => {
    expect(maybe(HOST, after, { ...names, [HOST]: 'Ana' })).toBe(false);
    const gone = [told.opened, joined(HOST, { stable: false }), left(HOST), nameless(CEM)];
    expect(maybe(CEM, gone, { [HOST]: 'Ana', [CEM]: 'Ana' })).toBe(false);
  });

  test('nor where the site knows one of the two by an id', () => {
    expect(maybe(CEM, [...MEETING, left(ANA), joined(CEM)])).toBe(false);
    expect(maybe(CEM, [told.opened, joined(HOST), joined(ANA), left(ANA), nameless(CEM)])).toBe(false);
  });

  test('of somebody who is not in the log, there is nothing to ask', () => {
    expect(maybe('pNobody' as ParticipantKey)).toBe(false);
  });
});
