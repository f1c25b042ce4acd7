import { describe, expect, test } from 'vitest';
import type { Order } from '../model/observation.ts';
import { decideOrder } from './decide-order.ts';
import { placeStated } from './decide-person.ts';
import * as told from './testdata/told.ts';

const { ANA, ASK, BEN, CEM, EPOCH, HOST, hostSays, isIn, ruledState } = told;
const base = [told.opened, told.joined(HOST), told.settled(), told.joined(ANA), told.joined(BEN)];
const decided = (
  order: Exclude<Order, { do: 'list-right' | 'write-down' | 'cross-out' | 'rename' }>,
  ...more: told.Told[]
) => decideOrder(ruledState(...base, ...more), order).drafts.map(({ entry }) => entry);
const nobody = { minor: false, employee: false, phone: false };

describe('the host says where somebody is', () => {
  const state = (participant: typeof ANA, ...places: string[]) =>
    ({ do: 'state-place', participant, places, residence: null }) as const;

  test('of others it is the host’s word, of themselves their own', () => {
    expect(decided(state(ANA, 'DE', 'AT'))).toEqual([hostSays(ANA, 'DE', 'AT')]);
    expect(decided(state(HOST, 'US-TX'))).toEqual([isIn(HOST, 'US-TX')]);
  });

  test('again it changes nothing; an empty list takes it back; of nobody it says nothing', () => {
    expect(decided(state(ANA, 'DE'), hostSays(ANA, 'DE'))).toEqual([]);
    expect(decided(state(ANA), hostSays(ANA, 'DE'))).toEqual([hostSays(ANA)]);
    expect(decided(state(ANA))).toEqual([]);
    expect(decided(state(CEM, 'DE'))).toEqual([]);
    expect(decided({ ...state(ANA, 'DE'), residence: 'FR' }, hostSays(ANA, 'DE'))).toHaveLength(1);
    expect(decided(state(ANA, 'DE', 'AT'), hostSays(ANA, 'DE', 'AT'))).toEqual([]);
    expect(decided(state(ANA, 'DE'), hostSays(ANA, 'DE', 'AT'))).toHaveLength(1);
  });

  test('their own word replaces what they said in an earlier meeting, also where it is the same place', () => {
    const now = ruledState(...base, { ...isIn(ANA, 'US-TX'), known: 'met-before' });
    expect(placeStated(now, isIn(ANA, 'US-TX')).drafts).toHaveLength(1);
    expect(placeStated(now, { ...isIn(ANA, 'US-TX'), known: 'met-before' }).drafts).toEqual([]);
    expect(placeStated(now, isIn(CEM, 'US-TX')).drafts).toEqual([]);
  });
});

describe('the host notes about somebody', () => {
  const note = (how: Partial<typeof nobody>) => ({ do: 'describe', participant: ANA, ...nobody, ...how }) as const;

  test('what is new', () => {
    expect(decided(note({ minor: true }))).toEqual([told.described(ANA, { minor: true })]);
    expect(decided({ ...note({ phone: true }), participant: HOST })).toEqual([
      told.described(HOST, { phone: true, by: 'participant' }),
    ]);
  });

  test('and nothing that is noted already', () => {
    expect(decided(note({}))).toEqual([]);
    expect(decided(note({ minor: true }), told.described(ANA, { minor: true }))).toEqual([]);
    expect(decided(note({}), told.described(ANA, { minor: true }))).toHaveLength(1);
    for (const what of ['minor', 'employee', 'phone'] as const) {
      expect(decided(note({ [what]: true }), told.described(ANA, { [what]: true }))).toEqual([]);
      expect(decided(note({}), told.described(ANA, { [what]: true }))).toHaveLength(1);
    }
  });
});

describe('a guardian’s answer', () => {
  const guardian = { do: 'guardian', participant: ANA, answer: 'consented', how: 'paper' } as const;
  const young = told.described(ANA, { minor: true });
  const entry = {
    kind: 'guardian-answered',
    ask: ASK,
    participant: ANA,
    answer: 'consented',
    channel: 'paper',
    by: 'host',
  };

  test('is noted of a minor, about the ask, once', () => {
    const first = decided(guardian, young, told.asked());
    expect(first).toEqual([entry]);
    expect(decided(guardian, young, told.asked(), first[0] as told.Told)).toEqual([]);
    expect(decided({ ...guardian, answer: 'refused' }, young, told.asked(), first[0] as told.Told)).toHaveLength(1);
    // In writing and aloud are two answers: only one of them may be enough.
    expect(decided({ ...guardian, how: 'aloud' }, young, told.asked(), first[0] as told.Told)).toHaveLength(1);
  });

  test('is none of somebody grown up, or before anybody was asked', () => {
    expect(decided(guardian, told.asked())).toEqual([]);
    expect(decided(guardian, young)).toEqual([]);
  });

  test('of a second device is the whole person’s', () => {
    const twice = told.same(ANA, BEN);
    expect(decided(guardian, young, told.asked(), twice)).toEqual([{ ...entry, participant: BEN }]);
  });
});

describe('the words that must be heard', () => {
  const said = { do: 'announced', epoch: EPOCH } as const;
  test('were said in the epoch that is open, once', () => {
    const entry = { kind: 'announced', epoch: EPOCH, by: 'host' } as const;
    expect(decided(said, told.gateOpened())).toEqual([entry]);
    expect(decided(said, told.gateOpened(), entry)).toEqual([]);
    expect(decided(said)).toEqual([]);
    expect(decided({ ...said, epoch: told.NEXT_EPOCH }, told.gateOpened())).toEqual([]);
  });

  test('were not said in time: the host may resume', () => {
    expect(decided({ do: 'resume' }, { kind: 'announcement-missed', epoch: EPOCH })).toEqual([{ kind: 'resumed' }]);
  });
});

test('a yes that the host notes is bound to what was asked: a paper is in writing, a word is not', () => {
  const requirement = ruledState(...base, told.asked()).requirement?.fingerprint;
  const attest = (how: 'aloud' | 'paper') =>
    decided({ do: 'attest', participant: ANA, person: 1, how }, told.asked())[0];
  expect(attest('aloud')).toMatchObject({ form: 'explicit', requirement });
  expect(attest('paper')).toMatchObject({ form: 'written', requirement });
  const settle = { do: 'settle', doubt: told.DOUBT, as: 'consented', participant: ANA } as const;
  expect(decided(settle, told.asked(), told.doubted())[1]).toMatchObject({ form: 'explicit', requirement });
  expect(decided({ do: 'record-refusal', participant: ANA }, told.asked())[0]).not.toHaveProperty('form');
});
