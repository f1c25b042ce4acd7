import { expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { AskId, EpochId, LogId, ParticipantKey } from '../model/id.ts';
import { partOf } from './holding.ts';

const LOG = 'lAAAAAAAAAAAA' as LogId;
const [FIRST, SECOND] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'] as EpochId[] as [EpochId, EpochId];
const [HOST, ANA, AGAIN, BOB] = [
  'pHHHHHHHHHHHH',
  'pAAAAAAAAAAAA',
  'pNNNNNNNNNNNN',
  'pBBBBBBBBBBBB',
] as ParticipantKey[] as [ParticipantKey, ParticipantKey, ParticipantKey, ParticipantKey];
const opened = (epoch: EpochId, roster: ParticipantKey[]): Entry => ({
  kind: 'gate-opened',
  epoch,
  ask: 'aAAAAAAAAAAAA' as AskId,
  media: 'sound',
  roster,
  answers: [],
});
const entries: Entry[] = [
  { kind: 'participant-joined', participant: HOST, self: true, stable: true },
  opened(FIRST, [HOST, ANA]),
  { kind: 'participant-matched', participant: AGAIN, as: ANA, by: 'host' },
  opened(SECOND, [HOST, AGAIN, BOB]),
];

test('all of a meeting, with what comes later', () => {
  expect(partOf('all', LOG, entries)).toEqual({ log: LOG, epochs: null, people: null, person: [] });
});

test('a part with the proof that it rests on: those in it, and the host', () => {
  expect(partOf({ epoch: FIRST }, LOG, entries)).toMatchObject({ epochs: [FIRST], people: [HOST, ANA] });
});

test('nobody who came and went elsewhere, and nobody by another name but by the host’s word', () => {
  const more: Entry[] = [
    ...entries,
    { kind: 'participant-joined', participant: ANA, self: false, stable: true },
    { kind: 'participant-joined', participant: BOB, self: false, stable: true },
  ];
  expect(partOf({ epoch: FIRST }, LOG, more)).toEqual({ log: LOG, epochs: [FIRST], people: [HOST, ANA], person: [] });
  expect(partOf({ person: [BOB] }, LOG, more)).toMatchObject({ person: [BOB] });
});

test('a part that cannot be found any more is kept with everybody', () => {
  expect(partOf({ epoch: FIRST }, LOG, [])).toMatchObject({ epochs: [FIRST], people: null });
});

test('somebody under all their ids, with those whom they were recorded with', () => {
  for (const one of [ANA, AGAIN])
    expect(partOf({ person: [one] }, LOG, entries)).toEqual({
      log: LOG,
      epochs: [FIRST, SECOND],
      people: [HOST, ...(one === ANA ? [ANA, AGAIN] : [AGAIN, ANA]), BOB],
      person: one === ANA ? [ANA, AGAIN] : [AGAIN, ANA],
    });
  expect(partOf({ person: [BOB] }, LOG, entries)).toMatchObject({ epochs: [SECOND], people: [HOST, BOB, AGAIN] });
});
