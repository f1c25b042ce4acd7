import { describe, expect, it } from 'vitest';
import type { EpochId, LogId } from '../../model/id.ts';
import type { MeetingRecord, RecordedEpoch } from '../../model/record.ts';
import { stretchesOf } from './stretches.ts';

function epoch(openedAt: number, closedAt: number | null, change: Partial<RecordedEpoch> = {}): RecordedEpoch {
  const ms = (closedAt ?? openedAt) - openedAt;
  const rest = { media: 'sound', chunks: 1, bytes: 1, dropped: 0, cause: 'ordered', roster: [], reasons: [] } as const;
  return { epoch: `e${openedAt}` as EpochId, openedAt, closedAt, ms, ...rest, ...change };
}

function record(...epochs: RecordedEpoch[]): MeetingRecord {
  return {
    log: 'l' as LogId,
    platform: 'sandbox',
    meeting: '',
    openedAt: 0,
    lastAt: 100,
    people: 2,
    recordedMs: 0,
    recordedBytes: 0,
    segments: epochs.length,
    entries: 0,
    live: null,
    keeping: { media: null, names: null },
    toTell: [],
    kept: [],
    binding: null,
    asks: [],
    participants: [],
    epochs,
    story: [],
    purposes: [],
  };
}

describe('stretches', () => {
  it('covers the whole meeting without overlap', () => {
    const stretches = stretchesOf(record(epoch(10, 40, { reasons: ['paused'] }), epoch(60, 90)));
    expect(stretches.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['gap', 0, 10],
      ['recorded', 10, 40],
      ['gap', 40, 60],
      ['recorded', 60, 90],
      ['gap', 90, 100],
    ]);
    expect(stretches[2]).toMatchObject({ reasons: ['paused'] });
  });

  it('knows where each begins in the joined file', () => {
    const offsets = stretchesOf(record(epoch(10, 40, { ms: 28 }), epoch(60, 90))).flatMap((s) =>
      s.kind === 'recorded' ? [s.offset] : [],
    );
    expect(offsets).toEqual([0, 28]);
  });

  it('shows no recording where nothing was kept', () => {
    expect(stretchesOf(record(epoch(10, 12, { ms: 0 }))).map((s) => s.kind)).toEqual(['gap']);
  });

  it('says what was cut out, of a part and of all of one', () => {
    const pieces = [
      { from: 2000, ms: 3000 },
      { from: 6000, ms: 1000 },
    ];
    const whole = record(epoch(10_000, 20_000, { ms: 4000, pieces }), epoch(30_000, 34_000, { ms: 0, pieces: [] }));
    const stretches = stretchesOf({ ...whole, openedAt: 10_000, lastAt: 34_000 });
    expect(stretches.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['cut', 10_000, 12_000],
      ['recorded', 12_000, 15_000],
      ['cut', 15_000, 16_000],
      ['recorded', 16_000, 17_000],
      ['cut', 17_000, 20_000],
      ['gap', 20_000, 30_000],
      ['cut', 30_000, 34_000],
    ]);
    expect(stretches.filter((s) => s.kind === 'recorded')).toMatchObject([
      { offset: 0, ms: 3000, last: false },
      { offset: 3000, ms: 1000, last: true },
    ]);
  });

  it('leaves the one that still runs open', () => {
    expect(stretchesOf(record(epoch(10, null))).at(-1)).toMatchObject({ kind: 'recorded', to: null });
  });
});
