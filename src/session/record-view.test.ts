import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { LogRow } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import type { Piece } from '../model/piece.ts';
import { epochs, recordOf, segmentsOf, shownOf, summaryOf } from './record-view.ts';

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

/** A second epoch of five seconds after the first of two. */
const TWICE: Entry[] = [
  ...SEALED,
  told.gateOpened({ epoch: NEXT_EPOCH }),
  told.started(NEXT_EPOCH),
  told.gateClosed(NEXT_EPOCH),
  told.sealed({ epoch: NEXT_EPOCH, ms: 5000, bytes: 70, chunks: 5, lastHash: 'n' }),
];
const piece = (n: number, from: number, ms: number, bytes: number, chunks: number): Piece => ({
  media: `${NEXT_EPOCH}-${n}`,
  from,
  ms,
  chunks,
  bytes,
  lastHash: `h${n}`,
});
/** From 1000 to 2500 ms of the second epoch, and then once more from 3000 to 4000 ms. */
const CUT: Entry = {
  kind: 'cut',
  epoch: NEXT_EPOCH,
  from: 1000,
  to: 2500,
  pieces: [piece(1, 0, 1000, 14, 1), piece(2, 2500, 2500, 30, 3)],
};
const CUT_AGAIN: Entry = {
  kind: 'cut',
  epoch: NEXT_EPOCH,
  from: 3000,
  to: 4000,
  pieces: [piece(1, 0, 1000, 14, 1), piece(3, 2500, 500, 6, 1), piece(4, 4000, 1000, 11, 2)],
};

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
      toTell: [],
    });
  });

  test('of what was deleted, or never recorded, no date is left', () => {
    const gone: Entry[] = [
      { kind: 'deleted', epoch: EPOCH, why: 'host' },
      { kind: 'deleted', epoch: null, why: 'time-over' },
    ];
    expect(summaryOf(row, logOf(...SEALED, ...gone), new Map()).keeping).toEqual({ media: null, names: null });
  });

  test('of a recording of which no promise can be read, no date is made up', () => {
    const unasked = logOf(told.opened, told.gateOpened(), told.started(), told.gateClosed(), told.sealed());
    expect(summaryOf(row, unasked, new Map()).keeping.media).toBeNull();
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

describe('how much was kept, after something was cut out', () => {
  const kept = (...entries: Entry[]) => {
    const { recordedMs, recordedBytes, segments } = summaryOf(row, logOf(...entries), new Map());
    return { recordedMs, recordedBytes, segments };
  };

  test('the list does not count what is gone', () => {
    expect(kept(...TWICE)).toEqual({ recordedMs: 7000, recordedBytes: 79, segments: 2 });
    expect(kept(...TWICE, CUT)).toEqual({ recordedMs: 2000 + 3500, recordedBytes: 9 + 44, segments: 2 });
  });

  test('after a second cut it counts what that one left, and takes nothing away twice', () => {
    expect(kept(...TWICE, CUT, CUT_AGAIN)).toMatchObject({ recordedMs: 2000 + 2500, recordedBytes: 9 + 31 });
  });

  test('nor does it count twice what was cut and then deleted', () => {
    const deleted: Entry = { kind: 'deleted', epoch: NEXT_EPOCH, why: 'host' };
    expect(kept(...TWICE, CUT, deleted)).toMatchObject({ recordedMs: 2000 + 3500, recordedBytes: 9 + 44 });
  });

  test('an epoch that was cut down to nothing counts for nothing', () => {
    const all: Entry = { kind: 'cut', epoch: NEXT_EPOCH, from: 0, to: 5000, pieces: [] };
    expect(kept(...TWICE, all)).toMatchObject({ recordedMs: 2000, recordedBytes: 9 });
  });

  test('the record says of the epoch how long it is now, and which pieces are left', () => {
    const [first, second] = epochs(logOf(...TWICE, CUT));
    expect(first).toMatchObject({ chunks: 2, bytes: 9, ms: 2000 });
    expect(first).not.toHaveProperty('pieces');
    expect(second).toMatchObject({ chunks: 4, bytes: 44, ms: 3500, dropped: 0, cause: 'ordered' });
    expect(second?.pieces).toEqual(CUT.kind === 'cut' && CUT.pieces);
  });

  test('of an epoch that was cut and then deleted, nothing is left, and no piece either', () => {
    const entries = logOf(...TWICE, CUT, { kind: 'deleted', epoch: NEXT_EPOCH, why: 'host' });
    const [first, second] = epochs(entries);
    expect(first).toMatchObject({ chunks: 2, ms: 2000 });
    expect(second).toMatchObject({ epoch: NEXT_EPOCH, chunks: 0, bytes: 0, ms: 0, closedAt: T0 + 14_000 });
    expect(second).not.toHaveProperty('pieces');
    expect(segmentsOf(entries).map(({ epoch }) => epoch)).toEqual([EPOCH]);
  });

  test('a deletion of what never opened makes no epoch', () => {
    expect(epochs(logOf({ kind: 'deleted', epoch: EPOCH, why: 'host' }))).toEqual([]);
  });

  test('each piece plays from where it begins: in the epoch, on the clock, and in all that can be played', () => {
    const segments = segmentsOf(logOf(...TWICE, CUT));
    expect(segments.map(({ media, from, ms, offset }) => [media, from, ms, offset])).toEqual([
      [EPOCH, 0, 2000, 0],
      [`${NEXT_EPOCH}-1`, 0, 1000, 2000],
      [`${NEXT_EPOCH}-2`, 2500, 2500, 3000],
    ]);
    expect(segments.map(({ startedAt }) => startedAt - T0)).toEqual([9000, 13_000, 15_500]);
    expect(segments.map(({ kept: { chunks, lastHash } }) => [chunks, lastHash])).toEqual([
      [2, 'h'],
      [1, 'h1'],
      [3, 'h2'],
    ]);
  });
});

describe('whose disclosures are read for the record', () => {
  const renamed = (participant = ANA): Entry => ({ kind: 'participant-renamed', participant });
  const corrected: Entry = { kind: 'name-corrected', participant: ANA, by: 'host' };

  test('every name that somebody ever took, and the host’s correction of one', () => {
    expect(shownOf(logOf(told.opened, told.joined(ANA), renamed(), corrected, renamed()))).toEqual([0, 1, 2, 3, 4]);
  });

  test('each once, in the order of the log', () => {
    const entries = [told.opened, told.joined(HOST), told.joined(ANA), renamed(), renamed(HOST), told.asked()];
    expect(shownOf(logOf(...entries))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('of an entry that tells nothing personal none', () => {
    expect(shownOf(logOf(told.opened, told.armed, told.read(2), told.joined(ANA), told.paused))).toEqual([0, 3, 4]);
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

  test('how long its parts stay, by what everybody was promised', () => {
    expect(record().kept).toMatchObject([{ epoch: EPOCH, until: T0 + 11_000 + 30 * 86_400_000 }]);
    expect(record().binding).not.toBeNull();
    expect(record().keeping.media).toBe(T0 + 11_000 + 30 * 86_400_000);
    expect(recordOf(row, logOf(told.opened), new Map())).toMatchObject({ kept: [], binding: null });
  });

  test('the list names the first part that goes, not the last', () => {
    const ends = (...entries: Entry[]) => summaryOf(row, logOf(...entries), new Map()).keeping.media;
    expect(ends(...TWICE)).toBe(ends(...SEALED));
  });

  test('for what it may be opened: what everybody in it agreed to', () => {
    const leave = record().purposes;
    const of = (purpose: string) => leave.find((one) => one.purpose === purpose);
    expect(of('quality')).toEqual({ purpose: 'quality', refused: null, people: [] });
    expect(of('training')).toEqual({ purpose: 'training', refused: 'not-agreed', people: [HOST, ANA] });
    expect(of('research')).toEqual({ purpose: 'research', refused: 'not-asked', people: [] });
  });

  test('only an answer is an answer: what was asked or doubted is none', () => {
    const { participants } = recordOf(row, logOf(...AGREED, told.doubted()), new Map());
    expect(participants.map(({ answers }) => answers.length)).toEqual([1, 1]);
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

  test('an answer that came after the size that it covers makes an addendum due, one that it covers does not', () => {
    expect(due(given(8))).toBe('again');
    expect(due(given(7))).toBe('addendum');
    expect(due(given(covered), told.no(ANA))).toBe('addendum');
    expect(due(given(covered), told.no(HOST))).toBe('again');
  });

  test('covers what stood before it where it does not say how much', () => {
    const unsized: Entry = { kind: 'exported', format: 'receipt', participant: ANA };
    expect(due(unsized)).toBe('again');
    expect(due(unsized, told.no(ANA))).toBe('addendum');
  });

  test('is no other file, and not one that is for nobody by name', () => {
    expect(due({ kind: 'exported', format: 'csv', participant: ANA, size: covered })).toBe('first');
    expect(due({ kind: 'exported', format: 'receipt' })).toBe('first');
  });

  test('for one of two devices is for the person', () => {
    const twice: Entry[] = [told.joined(BEN), told.same(BEN, ANA)];
    expect(due(...twice, given(covered, BEN))).toBe('again');
    expect(due(...twice, given(covered, BEN), told.no(BEN))).toBe('addendum');
  });

  test('is nobody’s who did not answer', () => {
    const [ana] = recordOf(row, logOf(told.opened, told.joined(ANA)), new Map()).participants;
    expect(ana).toMatchObject({ receipt: null, answers: [] });
  });
});
