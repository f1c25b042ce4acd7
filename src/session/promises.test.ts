import { describe, expect, test } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';
import { promisesOf } from './promises.ts';

const DAY = 86_400_000;
const [ASK, LONGER] = ['aAAAAAAAAAAAA', 'aBBBBBBBBBBBB'] as AskId[] as [AskId, AskId];
const [FIRST, SECOND] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'] as EpochId[] as [EpochId, EpochId];
const [ANA, BOB, EVE] = ['pAAAAAAAAAAAA', 'pBBBBBBBBBBBB', 'pEEEEEEEEEEEE'] as ParticipantKey[] as [
  ParticipantKey,
  ParticipantKey,
  ParticipantKey,
];
const asked = (ask: AskId, keepDays: number, proofDays = 365): Entry => ({
  kind: 'asked',
  ask,
  notice: { language: 'en', version: 1, hash: '' },
  purposes: [{ purpose: 'notes', required: true }],
  media: 'sound',
  keepDays,
  proofDays,
  by: 'host',
});
type Answered = Extract<Entry, { kind: 'answered' }>;
const yes = (participant: ParticipantKey, ask: AskId, change: Partial<Answered> = {}): Answered => ({
  kind: 'answered',
  ask,
  notice: '',
  participant,
  person: 1,
  answer: 'consented',
  purposes: ['notes'],
  media: 'sound',
  grade: 'signed',
  channel: 'banner',
  by: 'participant',
  signed: null,
  ...change,
});
const opened = (epoch: EpochId, ask: AskId, roster: ParticipantKey[], answers: number[]): Entry => ({
  kind: 'gate-opened',
  epoch,
  ask,
  media: 'sound',
  roster,
  answers,
});
const sealed = (epoch: EpochId): Entry => ({
  kind: 'segment-sealed',
  epoch,
  cause: 'ordered',
  chunks: 1,
  bytes: 1,
  ms: 1,
  dropped: 0,
  lastHash: '',
});
const log = (...entries: Entry[]): Logged[] => entries.map((entry, index) => ({ index, at: 1000, seen: '', entry }));
const daysOf = (entries: Logged[]) =>
  promisesOf(entries).epochs.map(({ until }) => (until === null ? null : (until - 1000) / DAY));

/** Ana and Bob were recorded for a month's time; then a longer one was asked for. */
const before = [asked(ASK, 30), yes(ANA, ASK), yes(BOB, ASK), opened(FIRST, ASK, [ANA, BOB], [1, 2]), sealed(FIRST)];
const after = (second: Entry[], roster: ParticipantKey[], ...rest: Entry[]) =>
  log(
    ...before,
    asked(LONGER, 90),
    ...second,
    opened(
      SECOND,
      LONGER,
      roster,
      second.map((_, n) => n + 6),
    ),
    sealed(SECOND),
    ...rest,
  );

describe('a longer time, asked for later in the meeting', () => {
  test('is that of an earlier part when everybody in it says yes to it themselves', () => {
    const all = [yes(ANA, LONGER), yes(BOB, LONGER, { grade: 'chat', channel: 'chat' })];
    expect(daysOf(after(all, [ANA, BOB]))).toEqual([90, 90]);
    expect(promisesOf(after(all, [ANA, BOB])).epochs.map(({ lengthened }) => lengthened)).toEqual([true, false]);
    expect(daysOf(after([...all, yes(EVE, LONGER)], [ANA, BOB, EVE]))).toEqual([90, 90]);
  });

  test.each<[string, Logged[]]>([
    ['somebody of it had left', after([yes(ANA, LONGER)], [ANA])],
    ['the host said it for one', after([yes(ANA, LONGER), yes(BOB, LONGER, { grade: 'attested' })], [ANA, BOB])],
    ['one merely stayed', after([yes(ANA, LONGER), yes(BOB, LONGER, { grade: 'implied' })], [ANA, BOB])],
    ['one said yes to another ask', after([yes(ANA, LONGER), yes(BOB, ASK)], [ANA, BOB])],
    [
      'one took it back',
      after([yes(ANA, LONGER), yes(BOB, LONGER)], [ANA, BOB], yes(BOB, LONGER, { answer: 'withdrawn' })),
    ],
    [
      'one refused later',
      after([yes(ANA, LONGER), yes(BOB, LONGER)], [ANA, BOB], yes(ANA, LONGER, { answer: 'refused' })),
    ],
    ['no gate opened on it', log(...before, asked(LONGER, 90), yes(ANA, LONGER), yes(BOB, LONGER))],
  ])('is not when %s', (_name, entries) => {
    expect(daysOf(entries)[0]).toBe(30);
  });

  test('a row that the host matched to one person counts as that person, round or not', () => {
    const match = (participant: ParticipantKey, as: ParticipantKey): Entry => ({
      kind: 'participant-matched',
      participant,
      as,
      by: 'host',
    });
    const entries = log(
      ...before,
      match(EVE, BOB),
      asked(LONGER, 90),
      yes(ANA, LONGER),
      yes(EVE, LONGER),
      opened(SECOND, LONGER, [ANA, EVE], [7, 8]),
    );
    expect(daysOf(entries)).toEqual([90]);
    expect(daysOf(log(match(ANA, BOB), match(BOB, ANA), ...before))).toEqual([30]);
  });

  test('a shorter ask shortens nothing that came before', () => {
    const entries = log(
      ...before,
      asked(LONGER, 7),
      yes(ANA, LONGER),
      yes(BOB, LONGER),
      opened(SECOND, LONGER, [ANA, BOB], [6, 7]),
      sealed(SECOND),
    );
    expect(daysOf(entries)).toEqual([30, 7]);
  });
});

describe('what the host made shorter', () => {
  const shorter = (keepDays: number, proofDays: number): Entry => ({
    kind: 'retention-shortened',
    keepDays,
    proofDays,
    by: 'host',
  });
  test('binds every ask before it, and none after it', () => {
    expect(daysOf(log(...before, shorter(7, 90)))).toEqual([7]);
    expect(promisesOf(log(...before, shorter(7, 90)))).toMatchObject({
      epochs: [{ shortened: true }],
      binding: { keepDays: 7, proofDays: 90 },
    });
    const again = [asked(LONGER, 60), opened(SECOND, LONGER, [ANA], []), sealed(SECOND)];
    expect(daysOf(log(...before, shorter(7, 90), ...again))).toEqual([7, 60]);
  });
  test('also what everybody had made longer', () => {
    const all = [yes(ANA, LONGER), yes(BOB, LONGER)];
    expect(daysOf(after(all, [ANA, BOB], shorter(10, 90)))).toEqual([10, 10]);
  });
  test('longer than before changes nothing', () => {
    expect(daysOf(log(...before, shorter(31, 3650)))).toEqual([30]);
    expect(promisesOf(log(...before, shorter(30, 365))).epochs[0]?.shortened).toBe(false);
  });
});

test('of names, those who were erased alone are not left', () => {
  const joined = (participant: ParticipantKey): Entry => ({
    kind: 'participant-joined',
    participant,
    self: false,
    stable: true,
  });
  const erased: Entry = { kind: 'deleted', epoch: null, why: 'erased', participant: BOB };
  expect(promisesOf(log(joined(ANA), joined(BOB), erased)).names?.people).toEqual([ANA]);
  expect(promisesOf(log(joined(BOB), erased)).names).toBeNull();
  expect(promisesOf(log(joined(ANA), { kind: 'deleted', epoch: null, why: 'time-over' })).names).toBeNull();
});

describe('a longer time', () => {
  const all = [yes(ANA, LONGER), yes(BOB, LONGER)];
  const left: Entry = { kind: 'participant-left', participant: ANA };
  test.each<[string, Entry]>([
    ['somebody leaves', left],
    ['somebody says yes once more', yes(BOB, LONGER)],
    ['somebody refuses who is not in it', yes(EVE, LONGER, { answer: 'refused' })],
  ])('stays when %s', (_name, entry) => {
    expect(daysOf(after(all, [ANA, BOB], entry))[0]).toBe(90);
  });

  test('is none by an ask that the log does not hold', () => {
    const unknown = 'aXXXXXXXXXXXX' as AskId;
    const yeses = [yes(ANA, unknown), yes(BOB, unknown)];
    expect(daysOf(log(...before, ...yeses, opened(SECOND, unknown, [ANA, BOB], [5, 6])))).toEqual([30]);
  });

  test('is none by an ask for as long again; and what was made shorter and longer is not shorter', () => {
    const same = log(...before, asked(LONGER, 30), ...all, opened(SECOND, LONGER, [ANA, BOB], [6, 7]));
    expect(promisesOf(same).epochs).toMatchObject([{ lengthened: false }]);
    const shortened: Entry = { kind: 'retention-shortened', keepDays: 7, proofDays: 90, by: 'host' };
    const again = log(...before, shortened, asked(LONGER, 60), ...all, opened(SECOND, LONGER, [ANA, BOB], [7, 8]));
    expect(promisesOf(again).epochs).toMatchObject([{ shortened: false, lengthened: true }]);
    expect(daysOf(again)).toEqual([60]);
  });
});

describe('of two promises the shorter binds', () => {
  test('where one ask stands twice under its id, whichever came first', () => {
    for (const [one, two] of [
      [asked(ASK, 30, 400), asked(ASK, 10, 365)],
      [asked(ASK, 10, 365), asked(ASK, 30, 400)],
    ] as const)
      expect(promisesOf(log(one, two)).binding).toEqual({ keepDays: 10, proofDays: 365 });
  });

  test('for names and words; and the meeting as a whole is kept by the longest of its recordings', () => {
    const joined: Entry = { kind: 'participant-joined', participant: ANA, self: false, stable: true };
    const { names, binding } = promisesOf(log(joined, asked(ASK, 30, 365), asked(LONGER, 90, 200)));
    expect(names).toEqual({ people: [ANA], until: 1000 + 200 * DAY, days: 200 });
    expect(binding).toEqual({ keepDays: 90, proofDays: 200 });
  });
});

describe('where nobody was asked', () => {
  test('names stay a day, and nothing binds', () => {
    const joined: Entry = { kind: 'participant-joined', participant: ANA, self: false, stable: true };
    expect(promisesOf(log(joined, { kind: 'paused' }))).toEqual({
      epochs: [],
      names: { people: [ANA], until: 1000 + DAY, days: 1 },
      binding: null,
    });
  });

  test('of a recording no date is made up', () => {
    const expected = { epoch: FIRST, endedAt: 1000, until: null, shortened: false, lengthened: false };
    expect(promisesOf(log(sealed(FIRST))).epochs).toEqual([expected]);
  });
});

test('what was deleted is promised no more; what was looked at, or given out, is', () => {
  const gone: Entry = { kind: 'deleted', epoch: FIRST, why: 'host' };
  expect(daysOf(log(...before, gone))).toEqual([]);
  const worked: Entry = { kind: 'reviewed', epoch: FIRST, purpose: 'quality', what: 'note', did: 'added' };
  expect(daysOf(log(...before, worked))).toEqual([30]);
  const joined: Entry = { kind: 'participant-joined', participant: ANA, self: false, stable: true };
  const receipt: Entry = { kind: 'exported', format: 'receipt', participant: ANA };
  expect(promisesOf(log(joined, receipt)).names?.people).toEqual([ANA]);
  expect(promisesOf(log(joined, gone)).names?.people).toEqual([ANA]);
});
