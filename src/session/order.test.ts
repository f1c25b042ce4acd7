import { describe, expect, test } from 'vitest';
import { GUESTS, type Moment, type ScheduledMeeting } from '../consent/testdata/scheduled-meeting.ts';
import { asks, comesIn, order, posts, Schedule, seals, WORDS } from '../consent/testdata/steps.ts';

const [ana, ben] = GUESTS;

/** Ana was asked; the log takes its time from here on, as a disk does. */
async function askedAna(after: (moment: Moment) => void = () => undefined): Promise<ScheduledMeeting> {
  const meeting = await new Schedule([comesIn(ana), asks('sound'), posts('echoed')]).play({ after });
  const append = meeting.log.append.bind(meeting.log);
  meeting.log.append = async (...given) => {
    await new Promise((resolve) => setTimeout(resolve));
    return append(...given);
  };
  return meeting;
}
const openings = ({ log }: ScheduledMeeting) => log.entries.filter(({ entry }) => entry.kind === 'gate-opened');

describe('opening: the log first, then the order', () => {
  test('when the recorder is ordered, the opening is in the log and the gate row is open for that epoch', async () => {
    const ordered: unknown[] = [];
    const meeting = await askedAna(({ meeting: { log }, result }) => {
      if (result.ok !== true || !result.open) return;
      const { epoch } = result.open;
      const logged = log.entries.some(({ entry }) => entry.kind === 'gate-opened' && entry.epoch === epoch);
      ordered.push({ logged, row: log.gate?.state, same: log.gate?.epoch === epoch });
    });
    await meeting.says(ana, WORDS['I agree']);
    expect(ordered).toEqual([{ logged: true, row: 'open', same: true }]);
  });

  test('what could not be logged is not ordered', async () => {
    const meeting = await askedAna(({ result }) => expect(result.ok === true && result.open).toBeFalsy());
    meeting.log.next = 'fails';
    await meeting.says(ana, WORDS['I agree']);
    expect(openings(meeting)).toEqual([]);
    expect(meeting.log.gate).toBeNull();
    expect(meeting.session.trouble).toBe('unexpected');
  });

  test('the recorder is told exactly what was opened', async () => {
    let last: unknown = null;
    const meeting = await askedAna(({ result }) => {
      if (result.ok === true && result.open) last = result.open;
    });
    await meeting.says(ana, WORDS['I agree']);
    const [opened] = openings(meeting);
    if (opened?.entry.kind !== 'gate-opened') throw new Error('not opened');
    const { epoch, ask } = opened.entry;
    expect(last).toEqual({ log: 'lAAAAAAAAAAAA', epoch, ask, media: 'sound' });
    expect(meeting.log.gate).toEqual({ log: 'lAAAAAAAAAAAA', state: 'open', epoch, cutAfter: null, reasons: [] });
  });
});

describe('closing: the recorder first, then the log', () => {
  test('when the closing is written, the recorder has already been told', async () => {
    const meeting = await askedAna();
    await meeting.says(ana, WORDS['I agree']);
    const { epoch } = meeting.state.epoch ?? {};
    const told: unknown[] = [];
    meeting.log.appending = (entries) => {
      if (entries.some(({ entry }) => entry.kind === 'gate-closed')) told.push(meeting.revoked.map((one) => one.epoch));
    };
    await meeting.says(ana, WORDS['stop recording']);
    expect(told).toEqual([[epoch]]);
    expect(meeting.revoked).toEqual([
      { log: 'lAAAAAAAAAAAA', epoch, drain: false, cutAfter: meeting.now - 2000, reasons: ['withdrawn'] },
    ]);
    expect(meeting.log.gate).toMatchObject({ state: 'closed', epoch, cutAfter: meeting.now - 2000 });
  });

  test('what cannot be logged closes all the same: recorder told, gate row closed, nothing opens before it is written', async () => {
    const meeting = await askedAna();
    await meeting.says(ana, WORDS['I agree']);
    meeting.log.next = 'fails';
    await meeting.says(ana, WORDS['stop recording']);
    expect(meeting.revoked).toHaveLength(1);
    expect(meeting.log.gate).toMatchObject({ state: 'closed', cutAfter: meeting.now - 2000, reasons: ['withdrawn'] });
    await meeting.seals('ordered');
    expect(openings(meeting)).toHaveLength(1);
  });

  test('a pause that cannot be logged drains: what was covered is kept', async () => {
    const meeting = await askedAna();
    await meeting.says(ana, WORDS['I agree']);
    meeting.log.next = 'fails';
    await order('pause').run(meeting);
    expect(meeting.revoked).toMatchObject([{ drain: true, cutAfter: null, reasons: ['paused'] }]);
    expect(meeting.log.gate).toMatchObject({ state: 'draining', cutAfter: null });
  });

  test('a draining epoch is closed for good with its seal', async () => {
    const meeting = await askedAna();
    await meeting.says(ana, WORDS['I agree']);
    const { epoch } = meeting.state.epoch ?? {};
    await order('pause').run(meeting);
    expect(meeting.log.gate).toMatchObject({ state: 'draining', epoch });
    await seals().run(meeting);
    expect(meeting.log.gate).toMatchObject({ state: 'closed', epoch });
  });

  test('who comes in while it drains cuts what they might be in, once', async () => {
    const meeting = await askedAna();
    await meeting.says(ana, WORDS['I agree']);
    await order('pause').run(meeting);
    await comesIn(ben).run(meeting);
    expect(meeting.revoked.map(({ drain, cutAfter }) => ({ drain, cutAfter }))).toEqual([
      { drain: true, cutAfter: null },
      { drain: false, cutAfter: meeting.now - 2000 },
    ]);
    await meeting.see({ what: 'watch', watching: false });
    expect(meeting.revoked).toHaveLength(3);
    await meeting.see({ what: 'order', order: { do: 'stop' } });
    expect(meeting.revoked).toHaveLength(3);
  });
});

test('somebody else wrote to the log meanwhile: read it anew, and decide again', async () => {
  const meeting = await askedAna();
  meeting.log.next = 'conflicts';
  await meeting.says(ana, WORDS['I agree']);
  expect(openings(meeting)).toHaveLength(1);
  expect(meeting.session.trouble).toBeNull();
});

test('a log that changes under every attempt is given up with a code, and nothing opens', async () => {
  const meeting = await askedAna();
  let attempts = 0;
  meeting.log.append = () => {
    attempts += 1;
    return Promise.resolve({ ok: false, code: 'conflict' } as const);
  };
  await meeting.says(ana, WORDS['I agree']);
  expect([attempts, meeting.session.trouble]).toEqual([5, 'storage-failed']);
  expect(openings(meeting)).toEqual([]);
});
