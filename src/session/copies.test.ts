import { describe, expect, it } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import type { AskId, CopyId, EpochId, ParticipantKey } from '../model/id.ts';
import { copyEnd, isCopyKept } from './copies.ts';
import { namesOf } from './copy-names.ts';
import { trainable } from './trainable.ts';

const DAY = 86_400_000;
const ASK = 'aAAAAAAAAAAAA' as AskId;
const [ONE, TWO, THREE] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB', 'eCCCCCCCCCCCC'] as [EpochId, EpochId, EpochId];
const COPY = 'cAAAAAAAAAAAA' as CopyId;
const [ANA, BOB] = ['pAAAAAAAAAAAA', 'pBBBBBBBBBBBB'] as [ParticipantKey, ParticipantKey];

const logged = (entries: readonly Entry[]): Logged[] =>
  entries.map((entry, index) => ({ index, at: index * 1000, seen: '', entry }));
const asked = (purposes: readonly ('quality' | 'training')[]): Entry => ({
  kind: 'asked',
  ask: ASK,
  notice: { language: 'en', version: 1, hash: 'h' },
  purposes: purposes.map((purpose) => ({ purpose, required: purpose === 'quality' })),
  media: 'sound',
  keepDays: 30,
  proofDays: 100,
  by: 'host',
});
const joined = (participant: ParticipantKey): Entry => ({
  kind: 'participant-joined',
  participant,
  self: false,
  stable: true,
});
const yes = (participant: ParticipantKey, purposes: ('quality' | 'training')[]): Entry => ({
  kind: 'answered',
  ask: ASK,
  notice: 'h',
  participant,
  person: 1,
  answer: 'consented',
  purposes,
  media: 'sound',
  grade: 'chat',
  channel: 'chat',
  by: 'participant',
  signed: null,
});
const recorded = (epoch: EpochId, roster: ParticipantKey[], answers: number[]): Entry[] => [
  { kind: 'gate-opened', epoch, ask: ASK, media: 'sound', roster, answers },
  { kind: 'gate-closed', epoch, reasons: [] },
  { kind: 'segment-sealed', epoch, cause: 'ordered', chunks: 1, bytes: 1, ms: 1000, dropped: 0, lastHash: '' },
];

/** Ana agrees to training, Bob comes later and does not, and then is gone again. */
const MEETING = logged([
  asked(['quality', 'training']),
  joined(ANA),
  yes(ANA, ['quality', 'training']),
  ...recorded(ONE, [ANA], [2]),
  joined(BOB),
  yes(BOB, ['quality']),
  ...recorded(TWO, [ANA, BOB], [2, 7]),
  ...recorded(THREE, [ANA], [2]),
]);

describe('for training', () => {
  it('are the stretches in which everybody agreed to it, whatever is beside them', () => {
    expect([...trainable(MEETING, [ONE, TWO, THREE])]).toEqual([ONE, THREE]);
    expect([...trainable(MEETING, [])]).toEqual([]);
  });

  it('is nothing where nobody was asked for it', () => {
    const entries = logged([asked(['quality']), joined(ANA), yes(ANA, ['quality']), ...recorded(ONE, [ANA], [2])]);
    expect([...trainable(entries, [ONE])]).toEqual([]);
  });
});

describe('a copy', () => {
  it('goes after its own days, or with the promise of its original', () => {
    const sealed = 5000;
    expect(copyEnd(MEETING, [ONE], 7, 10_000)).toBe(10_000 + 7 * DAY);
    expect(copyEnd(MEETING, [ONE], 90, 10_000)).toBe(sealed + 30 * DAY);
    expect(copyEnd(MEETING, [ONE, THREE], 90, 10_000)).toBe(sealed + 30 * DAY);
  });

  it('is not made of what is gone, or was never there', () => {
    const gone = logged([...MEETING.map(({ entry }) => entry), { kind: 'deleted', epoch: ONE, why: 'time-over' }]);
    expect(copyEnd(gone, [ONE], 7, 0)).toBeNull();
    expect(copyEnd(MEETING, ['eXXXXXXXXXXXX' as EpochId], 7, 0)).toBeNull();
  });

  it('is kept from when the log says that it was made, until it says that it, or any of its originals, is gone', () => {
    const made: Entry = {
      kind: 'copy-made',
      copy: COPY,
      of: [{ epoch: ONE, from: 0, to: 500 }],
      keepDays: 7,
      chunks: 1,
      bytes: 1,
      ms: 500,
      lastHash: 'h',
    };
    expect(isCopyKept(MEETING, COPY)).toBe(false);
    expect(isCopyKept(logged([made]), COPY)).toBe(true);
    expect(isCopyKept(logged([made, { kind: 'copy-deleted', copy: COPY, why: 'by-hand' }]), COPY)).toBe(false);
    expect(isCopyKept(logged([made, { kind: 'deleted', epoch: ONE, why: 'time-over' }]), COPY)).toBe(false);
    expect(isCopyKept(logged([made, { kind: 'deleted', epoch: TWO, why: 'time-over' }]), COPY)).toBe(true);
    const [other, gone] = ['cBBBBBBBBBBBB' as CopyId, { kind: 'deleted', epoch: ONE, why: 'time-over' } as const];
    expect(isCopyKept(logged([made]), other)).toBe(false);
    expect(isCopyKept(logged([made, { kind: 'copy-deleted', copy: other, why: 'by-hand' }]), COPY)).toBe(true);
    expect(isCopyKept(logged([made, { kind: 'deleted', epoch: null, why: 'time-over' }]), COPY)).toBe(true);
    const worked: Entry = { kind: 'reviewed', epoch: ONE, purpose: 'quality', what: 'note', did: 'added' };
    expect(isCopyKept(logged([made, worked]), COPY)).toBe(true);
    expect(isCopyKept(logged([gone]), COPY)).toBe(false);
  });
});

it('every name that somebody had is theirs, also of a row that was matched to them', () => {
  const entries = logged([
    joined(ANA),
    { kind: 'participant-renamed', participant: ANA },
    joined(BOB),
    { kind: 'participant-matched', participant: BOB, as: ANA, by: 'host' },
  ]);
  const texts = new Map([
    [0, { name: 'Ana' }],
    [1, { name: 'Ana López' }],
    [2, { name: 'A. L.' }],
  ]);
  expect(namesOf(entries, texts)).toEqual([['Ana', 'Ana López', 'A. L.']]);
});

/** Somebody else asked, of whom this log knows nothing. */
const OTHERS: Entry = { kind: 'other-asked', ask: ASK, participant: null };

it('a name beside an entry that is about nobody makes nobody', () => {
  const entries = logged([joined(ANA), asked(['quality']), { kind: 'exported', format: 'json' }, OTHERS]);
  const texts = new Map([0, 1, 2, 3].map((index) => [index, { name: `name ${index}` }]));
  expect(namesOf(entries, texts)).toEqual([['name 0']]);
});
