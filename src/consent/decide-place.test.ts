import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { decide } from './decide.ts';
import { blankDirectory, learn } from './directory.ts';
import type { Heard } from './heard.ts';
import * as told from './testdata/told.ts';

const { ANA, BEN, CEM, DOUBT, HOST, T0 } = told;
const fresh = { participant: () => 'pNew' as ParticipantKey, doubt: () => DOUBT };
const NAMES = new Map([
  [HOST, 'Host'],
  [ANA, 'Ana'],
  [BEN, 'Ben'],
  [CEM, 'Ben'],
]);
const MEETING: Entry[] = [told.opened, ...[...NAMES.keys()].map((key) => told.joined(key))];
const IN_TEXAS: Heard = {
  says: 'nothing',
  all: false,
  sure: false,
  place: { places: ['US-TX'], remember: null },
  tag: { kind: 'none' },
};
const stated = (participant: ParticipantKey, ...places: string[]): Entry => ({
  kind: 'place-stated',
  participant,
  places,
  residence: null,
  known: 'declared',
  by: 'participant',
});

interface Line {
  readonly name?: string;
  readonly self?: boolean;
  readonly edited?: boolean;
  readonly replayed?: boolean;
}
function decided(
  heard: Heard,
  { name = 'Ana', self = false, edited = false, replayed = false }: Line,
  ...more: Entry[]
) {
  const log = told.logOf(...MEETING, ...more);
  const directory = blankDirectory();
  for (const logged of log)
    if (logged.entry.kind === 'participant-joined')
      learn(directory, logged, { name: NAMES.get(logged.entry.participant) ?? '' });
  const line = { id: 'm1', sender: { id: null, name, self }, text: 'I am in Texas', edited };
  const chat: Observation = { what: 'chat', key: 'k', at: T0 + 60_000, replayed, line };
  return decide(told.stateOf(...MEETING, ...more), directory, chat, heard, fresh).drafts;
}

describe('somebody’s word about where they are', () => {
  test('is theirs, with what they wrote as evidence, before anybody has asked', () => {
    expect(decided(IN_TEXAS, {})).toEqual([
      { entry: stated(ANA, 'US-TX'), subject: ANA, disclosures: { words: 'I am in Texas', site: 'm1' } },
    ]);
  });

  test('is the host’s own when the host writes it', () => {
    expect(decided(IN_TEXAS, { self: true, name: 'Host' })).toMatchObject([{ entry: stated(HOST, 'US-TX') }]);
  });

  test('holds every place that its name means', () => {
    const georgia = decided({ ...IN_TEXAS, place: { places: ['GE', 'US-GA'], remember: null } }, {});
    expect(georgia).toMatchObject([{ entry: stated(ANA, 'GE', 'US-GA') }]);
  });

  test('keeps where they said that they live, and is not told twice', () => {
    const lives: Entry = { ...stated(ANA, 'DE'), residence: 'FR' } as Entry;
    expect(decided(IN_TEXAS, {}, lives)).toMatchObject([{ entry: { places: ['US-TX'], residence: 'FR' } }]);
    expect(decided(IN_TEXAS, {}, stated(ANA, 'US-TX'))).toEqual([]);
  });

  test('and where they live is written down beside where they are, as it was said', () => {
    const lives: Heard = { ...IN_TEXAS, place: { places: ['FR'], remember: null, lives: true } };
    const texas = { ...stated(ANA, 'US-TX'), remember: true } as Entry;
    expect(decided(lives, {})).toMatchObject([{ entry: { places: [], residence: 'FR', known: 'declared' } }]);
    expect(decided(lives, {}, texas)).toMatchObject([
      { entry: { places: ['US-TX'], residence: 'FR', known: 'declared', remember: true } },
    ]);
    expect(decided(lives, {}, { ...texas, residence: 'FR' } as Entry)).toEqual([]);
  });

  test.each<[string, Line]>([
    ['a line that was there before', { replayed: true }],
    ['a line that was changed', { edited: true }],
    ['one of two people of that name', { name: 'Ben' }],
    ['somebody who is not in the list', { name: 'Zoe' }],
  ])('is not taken from %s: it could lower the rule', (_, line) => {
    expect(decided(IN_TEXAS, line)).toEqual([]);
  });

  test('says whether the host may remember it, and says it anew when that has changed', () => {
    const leave = (remember: boolean): Heard => ({ ...IN_TEXAS, place: { places: ['US-TX'], remember } });
    const texas = stated(ANA, 'US-TX');
    expect(decided(leave(true), {})).toMatchObject([{ entry: { ...texas, remember: true } }]);
    expect(decided(leave(true), {}, texas)).toMatchObject([{ entry: { remember: true } }]);
    expect(decided(leave(true), {}, { ...texas, remember: true } as Entry)).toEqual([]);
    expect(decided(leave(false), {}, { ...texas, remember: true } as Entry)).toMatchObject([
      { entry: { ...texas, remember: false } },
    ]);
    expect(decided(IN_TEXAS, {}, { ...texas, remember: true } as Entry)).toEqual([]);
    expect(decided(leave(true), { self: true, name: 'Host' })).toEqual([
      { entry: stated(HOST, 'US-TX'), subject: HOST, disclosures: { words: 'I am in Texas', site: 'm1' } },
    ]);
  });

  test('can be taken back, also when nothing was said in this meeting', () => {
    const forget: Heard = { ...IN_TEXAS, place: { places: [], remember: false } };
    const back = [{ entry: { ...stated(ANA), remember: false } }];
    expect(decided(forget, {})).toMatchObject(back);
    expect(decided(forget, {}, stated(ANA, 'US-TX'))).toMatchObject(back);
    expect(decided(forget, {}, { ...stated(ANA, 'US-TX'), known: 'met-before' } as Entry)).toMatchObject(back);
    expect(decided(forget, { edited: true })).toEqual([]);
  });

  test('is not taken beside an answer', () => {
    expect(decided({ ...IN_TEXAS, says: 'refused', sure: true }, {}, told.asked())).toMatchObject([
      { entry: { kind: 'answered', answer: 'refused' } },
    ]);
  });
});
