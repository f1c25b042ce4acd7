import { describe, expect, test } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';
import { overdue } from './retention.ts';

const DAY = 86_400_000;
const ask = 'aAAAAAAAAAAAA' as AskId;
const epoch = 'eAAAAAAAAAAAA' as EpochId;
const ana = 'pAAAAAAAAAAAA' as ParticipantKey;

const asked = (keepDays: number, proofDays: number): Entry => ({
  kind: 'asked',
  ask,
  notice: { language: 'en', version: 1, hash: '' },
  purposes: [{ purpose: 'notes', required: true }],
  media: 'sound',
  keepDays,
  proofDays,
  by: 'host',
});
const opened: Entry = { kind: 'gate-opened', epoch, ask, media: 'sound', roster: [ana], answers: [] };
const sealed: Entry = {
  kind: 'segment-sealed',
  epoch,
  cause: 'ordered',
  chunks: 1,
  bytes: 1,
  ms: 1,
  dropped: 0,
  lastHash: '',
};
const joined: Entry = { kind: 'participant-joined', participant: ana, self: false, stable: true };

function log(...entries: Entry[]): Logged[] {
  return entries.map((entry, index) => ({ index, at: 1000, seen: '', entry }));
}

describe('what was promised to be deleted', () => {
  const entries = log(joined, asked(7, 30), opened, sealed);

  test('stays until its day', () => {
    expect(overdue(entries, 1000 + 7 * DAY - 1)).toEqual({ epochs: [], people: [] });
  });

  test('goes on its day: the recording first, names when the proof period is over', () => {
    expect(overdue(entries, 1000 + 7 * DAY)).toEqual({ epochs: [epoch], people: [] });
    expect(overdue(entries, 1000 + 30 * DAY)).toEqual({ epochs: [epoch], people: [ana] });
  });

  test('goes once', () => {
    const gone: Entry[] = [
      { kind: 'deleted', epoch, why: 'time-over' },
      { kind: 'deleted', epoch: null, why: 'time-over' },
    ];
    expect(overdue(log(joined, asked(7, 30), opened, sealed, ...gone), 1000 + 99 * DAY)).toEqual({
      epochs: [],
      people: [],
    });
  });

  test('a recording that still runs is left alone', () => {
    expect(overdue(log(joined, asked(1, 1), opened), 500).epochs).toEqual([]);
  });

  test('names of a meeting in which nobody was ever asked go after a day', () => {
    expect(overdue(log(joined), 1000 + DAY - 1).people).toEqual([]);
    expect(overdue(log(joined), 1000 + DAY).people).toEqual([ana]);
  });
});
