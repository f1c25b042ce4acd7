import fc from 'fast-check';
import { BASES, EVIDENCE } from '../../model/requirement.ts';
import type { Candidate, Meeting, Participant } from '../meeting.ts';
import { PLACES } from '../places.ts';

/** Meetings of every kind, small enough that places, special rules and people meet often. */
const CODES = PLACES.flatMap(({ code, aliases }) => [code, ...(aliases ?? [])]);
/** Those with a rule of their own come often, the others sometimes, and codes of nowhere too. */
const NOTABLE = ['US-IL', 'US-TX', 'US-GA', 'US-WA', 'US-CT', 'US', 'CA', 'DK', 'KR', 'ZA', 'FR', 'GB', 'NY', 'XX', ''];
export const code = fc.oneof(fc.constantFrom(...NOTABLE), fc.constantFrom(...CODES));
export const medium = fc.constantFrom('audio', 'video', 'screen', 'chat', 'transcript', 'smell');
const purpose = fc.constantFrom('training', 'quality', 'research', 'evidence', 'fun');

export const candidate: fc.Arbitrary<Candidate> = fc.record({ code, known: fc.constantFrom(...EVIDENCE) });
export const declared: fc.Arbitrary<Candidate> = fc.record({ code, known: fc.constant('declared' as const) });

export const participant: fc.Arbitrary<Participant> = fc.record({
  id: fc.uuid(),
  at: fc.oneof(
    { weight: 3, arbitrary: fc.array(declared, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(candidate, { maxLength: 3 }) },
  ),
  residence: fc.option(code, { freq: 8 }),
  recorder: fc.constant(false),
  minor: oftenNot(),
  employee: oftenNot(),
});

/** With somebody who records first. */
export const meeting: fc.Arbitrary<Meeting> = fc
  .record({
    participants: fc.uniqueArray(participant, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
    media: fc.uniqueArray(medium, { minLength: 1 }),
    purposes: fc.option(fc.uniqueArray(purpose)),
    basis: fc.option(fc.constantFrom(...BASES)),
    controller: fc.option(code),
    biometrics: oftenNot(),
    nonPartyRecorder: oftenNot(),
    organisation: fc.boolean(),
    specialCategory: oftenNot(),
  })
  .map((made) => ({ ...made, participants: made.participants.map((one, n) => ({ ...one, recorder: n === 0 })) }));

/** Mostly false, so that a lift does not hide what places ask. */
function oftenNot(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
}

/** A meeting and the number of one of its participants. */
export const meetingWithOne = meeting.chain((made) =>
  fc.tuple(fc.constant(made), fc.nat({ max: made.participants.length - 1 })),
);

export function withParticipant(made: Meeting, n: number, change: Partial<Participant>): Meeting {
  return { ...made, participants: made.participants.map((one, at) => (at === n ? { ...one, ...change } : one)) };
}
