import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey, PostId } from '../model/id.ts';
import { impliedDrafts } from '../session/waiting.ts';
import { impliedAt, mayGoOn, toldAt } from './implied.ts';
import type { Person } from './state.ts';
import * as told from './testdata/told.ts';

const { ANA, at, HOST, isIn, joined, ruledState, T0 } = told;
const post = (index: number, when: number, ask = told.ASK): told.Told[] => {
  const id = `mTold${index}` as PostId;
  return [
    at(when, { kind: 'post-ordered', post: id, says: 'going-on', ask, people: [ANA] }),
    at(when, { kind: 'post-seen', post: id, outcome: 'echoed' }),
  ];
};
/** Host and Ana in Texas, by the legal minimum; Ana was shown the notice, and told at 20 s that going on counts. */
const toldAt20: readonly told.Told[] = [
  told.opened,
  joined(HOST),
  told.minimum,
  joined(ANA),
  told.read(2),
  isIn(HOST, 'US-TX'),
  isIn(ANA, 'US-TX'),
  told.asked(),
  at(19_000, told.shown(ANA)),
  ...post(1, 20_000),
];
function due(...more: told.Told[]): number | null {
  const state = ruledState(...toldAt20, ...more);
  const when = impliedAt(state, state.people.get(ANA) as Person);
  return when && when - T0;
}
const later = (entry: Entry) => at(30_000, entry);

describe('going on becomes a yes', () => {
  test('when the notice has stood for as long as it was settled', () => {
    expect(due()).toBe(35_000);
    expect(due(at(21_000, { ...told.minimum, impliedAfterMs: 40_000 }))).toBe(60_000);
  });

  test('counted anew after a moment in which nobody watched, nobody was in the call, or the list was not known', () => {
    const read = at(40_000, told.read(2));
    expect(due(later({ kind: 'watch-lost' }))).toBeNull();
    expect(due(later({ kind: 'watch-lost' }), later({ kind: 'watch-regained' }))).toBeNull();
    expect(due(later({ kind: 'watch-lost' }), later({ kind: 'watch-regained' }), read)).toBe(55_000);
    expect(due(later({ kind: 'meeting-left', how: 'left' }), later({ kind: 'meeting-returned' }), read)).toBe(55_000);
    expect(due(later(told.read(2, { counter: 3 })))).toBeNull();
    expect(due(later(told.read(2, { counter: 3 })), read)).toBe(55_000);
  });

  test('counted from when they were told again, after they came back or more had been asked of them', () => {
    const back = [later(told.left(ANA)), at(32_000, joined(ANA))];
    expect(due(...back)).toBe(47_000);
    expect(due(...post(2, 30_000))).toBe(45_000);
    // Two posts: the later one counts, in whichever order they were seen.
    const [ordered, seen] = post(2, 30_000) as [told.Told, told.Told];
    expect(due(ordered, ...post(3, 40_000), at(41_000, (seen as { entry: Entry }).entry))).toBe(56_000);
    const more = [later(isIn(ANA, 'DE')), at(33_000, isIn(ANA, 'US-TX'))];
    expect(due(...more)).toBeNull();
    expect(due(...more, ...post(2, 34_000))).toBe(49_000);
    const away = [later(told.left(ANA)), at(40_000, joined(ANA)), at(40_000, isIn(ANA, 'US-TX'))];
    expect(due(...away, at(41_000, told.shown(ANA)))).toBeNull();
    expect(due(...away, at(41_000, told.shown(ANA)), ...post(2, 42_000))).toBe(57_000);
  });

  test.each<[string, Entry]>([
    ['who has answered', told.yes(ANA)],
    ['who said no', told.no(ANA)],
    ['about whom there is a question', told.doubted({ closes: false })],
    ['of whom more is asked', isIn(ANA, 'DE')],
    ['who is on the telephone', told.described(ANA, { phone: true })],
    ['while it is paused', told.paused],
    ['under the product’s floor', told.settled()],
    ['under another ask, of which they have not been told', told.asked({}, told.NEXT_ASK)],
  ])('never of one %s', (_, entry) => expect(due(later(entry))).toBeNull());

  test('nor of the host, nor of who was not told that it does, or not shown the notice', () => {
    const one = ruledState(...toldAt20.slice(0, -2));
    expect(impliedAt(one, one.people.get(ANA) as Person)).toBeNull();
    const untold = toldAt20.slice(0, -1);
    const two = ruledState(...untold, at(20_000, { kind: 'post-seen', post: 'mTold1' as PostId, outcome: 'unsure' }));
    expect(impliedAt(two, two.people.get(ANA) as Person)).toBeNull();
    const three = ruledState(...toldAt20.filter((_, i) => i !== toldAt20.length - 3));
    expect(impliedAt(three, three.people.get(ANA) as Person)).toBeNull();
    expect(impliedAt(one, one.people.get(HOST) as Person)).toBeNull();
  });
});

describe('who is told', () => {
  test('may go on only where the law that is in force has it so, and never the host', () => {
    const state = ruledState(...toldAt20, told.shown(HOST));
    expect(mayGoOn(state, state.people.get(ANA) as Person)).toBe(true);
    expect(mayGoOn(state, state.people.get(HOST) as Person)).toBe(false);
    const unsettled = told.stateOf(told.opened, joined(HOST), joined(ANA), told.asked(), told.shown(ANA));
    expect(mayGoOn(unsettled, unsettled.people.get(ANA) as Person)).toBe(false);
    const unasked = ruledState(...toldAt20.slice(0, 7));
    expect(mayGoOn(unasked, unasked.people.get(ANA) as Person)).toBe(false);
  });

  test('was told when the last of their devices was; where nothing is asked, nobody was', () => {
    const phone = 'pPhone' as ParticipantKey;
    const id = 'mPhone' as PostId;
    const second = [
      at(22_000, joined(phone)),
      at(22_000, told.same(phone, ANA)),
      at(30_000, { kind: 'post-ordered', post: id, says: 'going-on', ask: told.ASK, people: [phone] }),
      at(30_000, { kind: 'post-seen', post: id, outcome: 'echoed' }),
    ] as const;
    const state = ruledState(...toldAt20, ...second);
    expect(toldAt(state, state.people.get(ANA) as Person)).toBe(T0 + 30_000);
    const first = ruledState(...toldAt20, second[0], second[1], ...post(4, 40_000), second[2], second[3]);
    expect(toldAt(first, first.people.get(ANA) as Person)).toBe(T0 + 40_000);
    const unsettled = told.stateOf(told.opened, joined(HOST), joined(ANA), told.asked(), ...post(1, 20_000));
    expect(toldAt(unsettled, unsettled.people.get(ANA) as Person)).toBe(T0 + 20_000);
    const unasked = told.stateOf(told.opened, joined(HOST), joined(ANA));
    expect(toldAt(unasked, unasked.people.get(ANA) as Person)).toBeNull();
  });
});

describe('its entry', () => {
  const state = ruledState(...toldAt20);

  test('is made when the time is over, for the page as for the log', () => {
    expect(impliedDrafts(state, T0 + 34_999, 0)).toEqual([]);
    expect(impliedDrafts(state, T0 + 40_000, T0 + 30_000)).toEqual([]);
    // A page that has been watched for exactly so long has been watched long enough.
    expect(impliedDrafts(state, T0 + 40_000, T0 + 25_001)).toEqual([]);
    expect(impliedDrafts(state, T0 + 40_000, T0 + 25_000)).toHaveLength(1);
    expect(impliedDrafts(told.stateOf(told.opened), T0 + 40_000, 0)).toEqual([]);
    expect(impliedDrafts(state, T0 + 35_000, 0).map(({ entry }) => entry)).toEqual([
      {
        ...told.goesOn(ANA),
        purposes: ['quality'],
        requirement: state.requirement?.fingerprint,
      },
    ]);
  });

  test('is made once', () => {
    const [draft] = impliedDrafts(state, T0 + 35_000, 0);
    const after = ruledState(...toldAt20, at(35_000, draft?.entry as Entry));
    expect(impliedDrafts(after, T0 + 60_000, 0)).toEqual([]);
  });
});
