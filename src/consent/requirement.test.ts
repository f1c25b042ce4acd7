import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { Reason } from '../model/gate.ts';
import { gate } from './gate.ts';
import { formAskedOf, meetingOf, requirementEntry } from './requirement.ts';
import type { Person } from './state.ts';
import * as told from './testdata/told.ts';

const {
  ANA,
  ASK,
  BEN,
  CEM,
  HOST,
  NEXT_ASK,
  asked,
  described,
  goesOn,
  hostSays,
  isIn,
  joined,
  ruledState,
  settled,
  yes,
} = told;
const written = (who: typeof ANA) => yes(who, { form: 'written', grade: 'signed', channel: 'banner' });
/** Host, Ana and Ben in the call, armed, and asked under what was settled. */
const meeting = (how: Entry): Entry[] => [
  told.opened,
  joined(HOST),
  how,
  joined(ANA),
  joined(BEN),
  told.read(3),
  told.armed,
  asked(),
  told.shown(ANA),
  told.shown(BEN),
  yes(HOST, { form: 'written', grade: 'signed' }),
];
const texas = [isIn(HOST, 'US-TX'), isIn(ANA, 'US-TX'), isIn(BEN, 'US-TX')];

/** Why it is closed, with the people; empty when it is open. */
function closed(...entries: told.Told[]): [Reason, ...string[]][] {
  const verdict = gate(ruledState(...entries));
  return verdict.may === 'record' ? [] : verdict.because.map(({ reason, people }) => [reason, ...people]);
}

describe('what is asked follows from where people are', () => {
  test('under the product’s floor everybody answers explicitly, wherever they are; going on is not enough', () => {
    const here = [...meeting(settled()), ...texas];
    expect(closed(...here, goesOn(ANA), goesOn(BEN))).toEqual([['explicit-needed', ANA, BEN]]);
    expect(closed(...here, yes(ANA), yes(BEN))).toEqual([]);
  });

  test('the legal minimum in Texas: going on after the notice is enough, and before that it is waited for', () => {
    const here = [...meeting(told.minimum), ...texas];
    expect(closed(...here)).toEqual([['implied-pending', ANA, BEN]]);
    expect(closed(...here, goesOn(ANA), goesOn(BEN))).toEqual([]);
  });

  test('one who declares California closes it, and only whoever had merely gone on is asked again', () => {
    const here = [...meeting(told.minimum), ...texas, goesOn(ANA), yes(BEN)];
    expect(closed(...here)).toEqual([]);
    expect(closed(...here, isIn(BEN, 'US-CA'))).toEqual([['explicit-needed', ANA]]);
    expect(closed(...here, isIn(BEN, 'US-CA'), yes(ANA))).toEqual([]);
    expect(closed(...here, isIn(BEN, 'DE'))).toEqual([['explicit-needed', ANA]]);
  });

  test('in California from the start, going on after the notice is a yes of everybody’s', () => {
    const here = [...meeting(told.minimum), ...texas, isIn(BEN, 'US-CA')];
    expect(closed(...here, goesOn(ANA), goesOn(BEN))).toEqual([]);
  });

  test('what becomes looser never closes, and takes no answer away', () => {
    const here = [...meeting(told.minimum), ...texas, isIn(ANA, 'US-CA'), yes(ANA), yes(BEN)];
    expect(closed(...here)).toEqual([]);
    expect(closed(...here, isIn(ANA, 'US-TX'))).toEqual([]);
    expect(closed(...here, settled({ floor: 'product' }))).toEqual([]);
  });

  test('somebody of whom nobody knows where they are ends the legal minimum', () => {
    const here = [...meeting(told.minimum), ...texas, goesOn(ANA), goesOn(BEN), joined(CEM), told.read(4)];
    expect(closed(...here)).toEqual([
      ['explicit-needed', ANA, BEN],
      ['notice-not-shown', CEM],
    ]);
    expect(closed(...here, isIn(CEM, 'US-TX'), told.shown(CEM), goesOn(CEM))).toEqual([]);
  });

  test('a place that only the host states lowers nothing, and raises', () => {
    const here = [...meeting(told.minimum), isIn(HOST, 'US-TX'), goesOn(ANA), goesOn(BEN)];
    expect(closed(...here, hostSays(ANA, 'US-TX'), hostSays(BEN, 'US-TX'))).toEqual([['explicit-needed', ANA, BEN]]);
    const declared = [...meeting(told.minimum), ...texas, goesOn(ANA), goesOn(BEN)];
    expect(closed(...declared, hostSays(ANA, 'DE'))).toEqual([['explicit-needed', ANA, BEN]]);
    expect(closed(...declared, hostSays(ANA, 'DE'), hostSays(ANA))).toEqual([]);
  });

  test('whoever was away and is back is not where they were, as far as one knows; what the host said stays', () => {
    const away = [told.at(60_000, told.left(ANA)), told.at(90_000, joined(ANA))];
    const here = [...meeting(told.minimum), ...texas, hostSays(ANA, 'US-NY')];
    const state = ruledState(...here, ...away);
    expect(state.people.get(ANA)?.placed).toMatchObject({ participant: null, host: { places: ['US-NY'] } });
    expect(state.requirement?.noLegalMinimum).toContain('place-unknown');
  });

  test('who has not been shown the notice yet is waited for, and not for their going on', () => {
    const here = meeting(told.minimum).filter((entry) => entry.kind !== 'seen' || entry.participant !== ANA);
    expect(closed(...here, ...texas)).toEqual([
      ['notice-not-shown', ANA],
      ['implied-pending', BEN],
    ]);
  });

  test('on the telephone in writing is in writing still', () => {
    const strict = settled({ atLeast: { rule: 'all-party', form: 'written' } });
    const state = ruledState(...meeting(strict), ...texas, described(ANA, { phone: true }));
    expect(formAskedOf(state, state.people.get(ANA) as Person)).toBe('written');
  });

  test('the entry says who must consent', () => {
    const must = (how: Entry) => requirementEntry(told.stateOf(...meeting(how), ...texas))?.mustConsent;
    expect(must(settled())).toBe('everybody');
    expect(must(told.minimum)).toBe('recorder');
  });

  test('on the telephone nobody sees a notice, and so nothing is implied', () => {
    const here = [...meeting(told.minimum), ...texas, goesOn(ANA), goesOn(BEN)];
    expect(closed(...here, described(ANA, { phone: true }))).toEqual([['explicit-needed', ANA]]);
    expect(closed(...here, described(ANA, { phone: true }), yes(ANA, { grade: 'attested', channel: 'aloud' }))).toEqual(
      [],
    );
  });

  test('who is here twice is in every place that is said of either device', () => {
    const here = [...meeting(told.minimum), ...texas, goesOn(ANA), goesOn(BEN), told.same(BEN, ANA)];
    expect(closed(...here)).toEqual([]);
    expect(closed(...here, isIn(BEN, 'US-CA'))).toEqual([['explicit-needed', ANA]]);
    expect(closed(...here, described(BEN, { minor: true }))).toEqual([
      ['explicit-needed', ANA],
      ['guardian-missing', ANA],
    ]);
  });

  test('the host is who records, also on a second device', () => {
    const state = ruledState(...meeting(told.minimum), ...texas, told.same(HOST, ANA));
    expect(meetingOf(state)?.participants.find(({ id }) => id === ANA)?.recorder).toBe(true);
  });

  test('a log from before the rules were asked: everybody explicitly, and an answer without a form is explicit', () => {
    const [opened, host, , ...rest] = meeting(settled());
    const old = [opened as Entry, host as Entry, ...rest];
    expect(requirementEntry(ruledState(...old))).toBeNull();
    expect(closed(...old, yes(ANA), yes(BEN))).toEqual([]);
    expect(closed(...old, yes(ANA), goesOn(BEN))).toEqual([['explicit-needed', BEN]]);
  });
});

describe('in writing', () => {
  const illinois = [...meeting(settled({ biometrics: true })), isIn(HOST, 'US-IL'), isIn(ANA, 'US-IL')];

  test('a chat yes alone does not do; the banner, a declaration by name or a paper does, and the host’s word does not', () => {
    expect(closed(...illinois, yes(ANA), written(BEN))).toEqual([['written-needed', ANA]]);
    expect(closed(...illinois, written(ANA), written(BEN))).toEqual([]);
    expect(closed(...illinois, yes(ANA), yes(ANA, { form: 'written' }), written(BEN))).toEqual([]);
    const aloud = yes(ANA, { grade: 'attested', channel: 'aloud', by: 'host', form: 'explicit' });
    expect(closed(...illinois, aloud, written(BEN))).toEqual([['written-needed', ANA]]);
    expect(closed(...illinois, { ...aloud, channel: 'paper', form: 'written' }, written(BEN))).toEqual([]);
  });

  test('whoever has not answered at all is waited for', () => {
    expect(closed(...illinois, written(BEN))).toEqual([['waiting', ANA]]);
  });

  test('the host may choose what is stricter, and it counts in every place', () => {
    const strict = settled({ atLeast: { rule: 'all-party', form: 'written' } });
    expect(closed(...meeting(strict), ...texas, yes(ANA), written(BEN))).toEqual([['written-needed', ANA]]);
  });
});

describe('minors', () => {
  const young = [...meeting(settled()), described(ANA, { minor: true }), yes(ANA), yes(BEN)];
  const guardian = (how: Partial<Extract<Entry, { kind: 'guardian-answered' }>> = {}): Entry => ({
    kind: 'guardian-answered',
    ask: ASK,
    participant: ANA,
    answer: 'consented',
    channel: 'aloud',
    by: 'host',
    ...how,
  });

  test('a guardian must agree beside them, and a no of theirs closes', () => {
    expect(closed(...young)).toEqual([['guardian-missing', ANA]]);
    expect(closed(...young, guardian())).toEqual([]);
    expect(closed(...young, guardian(), guardian({ answer: 'refused' }))).toEqual([['guardian-refused', ANA]]);
    expect(closed(...young, guardian({ answer: 'refused' }), guardian())).toEqual([]);
  });

  test('what a guardian agreed to covers an ask for less, not one for more, and a no was to its own ask only', () => {
    const more = [asked({ keepDays: 31 }, NEXT_ASK), ...[HOST, ANA, BEN].map((who) => yes(who, { ask: NEXT_ASK }))];
    const less = [asked({ keepDays: 29 }, NEXT_ASK)];
    expect(closed(...young, guardian(), ...more)).toEqual([['guardian-missing', ANA]]);
    expect(closed(...young, guardian(), ...less)).toEqual([]);
    expect(closed(...young, guardian({ answer: 'refused' }), ...more)).toEqual([['guardian-missing', ANA]]);
  });

  test('where it must be in writing, so must the guardian’s yes; and it does not outlive an absence', () => {
    const strict = meeting(settled({ atLeast: { rule: 'all-party', form: 'written' } }));
    const here = [...strict, described(ANA, { minor: true }), written(ANA), written(BEN)];
    expect(closed(...here, guardian())).toEqual([['guardian-missing', ANA]]);
    expect(closed(...here, guardian({ channel: 'paper' }))).toEqual([]);
    const away = [told.at(60_000, told.left(ANA)), told.at(90_000, joined(ANA))];
    expect(closed(...young, guardian(), ...away).map(([reason]) => reason)).toContain('guardian-missing');
  });

  test('before anybody was asked a guardian is needed, too', () => {
    const here = meeting(settled()).filter(({ kind }) => kind !== 'asked');
    expect(ruledState(...here, described(ANA, { minor: true })).requirement?.guardiansOf).toEqual([ANA]);
  });
});

describe('the entry', () => {
  test('its fingerprint is the hash of its canonical JSON without kind and fingerprint', () => {
    const entry = requirementEntry(ruledState(...meeting(settled()), ...texas));
    const { kind, fingerprint, ...content } = entry ?? { kind: '', fingerprint: '' };
    expect(kind).toBe('requirement-set');
    expect(fingerprint).toBe(
      createHash('sha256')
        .update(canonicalize(content) ?? '')
        .digest('base64url'),
    );
  });

  test('it is written when it changes, and not when somebody comes who changes nothing', () => {
    const sets = (...entries: Entry[]) =>
      told.ruled(...entries).filter(({ entry }) => entry.kind === 'requirement-set').length;
    const here = [...meeting(settled()), ...texas];
    expect(sets(...here, joined(CEM))).toBe(sets(...here) + 1);
    expect(sets(...here, joined(CEM), isIn(CEM, 'US-TX'))).toBe(sets(...here) + 2);
    expect(sets(...meeting(settled()), joined(CEM))).toBe(sets(...meeting(settled())));
  });

  test('purposes and media of the ask decide with it', () => {
    const of = (terms: Parameters<typeof asked>[0]) => meetingOf(ruledState(...meeting(settled()), asked(terms)));
    expect(of({ media: 'sound' })).toMatchObject({ media: ['audio'], purposes: ['quality', 'training'] });
    expect(of({ media: 'sound+picture' })?.media).toEqual(['audio', 'video']);
    const none = meeting(settled()).filter(({ kind }) => kind !== 'asked');
    expect(meetingOf(ruledState(...none))).toMatchObject({ media: ['audio', 'video'], purposes: null });
  });

  test('where one party is enough everybody is told all the same, and going on is what they do then', () => {
    const state = ruledState(...meeting(told.minimum), ...texas);
    expect(state.requirement).toMatchObject({ rule: 'one-party', form: 'none', mustConsent: 'recorder' });
    expect(formAskedOf(state, state.people.get(ANA) as Person)).toBe('implied-by-continuing-after-notice');
  });

  test('two homes, and what is not a place in the rules, make it no looser', () => {
    const home = (by: 'participant' | 'host', residence: string): Entry => ({
      ...(by === 'host' ? hostSays(ANA, 'US-TX') : isIn(ANA, 'US-TX')),
      residence,
    });
    const here = [...meeting(told.minimum), ...texas];
    for (const entries of [
      [home('participant', 'US-TX'), home('host', 'DE')],
      [home('participant', 'DE'), home('host', 'US-TX')],
      [isIn(ANA, 'ZZ')],
      [isIn(ANA)],
    ])
      expect(ruledState(...here, ...entries).requirement?.form).toBe('explicit');
  });
});
