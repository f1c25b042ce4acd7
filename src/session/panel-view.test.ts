import { describe, expect, test } from 'vitest';
import { blankDirectory } from '../consent/directory.ts';
import { announcementIn } from '../consent/notices/announcement.ts';
import * as told from '../consent/testdata/told.ts';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { endedUnwritten, meetingPart, type Texts } from './panel-view.ts';

const { AGREED, ANA, ASK, BEN, CEM, HOST, POST, stateOf, T0 } = told;
const NAMES = { [HOST]: 'Host', [ANA]: 'Ana', [BEN]: 'Ben', [CEM]: 'Cem' };
function view(entries: readonly told.Told[], names: Record<string, string> = NAMES, texts: Texts = new Map()) {
  const directory = blankDirectory();
  for (const [key, name] of Object.entries(names)) directory.people.set(key as ParticipantKey, { site: null, name });
  return meetingPart(stateOf(...entries), directory, texts);
}

test('before anything: no list, no ask, and all the reasons why nothing runs', () => {
  expect(view([told.opened, told.joined(HOST)])).toMatchObject({
    armed: false,
    roster: null,
    ask: null,
    doubts: [],
    because: [
      { reason: 'not-asked', people: [] },
      { reason: 'not-armed', people: [] },
      { reason: 'roster-unknown', people: [] },
    ],
    capture: { state: 'idle', since: null },
    unsent: [],
  });
});

test('the words that have to be said aloud, in the language of the ask, and only where some have to be', () => {
  const recording = (place: string) => {
    const written = { form: 'written', grade: 'signed', channel: 'banner' } as const;
    const rest = [told.asked(), told.yes(HOST, written), told.yes(ANA, written)];
    const here = [told.opened, told.joined(HOST), told.settled(), told.joined(ANA), told.read(2), told.armed];
    const places = [told.isIn(HOST, 'US-TX'), told.isIn(ANA, place)];
    const runs = [told.at(19_000, told.gateOpened()), told.at(20_000, told.started())];
    const state = told.ruledState(...here, ...places, ...rest, ...runs);
    return meetingPart(state, blankDirectory(), new Map()).announce;
  };
  expect(recording('US-WA')).toEqual({ epoch: told.EPOCH, until: T0 + 50_000, words: announcementIn('en') });
  expect(recording('US-TX')).toBeNull();
});

describe('the people', () => {
  test('each with where they stand, and the words that they said', () => {
    const { people } = view(AGREED, NAMES, new Map([[7, { words: 'I agree' }]]));
    expect(people[1]).toEqual({
      participant: ANA,
      name: 'Ana',
      self: false,
      present: true,
      stable: true,
      state: 'given',
      grade: 'chat',
      channel: 'chat',
      words: 'I agree',
      answeredAt: T0 + 7000,
      people: 1,
      agreed: 1,
      circumstances: { places: [], known: null, residence: null, minor: false, employee: false, phone: false },
      guardian: 'none',
      needs: 'explicit',
      implied: null,
      sameAs: null,
      confusable: false,
      noteTaker: false,
    });
  });

  test('who has not answered, or whose words and name were erased, has empty ones', () => {
    const { people } = view([told.opened, told.joined(HOST), told.joined(ANA), told.asked(), told.yes(HOST)], {});
    expect(
      people.map(({ name, words, grade, channel, answeredAt }) => [name, words, grade, channel, answeredAt]),
    ).toEqual([
      ['', '', 'chat', 'chat', T0 + 4000],
      ['', '', null, null, null],
    ]);
  });

  test('who is here comes first, the host before the others', () => {
    const rows = [told.opened, told.joined(ANA), told.joined(BEN), told.joined(HOST), told.joined(CEM), told.left(ANA)];
    expect(view(rows).people.map(({ participant }) => participant)).toEqual([HOST, BEN, CEM, ANA]);
  });

  const alike = (entries: Entry[], names: Record<string, string>) =>
    view([told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN), ...entries], { ...NAMES, ...names })
      .people.filter(({ confusable }) => confusable)
      .map(({ participant }) => participant);
  test('two present people whose names can be taken for one another are both marked', () => {
    expect(alike([], { [BEN]: 'аna' })).toEqual([ANA, BEN]);
    expect(alike([], {})).toEqual([]);
    expect(alike([told.left(BEN)], { [BEN]: 'Ana' })).toEqual([]);
    expect(alike([], { [ANA]: '', [BEN]: '' })).toEqual([]);
  });
  test('two devices of one person are not', () => {
    expect(alike([told.same(BEN, ANA)], { [BEN]: 'Ana' })).toEqual([]);
    expect(alike([told.same(ANA, BEN)], { [BEN]: 'Ana' })).toEqual([]);
    expect(alike([told.joined(CEM), told.same(BEN, ANA)], { [BEN]: 'Ana', [CEM]: 'Ana' })).toEqual([ANA, BEN, CEM]);
  });
});

test('who is called like a note-taking service is a person like any other, and marked', () => {
  const people = view([told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN)], {
    ...NAMES,
    [HOST]: 'Otter.ai',
    [ANA]: 'Fathom Notetaker',
  }).people;
  expect(people.map(({ participant, noteTaker }) => [participant, noteTaker])).toEqual([
    [HOST, false],
    [ANA, true],
    [BEN, false],
  ]);
});

test('the list as it was read, and whether the host confirmed it', () => {
  const partial = told.read(2, { completeness: 'partial', counter: 3 });
  const roster = { completeness: 'partial', rows: 2, counter: 3 };
  expect(view([...AGREED, partial]).roster).toEqual({ ...roster, confirmed: false });
  expect(view([...AGREED, partial, told.confirmed(2, 3)]).roster).toEqual({ ...roster, confirmed: true });
});

describe('the ask and its notice', () => {
  const post = (ask = ASK, says: 'notice' | 'recording' = 'notice', id = POST): Entry => ({
    kind: 'post-ordered',
    post: id,
    says,
    ask,
    people: [],
  });
  const seen = (outcome: 'echoed' | 'refused' | 'unsure'): Entry => ({ kind: 'post-seen', post: POST, outcome });

  test('its terms, time and words', () => {
    const { ask } = view(AGREED, NAMES, new Map([[5, { text: 'May we record?' }]]));
    expect(ask).toEqual({
      ...told.TERMS,
      languages: { language: 'en', also: null },
      askedAt: T0 + 5000,
      notice: 'May we record?',
      posted: 'posting',
    });
    expect(view(AGREED).ask?.notice).toBe('');
  });

  test('shown only when the newest notice of this ask was seen in the chat', () => {
    const posted = (...entries: Entry[]) => view([...AGREED, ...entries]).ask?.posted;
    expect(posted(post())).toBe('posting');
    expect(posted(post(), seen('echoed'))).toBe('shown');
    expect(posted(post(), seen('refused'))).toBe('not-shown');
    expect(posted(post(), seen('unsure'))).toBe('not-shown');
    expect(posted(post(told.NEXT_ASK), seen('echoed'))).toBe('posting');
    expect(posted(post(ASK, 'recording'), seen('echoed'))).toBe('posting');
    expect(posted(post(), seen('echoed'), post(ASK, 'notice', 'mNext' as typeof POST))).toBe('posting');
  });

  test('the newest message of each kind that did not arrive is there to paste', () => {
    const unsent = (...entries: Entry[]) => view([...AGREED, ...entries], NAMES, new Map([[8, { text: 'T' }]])).unsent;
    expect(unsent(post())).toEqual([]);
    expect(unsent(post(), seen('echoed'))).toEqual([]);
    expect(unsent(post(), seen('refused'))).toEqual([
      { post: POST, outcome: 'refused', parts: [{ text: 'T', there: false }] },
    ]);
    expect(unsent(told.paused, post(), seen('unsure'))).toEqual([
      { post: POST, outcome: 'unsure', parts: [{ text: '', there: false }] },
    ]);
    const next = post(ASK, 'notice', 'mNext' as typeof POST);
    expect(unsent(post(), seen('refused'), next)).toEqual([]);
    expect(unsent(post(), seen('refused'), { ...next, says: 'recording' } as Entry)).toHaveLength(1);
    const [runs, stopped] = [post(ASK, 'recording'), { ...next, says: 'stopped' } as Entry];
    const refused: Entry = { kind: 'post-seen', post: 'mNext' as typeof POST, outcome: 'refused' };
    expect(unsent(runs, seen('refused'), stopped, refused).map((one) => one.post)).toEqual(['mNext']);
  });
});

test('questions for the host, with who said what', () => {
  const texts: Texts = new Map([[8, { sender: 'Ana', words: 'ok?' }]]);
  const doubt = {
    doubt: told.DOUBT,
    at: T0 + 8000,
    participant: ANA,
    reason: 'perhaps-no',
    reads: 'refused',
    closes: true,
  };
  expect(view([...AGREED, told.doubted()], NAMES, texts).doubts).toEqual([{ ...doubt, sender: 'Ana', words: 'ok?' }]);
  expect(view([...AGREED, told.doubted()]).doubts).toEqual([{ ...doubt, sender: '', words: '' }]);
});

describe('what the recorder does', () => {
  const capture = (...entries: Entry[]) => view([...AGREED, ...entries]).capture;
  const nothing = { keptMs: 0, keptBytes: 0, segments: 0, lastSeal: null };
  test('starting, recording since, paused, stopped, idle', () => {
    expect(capture()).toEqual({ ...nothing, state: 'idle', since: null });
    expect(capture(told.gateOpened())).toEqual({ ...nothing, state: 'starting', since: null });
    expect(capture(told.gateOpened(), told.started())).toEqual({ ...nothing, state: 'recording', since: T0 + 9000 });
    expect(capture({ kind: 'paused' })).toMatchObject({ state: 'paused', since: null });
    expect(capture({ kind: 'stopped' })).toMatchObject({ state: 'stopped', since: null });
    expect(capture(told.gateOpened(), told.started(), told.gateClosed())).toMatchObject({ state: 'idle' });
    const sealed = { keptMs: 2000, keptBytes: 9, segments: 1, lastSeal: 'ordered' };
    expect(capture(told.gateOpened(), told.sealed())).toEqual({ ...sealed, state: 'idle', since: null });
  });

  test('what a log holds for running that could not be written to its end is told as ended, with what was kept', () => {
    const kept = { keptMs: 2000, keptBytes: 9, segments: 1, lastSeal: 'ordered' } as const;
    for (const state of ['starting', 'recording'] as const)
      expect(endedUnwritten({ ...kept, state, since: T0 })).toEqual({ ...kept, state: 'idle', since: null });
    for (const state of ['idle', 'paused', 'stopped'] as const)
      expect(endedUnwritten({ ...kept, state, since: null })).toEqual({ ...kept, state, since: null });
  });

  test('why and since when it is paused, and who asked for it', () => {
    const paused = (entry: Entry, texts?: Texts) => view([...AGREED, entry], NAMES, texts).pause;
    const index = AGREED.length;
    const since = T0 + index * 1000;
    expect(paused({ kind: 'paused' })).toEqual({ since, cause: null, who: '' });
    expect(paused({ kind: 'paused', cause: 'card-number' })).toEqual({ since, cause: 'card-number', who: '' });
    expect(paused({ kind: 'paused', cause: 'chat', participant: ANA })).toEqual({ since, cause: 'chat', who: 'Ana' });
    const unknown = { kind: 'paused', cause: 'chat', participant: null } as const;
    expect(paused(unknown, new Map([[index, { sender: 'Xaver' }]]))).toEqual({ since, cause: 'chat', who: 'Xaver' });
    expect(paused(unknown)).toMatchObject({ who: '' });
    expect(paused({ kind: 'stopped' })).toBeNull();
  });

  test('an open gate has no reasons against it', () => {
    expect(view([...AGREED, told.gateOpened()])).toMatchObject({ because: [], armed: true });
  });
});
