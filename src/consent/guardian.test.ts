import { describe, expect, test } from 'vitest';
import type { AskTerms } from '../model/ask.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import type { AskId } from '../model/id.ts';
import { guardianOf } from './guardian.ts';
import type { Person } from './state.ts';
import * as told from './testdata/told.ts';

const { ANA, ASK, BEN, HOST, NEXT_ASK } = told;
const young = told.described(ANA, { minor: true });
const BEFORE: Entry[] = [told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN)];
const says = (how: Partial<EntryOf<'guardian-answered'>> = {}): Entry => ({
  kind: 'guardian-answered',
  ask: ASK,
  participant: ANA,
  answer: 'consented',
  channel: 'aloud',
  by: 'host',
  ...how,
});
function stands(...more: Entry[]): string {
  const state = told.ruledState(...BEFORE, ...more);
  return guardianOf(state, state.people.get(ANA) as Person);
}
const next = (terms: Partial<AskTerms>, ask: AskId = NEXT_ASK) => told.asked(terms, ask);

describe('a guardian', () => {
  test('is asked of minors only, and needed before anybody was asked', () => {
    expect(stands(told.asked())).toBe('none');
    expect(stands(young)).toBe('needed');
    expect(stands(young, told.asked())).toBe('needed');
  });

  test('who agreed has given it, whichever device it was noted at', () => {
    expect(stands(young, told.asked(), says())).toBe('given');
    expect(stands(young, told.asked(), says({ participant: BEN }), told.same(BEN, ANA))).toBe('given');
    expect(stands(young, told.asked(), says({ participant: BEN }))).toBe('needed');
  });

  test('who refused has refused this ask, and nothing about a newer one', () => {
    const refused = says({ answer: 'refused' });
    expect(stands(young, told.asked(), refused)).toBe('refused');
    expect(stands(young, told.asked(), refused, next({}))).toBe('needed');
  });

  test('a yes lives on in an ask that wants no more, and not in one that does', () => {
    const agreed = [young, told.asked(), says()];
    expect(stands(...agreed, next({ keepDays: 7 }))).toBe('given');
    expect(stands(...agreed, next({ keepDays: 90 }))).toBe('needed');
    expect(stands(...agreed, next({ media: 'sound+picture' }))).toBe('needed');
  });

  test('agrees to what must be agreed to, not to what may be', () => {
    const purposes = told.TERMS.purposes.map((one) => ({ ...one, required: true }));
    expect(stands(young, told.asked(), says(), next({ purposes }))).toBe('needed');
  });

  test('must sign where it must be in writing', () => {
    const inWriting = told.settled({ atLeast: { rule: 'all-party', form: 'written' } });
    expect(stands(inWriting, young, told.asked(), says())).toBe('needed');
    expect(stands(inWriting, young, told.asked(), says({ channel: 'paper' }))).toBe('given');
  });
});
