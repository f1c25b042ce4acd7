import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DUTIES, FORMS, RULES } from '../model/requirement.ts';
import { inOrder } from './flag.ts';
import type { Meeting } from './meeting.ts';
import { type Requirement, requirementOf } from './requirement.ts';
import { asStrict, both, NOTHING_ASKED } from './rule.ts';
import * as made from './testdata/meetings.ts';

const RUNS = { numRuns: 200 };

/** Every way in which an answer can be looser than another. */
function looser(than: Requirement, now: Requirement): string[] {
  const lost = (what: string, before: readonly string[], after: readonly string[]) =>
    before.filter((one) => !after.includes(one)).map((one) => `${what}: ${one}`);
  return [
    ...(asStrict(now, than) ? [] : [`${than.rule} ${than.form} became ${now.rule} ${now.form}`]),
    ...lost('need not consent', than.mustConsent, now.mustConsent),
    ...lost('is not informed', than.mustBeInformed, now.mustBeInformed),
    ...lost('no guardian', than.guardiansOf, now.guardiansOf),
    ...lost('profile', than.noticeProfiles, now.noticeProfiles),
    ...lost('flag', than.flags, now.flags),
    ...lost('legal minimum', than.noLegalMinimum, now.noLegalMinimum),
    ...(DUTIES.indexOf(now.announcement) < DUTIES.indexOf(than.announcement) ? ['announcement'] : []),
  ];
}

function neverLoosens<T>(what: fc.Arbitrary<T>, change: (meeting: Meeting, more: T) => Meeting): void {
  fc.assert(
    fc.property(made.meeting, what, (meeting, more) => {
      expect(looser(requirementOf(meeting), requirementOf(change(meeting, more)))).toEqual([]);
    }),
    RUNS,
  );
}

describe('adding never loosens', () => {
  test('a participant, whether they record too or not', () => {
    const somebody = fc.record({ one: made.participant, recorder: fc.boolean() });
    neverLoosens(somebody, (meeting, { one, recorder }) => ({
      ...meeting,
      participants: [...meeting.participants, { ...one, recorder }],
    }));
  });

  test('a medium', () => {
    neverLoosens(made.medium, (meeting, medium) => ({ ...meeting, media: [...meeting.media, medium] }));
  });

  test('a purpose that nobody had stated', () => {
    neverLoosens(fc.constantFrom('training', 'quality', 'fun'), (meeting, purpose) => ({
      ...meeting,
      purposes: meeting.purposes?.length === 0 ? meeting.purposes : [...(meeting.purposes ?? []), purpose],
    }));
  });

  test('a place that somebody may be in, however it is known, beside one that they said themselves', () => {
    fc.assert(
      fc.property(made.meetingWithOne, made.declared, made.candidate, ([meeting, n], said, more) => {
        const at = [...(meeting.participants[n]?.at ?? []), said];
        const before = requirementOf(made.withParticipant(meeting, n, { at }));
        const after = requirementOf(made.withParticipant(meeting, n, { at: [...at, more] }));
        expect(looser(before, after)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a place that somebody else says or a device hints at, for anybody', () => {
    const hint = made.candidate.filter(({ known }) => !['declared', 'settings', 'met-before'].includes(known));
    fc.assert(
      fc.property(made.meetingWithOne, hint, ([meeting, n], more) => {
        const at = [...(meeting.participants[n]?.at ?? []), more];
        expect(looser(requirementOf(meeting), requirementOf(made.withParticipant(meeting, n, { at })))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('where somebody lives, or where the controller is', () => {
    fc.assert(
      fc.property(made.meetingWithOne, made.code, ([meeting, n], residence) => {
        const without = made.withParticipant({ ...meeting, controller: null }, n, { residence: null });
        const before = requirementOf(without);
        expect(looser(before, requirementOf(made.withParticipant(without, n, { residence })))).toEqual([]);
        expect(looser(before, requirementOf({ ...without, controller: residence }))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('voiceprints, an outsider who records, an organisation, a delicate subject, a child, an employee', () => {
    const kinds = ['biometrics', 'nonPartyRecorder', 'organisation', 'specialCategory'] as const;
    neverLoosens(fc.constantFrom(...kinds), (meeting, kind) => ({ ...meeting, [kind]: true }));
    neverLoosens(fc.constantFrom('minor', 'employee'), (meeting, kind) =>
      made.withParticipant(meeting, 0, { [kind]: true }),
    );
  });
});

describe('not to know never loosens', () => {
  const unknown = [[], ['ZZ'], ['XX'], ['us-tx'], ['__proto__'], ['']].map((codes) =>
    codes.map((code) => ({ code, known: 'declared' as const })),
  );

  test('where somebody is', () => {
    fc.assert(
      fc.property(made.meetingWithOne, fc.constantFrom(...unknown), ([meeting, n], at) => {
        const after = requirementOf(made.withParticipant(meeting, n, { at, residence: null }));
        expect(asStrict(after, requirementOf(meeting))).toBe(true);
        expect(asStrict(after, { rule: 'all-party', form: 'explicit' })).toBe(true);
        expect(after.flags).toContain('location-unknown');
        expect(after.noLegalMinimum).toContain('place-unknown');
      }),
      RUNS,
    );
  });

  test('in which state or province', () => {
    fc.assert(
      fc.property(made.meetingWithOne, made.code, ([meeting, n], code) => {
        const stated = made.withParticipant(meeting, n, { at: [{ code, known: 'declared' }] });
        const vague = code.replace(/-.*/, '');
        const after = requirementOf(made.withParticipant(meeting, n, { at: [{ code: vague, known: 'declared' }] }));
        expect(asStrict(after, requirementOf(stated))).toBe(true);
      }),
      RUNS,
    );
  });

  test('where the controller is, what a medium is, what a purpose is, on which ground', () => {
    fc.assert(
      fc.property(made.meeting, (meeting) => {
        const before = requirementOf(meeting);
        const { media, purposes } = meeting;
        const vague: Partial<Meeting>[] = [
          { controller: 'ZZ' },
          { media: media.map(() => 'smell') },
          { purposes: purposes?.map(() => 'fun') ?? null },
          { basis: null },
        ];
        for (const change of vague) expect(asStrict(requirementOf({ ...meeting, ...change }), before)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('the answer', () => {
  const sorted = ({ mustConsent, mustBeInformed, guardiansOf, reasons, ...rest }: Requirement) => ({
    ...rest,
    people: [mustConsent, mustBeInformed, guardiansOf].map((ids) => ids.toSorted()),
    reasons: reasons.map(({ who, ...reason }) => ({ ...reason, who: who.toSorted() })),
  });

  test('is the same in any order of people, places, media and purposes', () => {
    const shuffled = made.meeting.chain((meeting) =>
      fc.tuple(
        fc.constant(meeting),
        fc.record({
          participants: fc
            .tuple(...meeting.participants.map(({ at }) => all(at)))
            .chain((ats) => all(meeting.participants.map((one, n) => ({ ...one, at: ats[n] ?? [] })))),
          media: all(meeting.media),
          purposes: meeting.purposes === null ? fc.constant(null) : all(meeting.purposes),
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([meeting, order]) => {
        expect(sorted(requirementOf({ ...meeting, ...order }))).toEqual(sorted(requirementOf(meeting)));
      }),
      RUNS,
    );
  });

  test('is what its reasons ask for together, and some reason decides each part of it', () => {
    fc.assert(
      fc.property(made.meeting, (meeting) => {
        const { rule, form, reasons } = requirementOf(meeting);
        const together = reasons.map(({ asks }) => asks).reduce(both, NOTHING_ASKED);
        expect({ rule, form }).toEqual(together);
        expect(new Set(reasons.flatMap(({ decides }) => decides))).toEqual(new Set(['rule', 'form']));
        for (const reason of reasons) {
          expect(reason.statutes.length).toBeGreaterThan(0);
          expect(reason.reviewed).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
      RUNS,
    );
  });

  test('names people of the meeting only, flags in their order, and asks those who record in any case', () => {
    fc.assert(
      fc.property(made.meeting, (meeting) => {
        const { mustConsent, mustBeInformed, flags, rule, form } = requirementOf(meeting);
        const everybody = meeting.participants.map(({ id }) => id);
        expect(mustConsent).toEqual(rule === 'all-party' ? everybody : everybody.slice(0, 1));
        expect(mustBeInformed).toEqual(rule === 'one-party' ? [] : everybody);
        expect(form === 'none').toBe(rule === 'one-party');
        expect(flags).toEqual(inOrder(new Set(flags)));
      }),
      RUNS,
    );
  });

  test('is never looser than what was chosen, and what was chosen never makes it looser', () => {
    const chosen = fc.record({ rule: fc.constantFrom(...RULES), form: fc.constantFrom(...FORMS) });
    fc.assert(
      fc.property(made.meeting, chosen, (meeting, atLeast) => {
        const law = requirementOf(meeting);
        const after = requirementOf(meeting, { atLeast });
        expect(looser(law, after)).toEqual([]);
        expect(asStrict(after, atLeast)).toBe(true);
        if (asStrict(law, atLeast)) expect(after).toEqual(law);
      }),
      RUNS,
    );
  });
});

function all<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}
