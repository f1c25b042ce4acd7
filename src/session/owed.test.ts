import { describe, expect, test } from 'vitest';
import { GUESTS, type ScheduledMeeting } from '../consent/testdata/scheduled-meeting.ts';
import {
  asks,
  comesIn,
  everybodyAgrees,
  otherHost,
  posts,
  Schedule,
  type Step,
  says,
  signs,
  WORDS,
} from '../consent/testdata/steps.ts';
import type { Order, Seen } from '../model/observation.ts';
import type { RosterPerson } from '../model/roster.ts';

/** What was seen and could not be written keeps the gate shut, until it is written or something newer has taken its place. */

const [ana, ben] = GUESTS;
const HOST: RosterPerson = { id: 'host', name: 'Host', self: true };
const ANA: RosterPerson = { id: 'Ana same', name: 'Ana', self: false };
const BEN: RosterPerson = { id: 'Ben same', name: 'Ben', self: false };

const play = (...steps: Step[]): Promise<ScheduledMeeting> => new Schedule(steps).play({});
const recording = () => play(comesIn(ana), asks('sound'), posts('echoed'), everybodyAgrees);
const isOpen = ({ state }: ScheduledMeeting) => state.epoch !== null;
const list = (...people: RosterPerson[]): Seen => ({
  what: 'roster',
  roster: { people, completeness: 'complete', counter: people.length, source: 'dom' },
});
const order = (what: Extract<Order['do'], 'pause' | 'resume' | 'stop' | 'go-on-without'>): Seen => ({
  what: 'order',
  order: { do: what },
});

describe('a newer look or order takes the place of one that could not be written, also when it says nothing new', () => {
  test.each<[string, Seen, Seen]>([
    ['somebody came in, and is not there any more', list(HOST, ANA, BEN), list(HOST, ANA)],
    ['the host was elsewhere, and is in the call', { what: 'place', place: 'left' }, { what: 'place', place: 'call' }],
    ['nobody watched, and somebody does', { what: 'watch', watching: false }, { what: 'watch', watching: true }],
    ['the host paused, and goes on', order('pause'), order('resume')],
    ['the host stopped, and goes on', order('stop'), order('resume')],
    ['the host went on without, and goes on with it', order('go-on-without'), order('resume')],
  ])('%s', async (_what, unwritten, newer) => {
    const meeting = await recording();
    meeting.log.next = 'fails';
    expect((await meeting.see(unwritten)).ok).toBe(false);
    expect(meeting.revoked).toHaveLength(1);
    await meeting.seals('ordered');
    expect(isOpen(meeting)).toBe(false);
    await meeting.see(newer);
    expect(isOpen(meeting)).toBe(true);
  });
});

describe('of something else that is seen, nothing that is owed is settled', () => {
  test.each<[string, Seen, Seen]>([
    ['a newcomer, by a place', list(HOST, ANA, BEN), { what: 'place', place: 'call' }],
    ['a place, by a list', { what: 'place', place: 'left' }, list(HOST, ANA)],
    ['a pause, by a watched page', order('pause'), { what: 'watch', watching: true }],
    ['a pause, by a list', order('pause'), list(HOST, ANA)],
    ['a lost page, by an order', { what: 'watch', watching: false }, order('resume')],
  ])('%s', async (_what, unwritten, other) => {
    const meeting = await recording();
    meeting.log.next = 'fails';
    await meeting.see(unwritten);
    await meeting.seals('ordered');
    await meeting.see(other);
    expect(isOpen(meeting)).toBe(false);
  });
});

describe('a chat line is owed until it is written itself', () => {
  test('“stop recording”: no other line of the same person settles it', async () => {
    const meeting = await recording();
    meeting.log.next = 'fails';
    await meeting.says(ana, WORDS['stop recording']);
    await meeting.seals('ordered');
    await meeting.says(ana, WORDS['I agree']);
    expect(isOpen(meeting)).toBe(false);
    const [owed] = meeting.brought.filter(({ heard }) => heard.says === 'withdrawn');
    if (owed) await meeting.bring(owed.observation, owed.heard);
    expect([...meeting.state.answers.values()].map(({ answer }) => answer)).toEqual(['consented', 'withdrawn']);
    await meeting.says(ana, WORDS['I agree']);
    expect(isOpen(meeting)).toBe(true);
  });

  test('a line that was a question, could not be written, and is a yes when it is brought again, is owed no more', async () => {
    const meeting = await play(comesIn(ana), comesIn(ben), asks('sound'), posts('echoed'), says(ben, 'I agree'));
    await otherHost(ben, 'asks').run(meeting);
    meeting.log.next = 'fails';
    await meeting.says(ana, WORDS['I agree']);
    expect(meeting.state.doubts.size).toBe(0);
    await otherHost(ben, 'ends').run(meeting);
    expect(isOpen(meeting)).toBe(false);
    const line = meeting.brought.findLast(({ heard }) => heard.says === 'consented');
    if (line) await meeting.bring(line.observation, line.heard);
    expect(isOpen(meeting)).toBe(true);
  });

  test('a yes that could not be written is simply not there yet: it holds nothing else back', async () => {
    const meeting = await play(comesIn(ana), asks('sound'), posts('echoed'));
    meeting.log.next = 'fails';
    await meeting.says(ana, WORDS['I agree']);
    const participant = meeting.keyOf(ana);
    if (!participant) throw new Error('Ana is not in the list');
    await meeting.see({ what: 'order', order: { do: 'attest', participant, person: 1, how: 'aloud' } });
    expect(isOpen(meeting)).toBe(true);
  });
});

describe('where the host writes the list, because the page shows none', () => {
  const page: Seen = {
    what: 'roster',
    roster: { people: [], completeness: 'unknown', counter: null, source: 'dom' },
  };
  const writes = (...names: string[]): Seen => ({ what: 'order', order: { do: 'write-down', names } });

  /** Ana was written down, and the host has noted her yes; then Ben is written down, and it cannot be kept. */
  async function benIsOwed(): Promise<ScheduledMeeting> {
    const meeting = await play();
    await meeting.see(page);
    await meeting.see(writes('Ana'));
    await asks('sound').run(meeting);
    const [guest] = [...meeting.state.people.values()].filter(({ self }) => !self);
    if (!guest) throw new Error('nobody is on the list');
    const { participant } = guest;
    await meeting.see({ what: 'order', order: { do: 'attest', participant, person: 1, how: 'aloud' } });
    expect(isOpen(meeting)).toBe(true);
    meeting.log.next = 'fails';
    expect((await meeting.see(writes('Ben'))).ok).toBe(false);
    await meeting.seals('ordered');
    return meeting;
  }

  test.each<[string, Seen]>([
    ['the page, which goes on showing nobody', page],
    ['an order that writes nobody down', writes(' ')],
  ])('somebody who could not be written down is not forgotten by %s', async (_what, seen) => {
    const meeting = await benIsOwed();
    await meeting.see(seen);
    expect(isOpen(meeting)).toBe(false);
  });

  test('the host says that the list is right without them: that is the newer word', async () => {
    const meeting = await benIsOwed();
    await meeting.see({ what: 'order', order: { do: 'list-right' } });
    expect(isOpen(meeting)).toBe(true);
  });
});

describe('of a signed yes that could not be written', () => {
  const yes = (people: number) =>
    signs({
      guest: ana,
      answer: 'consented',
      older: false,
      step: 1,
      person: 1,
      people,
      keyOf: ana,
      purposes: 'required',
      fits: true,
      valid: true,
    });

  test('neither the yes nor that they saw the notice holds anything back', async () => {
    const meeting = await play(comesIn(ana), asks('sound'));
    meeting.log.next = 'fails';
    await yes(1).run(meeting);
    await posts('echoed').run(meeting);
    meeting.now += 60_000;
    await meeting.says(ana, WORDS['I agree']);
    expect(isOpen(meeting)).toBe(true);
  });

  test('that two people sit there is not forgotten: nothing opens on the yes of one', async () => {
    const meeting = await recording();
    meeting.log.next = 'fails';
    await yes(2).run(meeting);
    await meeting.seals('ordered');
    await meeting.see({ what: 'watch', watching: true });
    expect(isOpen(meeting)).toBe(false);
  });
});

describe('is not owed, because it is ordered or decided anew', () => {
  test('an order that only says something of one person', async () => {
    const meeting = await recording();
    const participant = meeting.keyOf(ana);
    if (!participant) throw new Error('Ana is not in the list');
    meeting.log.next = 'fails';
    expect((await meeting.see({ what: 'order', order: { do: 'count-people', participant, people: 2 } })).ok).toBe(
      false,
    );
    await meeting.seals('ordered');
    await meeting.see({ what: 'watch', watching: true });
    expect(isOpen(meeting)).toBe(true);
  });

  test('what the worker decides by itself', async () => {
    const meeting = await recording();
    meeting.log.next = 'fails';
    const noted = await meeting.commit(() => [{ entry: { kind: 'paused' }, subject: null, disclosures: {} }]);
    expect(noted.ok).toBe(false);
    await meeting.seals('ordered');
    await meeting.see({ what: 'watch', watching: true });
    expect(isOpen(meeting)).toBe(true);
  });
});
