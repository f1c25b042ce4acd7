import { describe, expect, test } from 'vitest';
import type { ScheduledMeeting } from '../consent/testdata/scheduled-meeting.ts';
import { GUESTS } from '../consent/testdata/scheduled-meeting.ts';
import {
  agreesInWriting,
  announces,
  asks,
  comesIn,
  everybodyIsIn,
  hostPlaces,
  hostSettles,
  isIn,
  posts,
  Schedule,
  type Step,
  says,
  seals,
  starts,
  waits,
} from '../consent/testdata/steps.ts';

/** What a change of the rule does to a meeting that runs: real session, log in memory. */
const [ana, ben] = GUESTS;
const play = (...steps: readonly Step[]): Promise<ScheduledMeeting> => new Schedule(steps).play({});
const isOpen = ({ state }: ScheduledMeeting) => state.epoch !== null;
const inTexas = [
  hostSettles('Texas, and the legal minimum'),
  comesIn(ana),
  comesIn(ben),
  everybodyIsIn('US-TX'),
  asks('sound'),
  posts('echoed'),
];

describe('by the legal minimum', () => {
  test('nothing runs before everybody was told that going on counts, and had the time to say no', async () => {
    expect(isOpen(await play(...inTexas, waits(14_000)))).toBe(false);
    expect(isOpen(await play(...inTexas, waits(16_000)))).toBe(true);
    expect(isOpen(await play(...inTexas.slice(0, -1), waits(60_000)))).toBe(false);
    expect(isOpen(await play(...inTexas, says(ana, 'rather not'), waits(60_000)))).toBe(false);
  });

  test('a no closes as it always does', async () => {
    expect(isOpen(await play(...inTexas, waits(16_000), says(ana, 'I do not agree')))).toBe(false);
  });

  test('a place that is stricter, the requirement and the closing are one append, and the recorder is told first', async () => {
    const meeting = await play(...inTexas, waits(16_000), starts);
    const [size, revoked] = [meeting.log.entries.length, meeting.revoked.length];
    await isIn(ben, 'DE').run(meeting);
    expect(meeting.log.entries.slice(size).map(({ entry }) => entry.kind)).toEqual([
      'place-stated',
      'requirement-set',
      'gate-closed',
    ]);
    expect(meeting.log.entries.at(-1)?.entry).toMatchObject({ reasons: ['explicit-needed'] });
    expect(meeting.revoked.length).toBe(revoked + 1);
    expect(meeting.untold).toBeNull();
    await seals().run(meeting);
    await says(ana, 'I agree').run(meeting);
    await says(ben, 'I agree').run(meeting);
    expect(isOpen(meeting)).toBe(true);
  });

  test('what the host says of somebody is not what they said: it raises, and taken back it is as it was', async () => {
    const meeting = await play(...inTexas, waits(16_000), hostPlaces(ana, 'DE'));
    expect(isOpen(meeting)).toBe(false);
    await hostPlaces(ana, 'US-TX').run(meeting);
    await seals().run(meeting);
    expect(isOpen(meeting)).toBe(true);
    const unsaid = [hostSettles('Texas, and the legal minimum'), comesIn(ana), hostPlaces(ana, 'US-TX')];
    expect(isOpen(await play(...unsaid, asks('sound'), posts('echoed'), waits(60_000)))).toBe(false);
  });
});

test('in writing: a plain yes waits, and the declaration by name opens', async () => {
  const meeting = await play(
    hostSettles('at least in writing'),
    comesIn(ana),
    asks('sound'),
    posts('echoed'),
    says(ana, 'I agree'),
  );
  expect(isOpen(meeting)).toBe(false);
  await agreesInWriting(ana, 'Somebody Else').run(meeting);
  expect(isOpen(meeting)).toBe(false);
  await agreesInWriting(ana).run(meeting);
  expect(isOpen(meeting)).toBe(true);
});

test('words that must be heard: said in time it runs on, and missed it ends until the host goes on', async () => {
  const washington = [hostSettles('nothing'), comesIn(ana), isIn(ana, 'US-WA'), asks('sound'), posts('echoed')];
  const recording = [...washington, says(ana, 'I agree'), starts];
  expect(isOpen(await play(...recording, announces, waits(60_000)))).toBe(true);
  const meeting = await play(...recording, waits(31_000));
  expect(isOpen(meeting)).toBe(false);
  await seals().run(meeting);
  expect(isOpen(meeting)).toBe(false);
  await meeting.see({ what: 'order', order: { do: 'resume' } });
  expect(isOpen(meeting)).toBe(true);
});
