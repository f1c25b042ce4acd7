import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import type { PostId } from '../model/id.ts';
import { BATCH_MS, duePosts, RETRY_MS, SETTLE_MS } from './due.ts';

const { ANA, ASK, at, BEN, EPOCH, HOST, NEXT_ASK, T0 } = told;
type Says = EntryOf<'post-ordered'>['says'];
let posts = 0;
const post = (says: Says, people: (typeof ANA)[] = [], ask = ASK, id = `m${++posts}` as PostId): Entry => ({
  kind: 'post-ordered',
  post: id,
  says,
  ask,
  people,
});
const outcome = (id: string, how: 'echoed' | 'refused' | 'unsure'): Entry => ({
  kind: 'post-seen',
  post: id as PostId,
  outcome: how,
});
/** A post and what became of it. */
const tried = (says: Says, how: 'echoed' | 'refused' | 'unsure', people: (typeof ANA)[] = [], ask = ASK): Entry[] => {
  const id = `m${++posts}` as PostId;
  return [post(says, people, ask, id), outcome(id, how)];
};
const due = (...entries: told.Told[]) => duePosts(told.stateOf(...entries), T0 + 999_000);
const only = (says: Says, ...entries: told.Told[]) => due(...entries).filter((one) => one.says === says);
const MEETING: Entry[] = [told.opened, told.joined(HOST), told.joined(ANA), told.asked()];

describe('the whole notice', () => {
  const wants = (ask = ASK): Entry => ({ kind: 'details-wanted', ask, language: 'de' });
  test('for whoever wants it, once, in their language', () => {
    expect(only('details', ...MEETING)).toEqual([]);
    const [first] = only('details', ...MEETING, wants());
    expect(first).toEqual({ says: 'details', ask: ASK, people: [], notBefore: 0, language: 'de' });
    expect(only('details', ...MEETING, wants(), post('details'))).toEqual([]);
    expect(due(...MEETING, told.shown(ANA), wants(), post('details'))).toEqual([]);
    expect(only('details', ...MEETING, wants(), post('notice'))).toHaveLength(1);
    expect(only('details', ...MEETING, wants(), ...tried('details', 'refused'))).toEqual([]);
    expect(only('details', ...MEETING, wants(), post('details'), wants())).toHaveLength(1);
  });

  test('not of an older ask, and not where no chat takes it', () => {
    expect(only('details', ...MEETING, wants(), told.asked({}, NEXT_ASK))).toEqual([]);
    const state = told.stateOf(...MEETING, wants());
    expect(duePosts(state, T0 + 999_000, true).filter(({ says }) => says === 'details')).toEqual([]);
  });
});

describe('the notice', () => {
  test('for everybody who has neither been shown it nor answered, at once the first time', () => {
    expect(due(...MEETING)).toEqual([{ says: 'notice', ask: ASK, people: [ANA], notBefore: 0 }]);
    expect(due(...MEETING, told.shown(ANA))).toEqual([]);
    expect(due(...MEETING, told.yes(ANA))).toEqual([]);
    expect(due(...MEETING, told.shown(ANA, NEXT_ASK))).toHaveLength(1);
  });

  test('not before anybody asked, outside the call, or after a stop', () => {
    expect(due(...MEETING.slice(0, 3))).toEqual([]);
    expect(due(...MEETING, { kind: 'meeting-left', how: 'left' })).toEqual([]);
    expect(due(...MEETING, { kind: 'stopped' })).toEqual([]);
    expect(only('notice', ...MEETING, { kind: 'went-on-without', ask: ASK })).toEqual([]);
    expect(due(...MEETING, { kind: 'paused' })).toHaveLength(1);
  });

  test('whoever’s yes is no longer enough is asked again, once for each time that more is asked, and nobody else is', () => {
    const texas = [HOST, ANA, BEN].map((who) => told.isIn(who, 'US-TX'));
    const here = [told.opened, told.joined(HOST), told.minimum, told.joined(ANA), told.joined(BEN), ...texas];
    const asked = [...here, told.asked(), ...tried('notice', 'echoed', [ANA, BEN]), told.goesOn(ANA), told.yes(BEN)];
    const again = (...more: Entry[]) => {
      const posted = duePosts(told.ruledState(...asked, ...more), T0 + 999_000).filter(({ says }) => says === 'notice');
      return posted.map(({ people }) => people);
    };
    const california = told.isIn(BEN, 'US-CA');
    const noticed = tried('notice', 'echoed', [ANA]);
    expect(again()).toEqual([]);
    expect(again(california)).toEqual([[ANA]]);
    expect(again(california, ...noticed)).toEqual([]);
    expect(again(california, ...noticed, told.described(BEN, { employee: true }))).toEqual([]);
    expect(again(california, ...noticed, told.isIn(BEN, 'DE'))).toEqual([[ANA]]);
    expect(again(california, told.yes(ANA))).toEqual([]);
  });

  test('where going on is enough, those who were shown the notice are told so, once, and again after it was otherwise', () => {
    const texas = [HOST, ANA, BEN].map((who) => told.isIn(who, 'US-TX'));
    const here = [told.opened, told.joined(HOST), told.minimum, told.joined(ANA), told.joined(BEN), ...texas];
    const asked = [...here, told.asked(), ...tried('notice', 'echoed', [ANA, BEN])];
    const goingOn = (...more: Entry[]) => {
      const all = duePosts(told.ruledState(...asked, ...more), T0 + 999_000);
      return all.filter(({ says }) => says === 'going-on').map(({ people }) => people);
    };
    expect(goingOn()).toEqual([[ANA, BEN]]);
    expect(goingOn(told.yes(BEN))).toEqual([[ANA]]);
    expect(goingOn(post('going-on', [ANA, BEN], NEXT_ASK))).toEqual([[ANA, BEN]]);
    expect(goingOn(told.described(BEN, { phone: true }))).toEqual([[ANA]]);
    expect(goingOn(...tried('going-on', 'echoed', [ANA, BEN]))).toEqual([]);
    const otherwise = [told.isIn(BEN, 'DE'), told.isIn(BEN, 'US-TX')];
    expect(goingOn(told.isIn(BEN, 'DE'))).toEqual([]);
    expect(goingOn(...tried('going-on', 'echoed', [ANA, BEN]), ...otherwise)).toEqual([[ANA, BEN]]);
    expect(goingOn(told.settled())).toEqual([]);
    expect(goingOn({ kind: 'paused' })).toEqual([]);
    const failed = [1, 2, 3].flatMap(() => tried('going-on', 'refused', [ANA, BEN]));
    expect(goingOn(...failed)).toEqual([]);
    expect(duePosts(told.ruledState(...asked), T0 + 999_000, true)).toEqual([]);
  });

  test('where a yes must be in writing, whoever was asked and has not written is told how', () => {
    const strict = told.settled({ atLeast: { rule: 'all-party', form: 'written' } });
    const here = [told.opened, told.joined(HOST), strict, told.joined(ANA), told.joined(BEN), told.asked()];
    const inWriting = (...more: Entry[]) => {
      const all = duePosts(told.ruledState(...here, ...more), T0 + 999_000);
      return all.filter(({ says }) => says === 'in-writing').map(({ people }) => people);
    };
    const shown = tried('notice', 'echoed', [ANA, BEN]);
    expect(inWriting()).toEqual([]);
    expect(inWriting(...shown)).toEqual([[ANA, BEN]]);
    expect(inWriting(...shown, { kind: 'paused' })).toEqual([]);
    expect(inWriting(...shown, told.joined(told.CEM), told.same(told.CEM, ANA))).toEqual([[ANA, BEN]]);
    expect(inWriting(...shown, told.shown(HOST))).toEqual([[ANA, BEN]]);
    expect(inWriting(...shown, told.yes(ANA), told.yes(BEN, { form: 'written' }))).toEqual([[ANA]]);
    expect(inWriting(...shown, told.no(ANA))).toEqual([[BEN]]);
    expect(inWriting(...shown, ...tried('in-writing', 'echoed', [ANA, BEN]))).toEqual([]);
    expect(inWriting(...shown, told.settled())).toEqual([]);
  });

  test('newcomers are asked together, a little after the last of them', () => {
    const late = [at(50_000, told.joined(BEN)), at(51_000, told.joined('pCem' as typeof ANA))];
    expect(due(...MEETING, ...tried('notice', 'echoed', [ANA]), ...late)).toEqual([
      { says: 'notice', ask: ASK, people: [BEN, 'pCem'], notBefore: T0 + 51_000 + BATCH_MS },
    ]);
  });

  test('a chat that is open again is written to at once, however often it was tried while it was closed', () => {
    const vain = [1, 2, 3].flatMap(() => tried('notice', 'refused', [ANA]));
    expect(due(...MEETING, ...vain)).toEqual([]);
    expect(due(...MEETING, ...vain, { kind: 'watch-lost' }, { kind: 'watch-regained' })).toEqual([
      { says: 'notice', ask: ASK, people: [ANA], notBefore: 0 },
    ]);
    const shown = [...tried('notice', 'echoed', [ANA]), { kind: 'watch-regained' } as const];
    expect(due(...MEETING, ...shown), 'what arrived before has arrived').toEqual([]);
  });

  test('under way it is not ordered again, unless for somebody who has come in anew', () => {
    expect(due(...MEETING, post('notice', [ANA]))).toEqual([]);
    expect(due(...MEETING, post('notice', [BEN]))).toMatchObject([{ people: [ANA] }]);
    expect(only('notice', ...MEETING, post('recording', [ANA]))).toHaveLength(1);
    expect(due(...MEETING, post('notice', [ANA], NEXT_ASK))).toMatchObject([{ says: 'notice', notBefore: 0 }]);
    const back = [at(20_000, told.left(ANA)), at(40_000, told.joined(ANA))];
    expect(due(...MEETING, ...tried('notice', 'echoed', [ANA]), ...back)).toMatchObject([{ people: [ANA] }]);
  });

  test.each(['refused', 'unsure'] as const)('%s: tried again later, and given up after three times', (how) => {
    const once = tried('notice', how, [ANA]);
    expect(due(...MEETING, ...once)).toEqual([
      { says: 'notice', ask: ASK, people: [ANA], notBefore: T0 + 4000 + RETRY_MS },
    ]);
    const twice = [...once, ...tried('notice', how, [ANA])];
    expect(due(...MEETING, ...twice)).toMatchObject([{ notBefore: T0 + 6000 + RETRY_MS }]);
    expect(due(...MEETING, ...twice, ...tried('notice', how, [ANA]))).toEqual([]);
  });

  test('one that arrived ends the row of failures', () => {
    const failed = [...tried('notice', 'refused', [ANA]), ...tried('notice', 'refused', [ANA])];
    const late = at(50_000, told.joined(BEN));
    expect(due(...MEETING, ...failed, ...tried('notice', 'echoed', [ANA]), late)).toMatchObject([
      { people: [BEN], notBefore: T0 + 50_000 + BATCH_MS },
    ]);
  });
});

describe('what the chat is told of the recording', () => {
  const running = [...told.AGREED, told.gateOpened(), told.started()];
  const shut = [...running, ...tried('recording', 'echoed'), told.gateClosed()];
  test('that it runs, once it does, by the recorder’s own word', () => {
    expect(due(...told.AGREED, told.gateOpened())).toEqual([]);
    expect(due(...running)).toEqual([{ says: 'recording', ask: ASK, people: [], notBefore: T0 + 9000 }]);
    expect(due(...running, post('recording'))).toEqual([]);
    expect(only('recording', ...running, post('recording'), post('notice', [BEN]))).toEqual([]);
    expect(due(...running, post('recording', [], NEXT_ASK))).toMatchObject([{ says: 'recording' }]);
    expect(due(...running, post('recording'), post('stopped'))).toMatchObject([{ says: 'recording' }]);
  });

  test('not while a segment of another epoch still drains', () => {
    const other = told.gateOpened({ epoch: told.NEXT_EPOCH });
    const state = told.stateOf(...running, told.gateClosed(), other);
    const segment = { epoch: EPOCH, startedAt: T0, failing: null };
    expect(duePosts({ ...state, segment }, T0)).toEqual([]);
  });

  test('that it stopped, when that has lasted, and only where it was told to run', () => {
    expect(due(...shut)).toEqual([{ says: 'stopped', ask: ASK, people: [], notBefore: T0 + 12_000 + SETTLE_MS }]);
    expect(due(...shut, post('stopped'))).toEqual([]);
    expect(due(...running, told.gateClosed())).toEqual([]);
    expect(due(...shut, told.sealed(), told.gateOpened({ epoch: told.NEXT_EPOCH }))).toEqual([]);
  });

  test('that a pause has become the end: once more, and once', () => {
    const paused = [...shut, { kind: 'paused' } as const, post('stopped')];
    expect(due(...paused)).toEqual([]);
    const ended = [...paused, { kind: 'stopped' } as const];
    expect(due(...ended)).toEqual([{ says: 'stopped', ask: ASK, people: [], notBefore: 0 }]);
    expect(due(...ended, post('stopped'))).toEqual([]);
    expect(due(...ended, { kind: 'resumed' })).toEqual([]);
    expect(due(...shut, post('stopped', [], NEXT_ASK), { kind: 'stopped' })).toEqual([]);
  });

  test('nothing, while the recorder has broken off and the gate is not shut yet', () => {
    expect(due(...running, ...tried('recording', 'echoed'), told.sealed())).toEqual([]);
  });

  test('stopped for the ask that it was told about', () => {
    expect(only('stopped', ...shut, told.asked({}, NEXT_ASK))).toMatchObject([{ ask: ASK }]);
  });

  test('that the host goes on without, once for this ask', () => {
    const without: Entry = { kind: 'went-on-without', ask: ASK };
    expect(due(...shut, without)).toEqual([{ says: 'ended', ask: ASK, people: [], notBefore: 0 }]);
    expect(due(...shut, without, post('ended'))).toEqual([]);
    expect(due(...shut, without, post('ended', [], NEXT_ASK))).toHaveLength(1);
  });

  test('a message that failed is tried again later, and given up after three times', () => {
    const fails = () => tried('recording', 'refused');
    expect(due(...running, ...fails())).toMatchObject([{ notBefore: T0 + 10_000 + RETRY_MS }]);
    expect(due(...running, ...fails(), ...fails(), ...fails())).toEqual([]);
    expect(due(...shut, ...tried('stopped', 'unsure'))).toMatchObject([{ notBefore: T0 + 13_000 + RETRY_MS }]);
    const without: Entry = { kind: 'went-on-without', ask: ASK };
    expect(due(...shut, without, ...tried('ended', 'unsure'))).toMatchObject([{ notBefore: T0 + 14_000 + RETRY_MS }]);
  });
});

describe('where no chat can be written to, the host says it', () => {
  const aloud = (...entries: told.Told[]) => duePosts(told.stateOf(...entries), T0 + 999_000, true);
  const refused = (says: Says, people: (typeof ANA)[] = []) => tried(says, 'refused', people);

  test('each message is put before them once, however it is refused, and newcomers get one of their own', () => {
    expect(aloud(...MEETING)).toMatchObject([{ says: 'notice', people: [ANA] }]);
    expect(aloud(...MEETING, ...refused('notice', [ANA]))).toEqual([]);
    expect(aloud(...MEETING, ...refused('notice', [ANA]), told.joined(BEN))).toMatchObject([{ people: [BEN] }]);
  });

  test('whether it records is told in turn', () => {
    const runs = [...MEETING, told.yes(ANA), told.gateOpened(), told.started()];
    expect(aloud(...runs)).toMatchObject([{ says: 'recording' }]);
    expect(aloud(...runs, ...refused('recording'))).toEqual([]);
    expect(aloud(...runs, ...refused('recording'), told.gateClosed())).toMatchObject([{ says: 'stopped' }]);
    expect(aloud(...runs, ...refused('recording'), told.gateClosed(), ...refused('stopped'))).toEqual([]);
  });

  test('a noted yes needs no message', () => {
    expect(aloud(...MEETING, told.yes(ANA, { grade: 'attested', by: 'host', channel: 'aloud' }))).toEqual([]);
  });
});

describe('what the host attested is told, so that it can be disputed', () => {
  const attested = told.yes(ANA, { grade: 'attested', by: 'host', channel: 'aloud' });
  test('once, for each person', () => {
    expect(due(...MEETING, attested)).toEqual([{ says: 'attested', ask: ASK, people: [ANA], notBefore: 0 }]);
    expect(due(...MEETING, attested, post('attested', [ANA]))).toEqual([]);
    expect(due(...MEETING, attested, post('attested', [BEN]))).toHaveLength(1);
    expect(only('attested', ...MEETING, attested, post('recording', [ANA]))).toHaveLength(1);
    expect(due(...MEETING, post('attested', [ANA]), attested)).toHaveLength(1);
  });
  test('not what they said themselves, not a no, not the host', () => {
    expect(due(...MEETING, told.yes(ANA))).toEqual([]);
    expect(only('attested', ...MEETING, told.no(ANA, { grade: 'attested' }))).toEqual([]);
    expect(only('attested', ...MEETING, told.yes(HOST, { grade: 'attested' }))).toEqual([]);
  });
});
