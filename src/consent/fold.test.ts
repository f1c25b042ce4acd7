import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { LogId } from '../model/id.ts';
import { SEAL_CAUSES } from '../model/observation.ts';
import { FLICKER_MS, fold } from './fold.ts';
import type { State } from './state.ts';
import * as told from './testdata/told.ts';

const { AGREED, ANA, ASK, at, BEN, DOUBT, EPOCH, HOST, NEXT_ASK, NEXT_EPOCH, POST, stateOf, T0 } = told;
const answers = (state: State) => [...state.answers].map(([key, { answer, index }]) => `${key} ${answer} ${index}`);
const here = (state: State) => [...state.people.values()].filter((one) => one.present).map((one) => one.participant);
const after = (...entries: Entry[]) => stateOf(...AGREED, ...entries);

test('an empty log says nothing, and nothing is allowed by it', () => {
  expect(fold([])).toMatchObject({
    opened: null,
    size: 0,
    inCall: false,
    watching: false,
    roster: null,
    ask: null,
    order: 'none',
    armed: false,
    epoch: null,
    closedAt: null,
    segment: null,
    kept: { segments: 0, ms: 0, bytes: 0, lastSeal: null },
  });
});

test('the next entry is numbered after the last, and hashes of what was observed are known again', () => {
  const [first, second] = told.logOf(told.opened, told.armed);
  if (!first || !second) throw new Error('two entries');
  const state = fold([{ ...first, seen: 'hash' }, second]);
  expect([state.size, [...state.seen]]).toEqual([2, ['hash']]);
});

describe('where the host is, and whether the page is watched', () => {
  test('opened: in the call and watched', () => {
    expect(stateOf(told.opened)).toMatchObject({
      opened: { platform: 'x', lagMs: 2000 },
      inCall: true,
      watching: true,
    });
  });

  test('left and returned: what was read before says nothing about who is here now', () => {
    const away = after(told.confirmed(2, 2), { kind: 'meeting-left', how: 'left' });
    expect(away).toMatchObject({ inCall: false, watching: true, roster: null, confirmed: null });
    const back = after({ kind: 'watch-lost' }, { kind: 'meeting-left', how: 'left' }, { kind: 'meeting-returned' });
    expect(back).toMatchObject({ inCall: true, watching: true, roster: null });
  });

  test('while the host was away, who has no site id cannot be known again; the host and who has one stay', () => {
    const nameless = told.joined(BEN, { stable: false });
    const self = told.joined(HOST, { stable: false });
    const state = stateOf(told.opened, self, told.joined(ANA), nameless, { kind: 'meeting-left', how: 'left' });
    expect(here(state)).toEqual([HOST, ANA]);
    expect(state.people.get(BEN)).toMatchObject({ present: false, leftAt: T0 + 4000 });
  });

  test('not watched: the list is void, and regained it is still to be read', () => {
    const lost = after(told.confirmed(2, 2), { kind: 'watch-lost' });
    expect(lost).toMatchObject({ watching: false, inCall: true, roster: null, confirmed: null });
    expect(after({ kind: 'watch-lost' }, { kind: 'watch-regained' })).toMatchObject({ watching: true, roster: null });
  });
});

describe('who is here', () => {
  test('a newcomer has answered nothing and voids the list that the host confirmed', () => {
    const state = after(told.confirmed(2, 2), told.joined(BEN, { stable: false }));
    expect(state.confirmed).toBeNull();
    expect(state.people.get(BEN)).toEqual({
      participant: BEN,
      self: false,
      stable: false,
      present: true,
      joined: 9,
      joinedAt: T0 + 9000,
      leftAt: null,
      noAt: null,
      people: 1,
      placed: { participant: null, host: null },
      described: { participant: null, host: null },
      guardian: null,
      sameAs: null,
      shown: new Map(),
      told: new Map(),
    });
  });

  test('back after a flicker: the same presence, with all that was said', () => {
    const state = stateOf(
      ...AGREED,
      told.shown(ANA),
      told.counted(ANA, 2),
      at(20_000, told.left(ANA)),
      at(20_000 + FLICKER_MS, told.joined(ANA)),
    );
    expect(answers(state)).toEqual([`${HOST}/1 consented 6`, `${ANA}/1 consented 7`]);
    expect(state.people.get(ANA)).toMatchObject({ present: true, people: 2, joined: 11, leftAt: null });
    expect(state.people.get(ANA)?.joinedAt).toBe(T0 + 20_000 + FLICKER_MS);
    expect(state.people.get(ANA)?.shown.size).toBe(1);
  });

  test('back after a real absence: a new presence, and a yes does not outlive that', () => {
    const signed = { key: 'kAna', sig: 's', counter: 4 };
    const state = stateOf(
      ...AGREED,
      told.joined(BEN),
      told.yes(BEN, { signed: { ...signed, key: 'kBen' } }),
      told.yes(ANA, { person: 2, signed }),
      told.shown(ANA),
      told.counted(ANA, 2),
      at(20_000, told.left(ANA)),
      at(20_001 + FLICKER_MS, told.joined(ANA)),
    );
    expect(answers(state)).toEqual([`${HOST}/1 consented 6`, `${BEN}/1 consented 9`]);
    expect(state.people.get(ANA)).toMatchObject({ present: true, people: 1, leftAt: null });
    expect(state.people.get(ANA)?.shown.size).toBe(0);
    expect([...state.keys.keys()]).toEqual(['kBen']);
  });

  test('joined twice without having left is no absence', () => {
    expect(answers(stateOf(...AGREED, at(90_000, told.joined(ANA))))).toContain(`${ANA}/1 consented 7`);
  });

  test('leaving is noted with its time; of somebody unknown it says nothing', () => {
    expect(after(told.left(ANA)).people.get(ANA)).toMatchObject({ present: false, leftAt: T0 + 8000 });
    expect(here(after(told.left(BEN)))).toEqual([HOST, ANA]);
  });

  test('there is at least one person behind a tile', () => {
    expect(after(told.counted(ANA, 0)).people.get(ANA)?.people).toBe(1);
    expect(after(told.counted(ANA, 3)).people.get(ANA)?.people).toBe(3);
    expect(after(told.counted(BEN, 3)).people.has(BEN)).toBe(false);
  });

  test('renamed, deleted and exported change nothing but the number of the next entry', () => {
    const entries: Entry[] = [
      { kind: 'participant-renamed', participant: ANA },
      { kind: 'deleted', epoch: null, why: 'time-over' },
      { kind: 'exported', format: 'json' },
    ];
    expect(after(...entries)).toEqual({ ...after(), size: AGREED.length + 3 });
  });
});

describe('the list that the host confirmed', () => {
  const partial = told.read(2, { completeness: 'partial', counter: 4 });
  test('holds while rows and counter stay what they were', () => {
    const again = told.read(2, { completeness: 'complete', counter: 4 });
    expect(after(partial, told.confirmed(2, 4), again).confirmed).toEqual({ rows: 2, counter: 4 });
    expect(after(partial, told.confirmed(2, 4), again).roster).toEqual({
      completeness: 'complete',
      rows: 2,
      counter: 4,
      source: 'dom',
    });
  });
  test.each([told.read(3, { counter: 4 }), told.read(2, { counter: 5 }), told.read(2, { counter: null })])(
    'is void as soon as one of them moves',
    (moved) => {
      expect(after(partial, told.confirmed(2, 4), moved).confirmed).toBeNull();
    },
  );
});

describe('other hosts', () => {
  const asks = (ask: string, participant: typeof ANA | null = BEN): Entry => ({
    kind: 'other-asked',
    ask: ask as typeof ASK,
    participant,
  });
  const others = (...entries: Entry[]) => [...after(told.joined(BEN), ...entries).others];
  test('have one ask at a time, and none once they have ended it or left', () => {
    expect(others(asks('aX'))).toEqual([['aX', { participant: BEN }]]);
    expect(others(asks('aX'), asks('aY'))).toEqual([['aY', { participant: BEN }]]);
    expect(others(asks('aX'), { kind: 'other-ended', ask: 'aX' as typeof ASK })).toEqual([]);
    expect(others(asks('aX'), told.left(BEN))).toEqual([]);
    expect(others(asks('aX'), told.left(ANA))).toHaveLength(1);
    expect(others(asks('aX'), asks('aY', ANA))).toHaveLength(2);
  });
  test('of whom nobody knows who they are, are not taken for one another', () => {
    expect(others(asks('aX', null), asks('aY', null), told.left(BEN))).toHaveLength(2);
  });
});

test('the newest head count stays known while a site shows none, and while nobody watches', () => {
  expect(after(told.read(2, { counter: null })).counted).toBe(2);
  expect(after(told.read(2, { counter: 5 })).counted).toBe(5);
  expect(after(told.read(2, { counter: 5 }), { kind: 'watch-lost' }).counted).toBe(5);
});

describe('asking', () => {
  test('the newest ask is in force, the older ones are known', () => {
    const state = after(told.asked({ media: 'sound+picture', keepDays: 7, proofDays: 8 }, NEXT_ASK));
    expect(state.ask).toEqual({
      id: NEXT_ASK,
      notice: { language: 'en', version: 1, hash: `hash-${NEXT_ASK}` },
      purposes: told.TERMS.purposes,
      media: 'sound+picture',
      keepDays: 7,
      proofDays: 8,
      index: 8,
      at: T0 + 8000,
    });
    expect([...state.asks.keys()]).toEqual([ASK, NEXT_ASK]);
  });

  test('to ask again is to begin again after a stop or a failure', () => {
    const state = after(
      { kind: 'stopped' },
      { kind: 'capture-failed', epoch: EPOCH, cause: 'disk-full' },
      told.asked({}, NEXT_ASK),
    );
    expect(state).toMatchObject({ order: 'none', failed: null });
  });

  const ordered = (says: 'notice' | 'recording'): Entry => ({
    kind: 'post-ordered',
    post: POST,
    says,
    ask: ASK,
    people: [ANA, BEN],
  });
  const seen = (outcome: 'echoed' | 'refused' | 'unsure', post = POST): Entry => ({ kind: 'post-seen', post, outcome });
  const shownTo = (state: State) => state.people.get(ANA)?.shown.get(ASK);

  test('a notice counts as shown when it was seen in the chat, not when it was sent', () => {
    expect(after(ordered('notice')).posts.get(POST)).toMatchObject({ index: 8, at: T0 + 8000, outcome: null });
    expect(shownTo(after(ordered('notice')))).toBeUndefined();
    expect(shownTo(after(ordered('notice'), seen('echoed')))).toBe(T0 + 9000);
    expect(after(ordered('notice'), seen('echoed')).posts.get(POST)?.outcome).toBe('echoed');
    for (const outcome of ['refused', 'unsure'] as const) {
      const state = after(ordered('notice'), seen(outcome));
      expect([shownTo(state), state.posts.get(POST)?.outcome]).toEqual([undefined, outcome]);
    }
  });

  test('no other post shows the notice, and an echo of nothing shows nothing', () => {
    expect(shownTo(after(ordered('recording'), seen('echoed')))).toBeUndefined();
    expect(after(seen('echoed')).posts.size).toBe(0);
  });

  test('seen in the banner is shown', () => {
    expect(shownTo(after(told.shown(ANA)))).toBe(T0 + 8000);
    expect(after(told.shown(BEN)).people.has(BEN)).toBe(false);
  });
});

describe('answers', () => {
  test('a yes is kept with the times of the ask that it answers', () => {
    const state = after(told.asked({ keepDays: 3, proofDays: 4 }, NEXT_ASK), told.yes(ANA));
    expect(state.answers.get(`${ANA}/1`)).toMatchObject({
      index: 9,
      at: T0 + 9000,
      ask: ASK,
      keepDays: 30,
      proofDays: 365,
    });
  });

  test('a yes to an ask that is not in the log covers no time at all', () => {
    expect(after(told.yes(ANA, { ask: NEXT_ASK })).answers.get(`${ANA}/1`)).toMatchObject({
      keepDays: 0,
      proofDays: 0,
    });
  });

  test('a no is the whole tile’s: the yeses of everybody behind it are gone', () => {
    const state = after(told.yes(ANA, { person: 2 }), told.yes(ANA, { person: 50 }), told.no(ANA, { person: 2 }));
    expect(answers(state)).toEqual([`${HOST}/1 consented 6`, `${ANA}/1 refused 10`]);
  });

  test('a no on one device ends the yes on the other one', () => {
    const state = after(told.joined(BEN), told.yes(BEN), told.same(BEN, ANA), told.no(BEN));
    expect(answers(state)).toEqual([`${HOST}/1 consented 6`, `${BEN}/1 refused 11`]);
  });

  test('said to be one person afterwards: a no of either ends the yes of both', () => {
    const before = [told.joined(BEN), told.yes(BEN)];
    expect(answers(after(...before, told.same(BEN, ANA)))).toContain(`${ANA}/1 consented 7`);
    expect(answers(after(...before, told.no(ANA), told.same(BEN, ANA)))).toEqual([
      `${HOST}/1 consented 6`,
      `${ANA}/1 refused 10`,
    ]);
  });

  test('when the newest no was said stays known, whatever was said since', () => {
    const noAt = (...entries: Entry[]) => after(...entries).people.get(ANA)?.noAt;
    expect(noAt()).toBeNull();
    expect(noAt(told.no(ANA))).toBe(T0 + 8000);
    expect(noAt(told.no(ANA, { answer: 'withdrawn' }), told.yes(ANA))).toBe(T0 + 8000);
    expect(noAt(told.no(ANA), told.no(ANA))).toBe(T0 + 9000);
    expect(noAt(told.no(BEN))).toBeNull();
  });

  test('a no kept earlier is not forgotten with the yeses', () => {
    const state = after(told.no(ANA), told.joined(BEN), told.same(BEN, ANA), told.no(BEN));
    expect(answers(state)).toContain(`${ANA}/1 refused 8`);
  });

  test('a clear answer settles what was unclear about the same person, and only that', () => {
    const doubts = [told.doubted(), told.doubted({ doubt: 'dBen' as typeof DOUBT, participant: BEN })];
    expect([...after(...doubts).doubts.keys()]).toEqual([DOUBT, 'dBen']);
    expect([...after(...doubts, told.yes(ANA)).doubts.keys()]).toEqual(['dBen']);
    expect(after(...doubts).doubts.get(DOUBT)).toMatchObject({ index: 8, at: T0 + 8000, closes: true });
  });

  test('settled by the host, a question is gone', () => {
    const settled: Entry = { kind: 'settled', doubt: DOUBT, as: 'nothing', participant: null };
    expect(after(told.doubted(), settled).doubts.size).toBe(0);
  });

  test('a key belongs to whoever signed with it first hand, and its highest count stays', () => {
    const signed = (counter: number) => ({ signed: { key: 'k', sig: 's', counter } });
    const state = after(told.yes(ANA, signed(5)), told.no(ANA, signed(3)));
    expect(state.keys.get('k')).toEqual({ participant: ANA, counter: 5 });
    expect(after(told.yes(ANA, { ...signed(5), by: 'host' })).keys.size).toBe(0);
    expect(after(told.yes(ANA)).keys.size).toBe(0);
  });
});

describe('the host’s orders and the recorder', () => {
  test('pause, stop, going on without, and only resume opens again', () => {
    const failed: Entry = { kind: 'capture-failed', epoch: EPOCH, cause: 'disk-full' };
    expect(after({ kind: 'paused' }).order).toBe('paused');
    expect(after({ kind: 'stopped' })).toMatchObject({ order: 'stopped', stopped: 8 });
    expect(after({ kind: 'stopped' }, { kind: 'stopped' }, { kind: 'resumed' }).stopped).toBe(9);
    expect(after({ kind: 'went-on-without', ask: ASK }).order).toBe('going-on-without');
    expect(after({ kind: 'stopped' }, failed, { kind: 'resumed' })).toMatchObject({ order: 'none', failed: null });
  });

  test('armed, disarmed, failed', () => {
    const failed: Entry = { kind: 'capture-failed', epoch: EPOCH, cause: 'disk-full' };
    expect(after()).toMatchObject({ armed: true, failed: null });
    expect(after(failed)).toMatchObject({ armed: true, failed: 'disk-full' });
    expect(after(failed, told.armed)).toMatchObject({ armed: true, failed: null });
    expect(after({ kind: 'capture-disarmed', why: 'navigated' })).toMatchObject({ armed: false });
  });

  test('an epoch is open until its closing, a segment runs until its seal', () => {
    const open = after(told.gateOpened());
    expect(open.epoch).toEqual({
      epoch: EPOCH,
      ask: ASK,
      media: 'sound',
      roster: [ANA, HOST],
      answers: [6, 7],
      openedAt: T0 + 8000,
    });
    expect(open.segment).toEqual({ epoch: EPOCH, startedAt: null, failing: null });
    const shut = after(told.gateOpened(), told.started(), told.gateClosed());
    expect(shut).toMatchObject({ epoch: null, closedAt: T0 + 10_000 });
    expect(shut.segment).toEqual({ epoch: EPOCH, startedAt: T0 + 9000, failing: null });
    expect(after(told.gateOpened(), told.gateClosed(), told.sealed()).segment).toBeNull();
  });

  test('what is told of another epoch touches neither start nor segment', () => {
    const state = after(told.gateOpened(), told.started(NEXT_EPOCH), told.sealed({ epoch: NEXT_EPOCH }));
    expect(state.segment).toEqual({ epoch: EPOCH, startedAt: null, failing: null });
    expect(after(told.started()).segment).toBeNull();
    expect(after(told.sealed()).segment).toBeNull();
  });

  test('what was kept adds up; a segment without a chunk is none', () => {
    const state = after(
      told.gateOpened(),
      told.sealed(),
      told.sealed({ chunks: 1, ms: 500, bytes: 4 }),
      told.sealed({ chunks: 0, ms: 0, bytes: 0, cause: 'no-bytes' }),
    );
    expect(state.kept).toEqual({ segments: 2, ms: 2500, bytes: 13, lastSeal: 'no-bytes' });
  });

  test('after what the host must know of, nothing starts again by itself', () => {
    const waits = SEAL_CAUSES.filter((cause) => after(told.gateOpened(), told.sealed({ cause })).failed === cause);
    expect(waits).toEqual([
      'tab-stream-ended',
      'microphone-lost',
      'disk-full',
      'storage-failed',
      'no-recipient',
      'no-bytes',
      'clock-jumped',
      'recorder-failed',
    ]);
  });
});

describe('a seal that comes after the host has tried again', () => {
  const failed: Entry = { kind: 'capture-failed', epoch: EPOCH, cause: 'disk-full' };
  const begun = [told.gateOpened(), failed, told.gateClosed(), { kind: 'resumed' } as const];

  test('says nothing new of a failure that the host knew of', () => {
    expect(after(...begun).failed).toBeNull();
    expect(after(...begun, told.sealed({ cause: 'disk-full' })).failed).toBeNull();
  });

  test('says what the host did not know: another cause, or another segment', () => {
    expect(after(...begun, told.sealed({ cause: 'no-bytes' })).failed).toBe('no-bytes');
    const ofAnother = [told.gateOpened(), { ...failed, epoch: NEXT_EPOCH }, { kind: 'resumed' } as const];
    expect(after(...ofAnother, told.sealed({ cause: 'disk-full' })).failed).toBe('disk-full');
    expect(after(...begun, told.sealed({ epoch: NEXT_EPOCH, cause: 'disk-full' })).failed).toBe('disk-full');
  });

  test('lifts nothing either: who has not tried again still has to', () => {
    expect(after(told.gateOpened(), failed, told.sealed({ cause: 'disk-full' })).failed).toBe('disk-full');
  });
});

describe('what an entry says besides', () => {
  test('a log that goes on from a damaged one knows which', () => {
    const continues = { log: 'lBBBBBBBBBBBB' as LogId, size: 7, head: '' };
    expect(stateOf({ ...told.opened, continues } as Entry).opened).toEqual({
      platform: 'x',
      lagMs: 2000,
      continues: continues.log,
    });
    expect(stateOf(told.opened).opened).toEqual({ platform: 'x', lagMs: 2000 });
  });

  test('an ask in two languages stands with both of its notices', () => {
    const also = { language: 'es', version: 1, hash: 'hash-es' };
    expect(stateOf({ ...told.asked(), also } as Entry).ask?.also).toEqual(also);
    expect(stateOf(told.asked()).ask).not.toHaveProperty('also');
  });

  test('a pause says what it followed and whose words it were', () => {
    const pause = stateOf({ kind: 'paused', cause: 'chat', participant: ANA }).pause;
    expect(pause).toEqual({ index: 0, at: T0, cause: 'chat', participant: ANA });
    expect(stateOf({ kind: 'paused' }).pause).toEqual({ index: 0, at: T0, cause: null, participant: null });
  });

  test('only a post that says that going on counts tells anybody so', () => {
    const posted = (says: 'going-on' | 'in-writing'): Entry[] => [
      { kind: 'post-ordered', post: POST, says, ask: ASK, people: [ANA] },
      { kind: 'post-seen', post: POST, outcome: 'echoed' },
    ];
    expect(
      after(...posted('going-on'))
        .people.get(ANA)
        ?.told.get(ASK),
    ).toEqual({ index: 8, at: T0 + 9000 });
    expect(after(...posted('in-writing')).people.get(ANA)?.told.size).toBe(0);
  });

  test('who is told of and not in the log is nobody', () => {
    expect(stateOf(told.opened, told.isIn(BEN, 'DE'), told.described(BEN)).people.size).toBe(0);
  });

  test('whoever comes back may be elsewhere; the host’s own place stays', () => {
    const back = (one: typeof ANA) =>
      stateOf(
        told.opened,
        told.joined(one),
        told.isIn(one, 'DE'),
        told.hostSays(one, 'AT'),
        told.left(one),
        at(60_000, told.joined(one)),
      );
    expect(back(ANA).people.get(ANA)?.placed).toMatchObject({ participant: null, host: { places: ['AT'] } });
    expect(back(HOST).people.get(HOST)?.placed).toMatchObject({ participant: { places: ['DE'] } });
  });
});

describe('since when the list can be read', () => {
  test('only while the host is in the call and somebody watches', () => {
    const list = [told.opened, told.joined(HOST), told.joined(ANA), told.read(2)];
    expect(stateOf(...list).readableSince).toBe(T0 + 3000);
    expect(stateOf(...list, told.paused).readableSince).toBe(T0 + 3000);
    expect(stateOf(...list, { kind: 'watch-lost' }, told.read(2)).readableSince).toBeNull();
    expect(stateOf(...list, { kind: 'meeting-left', how: 'left' }, told.read(2)).readableSince).toBeNull();
  });
});

describe('what somebody asked for', () => {
  const wants: Entry = { kind: 'request-received', participant: ANA, what: 'copy', way: 'chat' };
  const done: Entry = { kind: 'request-answered', request: 0 };
  const refused: Entry = { kind: 'request-refused', request: 0, why: 'not-them' };
  const longer: Entry = {
    kind: 'request-extended',
    request: 0,
    why: 'many',
    law: 'gdpr',
    until: '2026-06-02T09:00:00.000Z',
    told: '2026-03-10',
  };
  const of = (...more: Entry[]) => stateOf(wants, ...more).requests.get(0);

  test('ends by its first ending, and nothing of it takes longer after that', () => {
    expect(of(done)?.ended).toEqual({ at: T0 + 1000, refused: null });
    expect(of(refused, done)?.ended).toEqual({ at: T0 + 1000, refused: 'not-them' });
    expect(of(done, longer)?.longer).toBeNull();
    expect(of(longer)?.longer).toEqual({
      why: 'many',
      law: 'gdpr',
      until: Date.parse('2026-06-02T09:00:00.000Z'),
      told: '2026-03-10',
    });
  });

  test('what is said of one that nobody asked for is said of none', () => {
    expect(stateOf(done, refused, longer).requests.size).toBe(0);
  });
});

test('a requirement stands since it was first the same, and words are due since they were first asked for', () => {
  const set = (how: object) =>
    ({
      kind: 'requirement-set',
      rule: 'all-party',
      form: 'explicit',
      announcement: 'required',
      ...how,
    }) as unknown as Entry;
  const since = (...entries: Entry[]) => {
    const { requirement } = stateOf(...entries);
    return [requirement?.since.index, requirement?.announceSince];
  };
  expect(since(set({}), set({}))).toEqual([0, T0]);
  expect(since(set({}), set({ form: 'written' }))).toEqual([1, T0]);
  expect(since(set({}), set({ rule: 'one-party' }))).toEqual([1, T0]);
  expect(since(set({ announcement: 'recommended' }), set({}))).toEqual([0, T0 + 1000]);
});
