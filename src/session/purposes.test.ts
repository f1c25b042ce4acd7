import { describe, expect, test } from 'vitest';
import type { Purpose } from '../model/ask.ts';
import type { Entry, EntryOf, Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';
import { purposesOf } from './purposes.ts';

const ask = 'aAAAAAAAAAAAA' as AskId;
const [first, second] = ['eAAAAAAAAAAAA' as EpochId, 'eBBBBBBBBBBBB' as EpochId];
const [ana, ben, phone] = ['pAAAAAAAAAAAA', 'pBBBBBBBBBBBB', 'pCCCCCCCCCCCC'] as unknown as ParticipantKey[] as [
  ParticipantKey,
  ParticipantKey,
  ParticipantKey,
];

const joined = (participant: ParticipantKey): Entry => ({
  kind: 'participant-joined',
  participant,
  self: participant === ana,
  stable: true,
});
const asked: Entry = {
  kind: 'asked',
  ask,
  notice: { language: 'en', version: 1, hash: '' },
  purposes: [
    { purpose: 'quality', required: true },
    { purpose: 'training', required: false },
  ],
  media: 'sound',
  keepDays: 30,
  proofDays: 30,
  by: 'host',
};
const said = (
  participant: ParticipantKey,
  purposes: Purpose[],
  answer: EntryOf<'answered'>['answer'] = 'consented',
): Entry => ({
  kind: 'answered',
  ask,
  notice: '',
  participant,
  person: 1,
  answer,
  purposes,
  media: 'sound',
  grade: 'chat',
  channel: 'chat',
  by: 'participant',
  signed: null,
});
const opened = (epoch: EpochId, roster: ParticipantKey[], answers: number[]): Entry => ({
  kind: 'gate-opened',
  epoch,
  ask,
  media: 'sound',
  roster,
  answers,
});
const log = (...entries: Entry[]): Logged[] => entries.map((entry, index) => ({ index, at: 1000, seen: '', entry }));
const both: Purpose[] = ['quality', 'training'];

/** Of a log that begins with both joining and the ask: answers are at 3 and 4. */
const meeting = (...more: Entry[]) => log(joined(ana), joined(ben), asked, ...more);
const of = (entries: Logged[], ...epochs: EpochId[]) => {
  const leaves = purposesOf(entries, epochs);
  return {
    may: leaves.flatMap(({ purpose, refused }) => (refused === null ? [purpose] : [])),
    not: leaves.flatMap(({ purpose, refused, people }) => (refused === 'not-agreed' ? [[purpose, people]] : [])),
  };
};

describe('what may be opened, and for what', () => {
  test('what everybody agreed to', () => {
    const entries = meeting(said(ana, both), said(ben, both), opened(first, [ana, ben], [3, 4]));
    expect(of(entries, first)).toEqual({ may: both, not: [] });
  });
  test('not what one of them did not, and it says who', () => {
    const entries = meeting(said(ana, both), said(ben, ['quality']), opened(first, [ana, ben], [3, 4]));
    expect(of(entries, first)).toEqual({ may: ['quality'], not: [['training', [ben]]] });
  });
  test('not what was never asked', () => {
    const entries = meeting(said(ana, both), said(ben, both), opened(first, [ana, ben], [3, 4]));
    expect(purposesOf(entries, [first]).find(({ purpose }) => purpose === 'publication')).toEqual({
      purpose: 'publication',
      refused: 'not-asked',
      people: [],
    });
  });
  test('of several parts, what counts for all of them', () => {
    const entries = meeting(
      said(ana, both),
      opened(first, [ana], [3]),
      said(ben, ['quality']),
      opened(second, [ana, ben], [3, 5]),
    );
    expect(of(entries, first).may).toEqual(both);
    expect(of(entries, first, second)).toEqual({ may: ['quality'], not: [['training', [ben]]] });
  });
  test('fewer purposes that are said later count for what was recorded before, and more do not', () => {
    const before = [said(ana, both), said(ben, both), opened(first, [ana, ben], [3, 4])];
    expect(of(meeting(...before, said(ben, ['quality'])), first).may).toEqual(['quality']);
    expect(of(meeting(...before, said(ben, ['quality']), said(ben, both)), first).may).toEqual(['quality']);
    const few = [said(ana, both), said(ben, ['quality']), opened(first, [ana, ben], [3, 4])];
    expect(of(meeting(...few, said(ben, both)), first).may).toEqual(['quality']);
  });
  test('a later no takes nothing away from what was recorded under the yes', () => {
    const entries = meeting(
      said(ana, both),
      said(ben, both),
      opened(first, [ana, ben], [3, 4]),
      said(ben, [], 'withdrawn'),
    );
    expect(of(entries, first).may).toEqual(both);
  });
  test('who was only told was told of what is needed, and of nothing optional', () => {
    const entries = meeting(said(ana, both), opened(first, [ana, ben], [3]));
    expect(of(entries, first)).toEqual({ may: ['quality'], not: [['training', [ben]]] });
  });
  test('a second device speaks for the same person', () => {
    const matched: Entry = { kind: 'participant-matched', participant: phone, as: ben, by: 'host' };
    const entries = log(
      joined(ana),
      joined(ben),
      asked,
      joined(phone),
      matched,
      said(ana, both),
      said(phone, both),
      opened(first, [ana, ben], [5, 6]),
    );
    expect(of(entries, first).may).toEqual(both);
  });
  test('an epoch that the log does not know, or an ask that is not there, opens for nothing', () => {
    const entries = meeting(said(ana, both), opened(first, [ana], [3]));
    expect(of(entries, second).may).toEqual([]);
    expect(of(entries, first, second).may).toEqual([]);
    expect(of(entries).may).toEqual([]);
    expect(of(log(joined(ana), said(ana, both), opened(first, [ana], [1])), first).may).toEqual([]);
  });
});

test('what happened to an epoch after it was opened changes nothing of what was agreed to', () => {
  const entries = [joined(ana), asked, said(ana, ['quality', 'training']), opened(first, [ana], [2])];
  const closed: Entry = { kind: 'gate-closed', epoch: first, reasons: [] };
  expect(purposesOf(log(...entries, closed), [first])).toEqual(purposesOf(log(...entries), [first]));
});

test('a yes that the log does not hold is nobody’s', () => {
  const entries = log(joined(ana), asked, said(ana, ['quality', 'training']), opened(first, [ana], [99]));
  const of = (purpose: Purpose) => purposesOf(entries, [first]).find((one) => one.purpose === purpose);
  expect(of('training')).toEqual({ purpose: 'training', refused: 'not-agreed', people: [ana] });
  expect(of('quality')).toEqual({ purpose: 'quality', refused: null, people: [] });
});
