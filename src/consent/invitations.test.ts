import { describe, expect, test } from 'vitest';
import type { ChatSender } from '../model/chat.ts';
import type { PostId } from '../model/id.ts';
import type { Invitation } from '../model/invitation.ts';
import type { Roster, RosterPerson } from '../model/roster.ts';
import { announced, detailed, invited, posted, posting, pressed, rosterSeen, takenOver, wrote } from './invitations.ts';
import * as told from './testdata/told.ts';

const { ASK, NEXT_ASK, POST } = told;
const HANNA: ChatSender = { id: 'h', name: 'Hanna', self: false };
const terms = { ...told.TERMS, id: ASK, notice: { language: 'en', version: 1, hash: 'x' } };
const notice = (sender: ChatSender) => ({
  meeting: 'meeting',
  stay: 'stay',
  at: 5,
  line: { id: null, sender, text: 'words', edited: false },
  terms,
  words: 'words',
  shown: terms.notice,
  unverified: false,
  anew: null as string | null,
});
const INVITED: Invitation = {
  meeting: 'meeting',
  ask: ASK,
  stay: 'stay',
  at: 5,
  asker: { id: 'h', name: 'Hanna' },
  terms,
  words: 'words',
  shown: terms.notice,
  unverified: false,
  state: 'requested',
  chosen: [],
  people: 1,
  agreed: 0,
  mark: 'asked',
  askerPresent: true,
  pending: null,
};
const many = (of: number) => detailed(INVITED, HANNA, { words: 'w', part: 1, of }).details?.length;
const like = (how: Partial<Invitation>): Invitation => ({ ...INVITED, ...how });

describe('being invited', () => {
  test('a notice of somebody else is an invitation; our own is none', () => {
    expect(invited(null, notice(HANNA))).toEqual(INVITED);
    expect(invited(null, notice({ ...HANNA, name: null }))?.asker).toEqual({ id: 'h', name: '' });
    expect(invited(null, notice({ ...HANNA, self: true }))).toBeNull();
  });

  test('the same ask again changes nothing, except that it has not ended after all', () => {
    const agreed = like({ state: 'agreed', mark: 'recording' });
    expect(invited(agreed, notice(HANNA))).toBe(agreed);
    expect(invited(like({ mark: 'ended' }), notice(HANNA))).toEqual(like({ mark: 'asked' }));
  });

  test('the same ask in a second language is no other one: an answer may be in either', () => {
    const spanish = { language: 'es', version: 1, hash: 'y' };
    const second = { ...notice(HANNA), terms: { ...terms, notice: spanish } };
    const both = invited(INVITED, second);
    expect(both).toEqual(like({ terms: { ...terms, also: spanish } }));
    expect(invited(both, second)).toBe(both);
    expect(invited(INVITED, { ...second, line: { ...second.line, sender: { ...HANNA, id: 'x' } } })).toBe(INVITED);
  });

  describe('and asked anew, because who answered cannot be told from a newcomer of their name', () => {
    const anew = { ...notice(HANNA), anew: 'n:1' };

    test.each<[string, Partial<Invitation>]>([
      ['given', { state: 'agreed', agreed: 1, chosen: ['quality'] }],
      ['given for one of two', { state: 'requested', people: 2, agreed: 1, chosen: ['quality'] }],
      ['on its way', { state: 'posting', pending: { post: POST, text: 'yes', becomes: 'agreed', agreed: 1 } }],
      ['not sent', { state: 'not-sent', pending: { post: POST, text: 'yes', becomes: 'agreed', agreed: 1 } }],
    ])('a yes that is %s is asked for again, once a question', (_how, yes) => {
      const before = like({ mark: 'stopped', ...yes });
      const after = invited(before, anew);
      expect(after).toEqual({
        ...before,
        anew: 'n:1',
        lapsed: true,
        state: 'requested',
        agreed: 0,
        chosen: [],
        pending: null,
      });
      const again = like({ ...after, ...yes });
      expect(invited(again, anew)).toBe(again);
      expect(invited(again, { ...anew, anew: 'n:2' })).toMatchObject({ anew: 'n:2', state: 'requested', agreed: 0 });
    });

    test.each<[string, Partial<Invitation>]>([
      ['said', { state: 'declined' }],
      ['taken back', { state: 'withdrawn' }],
      ['on its way', { state: 'posting', pending: { post: POST, text: 'no', becomes: 'declined', agreed: 0 } }],
    ])('a no that is %s stays one', (_how, no) => {
      expect(invited(like(no), anew)).toEqual(like({ ...no, anew: 'n:1' }));
    });

    test('nobody else can take a yes away, nor can history', () => {
      const agreed = like({ state: 'agreed', agreed: 1 });
      expect(invited(agreed, { ...anew, line: { ...anew.line, sender: { ...HANNA, id: 'x' } } })).toBe(agreed);
      expect(invited(agreed, notice(HANNA))).toBe(agreed);
    });
  });

  test('posted by somebody else, it is not theirs to post', () => {
    const ended = like({ mark: 'ended' });
    expect(invited(ended, notice({ ...HANNA, id: 'x' }))).toBe(ended);
    expect(invited(ended, notice({ ...HANNA, self: true }))).toBe(ended);
  });
});

describe('the whole notice', () => {
  const part = (n: number, words = `part ${n}`, of = 3) => ({ words, part: n, of });

  test('is put together from the asker’s posts, in whichever order they come', () => {
    const two = detailed(detailed(INVITED, HANNA, part(3)), HANNA, part(1));
    expect(two.details).toEqual(['part 1', '', 'part 3']);
    expect(detailed(two, HANNA, part(1))).toBe(two);
    expect(detailed(two, HANNA, part(1, 'other')).details).toEqual(['other', '', 'part 3']);
    expect(detailed(two, HANNA, part(2, 'short', 2)).details).toEqual(['', 'short']);
  });

  test('comes from nobody else, and not in hundreds of posts', () => {
    expect(detailed(INVITED, { ...HANNA, id: 'x' }, part(1))).toBe(INVITED);
    expect(detailed(INVITED, HANNA, part(1, 'x', 41))).toBe(INVITED);
  });

  test('to want it is no answer', () => {
    expect(pressed(INVITED, { press: 'details', ask: ASK })).toEqual({ next: INVITED, reply: null });
  });
});

describe('an answer that was written by hand', () => {
  const yes = { says: 'consented', all: false, at: 60_000, asking: false } as const;
  const no = { ...yes, says: 'refused' } as const;
  const other = like({ ask: NEXT_ASK, asker: { id: 'x', name: 'Xenia' } });

  test('a yes settles the only ask: what must be agreed to, or all of it', () => {
    expect(wrote([INVITED], yes)).toEqual([like({ state: 'agreed', agreed: 1, chosen: ['quality'] })]);
    expect(wrote([INVITED], { ...yes, all: true })[0]?.chosen).toEqual(['quality', 'training']);
    for (const state of ['later', 'not-sent', 'declined', 'withdrawn'] as const)
      expect(wrote([like({ state })], yes)).toMatchObject([{ state: 'agreed', pending: null }]);
  });

  test('a yes where two ask, where we ask ourselves, before the ask or in its first moment settles nothing', () => {
    expect(wrote([INVITED, other], yes)).toEqual([INVITED, other]);
    expect(wrote([INVITED], { ...yes, asking: true })).toEqual([INVITED]);
    expect(wrote([INVITED], { ...yes, at: 4 })).toEqual([INVITED]);
    const older = like({ ask: NEXT_ASK, at: 1, state: 'ended' });
    expect(wrote([older, INVITED], { ...yes, at: 1504 })).toEqual([older, INVITED]);
    expect(wrote([older, INVITED], { ...yes, at: 1505 })).toMatchObject([older, { state: 'agreed' }]);
    expect(wrote([INVITED], { ...yes, at: 5 })).toMatchObject([{ state: 'agreed' }]);
  });

  test('a yes beside an ask that is over is for the other one; a yes that is given or on its way stays as it is', () => {
    for (const over of [
      { ...other, state: 'ended' },
      { ...other, mark: 'ended' },
    ] as const)
      expect(wrote([over, INVITED], yes)).toMatchObject([over, { state: 'agreed' }]);
    for (const state of ['agreed', 'posting'] as const)
      expect(wrote([like({ state })], yes)).toEqual([like({ state })]);
  });

  test('of several people at one tile it is one', () => {
    expect(wrote([like({ people: 2 })], yes)).toMatchObject([{ state: 'requested', agreed: 1 }]);
    expect(wrote([like({ people: 2, agreed: 1 })], yes)).toMatchObject([{ state: 'requested', agreed: 1 }]);
  });

  test('a no is one to everybody who asks: refused, or withdrawn where there was a yes', () => {
    expect(wrote([INVITED, { ...other, state: 'agreed', agreed: 1 }], no)).toMatchObject([
      { state: 'declined', agreed: 0 },
      { state: 'withdrawn', agreed: 0 },
    ]);
    expect(wrote([like({ people: 2, agreed: 1 })], { ...no, says: 'withdrawn', asking: true })).toMatchObject([
      { state: 'withdrawn' },
    ]);
    for (const state of ['posting', 'declined', 'withdrawn', 'ended'] as const)
      expect(wrote([like({ state })], no)).toEqual([like({ state })]);
  });
});

describe('what the asker announces', () => {
  test.each([
    ['on', 'recording'],
    ['off', 'stopped'],
    ['paused', 'paused'],
    ['end', 'ended'],
  ] as const)('%s: %s', (says, mark) => {
    expect(announced(like({ state: 'agreed' }), HANNA, says)).toEqual(like({ state: 'agreed', mark }));
  });

  test('nobody else’s word counts, nor a name where there are ids', () => {
    expect(announced(INVITED, { ...HANNA, id: 'x' }, 'on')).toBe(INVITED);
    expect(announced(INVITED, { ...HANNA, id: null }, 'on')).toBe(INVITED);
    const byName = like({ asker: { id: null, name: 'Hanna' } });
    expect(announced(byName, { ...HANNA, id: null }, 'on').mark).toBe('recording');
    expect(announced(byName, { ...HANNA, id: null, name: 'Ivo' }, 'on')).toBe(byName);
    expect(announced(byName, HANNA, 'on')).toBe(byName);
  });

  test('the end of an ask ends the question, and leaves an answer as it is', () => {
    for (const state of ['requested', 'later'] as const)
      expect(announced(like({ state }), HANNA, 'end').state).toBe('ended');
    expect(announced(like({ state: 'declined' }), HANNA, 'end').state).toBe('declined');
    expect(announced(INVITED, HANNA, 'off').state).toBe('requested');
  });

  test('a host who was away may be back under another id: only their name, and only to say that it runs', () => {
    const away = like({ askerPresent: false });
    const back = { ...HANNA, id: 'new' };
    expect(announced(away, back, 'on')).toEqual(like({ asker: { id: 'new', name: 'Hanna' }, mark: 'recording' }));
    expect(announced(away, back, 'off')).toBe(away);
    expect(announced(away, { ...back, name: 'Ivo' }, 'on')).toBe(away);
    expect(announced(away, { ...back, self: true }, 'on')).toBe(away);
    expect(announced(INVITED, back, 'on')).toBe(INVITED);
    expect(announced(away, HANNA, 'off')).toEqual(like({ askerPresent: false, mark: 'stopped' }));
  });
});

describe('a newer ask of the same host', () => {
  const newer = (how: Partial<Invitation> = {}) =>
    like({ ask: NEXT_ASK, at: 9, terms: { ...terms, id: NEXT_ASK }, ...how });
  const agreed = like({ state: 'agreed', chosen: ['quality'], people: 2, agreed: 2, mark: 'recording' });

  test('takes the place of the older one', () => {
    expect(takenOver([INVITED], newer())).toEqual([like({ state: 'ended', mark: 'ended' }), newer()]);
  });

  test('a yes that covers it goes on counting, and can be withdrawn', () => {
    const { chosen, people, agreed: count, mark } = agreed;
    expect(takenOver([agreed], newer())).toEqual([
      { ...agreed, state: 'ended', mark: 'ended' },
      newer({ state: 'agreed', chosen, people, agreed: count, mark }),
    ]);
  });

  test.each<[string, Partial<Invitation>, Partial<typeof terms>]>([
    ['picture as well', {}, { media: 'sound+picture' }],
    ['a longer time', {}, { keepDays: 31 }],
    ['a longer proof', {}, { proofDays: 366 }],
    ['a purpose that was not chosen', { chosen: [] }, {}],
    ['anything, when there was no yes', { state: 'declined' }, {}],
  ])('an older yes does not count when it wants %s', (_what, before, more) => {
    const next = newer({ terms: { ...terms, id: NEXT_ASK, ...more } });
    expect(takenOver([{ ...agreed, ...before }], next).at(-1)).toEqual(next);
  });

  test('another host’s ask, and a later one, stay as they are', () => {
    const other = like({ ask: 'aOther', asker: { id: 'i', name: 'Ivo' }, state: 'agreed', chosen: ['quality'] });
    const later = like({ ask: 'aLater', at: 10, state: 'agreed', chosen: ['quality'] });
    expect(takenOver([other, later], newer())).toEqual([other, later, newer()]);
    expect(takenOver([like({ at: 9 })], newer())[0]).toMatchObject({ state: 'ended' });
  });

  test('seen again, it takes its own place', () => {
    expect(takenOver([newer({ words: 'old' })], newer())).toEqual([newer()]);
  });
});

describe('an asker who is no longer in the list', () => {
  const row = (name: string, id: string | null = null): RosterPerson => ({ id, name, self: false });
  const seen = (before: Invitation, people: RosterPerson[], how: Partial<Roster> = {}) =>
    rosterSeen(before, { people, completeness: 'complete', counter: null, source: 'dom', ...how });

  test('nobody can announce a stop any more: the mark says stopped', () => {
    for (const mark of ['recording', 'paused'] as const)
      expect(seen(like({ mark }), [row('Ivo', 'i')])).toEqual(like({ mark: 'stopped', askerPresent: false }));
    for (const mark of ['asked', 'ended', 'stopped'] as const)
      expect(seen(like({ mark }), [row('Ivo', 'i')])).toEqual(like({ mark, askerPresent: false }));
  });

  test('a list that is not whole, or empty, says nothing about it', () => {
    expect(seen(INVITED, [row('Ivo', 'i')], { completeness: 'partial' })).toBe(INVITED);
    expect(seen(INVITED, [])).toBe(INVITED);
  });

  test('by id where there is one, else by name', () => {
    expect(seen(INVITED, [row('Ivo', 'i'), row('Somebody', 'h')])).toBe(INVITED);
    expect(seen(INVITED, [row('Hanna', 'x')]).askerPresent).toBe(false);
    const byName = like({ asker: { id: null, name: 'Hanna' } });
    expect(seen(byName, [row('Ivo'), row('Hanna')])).toBe(byName);
    expect(seen(byName, [row('Ivo')]).askerPresent).toBe(false);
    // The chat says more than the list, or the other way round.
    const guest = like({ asker: { id: null, name: 'Hanna (Guest)' }, mark: 'recording' });
    expect(seen(guest, [row('Hanna'), row('Ivo')])).toBe(guest);
    expect(seen(byName, [row('Hanna (Organiser)')])).toBe(byName);
  });

  test('back again, they are present, and what they announced is still to be said anew', () => {
    const away = like({ mark: 'recording', askerPresent: false });
    expect(seen(away, [row('Hanna', 'h')])).toEqual(like({ mark: 'recording' }));
  });
});

describe('a press in the banner', () => {
  test('later and again change only our own screen', () => {
    expect(pressed(INVITED, { press: 'later', ask: ASK })).toEqual({ next: like({ state: 'later' }), reply: null });
    const agreed = like({ state: 'agreed' });
    expect(pressed(agreed, { press: 'later', ask: ASK })).toEqual({ next: agreed, reply: null });
    expect(pressed(like({ state: 'later' }), { press: 'again', ask: ASK })).toEqual({ next: INVITED, reply: null });
    const sending = like({ state: 'posting' });
    expect(pressed(sending, { press: 'again', ask: ASK })).toEqual({ next: sending, reply: null });
  });

  test('a no is the whole tile’s', () => {
    const two = like({ people: 2 });
    const reply = { purposes: [], person: 1, people: 2 };
    expect(pressed(two, { press: 'decline', ask: ASK })).toEqual({ next: two, reply: { answer: 'refused', ...reply } });
    expect(pressed(two, { press: 'withdraw', ask: ASK })).toEqual({
      next: two,
      reply: { answer: 'withdrawn', ...reply },
    });
  });

  test('a yes is to what must be, and to what was chosen of the rest, and to nothing else', () => {
    const press = { press: 'agree', ask: ASK, people: 1 } as const;
    expect(pressed(INVITED, { ...press, purposes: [] })).toEqual({
      next: like({ chosen: ['quality'] }),
      reply: { answer: 'consented', purposes: ['quality'], person: 1, people: 1 },
    });
    expect(pressed(INVITED, { ...press, purposes: ['training', 'research', 'quality'] }).reply?.purposes).toEqual([
      'quality',
      'training',
    ]);
  });

  test('each person at the tile presses for themselves', () => {
    const press = { press: 'agree', ask: ASK, purposes: [] } as const;
    expect(pressed(INVITED, { ...press, people: 3 })).toMatchObject({
      next: { people: 3 },
      reply: { person: 1, people: 3 },
    });
    expect(pressed(like({ agreed: 1 }), { ...press, people: 3 }).reply).toMatchObject({ person: 2, people: 3 });
    expect(pressed(like({ agreed: 2 }), { ...press, people: 1 }).reply).toMatchObject({ person: 3, people: 3 });
    expect(pressed(INVITED, { ...press, people: 0 }).reply).toMatchObject({ person: 1, people: 1 });
  });
});

describe('posting an answer', () => {
  const reply = (answer: 'consented' | 'refused' | 'withdrawn', person = 1, people = 1) => ({
    answer,
    purposes: [],
    person,
    people,
  });
  test.each([
    ['consented', 1, 1, 'agreed', 1],
    ['consented', 1, 2, 'requested', 1],
    ['consented', 2, 2, 'agreed', 2],
    ['refused', 1, 1, 'declined', 0],
    ['withdrawn', 1, 2, 'withdrawn', 0],
  ] as const)('%s, %i of %i: %s when it is seen in the chat, not before', (answer, person, people, becomes, agreed) => {
    const sending = posting(INVITED, reply(answer, person, people), POST, 'text');
    const pending = { post: POST, text: 'text', becomes, agreed };
    expect(sending).toEqual(like({ state: 'posting', pending }));
    expect(posted(sending, POST, 'echoed')).toEqual(like({ state: becomes, agreed }));
    for (const outcome of ['refused', 'unsure'] as const)
      expect(posted(sending, POST, outcome)).toEqual(like({ state: 'not-sent', pending }));
    expect(posted(sending, 'mOther' as PostId, 'echoed')).toBe(sending);
  });

  test('what was never sent has no outcome', () => {
    expect(posted(INVITED, POST, 'echoed')).toBe(INVITED);
  });
});

describe('a notice that is asked anew', () => {
  const anew = (before: Invitation) => invited(before, { ...notice(HANNA), anew: 'again' });
  const sent = (becomes: 'agreed' | 'declined', agreed: number) =>
    ({ post: POST, text: 'x', becomes, agreed, chosen: [] }) as unknown as Invitation['pending'];

  test('asks again for a yes that is still on its way', () => {
    const lapsed = { anew: 'again', lapsed: true, state: 'requested', agreed: 0, pending: null };
    expect(anew(like({ state: 'posting', pending: sent('agreed', 0) }))).toMatchObject(lapsed);
    expect(anew(like({ state: 'posting', pending: sent('declined', 1) }))).toMatchObject(lapsed);
    expect(anew(like({ state: 'agreed' }))).toMatchObject(lapsed);
  });

  test('leaves a no as it is', () => {
    expect(anew(like({ state: 'posting', pending: sent('declined', 0) }))).toMatchObject({ state: 'posting' });
    expect(anew(like({ state: 'declined' }))).not.toHaveProperty('lapsed');
  });
});

test('forty posts may be a notice, and not one more', () => {
  expect(many(40)).toBe(40);
  expect(many(41)).toBeUndefined();
});

describe('a yes that was written by hand', () => {
  const said = (only: Invitation, others: readonly Invitation[], at: number) =>
    wrote([...others, only], { says: 'consented', all: false, at, asking: false } as Parameters<typeof wrote>[1]).at(-1)
      ?.state;
  const only = like({ ask: NEXT_ASK, at: 1000 });
  const ended = (at: number) => like({ mark: 'ended', at });

  test('is not taken for one to a question that came a moment ago, after another one', () => {
    expect(said(only, [ended(999)], 1001)).toBe('requested');
  });

  test('is one to the only question that there ever was, or to the older of two', () => {
    expect(said(only, [], 1001)).toBe('agreed');
    expect(said(only, [ended(1000)], 1001)).toBe('agreed');
    expect(said(only, [ended(1001)], 1001)).toBe('agreed');
  });
});

test('a no that is said twice changes nothing, nor does a question take its own place', () => {
  const declined = like({ state: 'declined' });
  expect(
    wrote([declined], { says: 'refused', all: false, at: 9, asking: false } as Parameters<typeof wrote>[1])[0],
  ).toBe(declined);
  const agreed = like({ state: 'agreed', chosen: ['quality'] });
  expect(takenOver([agreed], like({})).map(({ state }) => state)).toEqual(
    takenOver([], like({})).map(({ state }) => state),
  );
});
