import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { AskId, ParticipantKey } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { answersOther, decideOther } from './decide-other.ts';
import { blankDirectory, learn } from './directory.ts';
import type { Heard, HeardAnswer, HeardOther } from './heard.ts';
import * as told from './testdata/told.ts';

const { ANA, ASK, BEN, HOST, NEXT_ASK, T0 } = told;
const OTHER = 'aOther' as AskId;
const SITES: readonly [ParticipantKey, string][] = [
  [HOST, 'h'],
  [ANA, 'a'],
  [BEN, 'b'],
];
const MEETING: Entry[] = [told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN), told.asked()];
const othersAsk = (participant: ParticipantKey | null = BEN): Entry => ({
  kind: 'other-asked',
  ask: OTHER,
  participant,
});

/** What a line of another host adds to the log. `from` is the sender's site id. */
function decided(
  says: HeardOther['says'],
  { ask = OTHER, from = 'b', replayed = false } = {},
  ...entries: Entry[]
): readonly Entry[] {
  const log = told.logOf(...MEETING, ...entries);
  const directory = blankDirectory();
  SITES.forEach(([, site], i) => {
    const logged = log[i + 1];
    if (logged) learn(directory, logged, { site, name: site });
  });
  const sender = { id: from, name: 'Somebody', self: false };
  const line = { id: 'm1', sender, text: 'words', edited: false };
  const chat: Extract<Observation, { what: 'chat' }> = { what: 'chat', key: 'k', at: T0 + 60_000, replayed, line };
  const { drafts } = decideOther(told.stateOf(...MEETING, ...entries), directory, chat, { kind: 'other', ask, says });
  for (const draft of drafts) expect(draft).toMatchObject({ subject: null, disclosures: {} });
  return drafts.map(({ entry }) => entry);
}

describe('another host asks as well', () => {
  test('their ask is noted once, with who they are', () => {
    expect(decided('asks')).toEqual([othersAsk()]);
    expect(decided('asks', {}, othersAsk())).toEqual([]);
    expect(decided('asks', { from: 'x' })).toEqual([othersAsk(null)]);
  });

  test('what they only tell is no ask', () => {
    expect(decided('tells')).toEqual([]);
    expect(decided('tells', {}, othersAsk())).toEqual([]);
  });

  test('an ask of ours in somebody’s mouth is not another host’s, and does not end either', () => {
    expect(decided('asks', { ask: ASK })).toEqual([]);
    expect(decided('ends', { ask: ASK }, { kind: 'other-asked', ask: ASK, participant: BEN })).toEqual([]);
  });

  test('an old notice counts only while its host is here', () => {
    expect(decided('asks', { replayed: true })).toEqual([othersAsk()]);
    expect(decided('asks', { replayed: true, from: 'x' })).toEqual([]);
  });
});

describe('the end of another host’s ask', () => {
  const ended: Entry = { kind: 'other-ended', ask: OTHER };
  test('is theirs to tell', () => {
    expect(decided('ends', {}, othersAsk())).toEqual([ended]);
    expect(decided('ends', { from: 'a' }, othersAsk())).toEqual([]);
    expect(decided('ends', { from: 'x' }, othersAsk())).toEqual([]);
  });
  test('of whom nobody knows who they were, only by somebody of whom nobody knows either', () => {
    expect(decided('ends', { from: 'x' }, othersAsk(null))).toEqual([ended]);
    expect(decided('ends', {}, othersAsk(null))).toEqual([]);
  });
  test('of an ask that is not live ends nothing', () => {
    expect(decided('ends')).toEqual([]);
    expect(decided('ends', { from: 'x' })).toEqual([]);
  });
});

describe('a whole answer to the ask of another host is theirs to count', () => {
  const TAG: HeardAnswer = {
    kind: 'answer',
    ask: OTHER,
    notice: 'hash',
    shown: null,
    answer: 'refused',
    purposes: [],
    media: 'sound',
    person: 1,
    people: 1,
    counter: 1,
    key: 'k',
    sig: 's',
    valid: true,
  };
  const WHOLE: Heard = { says: 'refused', all: false, sure: true, tag: TAG };
  const theirs = (heard: Heard, ...entries: Entry[]) => answersOther(told.stateOf(...MEETING, ...entries), heard);

  test('words, tag and signature alike', () => {
    expect(theirs(WHOLE, othersAsk())).toBe(true);
  });

  test.each<[string, Heard]>([
    ['without a tag', { ...WHOLE, tag: { kind: 'none' } }],
    ['badly signed', { ...WHOLE, tag: { ...TAG, valid: false } }],
    ['under words that are not sure', { ...WHOLE, sure: false }],
    ['under other words than the tag’s', { ...WHOLE, says: 'withdrawn' }],
    ['to an ask that nobody knows', { ...WHOLE, tag: { ...TAG, ask: NEXT_ASK } }],
  ])('%s: it is read like every other line, so that no no is lost', (_how, heard) => {
    expect(theirs(heard, othersAsk())).toBe(false);
  });

  test('to an ask of ours it is an answer to us, whoever else has copied that ask', () => {
    const copied: Entry = { kind: 'other-asked', ask: ASK, participant: BEN };
    expect(theirs({ ...WHOLE, tag: { ...TAG, ask: ASK } }, copied)).toBe(false);
  });
});
