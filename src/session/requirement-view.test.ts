import { describe, expect, test } from 'vitest';
import type { Person } from '../consent/state.ts';
import * as told from '../consent/testdata/told.ts';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey, PostId } from '../model/id.ts';
import type { Form } from '../model/requirement.ts';
import { PACK } from '../policy/pack.ts';
import { personPart, requirementView } from './requirement-view.ts';

const { ANA, at, BEN, HOST, hostSays, isIn, joined, ruledState, stateOf, T0 } = told;
const MEETING: Entry[] = [told.opened, joined(HOST), told.settled(), joined(ANA), joined(BEN)];
const IMPLIED: Form = 'implied-by-continuing-after-notice';

describe('who must agree, as the panel tells it', () => {
  const view = (...more: told.Told[]) => requirementView(ruledState(...MEETING, ...more), null);

  test('nothing is told before anything is settled', () => {
    expect(requirementView(stateOf(told.opened, joined(HOST)), null)).toBeNull();
  });

  test('the law, what is in force above it, and why', () => {
    const shown = view(isIn(HOST, 'US-TX'), isIn(ANA, 'US-TX'), isIn(BEN, 'US-TX'));
    expect(shown).toMatchObject({ floor: 'product', rule: 'all-party', form: 'explicit', noLegalMinimum: [] });
    expect(shown?.law.rule).toBe('one-party');
    expect(shown?.reasons.length).toBeGreaterThan(0);
    expect(shown?.guardiansOf).toEqual([]);
  });

  test('the legal minimum where that was chosen', () => {
    const texas = [isIn(HOST, 'US-TX'), isIn(ANA, 'US-TX'), isIn(BEN, 'US-TX')];
    const shown = requirementView(ruledState(...MEETING, told.minimum, ...texas), null);
    expect(shown).toMatchObject({ floor: 'legal-minimum', ...shown?.law });
  });

  test('by whose place a reason is there, and whose guardian is asked', () => {
    const shown = view(isIn(HOST, 'US-TX'), isIn(ANA, 'DE'), isIn(BEN, 'US-TX'), told.described(ANA, { minor: true }));
    expect(shown?.reasons.find(({ place }) => place === 'DE')?.who).toContain(ANA);
    expect(shown?.guardiansOf).toEqual([ANA]);
  });

  test('that counsel signed these very rules off; a word about others is none', () => {
    const state = ruledState(...MEETING);
    const signed = { version: PACK.version, by: 'Counsel', on: '2026-11-20' };
    expect(requirementView(state, null)?.signedOff).toBeNull();
    expect(requirementView(state, signed)?.signedOff).toEqual({ by: 'Counsel', on: '2026-11-20' });
    expect(requirementView(state, { ...signed, version: PACK.version + 1 })?.signedOff).toBeNull();
  });
});

describe('what the law asks about one person', () => {
  const part = (needs: Form, ...more: told.Told[]) => {
    const state = ruledState(...MEETING, ...more);
    return personPart(state, state.people.get(ANA) as Person, needs);
  };

  test('where they are, each place once, by the strongest word', () => {
    expect(part('explicit', isIn(ANA, 'DE'), hostSays(ANA, 'DE', 'AT')).circumstances).toEqual({
      places: ['DE', 'AT'],
      known: 'declared',
      residence: null,
      minor: false,
      employee: false,
      phone: false,
    });
    expect(part('explicit', hostSays(ANA, 'DE')).circumstances.known).toBe('host');
    expect(part('explicit').circumstances).toMatchObject({ places: [], known: null });
  });

  test('age, work and telephone, and their guardian', () => {
    const noted = part('explicit', told.asked(), told.described(ANA, { minor: true, employee: true, phone: true }));
    expect(noted.circumstances).toMatchObject({ minor: true, employee: true, phone: true });
    expect(noted.guardian).toBe('needed');
    expect(part('explicit', told.asked()).guardian).toBe('none');
  });

  test('of a second device it is the whole person’s', () => {
    const phone = 'pPhone' as ParticipantKey;
    const state = ruledState(...MEETING, joined(phone), told.same(phone, ANA), isIn(ANA, 'DE'));
    expect(personPart(state, state.people.get(phone) as Person, 'explicit').circumstances.places).toEqual(['DE']);
  });

  test('until when they can still say no, only where going on is enough', () => {
    const post = 'mTold' as PostId;
    const texas = [told.minimum, isIn(HOST, 'US-TX'), isIn(ANA, 'US-TX'), isIn(BEN, 'US-TX'), told.read(3)];
    const toldSo: told.Told[] = [
      ...texas,
      told.asked(),
      told.shown(ANA),
      at(20_000, { kind: 'post-ordered', post, says: 'going-on', ask: told.ASK, people: [ANA] }),
      at(20_000, { kind: 'post-seen', post, outcome: 'echoed' }),
    ];
    expect(part(IMPLIED, ...toldSo).implied).toEqual({ until: T0 + 35_000 });
    expect(part('explicit', ...toldSo).implied).toBeNull();
    expect(part(IMPLIED, ...texas).implied).toBeNull();
    expect(part(IMPLIED, ...texas).needs).toBe(IMPLIED);
  });
});
