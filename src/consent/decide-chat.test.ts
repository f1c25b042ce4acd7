import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { decideChat } from './decide-chat.ts';
import { blankDirectory, learn } from './directory.ts';
import type { Heard, HeardAnswer } from './heard.ts';
import * as told from './testdata/told.ts';

const { ANA, ASK, BEN, CEM, DOUBT, HOST, NEXT_ASK, T0 } = told;
const REF = { language: 'en', version: 1, hash: `hash-${ASK}` };
const fresh = { participant: () => 'pNew' as ParticipantKey, doubt: () => DOUBT };
const SITES = new Map([
  [HOST, 'h'],
  [ANA, 'a'],
  [BEN, 'b'],
]);
const NAMES = new Map([
  [HOST, 'Host'],
  [ANA, 'Ana'],
  [BEN, 'Ben'],
  [CEM, 'Ben'],
]);
/** Host, Ana and Ben with ids, Cem (called Ben) without one; asked in entry 5, and everybody was shown the notice by entry 8. */
const MEETING: Entry[] = [
  told.opened,
  told.joined(HOST),
  told.joined(ANA),
  told.joined(BEN),
  told.joined(CEM, { stable: false }),
  told.asked(),
  told.shown(ANA),
  told.shown(BEN),
  told.shown(CEM),
];
const said = (says: Heard['says'], how: Partial<Heard> = {}): Heard => ({
  says,
  all: false,
  sure: true,
  tag: { kind: 'none' },
  ...how,
});
const [YES, NO, WITHDRAWN, PAUSE] = [said('consented'), said('refused'), said('withdrawn'), said('pause')];

const pausedBy = (participant: ParticipantKey | null): Entry => ({ kind: 'paused', cause: 'chat', participant });

interface Line {
  readonly from?: string | null;
  readonly name?: string | null;
  readonly self?: boolean;
  readonly id?: string | null;
  readonly text?: string;
  readonly edited?: boolean;
  readonly replayed?: boolean;
  /** ms after T0. */
  readonly ms?: number;
}
function decided(
  heard: Heard,
  line: Line = {},
  entries: readonly told.Told[] = [],
  resting: [string, ParticipantKey][] = [],
) {
  const log = told.logOf(...MEETING, ...entries);
  const directory = blankDirectory();
  for (const logged of log) {
    const key = 'participant' in logged.entry ? logged.entry.participant : null;
    if (logged.entry.kind !== 'participant-joined' || key === null) continue;
    const site = SITES.get(key);
    learn(directory, logged, { name: NAMES.get(key) ?? '', ...(site ? { site } : {}) });
  }
  for (const [message, key] of resting) directory.evidence.set(message, key);
  const { from = 'a', name = 'Somebody', self = false, id = 'm1', text = 'words', edited = false } = line;
  const chat: Extract<Observation, { what: 'chat' }> = {
    what: 'chat',
    key: 'k',
    at: T0 + (line.ms ?? 60_000),
    replayed: line.replayed ?? false,
    line: { id, sender: { id: from, name, self }, text, edited },
  };
  return decideChat(told.stateOf(...MEETING, ...entries), directory, chat, heard, fresh);
}
const entries = (...given: Parameters<typeof decided>) => decided(...given).drafts.map(({ entry }) => entry);
const question = (reason: string, reads: string, closes: boolean, participant: ParticipantKey | null = ANA) => [
  { kind: 'doubted', doubt: DOUBT, ask: ASK, participant, reason, reads, closes },
];
const NOTHING = { drafts: [] };

describe('a yes is strict', () => {
  test('a whole phrase, after the notice, live, from exactly one person: with its words as evidence', () => {
    expect(decided(YES)).toEqual({
      drafts: [{ entry: told.yes(ANA), subject: ANA, disclosures: { words: 'words', site: 'm1' } }],
    });
    expect(decided(YES, { id: null, text: `${'x'.repeat(999)}😀` }).drafts[0]?.disclosures).toEqual({
      words: `${'x'.repeat(999)}\ufffd`,
    });
  });

  test('and with the texts that they had before them: all that were posted', () => {
    const also = { language: 'es', version: 1, hash: 'hash-es' };
    const two: Entry = { ...told.asked({}, NEXT_ASK), kind: 'asked', also } as Entry;
    const notice = { language: 'en', version: 1, hash: `hash-${NEXT_ASK}` };
    expect(entries(YES, {}, [two, told.shown(ANA, NEXT_ASK)])).toMatchObject([
      { ask: NEXT_ASK, shown: [notice, also] },
    ]);
  });

  test('to what must be agreed to; “to all” to the rest as well', () => {
    expect(entries({ ...YES, all: true })).toMatchObject([{ purposes: ['quality', 'training'] }]);
  });

  test('before anybody asked, and in a post of ours, nothing is an answer', () => {
    const state = told.stateOf(told.opened, told.joined(ANA));
    const line = { id: null, sender: { id: 'a', name: 'Ana', self: false }, text: 'I agree', edited: false };
    const chat = { what: 'chat', key: 'k', at: T0, replayed: false, line } as const;
    expect(decideChat(state, blankDirectory(), chat, YES, fresh)).toEqual(NOTHING);
    expect(decided({ ...YES, tag: { kind: 'ours' } })).toEqual(NOTHING);
    expect(decided({ ...NO, tag: { kind: 'ours' } })).toEqual(NOTHING);
    expect(decided(said('nothing'))).toEqual(NOTHING);
  });

  test.each<[string, Heard, Line, string]>([
    ['not the whole phrase', { ...YES, sure: false }, {}, 'perhaps-yes'],
    ['with half a tag under it', { ...YES, tag: { kind: 'malformed' } }, {}, 'perhaps-yes'],
    ['read from before we looked', YES, { replayed: true }, 'replayed'],
    ['changed afterwards into a yes', YES, { edited: true }, 'edited-to-yes'],
    ['said before the notice was shown', YES, { ms: 5999 }, 'perhaps-yes'],
  ])('%s: a question for the host, and it does not close', (_what, heard, line, reason) => {
    expect(entries(heard, line)).toEqual(question(reason, 'consented', false));
  });

  test('in the very moment in which the notice was shown it counts', () => {
    expect(entries(YES, { ms: 6000 })).toEqual([told.yes(ANA)]);
  });

  test('in the moment of a newer notice it may be for the older one: a question, until it could have been read', () => {
    const newer = [told.asked({ keepDays: 99 }, NEXT_ASK), told.at(30_000, told.shown(ANA, NEXT_ASK))];
    const first = { kind: 'doubted', ask: NEXT_ASK, reason: 'perhaps-yes', closes: false };
    expect(entries(YES, { ms: 30_000 }, newer)).toMatchObject([first]);
    expect(entries(YES, { ms: 31_499 }, newer)).toMatchObject([first]);
    expect(entries(YES, { ms: 31_500 }, newer)).toMatchObject([{ kind: 'answered', ask: NEXT_ASK }]);
    const twin = [told.left(ANA), told.at(20_000, told.joined(ANA)), ...newer];
    expect(entries(YES, { ms: 30_001 }, twin)).toMatchObject([{ kind: 'answered', ask: NEXT_ASK }]);
    expect(entries(YES, { ms: 30_001 }, [...twin, told.same(ANA, BEN)])).toMatchObject([first]);
  });

  test('to a notice that was never shown to them: a question', () => {
    expect(entries(YES, {}, [told.asked({ keepDays: 99 }, NEXT_ASK)])).toMatchObject([
      { kind: 'doubted', ask: NEXT_ASK, reason: 'perhaps-yes' },
    ]);
  });

  test('in the moment of a newer notice it may be meant for the older one: a question that reads as a yes', () => {
    const newer = [told.asked({}, NEXT_ASK), told.shown(ANA, NEXT_ASK)];
    const [asks] = entries(YES, { ms: 10_000 + 1 }, newer);
    expect(asks).toEqual({ ...question('perhaps-yes', 'consented', false)[0], ask: NEXT_ASK });
  });

  test('of somebody whose name two have, it is nobody’s', () => {
    expect(entries(YES, { from: null, name: 'Ben' })).toEqual(question('doubled-name', 'consented', false, null));
  });

  test('of somebody not in the list yet: later; after a reload: a question', () => {
    expect(decided(YES, { from: 'x' })).toMatchObject({
      later: true,
      drafts: [{ entry: question('unknown-sender', 'consented', false, null)[0] }],
    });
    const replayed = decided(YES, { from: 'x', replayed: true });
    expect(replayed.later).toBeUndefined();
    expect(replayed.drafts).toEqual([
      {
        entry: question('replayed', 'consented', false, null)[0],
        subject: HOST,
        disclosures: { words: 'words', site: 'm1', sender: 'Somebody' },
      },
    ]);
  });

  test('the sender’s name in a question is cut and mended; no name is an empty one', () => {
    const sender = (name: string | null) => decided(YES, { replayed: true, name }).drafts[0]?.disclosures.sender;
    expect(sender(`${'x'.repeat(199)}😀`)).toBe(`${'x'.repeat(199)}\ufffd`);
    expect(sender(null)).toBe('');
  });

  test('a yes again says nothing new', () => {
    expect(decided(YES, {}, [told.yes(ANA)])).toEqual(NOTHING);
    expect(decided(YES, { replayed: true }, [told.yes(ANA)])).toEqual(NOTHING);
    expect(decided(YES, {}, [told.yes(ANA, { channel: 'aloud', grade: 'attested', by: 'host' })])).toEqual(NOTHING);
    const two = told.counted(ANA, 2);
    expect(decided(YES, {}, [two, told.yes(ANA)])).toEqual(NOTHING);
    const beside = told.yes(ANA, { channel: 'banner', person: 2 });
    expect(entries(YES, {}, [two, beside])).toEqual([told.yes(ANA)]);
    expect(decided(YES, {}, [told.counted(ANA, 3), told.yes(ANA), beside])).toEqual(NOTHING);
  });

  test('where another host asks as well, an untagged yes is a question: it does not say whom it answers', () => {
    const other: Entry = { kind: 'other-asked', ask: 'aOther' as typeof ASK, participant: BEN };
    expect(entries(YES, {}, [other])).toEqual(question('untagged-of-two-asks', 'consented', false));
  });

  test('while the host is not in the log yet, nobody holds a question, so none is written', () => {
    const state = told.stateOf(told.opened, told.asked());
    const line = { id: null, sender: { id: 'x', name: 'X', self: false }, text: 'I agree', edited: false };
    const chat = { what: 'chat', key: 'k', at: T0, replayed: true, line } as const;
    expect(decideChat(state, blankDirectory(), chat, YES, fresh)).toEqual(NOTHING);
  });

  test('the same question is not asked twice; another one is', () => {
    const ok = { ...YES, sure: false };
    const open = told.doubted({ reason: 'perhaps-yes', closes: false });
    expect(decided(ok, {}, [open])).toEqual(NOTHING);
    expect(entries(YES, { replayed: true }, [open])).toHaveLength(1);
    expect(entries(ok, { from: 'b' }, [open])).toHaveLength(1);
  });

  test('brought again after a no, and said before it, it is no yes; said after it, it is one', () => {
    const no = told.at(30_000, told.no(ANA));
    expect(entries(YES, { ms: 30_000 }, [no])).toEqual(question('replayed', 'consented', false));
    expect(entries(YES, { ms: 30_001 }, [no])).toEqual([told.yes(ANA)]);
    const other = [told.same(BEN, ANA), told.at(30_000, told.no(BEN))];
    expect(entries(YES, { ms: 20_000 }, other)).toEqual(question('replayed', 'consented', false));
  });
});

describe('a no closes', () => {
  test('refused, or withdrawn when there was a yes', () => {
    const words = { words: 'words', site: 'm1' };
    expect(decided(NO)).toEqual({ drafts: [{ entry: told.no(ANA), subject: ANA, disclosures: words }] });
    expect(entries(NO, {}, [told.yes(ANA)])).toEqual([told.no(ANA, { answer: 'withdrawn' })]);
    expect(entries(WITHDRAWN)).toEqual([told.no(ANA)]);
    expect(entries(WITHDRAWN, {}, [told.yes(ANA)])).toEqual([told.no(ANA, { answer: 'withdrawn' })]);
    const more = told.asked({ media: 'sound+picture' }, NEXT_ASK);
    const now = { ask: NEXT_ASK, media: 'sound+picture' } as const;
    const { shown: _shown, ...no } = told.no(ANA, now);
    expect(entries(WITHDRAWN, {}, [told.yes(ANA), more])).toEqual([{ ...no, answer: 'withdrawn' }]);
    expect(entries(NO, {}, [told.yes(ANA), more])).toEqual([no]);
  });

  test('a no again says nothing new', () => {
    expect(decided(NO, {}, [told.no(ANA)])).toEqual(NOTHING);
    expect(decided(WITHDRAWN, {}, [told.no(ANA, { answer: 'withdrawn' })])).toEqual(NOTHING);
  });

  test('perhaps a no, from nobody, from one of two, or from before we looked: a question that closes', () => {
    expect(entries({ ...NO, sure: false })).toEqual(question('perhaps-no', 'refused', true));
    expect(entries(NO, { from: 'x' })).toEqual(question('unknown-sender', 'withdrawn', true, null));
    expect(entries(NO, { from: null, name: 'Ben' })).toEqual(question('doubled-name', 'withdrawn', true, null));
    expect(entries(NO, { replayed: true })).toEqual(question('replayed', 'refused', true));
    expect(entries(WITHDRAWN, { replayed: true })).toEqual(question('replayed', 'withdrawn', true));
  });

  test('a question that closes is asked each time', () => {
    expect(entries({ ...NO, sure: false }, {}, [told.doubted()])).toHaveLength(1);
  });

  test('changed into a no, it is a no', () => {
    expect(entries(NO, { edited: true }, [told.yes(ANA)], [['m1', ANA]])).toEqual([
      told.no(ANA, { answer: 'withdrawn' }),
    ]);
    expect(entries(WITHDRAWN, { edited: true }, [], [])).toEqual([told.no(ANA)]);
  });
});

describe('a message that a yes rests on is changed', () => {
  const rests: [string, ParticipantKey][] = [['m1', ANA]];
  const edited = { edited: true };
  test('into anything but a clear yes or no: the host is asked, and capture waits', () => {
    const away = question('edited-away', 'withdrawn', true);
    expect(entries(said('nothing', { sure: false }), edited, [told.yes(ANA)], rests)).toEqual(away);
    expect(entries({ ...YES, sure: false }, edited, [told.yes(ANA)], rests)).toEqual(away);
    expect(entries({ ...YES, tag: { kind: 'malformed' } }, edited, [told.yes(ANA)], rests)).toEqual(away);
    expect(entries(PAUSE, edited, [told.yes(ANA)], rests)).toEqual(away);
    // The word by which the whole notice is asked for is no yes either.
    const details = { ...said('nothing', { sure: false }), details: 'de' };
    expect(entries(details, edited, [told.yes(ANA)], rests)).toEqual(away);
    expect(entries(details, edited, [told.yes(ANA), told.left(ANA)], rests)).toEqual(away);
  });
  test('into a yes, it is the yes that it was', () => {
    expect(decided(YES, edited, [told.yes(ANA)], rests)).toEqual(NOTHING);
  });
  test('that is not known, without an id, or without a live yes: nothing was lost', () => {
    const talk = said('nothing', { sure: false });
    expect(decided(talk, edited, [told.yes(ANA)], [['m2', ANA]])).toEqual(NOTHING);
    expect(decided(talk, { ...edited, id: null }, [told.yes(ANA)], rests)).toEqual(NOTHING);
    expect(decided(talk, {}, [told.yes(ANA)], rests)).toEqual(NOTHING);
    expect(decided(talk, edited, [], rests)).toEqual(NOTHING);
    expect(decided(talk, edited, [told.yes(ANA)], [['m1', 'pX' as ParticipantKey]])).toEqual(NOTHING);
    expect(entries(PAUSE, edited, [], rests)).toEqual([pausedBy(ANA)]);
  });
  test('perhaps into a no: a question of its own', () => {
    for (const perhaps of [NO, WITHDRAWN])
      expect(entries({ ...perhaps, sure: false }, edited, [told.yes(ANA)], rests)).toEqual(
        question('perhaps-no', 'refused', true),
      );
  });
});

describe('a pause, and the host’s own words', () => {
  test('anybody may ask for a pause, sure or not, and it is logged who did; one that is old or needless is talk', () => {
    expect(entries(PAUSE)).toEqual([pausedBy(ANA)]);
    expect(entries({ ...PAUSE, sure: false })).toEqual([pausedBy(ANA)]);
    expect(decided(PAUSE, { replayed: true })).toEqual(NOTHING);
    for (const order of ['paused', 'stopped'] as const) expect(decided(PAUSE, {}, [{ kind: order }])).toEqual(NOTHING);
    const [draft] = decided(PAUSE, { text: 'pause, my card is 4111 1111 1111 1111' }).drafts;
    expect(draft).toMatchObject({ subject: ANA, disclosures: { words: 'pause, my card is […]', site: 'm1' } });
  });
  test('one of whom nobody knows who they are pauses all the same, and the name they have there is kept with the host', () => {
    const [draft] = decided(PAUSE, { from: 'x', name: 'Xaver' }).drafts;
    expect(draft).toEqual({
      entry: pausedBy(null),
      subject: HOST,
      disclosures: { words: 'words', site: 'm1', sender: 'Xaver' },
    });
    expect(entries(PAUSE, { from: null, name: 'Ben' })).toEqual([pausedBy(null)]);
    expect(decided(PAUSE, { from: 'x', name: 'y'.repeat(300) }).drafts[0]?.disclosures.sender).toHaveLength(200);
    expect(decided(PAUSE, { from: 'x', name: null }).drafts[0]?.disclosures.sender).toBe('');
  });
  test('“stop recording” of the host is an order, everything else is talk', () => {
    const own = { self: true, from: 'h' };
    expect(entries(WITHDRAWN, own)).toEqual([{ kind: 'stopped' }]);
    expect(entries(NO, own)).toEqual([{ kind: 'stopped' }]);
    expect(entries(PAUSE, own)).toEqual([pausedBy(HOST)]);
    expect(decided({ ...PAUSE, sure: false }, own)).toEqual(NOTHING);
    expect(decided(PAUSE, { ...own, replayed: true })).toEqual(NOTHING);
    expect(decided(YES, own)).toEqual(NOTHING);
    expect(decided({ ...NO, sure: false }, own)).toEqual(NOTHING);
    expect(decided({ ...NO, tag: { kind: 'malformed' } }, own)).toEqual(NOTHING);
    expect(decided(NO, own, [{ kind: 'paused' }])).toEqual(NOTHING);
  });
});

describe('whoever wants the whole notice', () => {
  const WANTS: Heard = { ...said('nothing'), sure: false, details: 'de' };
  const wanted: Entry = { kind: 'details-wanted', ask: ASK, language: 'de' };
  const ordered: Entry = { kind: 'post-ordered', post: told.POST, says: 'details', ask: ASK, people: [] };

  test('gets it, the host as well; what was written before or changed into it asks for nothing', () => {
    expect(entries(WANTS)).toEqual([wanted]);
    expect(entries(WANTS, { from: 'nobody in the list' })).toEqual([wanted]);
    expect(entries(WANTS, { self: true, from: 'h' })).toEqual([wanted]);
    expect(decided(WANTS, { replayed: true })).toEqual(NOTHING);
    expect(decided(WANTS, { edited: true })).toEqual(NOTHING);
  });

  test('gets it once, and again after a minute', () => {
    expect(decided(WANTS, {}, [wanted])).toEqual(NOTHING);
    const posted = [told.at(10_000, wanted), told.at(11_000, ordered)];
    expect(decided(WANTS, { ms: 70_999 }, posted)).toEqual(NOTHING);
    expect(entries(WANTS, { ms: 71_000 }, posted)).toEqual([wanted]);
    const newer = told.asked({ keepDays: 99 }, NEXT_ASK);
    expect(entries(WANTS, { ms: 12_000 }, [...posted, newer])).toEqual([{ ...wanted, ask: NEXT_ASK }]);
  });
});

describe('a yes signed by somebody’s extension', () => {
  const TAG: HeardAnswer = {
    kind: 'answer',
    ask: ASK,
    notice: `hash-${ASK}`,
    shown: REF,
    answer: 'consented',
    purposes: ['quality', 'training'],
    media: 'sound',
    person: 1,
    people: 1,
    counter: 3,
    key: 'kAna',
    sig: 's',
    valid: true,
  };
  const signs = (how: Partial<HeardAnswer> = {}, heard: Partial<Heard> = {}): Heard => ({
    ...YES,
    ...heard,
    tag: { ...TAG, ...how },
  });
  test('names the text that their banner showed, in whichever language that was', () => {
    const shown = { language: 'uk', version: 2, hash: 'hash-uk' };
    expect(entries(signs({ shown, notice: shown.hash }))).toMatchObject([{ notice: `hash-${ASK}`, shown: [shown] }]);
  });

  const signed = { key: 'kAna', sig: 's', counter: 3 };
  const entry = told.yes(ANA, { purposes: ['quality', 'training'], grade: 'signed', channel: 'banner', signed });
  const bound = (participant: ParticipantKey, counter: number, key = 'kAna') =>
    told.yes(participant, { signed: { key, sig: 's', counter } });

  test('counts with key, signature and count', () => {
    expect(decided(signs())).toEqual({
      drafts: [{ entry, subject: ANA, disclosures: { words: 'words', site: 'm1' } }],
    });
    expect(entries(signs({ purposes: ['quality'] }))).toMatchObject([{ purposes: ['quality'] }]);
    expect(entries(signs(), {}, [bound(ANA, 2)])).toEqual([entry]);
  });

  test('needs no notice in the chat before: its signature names the notice', () => {
    expect(entries(signs(), { ms: 1 })).toEqual([entry]);
  });

  test('and says that the notice was seen, where nothing else did: by them, on any of their devices', () => {
    const again = [told.left(ANA), told.at(99_000, told.joined(ANA))];
    const seen = told.shown(ANA);
    expect(decided(signs(), {}, again).drafts).toEqual([
      { entry: seen, subject: null, disclosures: {} },
      { entry, subject: ANA, disclosures: { words: 'words', site: 'm1' } },
    ]);
    expect(entries(signs(), {}, [...again, told.same(ANA, BEN)])).toEqual([entry]);
    expect(entries(nos(), {}, again)).toMatchObject([seen, { answer: 'refused', grade: 'signed' }]);
    for (const how of [{ valid: false }, { ask: NEXT_ASK }])
      expect(entries(nos(how), {}, again)).toMatchObject([{ kind: 'answered', grade: 'chat' }]);
    expect(entries(signs({ valid: false }), {}, again)).toMatchObject([{ kind: 'doubted' }]);
  });

  test.each<[string, Partial<HeardAnswer>, Partial<Heard>, Line, string]>([
    ['a bad signature', { valid: false }, {}, {}, 'bad-signature'],
    ['a text that no extension shows for this ask', { shown: null }, {}, {}, 'words-differ-from-tag'],
    ['other words above it', {}, { says: 'nothing' }, {}, 'words-differ-from-tag'],
    ['a purpose that nobody asked for', { purposes: ['quality', 'research'] }, {}, {}, 'words-differ-from-tag'],
    ['a purpose lacking', { purposes: ['training'] }, {}, {}, 'words-differ-from-tag'],
    ['other media', { media: 'sound+picture' }, {}, {}, 'words-differ-from-tag'],
    ['a line from before we looked', {}, {}, { replayed: true }, 'replayed'],
    ['a line changed afterwards', {}, {}, { edited: true }, 'edited-to-yes'],
  ])('%s: a question', (_what, tag, heard, line, reason) => {
    expect(entries(signs(tag, heard), line)).toEqual(question(reason, 'consented', false));
  });

  test('from nobody, from one of two', () => {
    expect(decided(signs(), { from: 'x' })).toMatchObject({ later: true });
    expect(entries(signs(), { from: null, name: 'Ben' })).toEqual(question('doubled-name', 'consented', false, null));
  });

  test('of two purposes that must be agreed to, one is not enough', () => {
    const both = told.TERMS.purposes.map((one) => ({ ...one, required: true }));
    const next = told.asked({ purposes: both }, NEXT_ASK);
    const answers = { ask: NEXT_ASK, notice: `hash-${NEXT_ASK}` };
    expect(entries(signs({ ...answers, purposes: ['quality'] }), {}, [next])).toMatchObject([
      { kind: 'doubted', reason: 'words-differ-from-tag', closes: false },
    ]);
    expect(entries(signs(answers), {}, [next])).toMatchObject([
      { kind: 'seen', ask: NEXT_ASK },
      { kind: 'answered', answer: 'consented' },
    ]);
  });

  test('an ask that is not in the log: nothing; an older one: an answer to that one', () => {
    expect(decided(signs({ ask: 'aX' }))).toEqual(NOTHING);
    expect(entries(signs(), {}, [told.asked({ media: 'sound+picture' }, NEXT_ASK)])).toEqual([entry]);
  });

  test('a key stays in one hand, also over two devices, and nobody takes a second one', () => {
    expect(entries(signs(), {}, [bound(BEN, 1)])).toEqual(question('other-key', 'consented', false));
    expect(entries(signs(), {}, [bound(ANA, 1, 'kOld')])).toEqual(question('other-key', 'consented', false));
    expect(entries(signs(), {}, [bound(BEN, 1), told.same(BEN, ANA)])).toEqual([entry]);
    expect(entries(signs(), {}, [bound(BEN, 1, 'kBen')])).toEqual([entry]);
  });

  test('each count is used once; the same line brought again is no question', () => {
    expect(entries(signs(), {}, [bound(ANA, 3)])).toEqual(question('replayed', 'consented', false));
    expect(entries(signs(), {}, [bound(ANA, 4)])).toEqual(question('replayed', 'consented', false));
    expect(decided(signs(), { replayed: true }, [bound(ANA, 3)])).toEqual(NOTHING);
  });

  test('said before a no of theirs, it is no yes after it', () => {
    const no = told.at(30_000, told.no(ANA));
    expect(entries(signs(), { ms: 30_000 }, [no])).toEqual(question('replayed', 'consented', false));
    expect(entries(signs(), { ms: 30_001 }, [no])).toEqual([entry]);
  });

  test('more people at the tile than were known are counted first', () => {
    const counted = { kind: 'people-counted', participant: ANA, people: 2, by: 'participant' };
    expect(decided(signs({ people: 2, person: 2 })).drafts).toMatchObject([
      { entry: counted, subject: null, disclosures: {} },
      { entry: { ...entry, person: 2 } },
    ]);
    expect(entries(signs({ people: 2, person: 2 }), {}, [told.counted(ANA, 2)])).toHaveLength(1);
    expect(entries(signs({ people: 1 }), {}, [told.counted(ANA, 2)])).toHaveLength(1);
  });

  const nos = (how: Partial<HeardAnswer> = {}, heard: Partial<Heard> = {}) =>
    signs({ answer: 'withdrawn', purposes: [], ...how }, { says: 'withdrawn', ...heard });
  test('a signed no is one in whatever words; signed by this person’s own key it is marked so', () => {
    const plain = told.no(ANA);
    expect(entries(nos())).toEqual([{ ...plain, grade: 'signed', channel: 'banner', signed }]);
    expect(entries(nos({}, { says: 'nothing', sure: false }))).toMatchObject([{ answer: 'refused', grade: 'signed' }]);
    for (const how of [{ valid: false }, { ask: NEXT_ASK }]) expect(entries(nos(how))).toEqual([plain]);
    expect(entries(nos(), {}, [bound(BEN, 1)])).toEqual([plain]);
    expect(entries(nos(), {}, [bound(ANA, 2, 'kOld')])).toMatchObject([{ answer: 'withdrawn', grade: 'chat' }]);
    expect(entries(nos(), {}, [bound(ANA, 3)])).toMatchObject([{ answer: 'withdrawn', grade: 'chat' }]);
    expect(entries(nos(), {}, [bound(ANA, 2)])).toMatchObject([{ answer: 'withdrawn', grade: 'signed' }]);
  });

  test('under a signed yes, clear words of no are a no; unclear ones leave the question of the tag', () => {
    for (const says of ['refused', 'withdrawn'] as const)
      expect(entries(signs({}, { says }))).toMatchObject([{ kind: 'answered', answer: 'refused' }]);
    expect(entries(signs({}, { says: 'withdrawn', sure: false }))).toEqual(
      question('words-differ-from-tag', 'consented', false),
    );
    expect(entries(signs({}, { says: 'pause' }))).toEqual([pausedBy(ANA)]);
  });

  test('changed into a signed no, or into a clear no under a tag, it is a no', () => {
    const rests: [string, ParticipantKey][] = [['m1', ANA]];
    for (const words of [{}, { says: 'nothing', sure: false }] as const)
      expect(entries(nos({}, words), { edited: true }, [told.yes(ANA)], rests)).toMatchObject([
        { answer: 'withdrawn' },
      ]);
    expect(entries(signs({}, { says: 'refused' }), { edited: true }, [told.yes(ANA)], rests)).toMatchObject([
      { answer: 'withdrawn' },
    ]);
    expect(entries(signs(), { edited: true }, [told.yes(ANA)], rests)).toEqual(
      question('edited-away', 'withdrawn', true),
    );
  });
});

describe('a yes in writing, by name', () => {
  const rules = [told.settled({ atLeast: { rule: 'all-party', form: 'written' } })];
  const inWriting = (name: string) => said('consented', { written: name });
  const set = told.ruled(...MEETING, ...rules).at(-1)?.entry as Entry;
  const forms = (...drafts: ReturnType<typeof decided>['drafts']) =>
    drafts.map(({ entry }) => (entry.kind === 'answered' ? entry.form : entry.kind));

  test('is bound to the requirement; a plain one is explicit, and a no has no form', () => {
    const under = [...rules, set];
    const [draft] = decided(inWriting('ana'), {}, under).drafts;
    expect(draft?.entry).toMatchObject({
      form: 'written',
      requirement: set.kind === 'requirement-set' && set.fingerprint,
    });
    expect(forms(...decided(YES, {}, under).drafts)).toEqual(['explicit']);
    expect(forms(...decided(NO, {}, under).drafts)).toEqual([undefined]);
  });

  test('comes after a plain one that was not enough, and not twice', () => {
    const plainYes = told.yes(ANA, { form: 'explicit' });
    const under = [...rules, set, plainYes];
    expect(forms(...decided(inWriting('Ana'), {}, under).drafts)).toEqual(['written']);
    expect(decided(YES, {}, under).drafts).toEqual([]);
    expect(decided(inWriting('Ana'), {}, [...under, told.yes(ANA, { form: 'written' })]).drafts).toEqual([]);
    expect(decided(YES, {}, [...under, told.yes(ANA, { form: 'written' })]).drafts).toEqual([]);
  });

  test('under somebody else’s name is a question for the host', () => {
    expect(forms(...decided(inWriting('Ben'), {}, [...rules, set]).drafts)).toEqual(['doubted']);
  });

  test('words of their own take the place of merely having gone on', () => {
    expect(forms(...decided(YES, {}, [told.settled(), set, told.goesOn(ANA)]).drafts)).toEqual(['explicit']);
  });
});

describe('a line by its tag goes to whom it concerns', () => {
  test('a notice of another host is noted as theirs', () => {
    const other = said('nothing', { sure: false, tag: { kind: 'other', ask: 'aOther', says: 'asks' } });
    expect(decided(other).drafts.map(({ entry }) => entry)).toMatchObject([
      { kind: 'other-asked', ask: 'aOther', participant: ANA },
    ]);
  });

  test('what somebody asks for of what is held about them is noted, and answers nothing', () => {
    const wants = said('nothing', { sure: false, tag: { kind: 'request', ask: ASK, what: 'copy' } });
    expect(decided(wants).drafts.map(({ entry }) => entry)).toEqual([
      { kind: 'request-received', participant: ANA, what: 'copy', way: 'chat' },
    ]);
  });
});

describe('the whole notice, when somebody wants it', () => {
  const wants = said('nothing', { sure: false, details: 'de' });
  const wanted: Entry = { kind: 'details-wanted', ask: ASK, language: 'de' };
  const post = (says: 'details' | 'notice', ask = ASK): Entry => ({
    kind: 'post-ordered',
    post: told.POST,
    says,
    ask,
    people: [],
  });
  const drafts = (ms: number, ...entries: told.Told[]) =>
    decided(wants, { ms }, entries).drafts.map(({ entry }) => entry);

  test('is wanted once, until it was posted', () => {
    expect(drafts(20_000)).toEqual([wanted]);
    expect(drafts(20_000, wanted)).toEqual([]);
    expect(drafts(80_000, wanted, post('notice'))).toEqual([]);
    expect(drafts(80_000, post('details'), wanted)).toEqual([]);
  });

  test('may be wanted again a minute after it was posted, and not sooner', () => {
    const at = (ms: number) => drafts(ms, wanted, told.at(10_000, post('details')));
    expect(at(69_999)).toEqual([]);
    expect(at(70_000)).toEqual([wanted]);
    expect(drafts(20_000, told.at(10_000, post('notice')))).toEqual([wanted]);
  });
});
