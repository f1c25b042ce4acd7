import { BASES, EVIDENCE } from '../model/requirement.ts';
import type { Candidate, Meeting, Participant } from './meeting.ts';
import { codesNamed } from './named.ts';
import { ageAt, Bad, type BadCase, given, listAt, objectAt, oneAt, wordsAt, yesAt } from './written.ts';

export type ReadCase = { readonly ok: true; readonly value: Meeting } | ({ readonly ok: false } & BadCase);

/**
 * Reads a case in the shape of testdata/worked-cases.json: parsed JSON of anybody. What has no bearing on the answer (`title`, `expect`, ...) is passed
 * over. What would change the answer is never: a key that is almost one of ours is an error, since `biometric: true` unread would loosen it.
 */
export function readCase(from: unknown): ReadCase {
  try {
    return { ok: true, value: meetingFrom(from) };
  } catch (error) {
    if (error instanceof Bad) return { ok: false, code: error.code, at: error.at };
    throw error;
  }
}

const CASE_KEYS = [
  'participants',
  'media',
  'purposes',
  'lawfulBasis',
  'controller',
  'biometrics',
  'nonPartyRecorder',
  'organisation',
  'specialCategory',
] as const;
const PARTICIPANT_KEYS = ['id', 'at', 'role', 'adult', 'age', 'relation', 'channel', 'residence'] as const;

function meetingFrom(from: unknown): Meeting {
  const read = objectAt(from, '', CASE_KEYS);
  const participants = listAt(read.participants, 'participants').map((one, n) =>
    participantFrom(one, `participants[${n}]`),
  );
  const ids = participants.map(({ id }) => id);
  const twice = ids.findIndex((id, n) => ids.indexOf(id) !== n);
  if (participants.length === 0) throw new Bad('empty-list', 'participants');
  if (twice >= 0) throw new Bad('id-twice', `participants[${twice}].id`);
  const media = listAt(read.media, 'media').map((medium, n) => wordsAt(medium, `media[${n}]`));
  if (media.length === 0) throw new Bad('empty-list', 'media');
  return {
    participants,
    media,
    purposes: given(read.purposes)
      ? listAt(read.purposes, 'purposes').map((purpose, n) => wordsAt(purpose, `purposes[${n}]`))
      : null,
    basis: given(read.lawfulBasis) ? oneAt(read.lawfulBasis, BASES, 'unknown-basis', 'lawfulBasis') : null,
    controller: given(read.controller) ? wordsAt(read.controller, 'controller') : null,
    biometrics: yesAt(read.biometrics, 'biometrics') ?? false,
    nonPartyRecorder: yesAt(read.nonPartyRecorder, 'nonPartyRecorder') ?? false,
    organisation: yesAt(read.organisation, 'organisation') ?? false,
    specialCategory: yesAt(read.specialCategory, 'specialCategory') ?? false,
  };
}

function participantFrom(from: unknown, at: string): Participant {
  const read = objectAt(from, at, PARTICIPANT_KEYS);
  const id = wordsAt(read.id, `${at}.id`);
  if (id === '') throw new Bad('not-words', `${at}.id`);
  const places = given(read.at) ? listAt(read.at, `${at}.at`) : [];
  const adult = yesAt(read.adult, `${at}.adult`) ?? true;
  const age = given(read.age) ? ageAt(read.age, `${at}.age`) : Number.POSITIVE_INFINITY;
  const relation = given(read.relation) ? wordsAt(read.relation, `${at}.relation`) : 'other';
  if (given(read.channel)) wordsAt(read.channel, `${at}.channel`);
  return {
    id,
    at: places.flatMap((place, n) => candidatesFrom(place, `${at}.at[${n}]`)),
    residence: given(read.residence) ? wordsAt(read.residence, `${at}.residence`) : null,
    // Every other role counts as one who takes part: listener, interpreter and bot too.
    recorder: given(read.role) && wordsAt(read.role, `${at}.role`) === 'recorder',
    // Either sign is enough: a case that says both "adult" and 12 is of a child.
    minor: !adult || age < 18,
    // A relation that we do not know may be this one, which only warns.
    employee: relation !== 'other',
  };
}

/** `"DE"`, or `{ place: "DE", known: "host" }`, or `{ words: "DE" }` as a person wrote it, who may mean Delaware. */
function candidatesFrom(from: unknown, at: string): Candidate[] {
  if (typeof from === 'string') return [{ code: from, known: 'declared' }];
  const read = objectAt(from, at, ['place', 'words', 'known']);
  const known = given(read.known) ? oneAt(read.known, EVIDENCE, 'unknown-evidence', `${at}.known`) : 'declared';
  if (!given(read.words)) return [{ code: wordsAt(read.place, `${at}.place`), known }];
  const codes = [...codesNamed(wordsAt(read.words, `${at}.words`))];
  if (given(read.place)) codes.push(wordsAt(read.place, `${at}.place`));
  return codes.map((code) => ({ code, known }));
}
