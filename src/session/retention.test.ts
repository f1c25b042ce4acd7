import { describe, expect, test } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';
import { latestEnd, overdue, whyOver } from './retention.ts';

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

  test('goes whatever else is in the log', () => {
    const read: Entry = { kind: 'roster-read', completeness: 'complete', rows: 1, counter: 1, source: 'dom' };
    expect(overdue(log(joined, read, asked(7, 30), opened, sealed), 1000 + 30 * DAY)).toEqual({
      epochs: [epoch],
      people: [ana],
    });
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

  test('goes from a log that proves nothing any more by the shortest promise in it, or the shortest that there is', () => {
    expect(latestEnd([asked(7, 30), asked(3, 40)], 'keepDays', 1000)).toBe(1000 + 3 * DAY);
    expect(latestEnd([asked(7, 40), asked(9, 30)], 'proofDays', 1000)).toBe(1000 + 30 * DAY);
    const shortened: Entry = { kind: 'retention-shortened', keepDays: 2, proofDays: 20, by: 'host' };
    expect(latestEnd([asked(7, 30), shortened], 'keepDays', 1000)).toBe(1000 + 2 * DAY);
    for (const promise of ['keepDays', 'proofDays'] as const)
      expect(latestEnd([joined], promise, 1000)).toBe(1000 + DAY);
  });

  test('says why: the time was over, or the host had made it shorter', () => {
    expect([whyOver({ shortened: false }), whyOver({ shortened: true })]).toEqual(['time-over', 'shortened']);
  });

  test('names of a meeting in which nobody was ever asked go after a day', () => {
    expect(overdue(log(joined), 1000 + DAY - 1).people).toEqual([]);
    expect(overdue(log(joined), 1000 + DAY).people).toEqual([ana]);
  });

  const next = 'aBBBBBBBBBBBB' as AskId;
  const another = 'eBBBBBBBBBBBB' as EpochId;
  const later = (days: number, entry: Entry): Logged => ({ index: 0, at: 1000 + days * DAY, seen: '', entry });

  test('where asks promised differently, each recording follows its own, and names the shortest', () => {
    const story = log(joined, asked(7, 30), opened, sealed, { ...asked(3, 10), ask: next } as Entry);
    story.push(...log({ ...opened, epoch: another, ask: next } as Entry, { ...sealed, epoch: another } as Entry));
    expect(overdue(story, 1000 + 3 * DAY).epochs).toEqual([another]);
    expect(overdue(story, 1000 + 7 * DAY).epochs).toEqual([epoch, another]);
    expect(overdue(story, 1000 + 10 * DAY - 1).people).toEqual([]);
    expect(overdue(story, 1000 + 10 * DAY).people).toEqual([ana]);
    expect(overdue(log(joined, asked(3, 10), asked(7, 30)), 1000 + 10 * DAY).people).toEqual([ana]);
  });

  test('to export or delete something puts the day of the names off by nothing; to go on meeting does', () => {
    const gone: Entry = { kind: 'deleted', epoch, why: 'time-over' };
    for (const entry of [{ kind: 'exported', format: 'json' }, gone] as Entry[])
      expect(overdue([...entries, later(20, entry)], 1000 + 30 * DAY).people).toEqual([ana]);
    const left = later(20, { kind: 'participant-left', participant: ana });
    expect(overdue([...entries, left], 1000 + 50 * DAY - 1).people).toEqual([]);
    expect(overdue([...entries, left], 1000 + 50 * DAY).people).toEqual([ana]);
    expect(overdue([left, ...entries], 1000 + 50 * DAY - 1).people).toEqual([]);
  });

  test('a recording counts from its own end', () => {
    const story = [...log(joined, asked(7, 30), opened), later(2, sealed)];
    expect(overdue(story, 1000 + 9 * DAY - 1).epochs).toEqual([]);
    expect(overdue(story, 1000 + 9 * DAY).epochs).toEqual([epoch]);
  });

  test('one recording deleted leaves the others their day, and names theirs', () => {
    const gone: Entry = { kind: 'deleted', epoch: another, why: 'time-over' };
    expect(overdue(log(joined, asked(7, 30), opened, sealed, gone), 1000 + 30 * DAY)).toEqual({
      epochs: [epoch],
      people: [ana],
    });
  });

  test('of what nobody knows what was promised for it, nothing is deleted; who came twice is erased once', () => {
    expect(overdue(log(joined, asked(7, 30), sealed), 1000 + 99 * DAY).epochs).toEqual([]);
    expect(
      overdue(log(joined, { ...asked(7, 30), ask: next } as Entry, opened, sealed), 1000 + 99 * DAY).epochs,
    ).toEqual([]);
    expect(overdue(log(joined, joined, asked(7, 30)), 1000 + 30 * DAY).people).toEqual([ana]);
  });
});
