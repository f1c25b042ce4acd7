import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import { gate, sameBasis } from './gate.ts';
import * as told from './testdata/told.ts';

const { AGREED, ANA, ASK, BEN, CEM, HOST, stateOf } = told;
const because = (...entries: Entry[]) => {
  const verdict = gate(stateOf(...entries));
  return verdict.may === 'not' ? verdict.because : 'open';
};
/** What closes it when only this comes on top of a meeting in which everybody has agreed. */
const afterwards = (...entries: Entry[]) => because(...AGREED, ...entries);
const nobody = (reason: string) => [{ reason, people: [] }];
const without = (kind: Entry['kind']) => AGREED.filter((entry) => entry.kind !== kind);

describe('nothing is captured before everybody who must agree has agreed', () => {
  test('with everybody’s yes it opens, on exactly these people and answers', () => {
    expect(gate(stateOf(...AGREED))).toEqual({
      may: 'record',
      basis: { ask: ASK, media: 'sound', roster: [ANA, HOST], answers: [6, 7] },
    });
  });

  test('the basis is in one order, whoever came and answered first', () => {
    const { opened, joined, armed, asked, yes, read } = told;
    const verdict = gate(
      stateOf(opened, joined(HOST), joined(BEN), joined(ANA), armed, asked(), read(3), yes(ANA), yes(HOST), yes(BEN)),
    );
    expect(verdict).toMatchObject({ may: 'record', basis: { roster: [ANA, BEN, HOST], answers: [7, 8, 9] } });
  });

  test('one answer is enough when entry numbers are in the tens: they are numbers, not words', () => {
    const entries = [...AGREED, told.paused, told.resumed, told.yes(HOST)];
    expect(gate(stateOf(...entries))).toMatchObject({ may: 'record', basis: { answers: [7, 10] } });
  });

  test('nobody asked: nobody can have agreed', () => {
    expect(because(...AGREED.filter((entry) => entry.kind !== 'asked' && entry.kind !== 'answered'))).toEqual(
      nobody('not-asked'),
    );
  });

  test('nobody here: the host alone in an empty list is not a meeting', () => {
    const { opened, armed, asked, read } = told;
    expect(because(opened, armed, asked(), read(0))).toEqual(nobody('roster-unknown'));
  });

  test.each<[string, Entry[]]>([
    ['notice-not-shown', [told.joined(BEN), told.joined(CEM), told.read(4)]],
    ['waiting', [told.joined(BEN), told.joined(CEM), told.read(4), told.shown(BEN), told.shown(CEM)]],
    ['refused', [told.joined(BEN), told.joined(CEM), told.read(4), told.no(BEN), told.no(CEM)]],
    [
      'withdrawn',
      [
        told.joined(BEN),
        told.joined(CEM),
        told.read(4),
        told.no(BEN, { answer: 'withdrawn' }),
        told.no(CEM, { answer: 'withdrawn' }),
      ],
    ],
    [
      'people-missing',
      [
        told.joined(BEN),
        told.joined(CEM),
        told.read(4),
        told.yes(BEN),
        told.yes(CEM),
        told.counted(BEN, 2),
        told.counted(CEM, 2),
      ],
    ],
  ])('%s: closed, and everybody whom it is about is named', (reason, entries) => {
    expect(afterwards(...entries)).toEqual([{ reason, people: [BEN, CEM] }]);
  });

  test('a yes to less than what is asked now has run out: waiting', () => {
    expect(afterwards(told.asked({ media: 'sound+picture' }, told.NEXT_ASK))).toEqual([
      { reason: 'waiting', people: [HOST, ANA] },
    ]);
  });

  test('a second person behind a tile answers too', () => {
    expect(afterwards(told.counted(ANA, 2))).toEqual([{ reason: 'people-missing', people: [ANA] }]);
    expect(gate(stateOf(...AGREED, told.counted(ANA, 2), told.yes(ANA, { person: 2 })))).toMatchObject({
      may: 'record',
      basis: { answers: [6, 7, 9] },
    });
  });

  test('whoever has left need not agree', () => {
    expect(afterwards(told.no(ANA), told.left(ANA), told.read(1))).toBe('open');
  });
});

describe('nothing is captured while anything is in doubt', () => {
  test.each<[string, Entry]>([
    ['not-in-call', { kind: 'meeting-left', how: 'left' }],
    ['watch-lost', { kind: 'watch-lost' }],
  ])('%s: and the list read before it counts no more', (reason, entry) => {
    expect(afterwards(entry)).toEqual([...nobody(reason), ...nobody('roster-unknown')]);
  });

  test('a log without its first entry is no meeting', () => {
    expect(because(...without('meeting-opened'))).toEqual(nobody('not-in-call'));
  });

  test.each<[string, Entry]>([
    ['paused', { kind: 'paused' }],
    ['stopped', { kind: 'stopped' }],
    ['going-on-without', { kind: 'went-on-without', ask: ASK }],
    ['not-armed', { kind: 'capture-disarmed', why: 'navigated' }],
    ['capture-failed', { kind: 'capture-failed', epoch: told.EPOCH, cause: 'disk-full' }],
    ['roster-unknown', told.read(2, { completeness: 'unknown' })],
    ['roster-partial', told.read(2, { completeness: 'partial' })],
    ['roster-partial', told.read(2, { counter: null })],
    ['counter-differs', told.read(2, { counter: 3 })],
  ])('%s', (reason, entry) => {
    expect(afterwards(entry)).toEqual(nobody(reason));
  });

  test('no list was ever read', () => {
    expect(because(...without('roster-read'))).toEqual(nobody('roster-unknown'));
  });

  test('a list that the host confirmed by hand opens, and only that very list', () => {
    const partial = told.read(2, { completeness: 'partial', counter: 3 });
    const confirmed = { rows: 2, counter: 3 };
    const state = stateOf(...AGREED, partial);
    expect(gate({ ...state, confirmed }).may).toBe('record');
    expect(gate({ ...state, confirmed: { ...confirmed, rows: 3 } }).may).toBe('not');
    expect(gate({ ...state, confirmed: { ...confirmed, counter: null } }).may).toBe('not');
  });

  test('a question that closes names whom it is about; one about nobody closes as well', () => {
    expect(afterwards(told.doubted())).toEqual([{ reason: 'doubt-open', people: [ANA] }]);
    expect(afterwards(told.doubted({ participant: null }))).toEqual([{ reason: 'doubt-open', people: [] }]);
    expect(afterwards(told.doubted({ closes: false }))).toBe('open');
  });

  test('all reasons are given, not just the first one', () => {
    expect(afterwards({ kind: 'paused' }, { kind: 'capture-disarmed', why: 'navigated' }, told.no(ANA))).toEqual([
      ...nobody('paused'),
      ...nobody('not-armed'),
      { reason: 'refused', people: [ANA] },
    ]);
  });
});

describe('an epoch is one ask, one media choice, one list of people, one set of answers', () => {
  const basis = { ask: 'a', media: 'sound', roster: ['p', 'q'], answers: [1, 2] };
  test.each([
    ['ask', { ask: 'b' }],
    ['media', { media: 'sound+picture' }],
    ['one of the people', { roster: ['p', 'r'] }],
    ['one person fewer', { roster: ['p'] }],
    ['one person more', { roster: ['p', 'q', 'r'] }],
    ['one of the answers', { answers: [1, 3] }],
    ['one answer more', { answers: [1, 2, 3] }],
  ])('%s: another epoch', (_what, change) => {
    expect(sameBasis(basis, { ...basis, ...change })).toBe(false);
    expect(sameBasis({ ...basis, ...change }, basis)).toBe(false);
  });

  test('the very same is the same epoch', () => {
    expect(sameBasis(basis, structuredClone(basis))).toBe(true);
  });
});
