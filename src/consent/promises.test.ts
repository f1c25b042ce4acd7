import { expect, test } from 'vitest';
import type { ScheduledMeeting } from './testdata/scheduled-meeting.ts';
import { GUESTS } from './testdata/scheduled-meeting.ts';
import {
  asks,
  clock,
  comesIn,
  edits,
  everybodyAgrees,
  leaves,
  order,
  posts,
  quota,
  reads,
  Schedule,
  Step,
  samePerson,
  says,
  seals,
  settles,
  signs,
  swaps,
  tidies,
} from './testdata/steps.ts';

/** The smallest stories in which a promise was once broken. Found by schedule.property.test.ts. */
const [ana, ben, cem] = GUESTS;
const play = (...steps: readonly Step[]): Promise<ScheduledMeeting> => new Schedule(steps).play({});
const agreed = [comesIn(ana), comesIn(ben), asks('sound'), posts('echoed'), everybodyAgrees];
const isOpen = (meeting: ScheduledMeeting) => meeting.state.epoch !== null;
const signed = { answer: 'consented', older: false, step: 1, person: 1, people: 1, fits: true, valid: true } as const;

test('the ground: everybody agreed, and it is open', async () => {
  expect(isOpen(await play(...agreed))).toBe(true);
});

test('a no on one device ends the yes on the other one, for every later ask as well', async () => {
  const meeting = await play(
    ...agreed,
    samePerson(ben, ana),
    seals(),
    says(ben, 'I do not agree'),
    seals(),
    asks('less time'),
  );
  expect(isOpen(meeting)).toBe(false);
});

test('a no counts for somebody of whom the host says only afterwards that they are here twice', async () => {
  const meeting = await play(...agreed, says(ben, 'I do not agree'), samePerson(ben, ana), seals(), asks('less time'));
  expect(isOpen(meeting)).toBe(false);
});

test('a list confirmed by hand is another list once somebody has come in, although it is as long as before', async () => {
  const confirmed = [
    comesIn(ana),
    asks('sound'),
    posts('echoed'),
    everybodyAgrees,
    reads({ completeness: 'complete', counter: 'none', window: 2 }),
    order('confirm-roster'),
    seals(),
  ];
  expect(isOpen(await play(...confirmed))).toBe(true);
  const meeting = await play(...confirmed, swaps(ana, ben), posts('echoed'), says(ben, 'I agree'), seals());
  expect(isOpen(meeting)).toBe(false);
  expect(meeting.state.answers.size).toBe(3);
});

test('what was said about one ask is not settled as a yes to the next one, which wants more', async () => {
  const meeting = await play(
    comesIn(ana),
    asks('sound'),
    posts('echoed'),
    says(ana, 'ok?'),
    asks('sound and picture'),
    settles('consented', ana),
  );
  expect(isOpen(meeting)).toBe(false);
  const yes = [...meeting.state.answers.values()].find((answer) => answer.grade === 'attested');
  expect(yes?.media ?? 'sound').toBe('sound');
});

test('whoever copies somebody’s signed no has said no, and has not taken their key', async () => {
  const withdraws = signs({ ...signed, guest: ana, keyOf: ana, answer: 'withdrawn', purposes: 'none' });
  const copied = signs({ ...signed, guest: ben, keyOf: ana, answer: 'withdrawn', purposes: 'none', step: 0 });
  const again = signs({ ...signed, guest: ana, keyOf: ana, purposes: 'required' });
  const meeting = await play(...agreed, withdraws, copied, again);
  expect(meeting.state.keys.get('k0')?.participant).toBe(meeting.keyOf(ana));
  expect([...meeting.state.doubts.values()].map((doubt) => doubt.reason)).toEqual([]);
});

test('a yes that is changed into “ok?” is no longer the yes that it was', async () => {
  expect(isOpen(await play(...agreed, edits(ana, 'ok?')))).toBe(false);
});

test('a second “I agree”, which said nothing new, is no yes when it is brought again after a no', async () => {
  const meeting = await play(...agreed, says(ana, 'I agree'), says(ana, 'I do not agree'), seals());
  const line = meeting.brought.findLast(({ heard }) => heard.says === 'consented');
  if (line) await meeting.bring(line.observation, line.heard);
  expect(isOpen(meeting)).toBe(false);
});

test('a signed yes that could not be written at first is no yes when it comes after a no that was', async () => {
  const failing = new Step('the next write fails', (m) => {
    m.log.next = 'fails';
    return Promise.resolve();
  });
  const noted = new Step('the host notes that Ana said no', (m) => {
    const participant = m.keyOf(ana);
    return participant
      ? m.see({ what: 'order', order: { do: 'record-refusal', participant } })
      : Promise.reject(new Error('Ana is not in the list'));
  });
  const yes = signs({ ...signed, guest: ana, keyOf: ana, purposes: 'required' });
  const meeting = await play(comesIn(ana), asks('sound'), posts('echoed'), failing, yes, noted, tidies, comesIn(ben));
  const line = meeting.brought.find(({ heard }) => heard.tag.kind === 'answer');
  if (line) await meeting.bring(line.observation, line.heard);
  expect([...meeting.state.answers.values()].map(({ answer }) => answer)).toEqual(['consented', 'refused']);
});

test('nor when the host has noted a yes since: the line is still from before the no', async () => {
  const notes = (order: 'attest' | 'record-refusal') =>
    new Step(`the host: ${order}`, (m) => {
      const participant = m.keyOf(ana);
      if (!participant) return Promise.reject(new Error('Ana is not in the list'));
      const how = { participant, person: 1, how: 'aloud' } as const;
      return m.see({ what: 'order', order: order === 'attest' ? { do: order, ...how } : { do: order, participant } });
    });
  const yes = signs({ ...signed, guest: ana, keyOf: ana, purposes: 'required' });
  const before = [comesIn(ana), asks('sound'), posts('echoed'), quota(1), yes];
  const meeting = await play(...before, notes('record-refusal'), notes('attest'));
  const line = meeting.brought.find(({ heard }) => heard.tag.kind === 'answer');
  if (line) await meeting.bring(line.observation, line.heard);
  expect([...meeting.state.doubts.values()].map(({ reason }) => reason)).toContain('replayed');
});

test('who is first seen while the recorder drains after a pause was there before it: the end is cut', async () => {
  const meeting = await play(...agreed, order('pause'), comesIn(cem));
  expect(meeting.log.gate).toMatchObject({ state: 'closed', cutAfter: meeting.now - 2000 });
  expect(meeting.revoked.at(-1)).toMatchObject({ drain: false, cutAfter: meeting.now - 2000 });
});

test('three rows said to be one person, round in a circle, are one person', async () => {
  const meeting = await play(
    ...agreed,
    comesIn(cem),
    samePerson(ana, ben),
    samePerson(ben, cem),
    samePerson(cem, ana),
    leaves(ben),
    tidies,
  );
  expect(meeting.state.epoch?.roster).toHaveLength(2);
});

test('whoever comes back after a real absence is somebody new at once, also while the clock has run back', async () => {
  const here = [comesIn(ana), asks('sound'), posts('echoed'), everybodyAgrees];
  const meeting = await play(
    ...here,
    leaves(ana),
    posts('echoed'),
    tidies,
    clock(60),
    tidies,
    clock(-68),
    comesIn(ana),
  );
  expect(meeting.revoked.at(-1)).toMatchObject({ drain: false });
  expect(isOpen(meeting)).toBe(false);
});
