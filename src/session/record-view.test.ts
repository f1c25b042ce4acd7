import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { LogRow } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import { epochs, recordOf, segmentsOf, summaryOf } from './record-view.ts';

const { AGREED, ANA, BEN, EPOCH, HOST, logOf, NEXT_EPOCH, T0 } = told;
const row: LogRow = {
  log: 'l',
  platform: 'x',
  meeting: 'hash',
  openedAt: T0,
  lastAt: T0 + 9,
  size: 12,
  head: '',
  seenKey: '',
};
const RECORDED: Entry[] = [...AGREED, told.gateOpened(), told.started()];
const SEALED: Entry[] = [...RECORDED, told.gateClosed(), told.sealed({ lastHash: 'h' })];

describe('one line of the list', () => {
  test('where, when, who, and what was kept', () => {
    const texts = new Map([[0, { meeting: 'room' }]]);
    const entries = logOf(...SEALED);
    const at = (kind: Entry['kind']) => entries.find(({ entry }) => entry.kind === kind)?.at ?? 0;
    const DAY = 86_400_000;
    const promised = entries.flatMap(({ entry }) => (entry.kind === 'asked' ? [entry] : []))[0];
    expect(summaryOf(row, entries, texts)).toEqual({
      log: 'l',
      platform: 'x',
      meeting: 'room',
      openedAt: T0,
      lastAt: T0 + 9,
      people: 2,
      recordedMs: 2000,
      recordedBytes: 9,
      segments: 1,
      entries: 12,
      live: null,
      keeping: {
        media: at('segment-sealed') + (promised?.keepDays ?? 0) * DAY,
        names: (entries.at(-1)?.at ?? 0) + (promised?.proofDays ?? 0) * DAY,
      },
    });
  });

  test('of what was deleted, or never recorded, no date is left', () => {
    const gone: Entry[] = [
      { kind: 'deleted', epoch: EPOCH, why: 'host' },
      { kind: 'deleted', epoch: null, why: 'time-over' },
    ];
    expect(summaryOf(row, logOf(...SEALED, ...gone), new Map()).keeping).toEqual({ media: null, names: null });
  });

  test('the place is empty when it was erased, or never noted', () => {
    expect(summaryOf(row, logOf(...SEALED), new Map()).meeting).toBe('');
    expect(summaryOf(row, [], new Map([[0, { meeting: 'room' }]])).meeting).toBe('');
    expect(summaryOf(row, logOf(told.armed, told.opened), new Map([[1, { meeting: 'room' }]])).meeting).toBe('room');
  });

  test('live is an open epoch that somebody watches', () => {
    const live = (...entries: Entry[]) => summaryOf(row, logOf(...entries), new Map()).live;
    expect(live(...RECORDED)).toBe('recording');
    expect(live(...AGREED)).toBe(null);
    expect(live(...RECORDED, { kind: 'watch-lost' })).toBe(null);
  });

  test('it is being finished from when the gate closes until the part is sealed', () => {
    const live = (...entries: Entry[]) => summaryOf(row, logOf(...entries), new Map()).live;
    const closed = SEALED.slice(
      0,
      SEALED.findIndex(({ kind }) => kind === 'segment-sealed'),
    );
    expect(closed.at(-1)?.kind).toBe('gate-closed');
    expect(live(...closed)).toBe('finishing');
    expect(live(...SEALED)).toBe(null);
  });
});

describe('the whole record', () => {
  const texts = new Map([
    [1, { name: 'Host' }],
    [2, { name: 'Ana' }],
    [5, { text: 'May we record?' }],
    [7, { words: 'I agree' }],
  ]);
  const record = () => recordOf(row, logOf(...SEALED), texts);

  test('what was asked, with its words', () => {
    expect(record().asks).toEqual([{ ...told.TERMS, at: T0 + 5000, notice: 'May we record?' }]);
    expect(recordOf(row, logOf(...SEALED), new Map()).asks[0]?.notice).toBe('');
  });

  const { kind: _kind, notice: _notice, by: _by, signed: _signed, shown: _shown, ...answer } = told.yes(ANA);
  test('who was there and what they answered', () => {
    expect(record().participants[1]).toEqual({
      participant: ANA,
      name: 'Ana',
      self: false,
      receipt: 'first',
      joinedAt: T0 + 2000,
      leftAt: null,
      state: 'given',
      answers: [{ ...answer, at: T0 + 7000, index: 7, words: 'I agree' }],
    });
    expect(record().participants.map(({ self, name }) => [self, name])).toEqual([
      [true, 'Host'],
      [false, 'Ana'],
    ]);
    const erased = recordOf(row, logOf(...SEALED), new Map()).participants[1];
    expect([erased?.name, erased?.answers[0]?.words]).toEqual(['', '']);
  });

  test('joined is the first time, left the last; answers of both devices stand with each', () => {
    const entries = [
      ...AGREED,
      told.joined(BEN),
      told.same(BEN, ANA),
      told.left(ANA),
      told.joined(ANA),
      told.left(ANA),
    ];
    const { participants } = recordOf(row, logOf(...entries), new Map());
    expect(participants[1]).toMatchObject({ joinedAt: T0 + 2000, leftAt: T0 + 12_000 });
    expect(participants.map(({ answers }) => answers.map(({ index }) => index))).toEqual([[6], [7], [7]]);
  });

  test('every entry is a sentence of the story', () => {
    expect(record().story).toHaveLength(SEALED.length);
    expect(record().story[2]).toEqual({ index: 2, at: T0 + 2000, kind: 'participant-joined', text: 'Ana joined.' });
    expect(record().story[7]?.text).toContain('“I agree”');
    expect(record()).toMatchObject({ log: 'l', people: 2 });
    expect(record().epochs).toHaveLength(1);
  });
});

describe('epochs', () => {
  const opened = {
    epoch: EPOCH,
    openedAt: T0 + 8000,
    closedAt: null,
    reasons: [],
    media: 'sound',
    chunks: 0,
    bytes: 0,
    ms: 0,
    dropped: 0,
    cause: null,
    roster: [ANA, HOST],
  };
  test('from opening to seal, in order', () => {
    expect(epochs(logOf(...RECORDED))).toEqual([opened]);
    const closed = { ...opened, closedAt: T0 + 10_000, reasons: ['paused'] };
    const kept = { chunks: 2, bytes: 9, ms: 2000, dropped: 1, cause: 'ordered' };
    const done = [...RECORDED, told.gateClosed(), told.sealed({ dropped: 1 })];
    expect(epochs(logOf(...done))).toEqual([{ ...closed, ...kept }]);
    const next = told.gateOpened({ epoch: NEXT_EPOCH });
    expect(epochs(logOf(...done, next)).map(({ epoch }) => epoch)).toEqual([EPOCH, NEXT_EPOCH]);
  });

  test('what was deleted is kept no more; erased names delete no recording', () => {
    const deleted = (epoch: typeof EPOCH | null): Entry => ({ kind: 'deleted', epoch, why: 'time-over' });
    expect(epochs(logOf(...SEALED, deleted(EPOCH)))).toMatchObject([{ chunks: 0, bytes: 0, ms: 0, cause: 'ordered' }]);
    expect(epochs(logOf(...SEALED, deleted(null)))).toMatchObject([{ chunks: 2 }]);
    expect(segmentsOf(logOf(...SEALED, deleted(EPOCH)))).toEqual([]);
    expect(segmentsOf(logOf(...SEALED, deleted(null)))).toHaveLength(1);
  });

  test('what is told of an epoch that never opened is none', () => {
    expect(epochs(logOf(told.gateClosed(), told.sealed()))).toEqual([]);
  });
});

describe('what can be played', () => {
  test('segments of which something was kept, with what must be there', () => {
    expect(segmentsOf(logOf(...SEALED))).toEqual([
      {
        epoch: EPOCH,
        media: EPOCH,
        from: 0,
        mime: 'audio/webm',
        startedAt: T0 + 9000,
        ms: expect.any(Number),
        offset: 0,
        kept: { chunks: 2, lastHash: 'h' },
      },
    ]);
  });
  test('not one that still runs, is empty, or never started', () => {
    expect(segmentsOf(logOf(...RECORDED))).toEqual([]);
    expect(segmentsOf(logOf(...RECORDED, told.sealed({ chunks: 0 })))).toEqual([]);
    expect(segmentsOf(logOf(...AGREED, told.gateOpened(), told.sealed()))).toEqual([]);
  });
});

describe('a receipt', () => {
  const due = (...more: Entry[]) => {
    const { participants } = recordOf(row, logOf(...SEALED, ...more), new Map());
    return participants.find(({ participant }) => participant === ANA)?.receipt;
  };
  const given = (size: number, participant = ANA): Entry => ({
    kind: 'exported',
    format: 'receipt',
    participant,
    size,
  });
  const covered = SEALED.length;

  test('is due for whoever answered, and an addendum when something about them came after it', () => {
    expect(due()).toBe('first');
    expect(due(given(covered))).toBe('again');
    expect(due(given(covered, BEN))).toBe('first');
    expect(due(given(covered), { kind: 'deleted', epoch: EPOCH, why: 'time-over' })).toBe('addendum');
    expect(due(given(2))).toBe('addendum');
    expect(due(given(2), given(covered))).toBe('again');
  });

  test('is nobody’s who did not answer', () => {
    expect(recordOf(row, logOf(told.opened, told.joined(ANA)), new Map()).participants[0]?.receipt).toBeNull();
  });
});
