import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { maybeMet, metDrafts, wishesIn } from './met.ts';

const { ANA, BEN, CEM, HOST, hostSays, isIn, joined, left, stateOf } = told;
const ACCOUNTS = new Map([
  [HOST, 'host'],
  [ANA, 'ana'],
  [BEN, 'ben'],
]);
const accountOf = (participant: ParticipantKey) => ACCOUNTS.get(participant) ?? null;
const MEETING: Entry[] = [told.opened, joined(HOST), joined(ANA), joined(BEN), joined(CEM)];
const metBefore = (participant: ParticipantKey, ...places: string[]): EntryOf<'place-stated'> => ({
  ...isIn(participant, ...places),
  known: 'met-before',
});

describe('what people want of being remembered', () => {
  const wishes = (...entries: Entry[]) => wishesIn(entries, accountOf);
  const remember = (entry: EntryOf<'place-stated'>, wanted: boolean) => ({ ...entry, remember: wanted });

  test('their own place, where they gave leave', () => {
    expect(wishes(remember(isIn(ANA, 'DE', 'AT'), true))).toEqual([
      { wish: 'remember', account: 'ana', places: ['DE', 'AT'] },
    ]);
    expect(wishes(...MEETING, isIn(ANA, 'DE'))).toEqual([]);
  });

  test('nothing any more, where they took it back, or say that they are nowhere', () => {
    expect(wishes(remember(isIn(ANA, 'DE'), false))).toEqual([{ wish: 'forget', account: 'ana' }]);
    expect(wishes(remember(isIn(ANA), true))).toEqual([{ wish: 'forget', account: 'ana' }]);
  });

  test('what was remembered from before is no new leave', () => {
    expect(wishes(remember(metBefore(ANA, 'DE'), true))).toEqual([{ wish: 'forget', account: 'ana' }]);
  });

  test('the host cannot give leave for them', () => {
    expect(wishes(remember(hostSays(ANA, 'DE'), true))).toEqual([]);
  });

  test('nothing else that is in a log is a wish', () => {
    const other = { ...told.answered(ANA), remember: true, places: ['DE'], known: 'declared' } as unknown as Entry;
    expect(wishes(other)).toEqual([]);
  });

  test('of whom the site shows no account, nothing is kept', () => {
    expect(wishes(remember(isIn(CEM, 'DE'), true), remember(isIn(CEM, 'DE'), false))).toEqual([]);
  });

  test('each in turn: the last of them counts for whoever keeps them', () => {
    expect(
      wishes(remember(isIn(ANA, 'DE'), true), remember(isIn(BEN, 'FR'), true), remember(isIn(ANA), false)),
    ).toEqual([
      { wish: 'remember', account: 'ana', places: ['DE'] },
      { wish: 'remember', account: 'ben', places: ['FR'] },
      { wish: 'forget', account: 'ana' },
    ]);
  });
});

describe('who might be known from an earlier meeting', () => {
  const maybe = (...more: Entry[]) => maybeMet(stateOf(...MEETING, ...more), accountOf);
  const [ana, ben] = [ANA, BEN].map((participant) => ({ participant, account: ACCOUNTS.get(participant) }));

  test('everybody with an account but the host', () => expect(maybe()).toEqual([ana, ben]));

  test('not who has left, or has said where they are, though the host may have said it', () => {
    expect(maybe(left(ANA))).toEqual([ben]);
    expect(maybe(isIn(ANA, 'DE'))).toEqual([ben]);
    expect(maybe(hostSays(ANA, 'DE'))).toEqual([ana, ben]);
  });

  test('not whose account said it on another device, or before they left: that is newer', () => {
    const phone = 'pPhone' as ParticipantKey;
    const twice = (participant: ParticipantKey) => (participant === phone ? 'ana' : accountOf(participant));
    const state = (...more: Entry[]) => stateOf(...MEETING, joined(phone), ...more);
    expect(maybeMet(state(), twice)).toHaveLength(3);
    expect(maybeMet(state(isIn(phone, 'DE')), twice)).toEqual([ben]);
    expect(maybeMet(state(isIn(phone, 'DE'), left(phone)), twice)).toEqual([ben]);
    // What is merely remembered there is not newer.
    expect(maybeMet(state(metBefore(phone, 'DE')), twice)).toEqual([ana, ben]);
  });
});

describe('where they said that they were in an earlier meeting', () => {
  const drafts = (participant: ParticipantKey, places: readonly string[], ...more: Entry[]) =>
    metDrafts(stateOf(...MEETING, ...more), accountOf, participant, places).map(({ entry }) => entry);

  test('is where they are, by their own word of then', () => {
    expect(drafts(ANA, ['DE', 'AT'])).toEqual([metBefore(ANA, 'DE', 'AT')]);
  });

  test('counts for nothing once they have said anything here', () => {
    expect(drafts(ANA, ['DE'], isIn(ANA, 'FR'))).toEqual([]);
    expect(drafts(ANA, ['DE'], isIn(ANA))).toEqual([]);
  });

  test('is nothing of who is not here, has no account, is the host, or of whom nothing is kept', () => {
    expect(drafts('pNobody' as ParticipantKey, ['DE'])).toEqual([]);
    expect(drafts(CEM, ['DE'])).toEqual([]);
    expect(drafts(HOST, ['DE'])).toEqual([]);
    expect(drafts(ANA, [])).toEqual([]);
  });
});
