import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { Reason } from '../model/gate.ts';
import { cuttingReasons, judge } from './judge.ts';
import * as told from './testdata/told.ts';

const { AGREED, ANA, ASK, BEN, EPOCH, HOST, NEXT_EPOCH, stateOf } = told;
const judged = (...entries: Entry[]) => judge(stateOf(...entries), () => NEXT_EPOCH);
const RECORDING = [...AGREED, told.gateOpened()];

describe('opening', () => {
  test('with everybody’s yes: a new epoch, with what it rests on', () => {
    expect(judged(...AGREED)).toEqual({
      turn: 'opens',
      entry: { kind: 'gate-opened', epoch: NEXT_EPOCH, ask: ASK, media: 'sound', roster: [ANA, HOST], answers: [6, 7] },
    });
  });

  test('stays shut while anything stands against it', () => {
    expect(judged(...AGREED, told.no(ANA))).toEqual({ turn: 'stays' });
  });

  test('waits until the recorder has sealed the segment before', () => {
    const shut = [...RECORDING, told.gateClosed()];
    expect(judged(...shut)).toEqual({ turn: 'stays' });
    expect(judged(...shut, told.sealed()).turn).toBe('opens');
  });
});

describe('while it is open', () => {
  test('the same basis and a running segment: nothing changes', () => {
    expect(judged(...RECORDING)).toEqual({ turn: 'stays' });
    expect(judged(...RECORDING, told.started())).toEqual({ turn: 'stays' });
  });

  test('fewer people, or another yes: a new epoch, and what was covered is kept', () => {
    for (const change of [[told.left(ANA), told.read(1)], [told.yes(ANA)]]) {
      expect(judged(...RECORDING, ...change)).toEqual({
        turn: 'closes',
        entry: { kind: 'gate-closed', epoch: EPOCH, reasons: ['new-epoch'] },
        cuts: false,
      });
    }
  });

  test('the recorder sealed by itself: the epoch is over', () => {
    expect(judged(...RECORDING, told.sealed({ cause: 'lease-lapsed' }))).toMatchObject({
      turn: 'closes',
      entry: { epoch: EPOCH, reasons: ['new-epoch'] },
    });
  });

  const closings: [Reason, Entry[], boolean][] = [
    ['paused', [{ kind: 'paused' }], false],
    ['paused', [{ kind: 'paused', cause: 'chat', participant: ANA }], false],
    // It was on the screen before it was seen.
    ['paused', [{ kind: 'paused', cause: 'card-number' }], true],
    ['paused', [{ kind: 'paused', cause: 'account-number' }], true],
    ['stopped', [{ kind: 'stopped' }], false],
    ['going-on-without', [{ kind: 'went-on-without', ask: ASK }], false],
    ['not-armed', [{ kind: 'capture-disarmed', why: 'navigated' }], false],
    ['capture-failed', [{ kind: 'capture-failed', epoch: EPOCH, cause: 'disk-full' }], false],
    ['refused', [told.no(ANA)], true],
    ['withdrawn', [told.no(ANA, { answer: 'withdrawn' })], true],
    ['doubt-open', [told.doubted()], true],
    ['people-missing', [told.counted(ANA, 2)], true],
    ['notice-not-shown', [told.joined(BEN), told.read(3)], true],
    ['counter-differs', [told.read(2, { counter: 3 })], true],
    ['roster-partial', [told.read(2, { completeness: 'partial' })], true],
    ['waiting', [told.asked({ keepDays: 31 })], true],
  ];
  test.each(closings)('%s closes it; somebody new may be in the last moments: cut', (reason, entries, cuts) => {
    expect(judged(...RECORDING, ...entries)).toEqual({
      turn: 'closes',
      entry: { kind: 'gate-closed', epoch: EPOCH, reasons: [reason] },
      cuts,
    });
    expect(cuttingReasons(stateOf(...RECORDING, ...entries))).toEqual(cuts ? [reason] : []);
  });

  test('out of the call: the list is void as well, and that cuts', () => {
    const away: Entry = { kind: 'meeting-left', how: 'left' };
    expect(judged(...RECORDING, away)).toMatchObject({
      entry: { reasons: ['not-in-call', 'roster-unknown'] },
      cuts: true,
    });
    expect(cuttingReasons(stateOf(...RECORDING, away))).toEqual(['roster-unknown']);
  });

  test('one reason that cuts is enough, and each reason is told once', () => {
    expect(judged(...RECORDING, { kind: 'paused' }, told.no(ANA), told.no(HOST))).toMatchObject({
      entry: { reasons: ['paused', 'refused'] },
      cuts: true,
    });
  });

  test('an open verdict has no reason to cut', () => {
    expect(cuttingReasons(stateOf(...RECORDING))).toEqual([]);
  });
});
