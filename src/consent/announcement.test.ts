import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import { missedDrafts } from '../session/waiting.ts';
import { announceDue, mustAnnounce } from './announcement.ts';
import { gate } from './gate.ts';
import * as told from './testdata/told.ts';

const { ANA, at, EPOCH, HOST, isIn, joined, ruledState, T0 } = told;
const written = { form: 'written', grade: 'signed', channel: 'banner' } as const;
/** Host and Ana, both agreed; the gate is open and the recorder runs since 20 s. */
const recording = (place: string, ana: Partial<Parameters<typeof told.yes>[1]> = {}): told.Told[] => [
  told.opened,
  joined(HOST),
  told.settled(),
  joined(ANA),
  told.read(2),
  told.armed,
  isIn(HOST, 'US-TX'),
  isIn(ANA, place),
  told.asked(),
  told.yes(HOST, written),
  told.yes(ANA, ana),
  at(19_000, told.gateOpened()),
  at(20_000, told.started()),
];
const missed: Entry = { kind: 'announcement-missed', epoch: EPOCH };
const announced: Entry = { kind: 'announced', epoch: EPOCH, by: 'host' };
const due = (...entries: told.Told[]) => {
  const until = announceDue(ruledState(...entries))?.until ?? null;
  return until && until - T0;
};

describe('the words that must be heard on the recording', () => {
  test('are due where somebody is in Washington, and in Connecticut unless everybody agreed in writing', () => {
    expect(due(...recording('US-TX'))).toBeNull();
    expect(due(...recording('US-WA'))).toBe(50_000);
    expect(due(...recording('US-WA', written))).toBe(50_000);
    expect(due(...recording('US-CT'))).toBe(50_000);
    expect(due(...recording('US-CT', written))).toBeNull();
  });

  test('are due where one of two people behind a tile has not agreed in writing, or one has not agreed at all', () => {
    const two = [told.counted(ANA, 2), told.yes(ANA, { ...written, person: 2 })];
    expect(due(...recording('US-CT', written), ...two)).toBeNull();
    expect(due(...recording('US-CT'), ...two)).toBe(50_000);
    expect(due(...recording('US-CT', written), told.counted(ANA, 2))).toBe(50_000);
    expect(due(...recording('US-CT', written), told.no(ANA))).toBe(50_000);
  });

  test('are due from the start, or from when somebody says where they are, and no more when they were said', () => {
    expect(due(...recording('US-WA').slice(0, -1))).toBe(49_000);
    expect(due(...recording('US-TX'), at(40_000, isIn(ANA, 'US-WA')))).toBe(70_000);
    expect(due(...recording('US-WA'), at(40_000, isIn(ANA, 'US-CT')))).toBe(50_000);
    expect(due(...recording('US-WA'), announced)).toBeNull();
    expect(due(...recording('US-WA'), told.gateClosed())).toBeNull();
  });

  test('are missed when the time is over, and not before the recorder runs', () => {
    const state = ruledState(...recording('US-WA'));
    expect(missedDrafts(state, T0 + 49_999)).toEqual([]);
    expect(missedDrafts(state, T0 + 50_000).map(({ entry }) => entry)).toEqual([missed]);
    expect(missedDrafts(ruledState(...recording('US-WA').slice(0, -1)), T0 + 999_000)).toEqual([]);
    expect(missedDrafts(ruledState(...recording('US-TX')), T0 + 999_000)).toEqual([]);
  });

  test('close the gate when they are missed, until the host goes on or asks anew, or they need not be said', () => {
    const reasons = (...entries: told.Told[]) => {
      const verdict = gate(ruledState(...recording('US-WA'), at(51_000, missed), ...entries));
      return verdict.may === 'record' ? [] : verdict.because.map(({ reason }) => reason);
    };
    expect(reasons()).toEqual(['announcement-missing']);
    expect(reasons(told.resumed)).toEqual([]);
    expect(reasons(told.asked())).toEqual([]);
    expect(reasons(isIn(ANA, 'US-TX'))).toEqual([]);
  });

  test('are asked for in every epoch anew', () => {
    const next = told.gateOpened({ epoch: told.NEXT_EPOCH });
    expect(due(...recording('US-WA'), announced, told.gateClosed(), told.sealed(), at(60_000, next))).toBe(90_000);
  });

  test('are no duty where nothing was settled', () => {
    expect(mustAnnounce(told.stateOf(...told.AGREED))).toBe(false);
  });
});
