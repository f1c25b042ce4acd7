import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import { standingOf } from './standing.ts';
import { type Person, presentPeople } from './state.ts';
import * as told from './testdata/told.ts';

const { ANA, BEN, HOST, NEXT_ASK, stateOf } = told;
const [opened, host, ana, ask] = [told.opened, told.joined(HOST), told.joined(ANA), told.asked()];
/** Where Ana stands, when these entries follow: numbers 4 and up. */
function standing(...entries: Entry[]) {
  const state = stateOf(opened, host, ana, ask, ...entries);
  const { answer, yeses, ...rest } = standingOf(state, state.people.get(ANA) as Person);
  return { ...rest, answer: answer?.index ?? null, yeses: yeses.map((yes) => yes.index) };
}
const base = { participant: ANA, people: 1, needs: 'explicit', tooWeak: false, answer: null, yeses: [] };

describe('one person and the ask in force', () => {
  test('nobody was asked: nothing counts, not even an answer', () => {
    const state = stateOf(opened, host, ana, told.yes(ANA));
    expect(standingOf(state, state.people.get(ANA) as Person)).toMatchObject({
      state: 'unasked',
      yeses: [],
      answer: { index: 3 },
    });
  });

  test('not shown the notice yet, shown it, in doubt', () => {
    expect(standing()).toEqual({ ...base, state: 'unasked' });
    expect(standing(told.shown(ANA, NEXT_ASK))).toEqual({ ...base, state: 'unasked' });
    expect(standing(told.shown(ANA))).toEqual({ ...base, state: 'requested' });
    expect(standing(told.shown(ANA), told.doubted({ closes: false }))).toEqual({ ...base, state: 'doubtful' });
    expect(standing(told.shown(ANA), told.doubted({ participant: BEN }))).toEqual({ ...base, state: 'requested' });
    expect(standing(told.shown(ANA), told.doubted({ participant: null }))).toEqual({ ...base, state: 'requested' });
  });

  test('a yes counts; the newest yes of one person is the one that counts', () => {
    expect(standing(told.yes(ANA))).toEqual({ ...base, state: 'given', answer: 4, yeses: [4] });
    expect(standing(told.yes(ANA), told.yes(ANA))).toEqual({ ...base, state: 'given', answer: 5, yeses: [5] });
  });

  test('a refusal and a withdrawal are told apart, and end the yes', () => {
    expect(standing(told.yes(ANA), told.no(ANA))).toEqual({ ...base, state: 'refused', answer: 5 });
    expect(standing(told.yes(ANA), told.no(ANA, { answer: 'withdrawn' }))).toEqual({
      ...base,
      state: 'withdrawn',
      answer: 5,
    });
  });

  test('a no to an ask before is no no to this one: they are asked again', () => {
    expect(standing(told.no(ANA), told.asked({}, NEXT_ASK))).toEqual({ ...base, state: 'unasked' });
    // Nor a yes to one that requires nothing.
    const optional = told.asked({ purposes: [{ purpose: 'training', required: false }] }, NEXT_ASK);
    expect(standing(told.no(ANA), optional)).toEqual({ ...base, state: 'unasked' });
  });

  test('who merely went on where more is asked is told apart from who agreed to less, whatever they said before', () => {
    const wentOn = told.yes(ANA, { ask: NEXT_ASK, grade: 'implied', form: 'implied-by-continuing-after-notice' });
    expect(standing(told.no(ANA), told.asked({}, NEXT_ASK), wentOn)).toMatchObject({ state: 'expired', tooWeak: true });
    const third = 'aThird' as typeof NEXT_ASK;
    const optional = { purposes: [{ purpose: 'training', required: false }] } as const;
    const little = [told.asked({ keepDays: 1, ...optional }, third), told.yes(ANA, { ask: third, purposes: [] })];
    // The no covers all that is asked now, since nothing must be agreed to; it is no yes for that.
    expect(standing(told.no(ANA), ...little, told.asked(optional, NEXT_ASK))).toMatchObject({
      state: 'expired',
      tooWeak: false,
    });
  });

  test.each<[string, Parameters<typeof told.asked>[0], string]>([
    ['picture beside sound', { media: 'sound+picture' }, 'expired'],
    ['kept longer', { keepDays: 31 }, 'expired'],
    ['proof kept longer', { proofDays: 366 }, 'expired'],
    ['the same', {}, 'given'],
    ['shorter', { keepDays: 1, proofDays: 1 }, 'given'],
  ])('a yes and an ask that wants %s', (_what, terms, state) => {
    expect(standing(told.yes(ANA), told.asked(terms, NEXT_ASK))).toMatchObject({ state, answer: 4 });
  });
});

describe('several people behind one tile', () => {
  test('as many yeses as people', () => {
    const two = told.counted(ANA, 2);
    expect(standing(two, told.yes(ANA))).toEqual({ ...base, people: 2, state: 'partly-given', answer: 5, yeses: [5] });
    expect(standing(two, told.yes(ANA, { person: 2 }))).toMatchObject({ state: 'partly-given', yeses: [5] });
    expect(standing(two, told.yes(ANA, { person: 2 }), told.yes(ANA))).toMatchObject({
      state: 'given',
      answer: 6,
      yeses: [5, 6],
    });
  });

  test('one person twice is not two', () => {
    expect(standing(told.counted(ANA, 2), told.yes(ANA), told.yes(ANA))).toMatchObject({ state: 'partly-given' });
  });

  test('a yes of a third person does not stand for the first when only one is here', () => {
    expect(standing(told.counted(ANA, 3), told.yes(ANA, { person: 3 }), told.counted(ANA, 1))).toEqual({
      ...base,
      state: 'unasked',
    });
  });
});

describe('one person on two devices', () => {
  const both = [told.joined(BEN), told.same(BEN, ANA)];
  test('a yes of either counts', () => {
    expect(standing(...both, told.yes(BEN))).toMatchObject({ state: 'given', answer: 6 });
    expect(standing(...both, told.yes(BEN), told.yes(ANA))).toMatchObject({
      state: 'given',
      yeses: [expect.any(Number)],
    });
  });

  test('a no of either counts, the newest one tells which', () => {
    expect(standing(...both, told.no(BEN))).toMatchObject({ state: 'refused', answer: 6 });
    expect(standing(...both, told.no(BEN), told.no(ANA, { answer: 'withdrawn' }))).toMatchObject({
      state: 'withdrawn',
      answer: 7,
    });
    expect(standing(...both, told.no(ANA), told.no(BEN, { answer: 'withdrawn' }))).toMatchObject({
      state: 'withdrawn',
      answer: 7,
    });
  });

  test('shown on one is shown, in doubt about one is in doubt', () => {
    expect(standing(...both, told.shown(BEN))).toMatchObject({ state: 'requested' });
    expect(standing(...both, told.doubted({ participant: BEN }))).toMatchObject({ state: 'doubtful' });
  });

  test('the room with most people counts; who is present on any device is here once', () => {
    expect(standing(...both, told.counted(BEN, 3))).toMatchObject({ people: 3 });
    const here = (...entries: Entry[]) =>
      presentPeople(stateOf(opened, host, ana, ask, ...both, ...entries)).map((one) => one.participant);
    expect(here()).toEqual([HOST, ANA]);
    expect(here(told.left(ANA))).toEqual([HOST, ANA]);
    expect(here(told.left(ANA), told.left(BEN))).toEqual([HOST]);
  });

  test('an expired yes names the newest answer', () => {
    expect(
      standing(...both, told.yes(BEN), told.yes(ANA), told.asked({ media: 'sound+picture' }, NEXT_ASK)),
    ).toMatchObject({ state: 'expired', answer: 7, yeses: [] });
  });
});
