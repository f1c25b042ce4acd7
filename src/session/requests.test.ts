import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import { ruledState, stateOf } from '../consent/testdata/told.ts';
import type { Entry } from '../model/entry.ts';
import type { LogId } from '../model/id.ts';
import type { Profile } from '../model/requirement.ts';
import { dueOf, longerOf } from '../policy/response.ts';
import { answeredDrafts, idsOf, longerDrafts, notedDrafts, openRequest, requestId, requestRowsOf } from './requests.ts';

const { ANA, BEN, CEM, HOST, T0 } = told;
const LOG = 'lAAAAAAAAAAAA' as LogId;
const DAY = 86_400_000;
const wants = (participant: typeof ANA, what: 'copy' | 'erasure' = 'copy'): Entry => ({
  kind: 'request-received',
  participant,
  what,
  way: 'chat',
});
const answered = (request: number): Entry => ({ kind: 'request-answered', request });
const refused = (request: number): Entry => ({ kind: 'request-refused', request, why: 'not-them' });
const PEOPLE = [told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN)];
/** Ana's is entry 4, Ben's 5. */
const ASKED = [...PEOPLE, wants(ANA), wants(BEN, 'erasure')];
const SAME = told.same(BEN, ANA);

describe('the list of what people asked for', () => {
  test('says whose, what, how and when, and that nobody has answered it', () => {
    expect(requestRowsOf(LOG, stateOf(...ASKED))[0]).toEqual({
      id: `${LOG}/4`,
      log: LOG,
      index: 4,
      participant: ANA,
      what: 'copy',
      way: 'chat',
      at: T0 + 4000,
      state: 'open',
      why: null,
      endedAt: null,
      longer: null,
      profiles: [],
    });
    expect(requestId(LOG, 4)).toBe(`${LOG}/4`);
  });

  test('says how each ended, and when', () => {
    const rows = requestRowsOf(LOG, stateOf(...ASKED, answered(4), refused(5)));
    expect(rows).toMatchObject([
      { state: 'answered', why: null, endedAt: T0 + 6000 },
      { state: 'refused', why: 'not-them', endedAt: T0 + 7000 },
    ]);
  });

  test('is of people, not of devices', () => {
    expect(requestRowsOf(LOG, stateOf(...ASKED, SAME)).map(({ participant }) => participant)).toEqual([ANA, ANA]);
  });

  test('goes by the laws of where they are', () => {
    const state = ruledState(...ASKED, told.settled(), told.isIn(HOST, 'DE'), told.isIn(ANA, 'DE'));
    expect(requestRowsOf(LOG, state)[0]?.profiles).toContain('gdpr');
  });
});

describe('it takes longer', () => {
  const place = (where: string, ...more: Entry[]) =>
    ruledState(
      told.opened,
      told.joined(HOST),
      told.joined(ANA),
      told.joined(BEN),
      wants(ANA),
      told.settled(),
      told.isIn(HOST, where),
      told.isIn(ANA, where),
      told.isIn(BEN, where),
      ...more,
    );
  const GERMAN = place('DE');
  const at = T0 + 4000;
  const laws: readonly Profile[] = GERMAN.requirement?.profiles ?? [];
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const midnight = (ms: number) => Date.parse(day(ms));
  const longer = (told: number, now = told + DAY, state = GERMAN, request = 4) =>
    longerDrafts(state, request, { why: 'complex', told: day(told) }, now);
  const NOT = { ok: false, code: 'request-not-longer' };
  const NOT_YET = { ok: false, code: 'told-not-yet' };

  test('as long as the law has it, from the day on which they were told', () => {
    const most = longerOf(laws, at);
    expect(longer(at + DAY)).toEqual({
      ok: true,
      drafts: [
        {
          entry: {
            kind: 'request-extended',
            request: 4,
            why: 'complex',
            law: 'gdpr',
            until: new Date(most?.at ?? 0).toISOString(),
            told: day(at + DAY),
          },
          subject: null,
          disclosures: {},
        },
      ],
    });
  });

  test('not for what nobody asked, what has ended, or takes longer already', () => {
    expect(longer(at + DAY, at + DAY, GERMAN, 3)).toEqual(NOT);
    const extended: Entry = {
      kind: 'request-extended',
      request: 4,
      why: 'complex',
      law: 'gdpr',
      until: '2099-01-01T00:00:00.000Z',
      told: day(at),
    };
    expect(longer(at + DAY, at + DAY, place('DE', answered(4)))).toEqual(NOT);
    expect(longer(at + DAY, at + DAY, place('DE', extended))).toEqual(NOT);
  });

  test('not where no law allows it, or nothing is known of where anybody is', () => {
    expect(longer(at + DAY, at + DAY, place('CH'))).toEqual(NOT);
    expect(longer(at + DAY, at + DAY, stateOf(...ASKED))).toEqual(NOT);
  });

  test('not when they were told too late for it', () => {
    const due = dueOf(laws, at).at;
    expect(longer(due).ok).toBe(true);
    expect(longer(due + DAY)).toEqual(NOT);
    // Asked for at midnight, it is due at one: told on that very day is in time.
    const exact = ruledState(
      ...PEOPLE,
      told.at(midnight(at) - T0, wants(ANA)),
      told.settled(),
      told.isIn(HOST, 'DE'),
      told.isIn(ANA, 'DE'),
      told.isIn(BEN, 'DE'),
    );
    expect(longer(dueOf(laws, midnight(at)).at, undefined, exact).ok).toBe(true);
  });

  test('the day on which they were told is one of the host’s calendar: a day off at most', () => {
    const late = midnight(at + 9 * DAY);
    expect(longer(late, late - DAY).ok).toBe(true);
    expect(longer(late, late - DAY - 1)).toEqual(NOT_YET);
    const early = midnight(at);
    expect(longer(early - DAY).ok).toBe(true);
    expect(longer(early - 2 * DAY, at)).toEqual(NOT_YET);
  });

  test('a day that ends just two days before they asked still counts, an hour earlier not', () => {
    const asked = midnight(at) + 2 * DAY;
    const state = (ms: number) =>
      ruledState(
        ...PEOPLE,
        told.at(ms - T0, wants(ANA)),
        told.settled(),
        told.isIn(HOST, 'DE'),
        told.isIn(ANA, 'DE'),
        told.isIn(BEN, 'DE'),
      );
    expect(longer(asked - 2 * DAY, asked, state(asked)).ok).toBe(true);
    expect(longer(asked - 2 * DAY, asked, state(asked + 1))).toEqual(NOT_YET);
  });
});

describe('what somebody asked for and nobody has answered', () => {
  test('is found by person, whichever device they asked with, and by what it is', () => {
    const state = stateOf(...ASKED);
    expect([openRequest(state, ANA, 'copy'), openRequest(state, BEN, 'erasure')]).toEqual([4, 5]);
    expect([openRequest(state, ANA, 'erasure'), openRequest(state, BEN, 'copy')]).toEqual([null, null]);
    const same = stateOf(...ASKED, SAME);
    expect([openRequest(same, BEN, 'copy'), openRequest(same, ANA, 'erasure')]).toEqual([4, 5]);
  });

  test('is no more when it has ended', () => {
    expect(openRequest(stateOf(...ASKED, answered(4)), ANA, 'copy')).toBeNull();
    expect(openRequest(stateOf(...ASKED, refused(4), wants(ANA)), ANA, 'copy')).toBe(7);
  });

  test('the host notes one that came in another way, once', () => {
    const entry = { kind: 'request-received', participant: ANA, what: 'copy', way: 'host' };
    expect(notedDrafts(stateOf(...PEOPLE), ANA, 'copy')).toEqual([{ entry, subject: null, disclosures: {} }]);
    expect(notedDrafts(stateOf(...ASKED), ANA, 'copy')).toEqual([]);
    expect(notedDrafts(stateOf(...ASKED), ANA, 'erasure')).toHaveLength(1);
    expect(notedDrafts(stateOf(...ASKED), CEM, 'copy')).toEqual([]);
  });

  test('is answered all of it, and nothing of anybody else', () => {
    const state = stateOf(...ASKED, wants(ANA), wants(ANA, 'erasure'));
    const answer = (request: number) => ({ entry: answered(request), subject: null, disclosures: {} });
    expect(answeredDrafts(state, ANA, 'copy')).toEqual([answer(4), answer(6)]);
    expect(answeredDrafts(state, BEN, 'copy')).toEqual([]);
    expect(answeredDrafts(stateOf(...ASKED, answered(4)), ANA, 'copy')).toEqual([]);
    expect(answeredDrafts(stateOf(...ASKED, SAME), BEN, 'copy')).toEqual([answer(4)]);
  });
});

test('all rows of the list that are one person; of whom nothing is known, the one that was asked about', () => {
  expect(idsOf(stateOf(...ASKED, SAME), BEN)).toEqual([ANA, BEN]);
  expect(idsOf(stateOf(...ASKED), ANA)).toEqual([ANA]);
  expect(idsOf(stateOf(...ASKED), CEM)).toEqual([CEM]);
});
