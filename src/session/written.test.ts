import { describe, expect, test } from 'vitest';
import { PENDING_MS } from '../consent/decide-chat.ts';
import { GUESTS, type ScheduledMeeting } from '../consent/testdata/scheduled-meeting.ts';
import {
  asks,
  comesIn,
  everybodyAgrees,
  hostSettles,
  posts,
  Schedule,
  type Step,
  WORDS,
} from '../consent/testdata/steps.ts';
import type { EntryOf } from '../model/entry.ts';
import type { AskId, PostId } from '../model/id.ts';
import type { Observation, Seen } from '../model/observation.ts';

/** What a session answers, writes once, writes again, and does not owe. */

const [ana] = GUESTS;
const play = (...steps: Step[]): Promise<ScheduledMeeting> => new Schedule(steps).play({});
const recording = () => play(comesIn(ana), asks('sound'), posts('echoed'), everybodyAgrees);
const isOpen = ({ state }: ScheduledMeeting) => state.epoch !== null;
const NOTHING = { ok: true, appended: [], open: null };
const order = (what: 'pause' | 'resume'): Seen => ({ what: 'order', order: { do: what } });

/** How often the log was asked to take something. */
function appends(meeting: ScheduledMeeting): { times: number } {
  const seen = { times: 0 };
  const { append } = meeting.log;
  meeting.log.append = (...args) => {
    seen.times += 1;
    return append.apply(meeting.log, args);
  };
  return seen;
}

describe('what says nothing new is not written, and answered like what was', () => {
  test('an observation that comes again changes nothing, although much has happened since', async () => {
    const meeting = await recording();
    await meeting.see(order('pause'));
    const paused = meeting.brought.at(-1)?.observation as Observation;
    await meeting.seals('ordered');
    await meeting.see(order('resume'));
    const asked = appends(meeting);
    expect(await meeting.session.observe(paused)).toEqual(NOTHING);
    expect(asked.times).toBe(0);
    expect(isOpen(meeting)).toBe(true);
  });

  test('nothing to write asks the log for nothing', async () => {
    const meeting = await recording();
    const asked = appends(meeting);
    expect(await meeting.session.commit(() => [])).toEqual(NOTHING);
    expect(asked.times).toBe(0);
  });

  test('a log that was read whole has nothing to follow', async () => {
    const meeting = await recording();
    expect(await meeting.session.whole).toEqual(NOTHING);
    expect(meeting.session.isChecking).toBe(false);
  });
});

test('of what one look finds, only the first entry carries its hash', async () => {
  const meeting = await play();
  const size = meeting.log.entries.length;
  const rows = [
    { id: 'host', name: 'Host', self: true },
    { id: 'a', name: 'Ana', self: false },
    { id: 'b', name: 'Ben', self: false },
  ];
  await meeting.see({ what: 'roster', roster: { people: rows, completeness: 'complete', counter: 3, source: 'dom' } });
  const seen = meeting.log.entries.slice(size).map((entry) => entry.seen !== '');
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(seen.map((_, i) => i === 0));
});

test('what the worker decides by itself carries the hash of nothing seen', async () => {
  const meeting = await play(comesIn(ana));
  const size = meeting.log.entries.length;
  await asks('sound').run(meeting);
  const seen = meeting.log.entries.slice(size).map((entry) => entry.seen);
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set(['']));
});

test('rules of a newer version are in force with the first thing that is seen, also when that says nothing new', async () => {
  const meeting = await recording();
  const rules = () => meeting.log.entries.flatMap(({ entry }) => (entry.kind === 'requirement-set' ? [entry] : []));
  await hostSettles('Texas, and the legal minimum').run(meeting);
  const newest = rules().at(-1);
  if (!newest) throw new Error('no rules were set');
  const older = { ...newest, pack: newest.pack - 1, fingerprint: 'A'.repeat(43) };
  const { log, at } = { log: meeting.session.log, at: meeting.now };
  await meeting.log.append(
    log,
    await meeting.log.row(),
    [{ draft: { entry: older, subject: null, disclosures: {} }, at, seen: '' }],
    null,
  );
  await meeting.restarts();
  await meeting.see({ what: 'watch', watching: true });
  expect(rules().at(-1)).toEqual(newest);
  const asked = appends(meeting);
  await meeting.see({ what: 'watch', watching: true });
  expect(asked.times).toBe(0);
});

test('a line of somebody who is not listed yet waits for less than five seconds', async () => {
  const meeting = await recording();
  const by = (id: string) => ({ id: `m-${id}`, sender: { id, name: id, self: false }, text: 'I agree', edited: false });
  const written = (age: number, id: string) =>
    meeting.observe(
      { what: 'chat', line: by(id), replayed: false, key: `c:${id}`, at: meeting.now - age },
      WORDS['I agree'],
    );
  expect((await written(PENDING_MS - 1, 'x')).ok).toBe('later');
  expect((await written(PENDING_MS, 'y')).ok).toBe(true);
});

describe('a log that another one wrote to', () => {
  test('is read on from where it was left, names with it', async () => {
    const meeting = await recording();
    const other = await meeting.load();
    await other.commit(() => [{ entry: { kind: 'paused' }, subject: null, disclosures: {} }]);
    const people = [
      { id: 'host', name: 'Host', self: true },
      { id: 'Ana same', name: 'Ana', self: false },
      { id: 'b', name: 'Benedetta', self: false },
    ];
    const roster = { people, completeness: 'complete', counter: 3, source: 'dom' } as const;
    await other.observe({ what: 'roster', roster, key: 'theirs', at: meeting.now });
    await meeting.see({ what: 'watch', watching: false });
    expect(meeting.state.size).toBe(meeting.log.entries.length);
    expect(meeting.state.order).toBe('paused');
    expect([...meeting.session.directory.people.values()].map(({ name }) => name)).toContain('Benedetta');
  });

  test('is held to where it stood: an entry from before that time would be damage', async () => {
    const meeting = await recording();
    const row = await meeting.log.row();
    const after: unknown[] = [];
    const { pages } = meeting.log;
    meeting.log.pages = (...args) => {
      after.push(args[1]);
      return pages.apply(meeting.log, args);
    };
    meeting.log.next = 'conflicts';
    await meeting.see(order('pause'));
    expect(after).toEqual([{ size: row.size, head: row.head, at: row.lastAt }]);
  });

  test('and that is gone is damaged', async () => {
    const meeting = await recording();
    meeting.log.next = 'conflicts';
    const { row } = meeting.log;
    meeting.log.row = (() => Promise.resolve(undefined)) as never;
    expect(await meeting.see(order('pause'))).toEqual({ ok: false, code: 'damaged' });
    meeting.log.row = row;
    expect(meeting.session.trouble).toBe('damaged');
  });
});

describe('a row that chunks are judged by', () => {
  test('stays open whatever else is written while it records', async () => {
    const meeting = await recording();
    const { epoch } = meeting.state.epoch ?? {};
    await meeting.says(ana, WORDS.details);
    await meeting.see({
      what: 'capture',
      report: { capture: 'started', epoch: epoch ?? '', mime: 'x', microphone: false },
    });
    expect(meeting.log.gate).toMatchObject({ state: 'open', epoch });
  });

  test('goes on draining whatever else is written, and is closed by the seal alone', async () => {
    const meeting = await recording();
    const { epoch } = meeting.state.epoch ?? {};
    await meeting.see(order('pause'));
    await meeting.see({ what: 'watch', watching: true });
    await meeting.commit(() => [{ entry: { kind: 'paused' }, subject: null, disclosures: {} }]);
    expect(meeting.log.gate).toMatchObject({ state: 'draining', epoch });
    await meeting.seals('ordered');
    expect(meeting.log.gate).toEqual({ log: 'lAAAAAAAAAAAA', state: 'closed', epoch, cutAfter: null, reasons: [] });
  });

  test('is closed, and not draining, for whoever takes a yes back', async () => {
    const meeting = await recording();
    await meeting.says(ana, WORDS['stop recording']);
    expect(meeting.log.gate?.state).toBe('closed');
  });

  test('what is draining is cut when the log can no longer be written, and why is told', async () => {
    const meeting = await recording();
    const { epoch } = meeting.state.epoch ?? {};
    await meeting.see(order('pause'));
    meeting.log.next = 'fails';
    await meeting.see(order('resume'));
    expect(meeting.revoked.slice(1)).toEqual([
      {
        log: 'lAAAAAAAAAAAA',
        epoch,
        drain: false,
        cutAfter: null,
        reasons: ['capture-failed'],
        cause: 'storage-failed',
      },
    ]);
  });
});

test('what was revoked because of a failed write stays so when the next write works, whatever the log says of it yet', async () => {
  const meeting = await recording();
  const epoch = meeting.state.epoch?.epoch ?? '';
  expect([meeting.session.isRevoked(epoch), meeting.session.isShut]).toEqual([false, false]);
  meeting.log.next = 'fails';
  await meeting.says(ana, WORDS['stop recording']);
  expect(meeting.session.isRevoked(epoch)).toBe(true);
  // Something else is written, and the log still tells of an open epoch: its recorder gets no new permit all the same.
  await meeting.commit(() => [
    { entry: { kind: 'other-ended', ask: 'aZZZZZZZZZZZZ' as AskId }, subject: null, disclosures: {} },
  ]);
  expect([meeting.session.trouble, meeting.state.epoch?.epoch]).toEqual([null, epoch]);
  expect(meeting.session.isRevoked(epoch)).toBe(true);
  expect(meeting.session.isShut).toBe(true);
});

describe('is not owed, because whoever saw it brings it again', () => {
  test('what the recorder reports', async () => {
    const meeting = await recording();
    const epoch = meeting.state.epoch?.epoch ?? '';
    meeting.log.next = 'fails';
    await meeting.see({ what: 'capture', report: { capture: 'failing', epoch, cause: 'disk-full' } });
    await meeting.seals('ordered');
    await meeting.see({ what: 'watch', watching: true });
    expect(isOpen(meeting)).toBe(true);
  });

  test('what became of a message', async () => {
    const meeting = await recording();
    const [host] = [...meeting.state.people].find(([, { self }]) => self) ?? [];
    const ask = meeting.state.ask?.id;
    if (!host || !ask) throw new Error('nobody asked');
    const post = 'mAAAAAAAAAAAA' as PostId;
    const entry: EntryOf<'post-ordered'> = { kind: 'post-ordered', post, says: 'recording', ask, people: [] };
    await meeting.commit(() => [{ entry, subject: host, disclosures: { text: 'on' } }]);
    meeting.log.next = 'fails';
    expect((await meeting.see({ what: 'post', post, outcome: 'echoed' })).ok).toBe(false);
    await meeting.seals('ordered');
    await meeting.see({ what: 'watch', watching: true });
    expect(isOpen(meeting)).toBe(true);
  });
});
